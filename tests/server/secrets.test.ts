import { describe, expect, it } from 'vitest';
import { isSameSecret, randomToken, secretHash } from '#lib/server/secrets.ts';

describe('randomToken', () => {
	it.each([
		['a cookie', undefined, 43],
		['128 bits', 16, 22]
	])('%s', (_, bytes, letters) => {
		const tokens = Array.from({ length: 50 }, () => randomToken(crypto, bytes));
		expect(new Set(tokens).size).toBe(50);
		for (const token of tokens) expect(token).toMatch(new RegExp(`^[\\w-]{${letters}}$`));
	});
});

describe('secretHash', () => {
	it('is SHA-256 (FIPS 180-2, appendix B.1)', () => {
		const hex = Buffer.from(secretHash('abc'), 'base64url').toString('hex');
		expect(hex).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	});
});

describe('isSameSecret', () => {
	it.each([
		['same', [1, 2], [1, 2], true],
		['other', [1, 2], [1, 3], false],
		['shorter', [1, 2], [1], false],
		['none', [], [], true]
	])('%s', (_, a, b, expected) => {
		expect(isSameSecret(Uint8Array.from(a), Uint8Array.from(b))).toBe(expected);
	});
});
