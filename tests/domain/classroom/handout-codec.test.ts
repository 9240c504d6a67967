import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { knownBytes, toBase64Url, utf8 } from '#lib/domain/classroom/bytes.ts';
import { makeClassKeys, publicPoint } from '#lib/domain/classroom/class-keys.ts';
import {
	printHandoutFile,
	printHandoutLink,
	readHandoutFile,
	readHandoutLink
} from '#lib/domain/classroom/handout-codec.ts';
import { signHandout, type SignedHandout } from '#lib/domain/classroom/handout-signature.ts';
import type { Handout } from '#lib/domain/classroom/types.ts';
import { frozen } from './classroom-support.ts';
import { practiceOf, someClass, testOf } from './handouts.ts';
import { codeOf, flipped, valueOf } from './samples.ts';

const school = await someClass();
const signed = (handout: Handout) => signHandout(crypto, handout, school.keys.sign.privateKey);
const viaLink = async (handout: SignedHandout) =>
	readHandoutLink(crypto, await printHandoutLink(handout));
const viaFile = (handout: SignedHandout) => readHandoutFile(crypto, printHandoutFile(handout));

let practice: SignedHandout;
let link: string;

beforeAll(async () => {
	practice = await signed(practiceOf(school, await frozen({ length: 5 })));
	link = await printHandoutLink(practice);
});

describe('a handout', () => {
	test('comes back from link and file as it was signed', async () => {
		for (const seed of ['a', 'b', 'c']) {
			const quiz = await frozen({}, seed);
			const handouts = [practiceOf(school, quiz), await testOf(school, quiz)];
			for (const handout of await Promise.all(handouts.map(signed))) {
				expect(valueOf(await viaLink(handout))).toEqual(handout);
				expect(valueOf(await viaFile(handout))).toEqual(handout);
			}
		}
	});

	test.each<[string, (handout: Handout) => Handout]>([
		['no pupils', (each) => ({ ...each, pupils: [] })],
		['pupils in any order', (each) => ({ ...each, pupils: [7, 6, 999, 1, 2, 3] })],
		['a title in another script', (each) => ({ ...each, title: 'Халеб 🕊 حلب' })],
		['nothing public', (each) => ({ ...each, quiz: { ...each.quiz, publicQuestionIds: [] } })]
	])('with %s comes back', async (_, change) => {
		const handout = await signed(change(practice.handout));
		expect(valueOf(await viaLink(handout))).toEqual(handout);
		expect(valueOf(await viaFile(handout))).toEqual(handout);
	});

	test('leaves the hashes of its parts behind', async () => {
		const quiz = await frozen({ length: 5 });
		expect(quiz.hashes.length).toBe(5);
		expect(practice.handout.quiz.hashes).toEqual([]);
		const whole = { handout: { ...practice.handout, quiz }, signature: practice.signature };
		expect(codeOf(await viaFile(whole))).toBe('unreadable');
	});

	test('is read with what stands around a link, and from a file\u2019s bytes', async () => {
		expect((await readHandoutLink(crypto, `#${link}`)).ok).toBe(true);
		expect((await readHandoutLink(crypto, `${link}). Good luck!`)).ok).toBe(true);
		expect((await readHandoutFile(crypto, utf8(printHandoutFile(practice)))).ok).toBe(true);
		expect((await readHandoutFile(crypto, `\ufeff${printHandoutFile(practice)}`)).ok).toBe(true);
	});
});

describe('the size of a link', () => {
	const sizes: { name: string; quiz: Parameters<typeof frozen>[0]; most: [number, number] }[] = [
		{ name: '5 chosen', quiz: { length: 5, forms: ['choose'] }, most: [5000, 7000] },
		{ name: '10 chosen', quiz: { length: 10, forms: ['choose'] }, most: [8000, 11_000] },
		{ name: '20 chosen', quiz: { length: 20, forms: ['choose'] }, most: [12_500, 17_500] },
		{ name: '20 mixed', quiz: { length: 20 }, most: [18_000, 26_000] }
	];
	test.each(sizes)('of $name', async ({ name, quiz: changes, most }) => {
		const quiz = await frozen(changes);
		for (const [i, each] of [practiceOf(school, quiz), await testOf(school, quiz)].entries()) {
			const handout = await signed(each);
			const { length } = await printHandoutLink(handout);
			const inFile = printHandoutFile(handout).length;
			const { mode } = each.rules;
			console.info(`${name} questions for ${mode}: link ${length} letters, file ${inFile}`);
			expect(length).toBeLessThan(most[i] ?? 0);
		}
	});
});

