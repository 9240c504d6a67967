import { describe, expect, it } from 'vitest';
import { hashPin, isPinOf, isWeakPin, makePin, NO_PIN_HASH } from '#lib/server/pupils/pins.ts';

describe('isWeakPin', () => {
	it.each([
		['000000', true],
		['777777', true],
		['121212', true],
		['123123', true],
		['123456', true],
		['456789', true],
		['789012', true],
		['654321', true],
		['210987', true],
		['112233', false],
		['135790', false],
		['123457', false],
		['031415', false],
		['121213', false]
	])('%s: %s', (pin, expected) => {
		expect(isWeakPin(pin)).toBe(expected);
	});
});

/** A source of randomness that gives these numbers of 32 bits, one a time. */
function drawing(...numbers: number[]): Crypto {
	const getRandomValues = (array: Uint32Array) => {
		array[0] = numbers.shift() ?? 0;
		return array;
	};
	return { getRandomValues } as unknown as Crypto;
}

describe('makePin', () => {
	it.each([
		['six digits, leading zeros too', [31_415], '031415'],
		['a weak one is drawn anew', [123_456, 0, 271_828], '271828'],
		['what would come too often is drawn anew', [4_294_000_001, 271_828], '271828'],
		['up to the last fair number', [4_293_999_998], '999998']
	])('%s', (_, numbers, expected) => {
		expect(makePin(drawing(...numbers))).toBe(expected);
	});

	it('differs each time', () => {
		const pins = Array.from({ length: 100 }, () => makePin(crypto));
		expect(new Set(pins).size).toBeGreaterThan(95);
		for (const pin of pins) expect(pin).toMatch(/^\d{6}$/);
	});
});

describe('hashPin', () => {
	it('says how it was made, has a salt of its own, and does not show the PIN', async () => {
		const [a, b] = await Promise.all([hashPin(crypto, '271828'), hashPin(crypto, '271828')]);
		expect(a).toMatch(/^scrypt\$14\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
		expect(a).not.toBe(b);
		expect(a).not.toContain('271828');
	});
});

describe('isPinOf', () => {
	it.each([
		['the right one', '271828', true],
		['another', '271829', false],
		['none', '', false]
	])('%s', async (_, pin, expected) => {
		expect(await isPinOf(pin, await hashPin(crypto, '271828'))).toBe(expected);
	});

	it('reads the parameters from the hash (RFC 7914, section 12, third vector)', async () => {
		const salt = Buffer.from('SodiumChloride').toString('base64url');
		const key = '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2';
		const hash = `scrypt$14$8$1$${salt}$${Buffer.from(key, 'hex').toString('base64url')}`;
		expect(await isPinOf('pleaseletmein', hash)).toBe(true);
	});

	it("is never right for nobody's", async () => {
		expect(await isPinOf('000000', NO_PIN_HASH)).toBe(false);
	});

	it('gets through many at once', async () => {
		const hash = await hashPin(crypto, '271828');
		const pins = Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? '271828' : '314159'));
		const right = await Promise.all(pins.map((pin) => isPinOf(pin, hash)));
		expect(right).toEqual(pins.map((pin) => pin === '271828'));
	});
});
