import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { ByteWriter } from '#lib/domain/classroom/byte-writer.ts';
import {
	joinBytes,
	knownBytes,
	toBase64Url,
	utf8,
	type Bytes
} from '#lib/domain/classroom/bytes.ts';
import { readHandoutFile, readHandoutLink } from '#lib/domain/classroom/handout-codec.ts';
import { writeHead } from '#lib/domain/classroom/handout-head.ts';
import { signHandout } from '#lib/domain/classroom/handout-signature.ts';
import type { Handout } from '#lib/domain/classroom/types.ts';
import { frozen } from './classroom-support.ts';
import { practiceOf, someClass } from './handouts.ts';
import { codeOf } from './samples.ts';

const school = await someClass();
let good: Handout;
beforeAll(async () => {
	good = practiceOf(school, await frozen({ length: 4, forms: ['choose', 'match', 'sort'] }));
});

/** What a file says of anything at all, signed by the class as it stands: only its shape can be wrong. */
async function read(handout: unknown): Promise<string> {
	const signed = await signHandout(crypto, handout as Handout, school.keys.sign.privateKey);
	const file = { kind: 'recount-handout', version: 1, ...signed };
	return codeOf(await readHandoutFile(crypto, JSON.stringify(file)));
}

/** A copy of the good one with something put at a path. */
function put(path: string, value: unknown): unknown {
	const copy: unknown = structuredClone(good);
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	let at = copy as Record<string, unknown>;
	for (const key of keys) at = at[key] as Record<string, unknown>;
	at[last] = value;
	return copy;
}

test('the good one is good', async () => {
	expect(await read(good)).toBe('none');
});

describe('a hostile file', () => {
	const many = (length: number) => Array.from({ length }, (_, i) => i + 1);
	test.each<[string, string, unknown]>([
		['10,000 pupils', 'pupils', many(10_000)],
		['1,000 pupils', 'pupils', many(1000)],
		['a number twice', 'pupils', [1, 1]],
		['number nought', 'pupils', [0]],
		['half a number', 'pupils', [1.5]],
		['a number as text', 'pupils', ['1']],
		['pupils that are an object', 'pupils', { length: 3 }],
		['a date that is none', 'rules.closesAt', Number.NaN],
		['a date without end', 'rules.closesAt', 'Infinity'],
		['a date beyond all dates', 'rules.closesAt', 8.65e15],
		['a date before all dates', 'rules.opensAt', -1],
		['a close before it opens', 'rules.closesAt', 1],
		['no attempts', 'rules.attempts', 0],
		['a hundred attempts', 'rules.attempts', 100],
		['no minutes', 'rules.minutes', 0],
		['more minutes than a day', 'rules.minutes', 1441],
		['an unknown mode', 'rules.mode', 'exam'],
		['a Test that gives its feedback before', 'rules.mode', 'test'],
		['an unknown key', 'more', 1],
		['an unknown key inside', 'rules.more', 1],
		['a name for a pupil', 'names', ['Ali']],
		['an assignment that is no uuid', 'assignmentId', '../../x'],
		['a class in capitals', 'classId', '0198A1B2-0000-7000-8000-00000000C1A5'],
		['a title without end', 'title', 'x'.repeat(301)],
		['no title', 'title', undefined],
		['a key that is no point', 'sealTo', toBase64Url(new Uint8Array(65).fill(4))],
		['an exception without end', 'exceptions', ['A'.repeat(204)]],
		['an exception that is no bytes', 'exceptions', ['!']],
		['1,000 exceptions', 'exceptions', Array.from({ length: 1000 }, () => 'AAAA')],
		['a sealed key that is no bytes', 'sealedKey', '<script>'],
		['a closed fact that is a fact', 'closedFacts', ['aleppo/siege']],
		['no quiz', 'quiz', null],
		['a quiz that is a list', 'quiz', []],
		['no items', 'quiz.items', []],
		['301 items', 'quiz.items', Array.from({ length: 301 }, () => ({}))],
		['an item of an unknown form', 'quiz.items.0.form', 'essay'],
		['an item without parts', 'quiz.items.0.parts', []],
		['a question that is not there', 'quiz.items.0.parts', [{ questionId: 'x/y/who' }]],
		['a right option that is not there', 'quiz.items.0.right', 99],
		['a right option below', 'quiz.items.0.right', -1],
		['a right option that is a list', 'quiz.items.0.right', [0]],
		['a hash that is too short', 'quiz.hash', 'AAAA'],
		['version nought', 'quiz.version', 0],
		['a bank of another version', 'quiz.bank.version', 2],
		['a question twice', 'quiz.bank.questions', 'twice'],
		['an unknown kind', 'quiz.bank.questions.0.kind', 'why'],
		['an answer that is a text', 'quiz.bank.questions.0.answer', 'Aleppo'],
		['an answer of no form', 'quiz.bank.questions.0.answer', { form: 'regex', text: '(a+)+' }],
		['an ask without end', 'quiz.bank.questions.0.ask', 'x'.repeat(10_001)],
		['a rival that is two things', 'quiz.bank.questions.0.rivals', [{ name: 'a', text: 'b' }]],
		['2,001 names', 'quiz.bank.names', Array.from({ length: 2001 }, () => ({}))],
		['a report without end', 'quiz.bank.reports.0.paragraphs', 1e6]
	])('with %s is refused', async (_, path, value) => {
		const [question] = good.quiz.bank.questions;
		const choose = good.quiz.items.findIndex(({ form }) => form === 'choose');
		const given = value === 'twice' ? [question, question] : value;
		expect(await read(put(path.replace('items.0', `items.${choose}`), given))).toBe('unreadable');
	});

	test.each(['match', 'sort'] as const)('of which a %s has too few right', async (form) => {
		const no = good.quiz.items.findIndex((item) => item.form === form);
		expect(no).toBeGreaterThanOrEqual(0);
		expect(await read(put(`quiz.items.${no}.right`, []))).toBe('unreadable');
	});

	test.each([
		['__proto__', '{"__proto__":{"isAdmin":true},'],
		['constructor', '{"constructor":{"prototype":{"isAdmin":true}},']
	])('that names %s changes nothing', async (_, start) => {
		const signed = await signHandout(crypto, good, school.keys.sign.privateKey);
		const inside = JSON.stringify(signed.handout).replace('{', start);
		const text = `{"kind":"recount-handout","version":1,"handout":${inside},"signature":"${signed.signature}"}`;
		expect((await readHandoutFile(crypto, text)).ok).toBe(false);
		expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
	});

	test('nested without end is refused', async () => {
		const deep = '['.repeat(500_000) + ']'.repeat(500_000);
		const text = `{"kind":"recount-handout","version":1,"handout":${deep},"signature":""}`;
		expect((await readHandoutFile(crypto, text)).ok).toBe(false);
	});
});

