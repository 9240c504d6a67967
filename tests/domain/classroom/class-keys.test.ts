import { describe, expect, test } from 'vitest';
import { knownBytes, toBase64Url, type Bytes } from '#lib/domain/classroom/bytes.ts';
import { fingerprintWords, makeClassKeys, publicPoint } from '#lib/domain/classroom/class-keys.ts';
import { FINGERPRINT_WORDS } from '#lib/domain/classroom/fingerprint-words.ts';
import { isPoint, longPoint, shortPoint } from '#lib/domain/classroom/points.ts';

const hex = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'hex'));
/** The generator of P-256. @see FIPS 186-4, D.1.2.3 */
const G = hex(
	'046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
		'4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5'
);

describe('points', () => {
	test('the generator comes back from its short form', () => {
		expect(Buffer.from(shortPoint(G)).toString('hex')).toBe(
			'036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'
		);
		expect(longPoint(shortPoint(G))).toEqual(G);
	});

	test('every key comes back from its short form', async () => {
		const signs = new Set<number>();
		for (let i = 0; i < 40; i++) {
			const { seal } = await makeClassKeys(crypto);
			const point = knownBytes(publicPoint(seal.publicKey));
			const short = shortPoint(point);
			signs.add(short[0] ?? 0);
			expect(longPoint(short)).toEqual(point);
			expect(isPoint(toBase64Url(point))).toBe(true);
		}
		expect([...signs].sort()).toEqual([2, 3]);
	});

	test.each<[string, Bytes]>([
		['nothing', hex('')],
		['a sign that is none', hex('04' + '11'.repeat(32))],
		['a coordinate beyond the field', hex('02' + 'ff'.repeat(32))],
		['a coordinate of no point', hex('02' + '00'.repeat(31) + '01')],
		['a whole point', G]
	])('%s has no long form', (_, short) => {
		expect(longPoint(short)).toBeUndefined();
	});

	test.each<[string, string]>([
		['nothing', ''],
		['no base64url', '!'],
		['a short point', toBase64Url(shortPoint(G))],
		['a point beside the curve', toBase64Url(G.with(64, 0xf4))],
		['another mark before it', toBase64Url(G.with(0, 3))],
		['the point at infinity', toBase64Url(new Uint8Array(65))]
	])('%s is no point', (_, text) => {
		expect(isPoint(text)).toBe(false);
	});
});

describe('keys of a class', () => {
	test('hold nothing but the keys themselves', async () => {
		const { seal, sign, secret } = await makeClassKeys(crypto);
		for (const { publicKey, privateKey } of [seal, sign]) {
			expect(Object.keys(publicKey).sort()).toEqual(['crv', 'kty', 'x', 'y']);
			expect(Object.keys(privateKey).sort()).toEqual(['crv', 'd', 'kty', 'x', 'y']);
			expect([privateKey.x, privateKey.y]).toEqual([publicKey.x, publicKey.y]);
		}
		expect(knownBytes(secret)).toHaveLength(32);
		expect(knownBytes(publicPoint(seal.publicKey))).toHaveLength(65);
		expect((await makeClassKeys(crypto)).secret).not.toBe(secret);
	});

	test('what is no such key has no point', () => {
		expect(() => publicPoint({ x: '!', y: 'AA' })).toThrow();
	});
});

describe('the words of a key', () => {
	test('are 256, each once, short and plain', () => {
		expect(new Set(FINGERPRINT_WORDS).size).toBe(256);
		expect(FINGERPRINT_WORDS.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([]);
	});

	test('four tell it', async () => {
		expect(fingerprintWords(toBase64Url(G))).toEqual(
			[0x6b, 0x17, 0xd1, 0xf2].map((byte) => FINGERPRINT_WORDS[byte])
		);
		const { sign } = await makeClassKeys(crypto);
		const words = fingerprintWords(publicPoint(sign.publicKey));
		expect(words).toHaveLength(4);
		expect(words).not.toEqual(fingerprintWords(toBase64Url(G)));
	});

	test('what is no key has none', () => {
		expect(fingerprintWords('!')).toEqual([]);
	});
});
