import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownBytes, toBase64Url } from '#lib/domain/classroom/bytes.ts';
import { withChecksum } from '#lib/domain/classroom/checksum.ts';
import {
	makeReleaseCode,
	openKey,
	printReleaseCode,
	printReleaseQr,
	readReleaseCode,
	readReleaseQr,
	sealKey
} from '#lib/domain/classroom/release.ts';
import { ASSIGNMENT, codeOf, flipped, valueOf } from './samples.ts';

const code = 'AAECAwQFBgcICQoLDA0ODw';
const shown = printReleaseCode(code);
const anyCode = fc
	.uint8Array({ minLength: 16, maxLength: 16 })
	.map((bytes) => toBase64Url(Uint8Array.from(bytes)));

describe('a release code', () => {
	test('is 128 bits, another each time', () => {
		expect(knownBytes(makeReleaseCode(crypto))).toHaveLength(16);
		expect(makeReleaseCode(crypto)).not.toBe(makeReleaseCode(crypto));
	});

	test('comes back from its letters and its QR code', () => {
		fc.assert(
			fc.property(anyCode, (each) => {
				expect(readReleaseCode(printReleaseCode(each))).toEqual({ ok: true, value: each });
				const release = { assignmentId: ASSIGNMENT, code: each };
				expect(readReleaseQr(printReleaseQr(release))).toEqual(release);
			})
		);
	});

	test.each<[string, string, string]>([
		['as it is shown', shown, 'none'],
		['small, without dashes', shown.toLowerCase().replaceAll('-', ''), 'none'],
		['with O for 0', shown.replaceAll('0', 'O'), 'none'],
		['nothing', '', 'too-short'],
		['its end missing', shown.slice(0, -2), 'too-short'],
		['more than it is', `${shown}-0`, 'mistyped'],
		['a letter that is none', shown.replace('0', 'U'), 'mistyped']
	])('typed: %s', (_, typed, problem) => {
		const read = readReleaseCode(typed);
		expect(codeOf(read)).toBe(problem);
		if (read.ok) expect(read.value).toBe(code);
	});

	test('with any one letter wrong is told', () => {
		const bare = shown.replaceAll('-', '');
		for (let at = 0; at < bare.length; at++)
			for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
				if (letter === bare[at]) continue;
				const typed = bare.slice(0, at) + letter + bare.slice(at + 1);
				expect(codeOf(readReleaseCode(typed))).toBe('mistyped');
			}
	});

	test('as a QR code has only letters that it holds well', () => {
		expect(printReleaseQr({ assignmentId: ASSIGNMENT, code })).toMatch(
			/^RECOUNTKEY1:[0-9A-F-]{36}:[0-9A-Z-]{34}$/
		);
	});

	test.each([
		['nothing', ''],
		['a result', 'RECOUNT1:ABC'],
		['another code', `RECOUNTKEY1:${ASSIGNMENT}:ABC`],
		['a mistyped code', printReleaseQr({ assignmentId: ASSIGNMENT, code }).replace(/.$/, 'Z')],
		['no assignment', `RECOUNTKEY1:${'-'.repeat(36)}:${shown}`]
	])('is not found in %s', (_, text) => {
		expect(readReleaseQr(text)).toBeUndefined();
	});

	test('is found in a message', () => {
		const release = { assignmentId: ASSIGNMENT, code };
		expect(readReleaseQr(`the key: ${printReleaseQr(release)} bye`)).toEqual(release);
	});
});

/** A key of that name is refused, whoever wrote it. */
const anyJson = fc.jsonValue().filter((json) => !JSON.stringify(json).includes('__proto__'));

describe('a sealed key', () => {
	test('opens with its code', async () => {
		await fc.assert(
			fc.asyncProperty(anyJson, anyCode, async (json, each) => {
				const withheld = JSON.parse(JSON.stringify(json)) as unknown;
				const sealedKey = await sealKey(crypto, { code: each, withheld });
				expect(valueOf(await openKey(crypto, { code: each, sealedKey }))).toEqual(withheld);
			}),
			{ numRuns: 30 }
		);
	});

	test.each<[string, string]>([
		['another code', 'AAAAAAAAAAAAAAAAAAAAAA'],
		['no code', ''],
		['no bytes', '!'],
		['too short a code', 'AAAA']
	])('does not open with %s', async (_, wrong) => {
		const sealedKey = await sealKey(crypto, { code, withheld: [1, 2, 3] });
		expect(codeOf(await openKey(crypto, { code: wrong, sealedKey }))).toBe('wrong-code');
	});

	test('with any byte changed, or cut off, is told as altered', async () => {
		const bytes = knownBytes(await sealKey(crypto, { code, withheld: { right: [0, 3] } }));
		for (let at = 0; at < bytes.length; at++)
			for (const sealedKey of [flipped(bytes, at), bytes.slice(0, at)].map(toBase64Url))
				expect(codeOf(await openKey(crypto, { code, sealedKey }))).toBe('altered');
	});

	test('changed by somebody who mends the checksum does not open', async () => {
		const bytes = knownBytes(await sealKey(crypto, { code, withheld: { right: [0, 3] } }));
		for (let at = 0; at < bytes.length - 4; at++) {
			const forged = await withChecksum(crypto, flipped(bytes, at).slice(0, -4));
			const sealedKey = toBase64Url(forged);
			expect(codeOf(await openKey(crypto, { code, sealedKey }))).toBe('wrong-code');
		}
		const short = toBase64Url(await withChecksum(crypto, new Uint8Array(5)));
		expect(codeOf(await openKey(crypto, { code, sealedKey: short }))).toBe('altered');
	});
});