describe('a hostile link', () => {
	/** A link of these words, whatever they are, with a head and a signature of the right shape. */
	function linkOf(
		words: Bytes,
		after = new ByteWriter().raw(new Uint8Array(16)).count(0).count(0)
	) {
		const writer = new ByteWriter().raw(new Uint8Array(64));
		writeHead(writer, good);
		return `h1.${toBase64Url(joinBytes(writer.done(), after.done(), words))}`;
	}
	const packed = (words: string | Buffer) => Uint8Array.from(deflateRawSync(words));
	const hash = knownBytes('AAECAwQFBgcICQoLDA0ODw');

	test.each<[string, () => string]>([
		['a bomb', () => linkOf(packed(Buffer.alloc(100_000_000, ' ')))],
		['a bomb of JSON', () => linkOf(packed(`[${'[],'.repeat(600_000)}[]]`))],
		['nested without end', () => linkOf(packed('['.repeat(400_000) + ']'.repeat(400_000)))],
		['no JSON', () => linkOf(packed('hello'))],
		['a text', () => linkOf(packed('"hello"'))],
		['a quiz that is a text', () => linkOf(packed('["8b","t","quiz"]'))],
		['an object', () => linkOf(packed('{"quiz":{}}'))],
		['no words', () => linkOf(utf8(''))],
		[
			'closed facts that are not there',
			() => linkOf(packed('[]'), new ByteWriter().raw(hash).count(0).count(2000))
		],
		[
			'more closed facts than allowed',
			() => linkOf(packed('[]'), new ByteWriter().raw(hash).count(0).count(1e9))
		],
		[
			'a sealed key that is not there',
			() => linkOf(packed('[]'), new ByteWriter().raw(hash).count(999_999))
		]
	])('with %s is refused', async (_, link) => {
		expect(codeOf(await readHandoutLink(crypto, link()))).toBe('unreadable');
	});
});
