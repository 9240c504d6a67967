import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { FORMS } from '#lib/bank/types.ts';
import { joinBytes, toBase64Url, type Bytes } from '#lib/domain/classroom/bytes.ts';
import {
	packIdHandout,
	printIdLink,
	readIdLink,
	type IdHandout
} from '#lib/domain/classroom/id-handout.ts';
import { shipped } from './classroom-support.ts';
import { PRACTICE, PUPILS, someClass } from './handouts.ts';
import { codeOf, flipped, QUIZ_HASH, valueOf } from './samples.ts';

const school = await someClass();
const bank = { edition: shipped.edition, questionCount: shipped.questions.length };
const ids: IdHandout = {
	...school.of,
	title: 'Aleppo: who, what, where',
	rules: PRACTICE,
	pupils: PUPILS,
	exceptions: [],
	edition: shipped.edition,
	version: 1,
	quizHash: QUIZ_HASH,
	seed: '0198a1b2c3d4',
	items: Array.from({ length: 20 }, (_, i) => ({
		form: i % 2 === 0 ? 'choose' : 'type',
		questions: [(i * 37) % shipped.questions.length]
	}))
};

const pack = (handout: IdHandout) => packIdHandout(crypto, handout, school.keys.sign.privateKey);
const read = (packed: Bytes, at = bank) => readIdLink(crypto, printIdLink(packed), at);
let packed: Bytes;
beforeAll(async () => {
	packed = await pack(ids);
});

describe('a Practice of shipped questions', () => {
	test('comes back', async () => {
		const item = fc.record({
			form: fc.constantFrom(...FORMS),
			questions: fc.array(fc.nat({ max: bank.questionCount - 1 }), { minLength: 1, maxLength: 8 })
		});
		const changes = fc.record({
			title: fc.string({ unit: 'grapheme', maxLength: 40 }),
			pupils: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 60 }),
			exceptions: fc.array(fc.constant(toBase64Url(new Uint8Array(40))), { maxLength: 2 }),
			items: fc.array(item, { minLength: 1, maxLength: 30 })
		});
		await fc.assert(
			fc.asyncProperty(changes, async (change) => {
				const handout = { ...ids, ...change };
				expect(valueOf(await read(await pack(handout)))).toEqual(handout);
			}),
			{ numRuns: 40 }
		);
	});

	test('of 20 questions fits a QR code that is read from a wall', () => {
		console.info(
			`a QR code of 20 ids: ${packed.length} bytes, ${printIdLink(packed).length} letters`
		);
		expect(packed.length).toBeLessThanOrEqual(300);
		expect(printIdLink(packed)).toMatch(/^Q1\.[0-9A-Z]+$/);
	});

	test('is read whatever case a program gives it', async () => {
		const link = printIdLink(packed);
		expect((await readIdLink(crypto, `#${link.toLowerCase()}`, bank)).ok).toBe(true);
	});
});

describe('what is refused', () => {
	test('another edition, with the one it needs', async () => {
		expect(await read(packed, { ...bank, edition: 'aaaaaaaaaaaa' })).toEqual({
			ok: false,
			problem: { code: 'wrong-edition', edition: shipped.edition }
		});
	});

	test.each<[string, string, string]>([
		['nothing', '', 'foreign'],
		['a link with its questions', 'h1.AAAA', 'foreign'],
		['a later version', 'Q2.AAAA', 'newer'],
		['letters that are no bytes', 'Q1.U', 'unreadable'],
		['other bytes', `Q1.${'A'.repeat(400)}`, 'unreadable']
	])('%s', async (_, fragment, code) => {
		expect(codeOf(await readIdLink(crypto, fragment, bank))).toBe(code);
	});

	test('any byte changed, at any place', async () => {
		for (let at = 0; at < packed.length; at++)
			for (const mask of [1, 0x80])
				expect(codeOf(await read(flipped(packed, at, mask)))).toMatch(
					/^(?:unreadable|bad-signature|wrong-edition)$/
				);
	});

	test('any beginning, and anything added', async () => {
		for (let length = 0; length < packed.length; length++)
			expect((await read(packed.slice(0, length))).ok).toBe(false);
		expect(codeOf(await read(joinBytes(packed, Uint8Array.of(0))))).toBe('unreadable');
	});

	test.each<[string, Partial<IdHandout>]>([
		['a Test', { rules: { ...PRACTICE, mode: 'test', feedback: 'release' } }],
		['a question that is not there', { items: [{ form: 'choose', questions: [99_999] }] }],
		['an item without questions', { items: [{ form: 'choose', questions: [] }] }],
		['no items', { items: [] }],
		['a number twice', { pupils: [1, 1] }],
		['no attempts', { rules: { ...PRACTICE, attempts: 0 } }],
		['a seed without end', { seed: 'x'.repeat(41) }],
		['version nought', { version: 0 }]
	])('%s, though it is signed', async (_, change) => {
		expect(codeOf(await read(await pack({ ...ids, ...change })))).toBe('unreadable');
	});
});