describe('what is no handout', { timeout: 30_000 }, () => {
	test.each<[string, string, string]>([
		['nothing', '', 'foreign'],
		['another fragment', '#top', 'foreign'],
		['a QR code of ids', 'Q1.ABC', 'foreign'],
		['a later version', 'h2.AAAA', 'newer'],
		['no more than its mark', 'h1.', 'unreadable'],
		['letters that are no bytes', 'h1.A', 'unreadable'],
		['other bytes', 'h1.AAAA', 'unreadable']
	])('in a link: %s', async (_, fragment, code) => {
		expect(codeOf(await readHandoutLink(crypto, fragment))).toBe(code);
	});

	test.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
		['nothing', '', 'foreign'],
		['a text', 'hello', 'foreign'],
		['no text', Uint8Array.of(0xff, 0xfe, 0xff), 'foreign'],
		['a list', '[]', 'foreign'],
		['another kind', '{"kind":"recount-result","version":1}', 'foreign'],
		['a later version', '{"kind":"recount-handout","version":2}', 'newer'],
		['an earlier version', '{"kind":"recount-handout","version":0}', 'unreadable'],
		['no handout in it', '{"kind":"recount-handout","version":1,"signature":""}', 'unreadable'],
		['too much', ' '.repeat(3_000_001), 'too-large']
	])('in a file: %s', async (_, content, code) => {
		expect(codeOf(await readHandoutFile(crypto, content))).toBe(code);
	});

	test('a link too long to look at', async () => {
		const long = `h1.${'A'.repeat(3_000_004)}`;
		expect(codeOf(await readHandoutLink(crypto, long))).toBe('too-large');
	});

	test('any beginning of a link', async () => {
		for (let length = 3; length < link.length; length += 7)
			expect((await readHandoutLink(crypto, link.slice(0, length))).ok).toBe(false);
	});

	test('a link with any byte changed, unless it still says the very same', async () => {
		const quiz = await frozen({ length: 1, forms: ['type'] });
		const small = await signed(practiceOf(school, quiz));
		const bytes = knownBytes((await printHandoutLink(small)).slice(3));
		// Behind the head stand packed words, of which some are enough.
		for (let at = 0; at < bytes.length; at += at < 300 ? 1 : 5) {
			const changed = `h1.${toBase64Url(flipped(bytes, at, 1 << (at % 8)))}`;
			const read = await readHandoutLink(crypto, changed);
			if (read.ok) expect(read.value).toEqual(small);
			else expect(read.problem.code).toMatch(/^(?:unreadable|bad-signature)$/);
			expect(read.ok && at < 300).toBe(false);
		}
	});

	test('any text', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
				expect((await readHandoutFile(crypto, text)).ok).toBe(false);
				expect((await readHandoutLink(crypto, `h1.${text}`)).ok).toBe(false);
			})
		);
	});
});

describe('a signature', () => {
	const changed = async (change: Partial<Handout>) => {
		const { handout, signature } = practice;
		return viaLink({ handout: { ...handout, ...change }, signature });
	};

	test.each<[string, Partial<Handout>]>([
		['another title', { title: 'Another' }],
		['one number more', { pupils: [1, 2] }],
		['exceptions left out', { exceptions: [] }],
		['facts to close', { closedFacts: ['AAAAAAAA'] }]
	])('does not fit %s', async (_, change) => {
		expect(codeOf(await changed(change))).toBe('bad-signature');
	});

	test('does not fit another close, question or key', async () => {
		const { rules, quiz } = practice.handout;
		const { keys } = await someClass();
		const [first, ...rest] = quiz.bank.questions;
		if (!first) throw new Error('no question');
		const questions = [{ ...first, ask: 'Another ask?' }, ...rest];
		for (const change of [
			{ rules: { ...rules, closesAt: (rules.closesAt ?? 0) + 1 } },
			{ rules: { ...rules, minutes: undefined } },
			{ quiz: { ...quiz, bank: { ...quiz.bank, questions } } },
			{ sealTo: publicPoint(keys.seal.publicKey) },
			{ signedBy: publicPoint(keys.sign.publicKey) }
		])
			expect(codeOf(await changed(change))).toBe('bad-signature');
	});

	test.each([
		['none', ''],
		['a short one', 'AAAA'],
		['no bytes', '!']
	])('that is %s is none', async (_, signature) => {
		expect(codeOf(await viaFile({ ...practice, signature }))).toBe('bad-signature');
	});

	test('by another class is told by its key alone', async () => {
		const { sign } = await makeClassKeys(crypto);
		const signedBy = publicPoint(sign.publicKey);
		const stolen = { ...practice.handout, signedBy };
		const read = valueOf(await viaFile(await signHandout(crypto, stolen, sign.privateKey)));
		expect(knownBytes(read.handout.signedBy)).not.toEqual(knownBytes(school.of.signedBy));
	});
});
