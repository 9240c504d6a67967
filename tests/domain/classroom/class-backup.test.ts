import { beforeAll, describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url, utf8 } from '#lib/domain/classroom/bytes.ts';
import { printClassFile, readClassFile } from '#lib/domain/classroom/class-backup.ts';
import { makeClassKeys } from '#lib/domain/classroom/class-keys.ts';
import type { SchoolClass } from '#lib/domain/classroom/types.ts';
import { CLASS, codeOf, flipped, STARTED_AT } from './samples.ts';

const PHRASE = 'seven quiet herons';
let school: SchoolClass;
let file: string;

beforeAll(async () => {
	school = {
		id: CLASS,
		name: '8b',
		pupils: [
			{ no: 1, pseudonym: 'Quiet Heron', slip: 1 },
			{ no: 2, pseudonym: '', slip: 3, leftAt: STARTED_AT }
		],
		keys: await makeClassKeys(crypto),
		createdAt: STARTED_AT
	};
	file = await printClassFile(crypto, school, PHRASE);
}, 60_000);

describe('a class in a file', { timeout: 60_000 }, () => {
	test('comes back with its passphrase, however it is typed', async () => {
		for (const phrase of [PHRASE, ' ｓｅｖｅｎ quiet herons '])
			expect(await readClassFile(crypto, file, phrase)).toEqual({ ok: true, value: school });
		expect((await readClassFile(crypto, utf8(`\ufeff${file}`), PHRASE)).ok).toBe(true);
	});

	test('shows nothing of itself', () => {
		expect(file).not.toContain('Heron');
		expect(file).not.toContain(school.keys.secret);
		expect(Object.keys(JSON.parse(file) as object)).toEqual(['kind', 'version', 'sealed']);
	});

	test('does not open with another passphrase', async () => {
		for (const phrase of ['', PHRASE.toUpperCase()])
			expect(codeOf(await readClassFile(crypto, file, phrase))).toBe('wrong-passphrase');
	});

	test('with any byte changed, or cut off, is told as altered', async () => {
		const { sealed } = JSON.parse(file) as { sealed: string };
		const bytes = fromBase64Url(sealed);
		if (!bytes) throw new Error('no bytes');
		for (let at = 0; at < bytes.length; at += 3)
			for (const other of [flipped(bytes, at), bytes.slice(0, at)].map(toBase64Url))
				expect(codeOf(await readClassFile(crypto, file.replace(sealed, other), PHRASE))).toBe(
					'altered'
				);
	});

	test.each<[string, (file: string) => string, string]>([
		['nothing', () => '', 'foreign'],
		['a text', () => 'seven quiet herons', 'foreign'],
		['half a file', (text) => text.slice(0, 90), 'foreign'],
		['another kind', (text) => text.replace('recount-class', 'recount-backup'), 'foreign'],
		['a later version', (text) => text.replace('"version":1', '"version":2'), 'newer'],
		['no bytes', () => '{"kind":"recount-class","version":1,"sealed":"!"}', 'altered'],
		['nothing sealed', () => '{"kind":"recount-class","version":1}', 'altered']
	])('%s is none', async (_, change, code) => {
		expect(codeOf(await readClassFile(crypto, change(file), PHRASE))).toBe(code);
	});

	test.each<[string, (good: SchoolClass) => unknown]>([
		['no class', () => null],
		['a number twice', (good) => ({ ...good, pupils: [good.pupils[0], good.pupils[0]] })],
		[
			'keys of two points',
			({ keys, ...good }) => {
				const seal = { publicKey: keys.sign.publicKey, privateKey: keys.seal.privateKey };
				return { ...good, keys: { ...keys, seal } };
			}
		],
		['a private name', (good) => ({ ...good, names: ['Ali'] })]
	])('that holds %s is told as altered', async (_, change) => {
		const odd = await printClassFile(crypto, change(school) as SchoolClass, PHRASE);
		expect(codeOf(await readClassFile(crypto, odd, PHRASE))).toBe('altered');
	});
});
