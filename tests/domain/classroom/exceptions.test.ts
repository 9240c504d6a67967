import { describe, expect, test } from 'vitest';
import { knownBytes, toBase64Url } from '#lib/domain/classroom/bytes.ts';
import { findException, sealException } from '#lib/domain/classroom/exceptions.ts';
import type { Exception } from '#lib/domain/classroom/types.ts';
import { flipped, STARTED_AT } from './samples.ts';

const token = new Uint8Array(10).fill(1);
const other = new Uint8Array(10).fill(2);
const all: Exception[] = [
	{ no: 17, extraMinutes: 10 },
	{ no: 17, closesAt: STARTED_AT },
	{ no: 17, closesAt: 0 },
	{ no: 999, extraMinutes: 1440, closesAt: 8.64e15 },
	{ no: 1 }
];

describe('an exception', { timeout: 30_000 }, () => {
	test.each(all)('%j comes back to whom it is for', async (exception) => {
		const sealed = await sealException(crypto, exception, token);
		expect(await findException(crypto, [sealed], token)).toEqual(exception);
		expect(await findException(crypto, [sealed], other)).toBeUndefined();
	});

	test('is found among others', async () => {
		const [first = { no: 1 }, second = { no: 2 }] = all;
		const sealed = [
			await sealException(crypto, first, other),
			'',
			'!',
			'AAAA',
			await sealException(crypto, second, token)
		];
		expect(await findException(crypto, sealed, token)).toEqual(second);
		expect(await findException(crypto, [], token)).toBeUndefined();
	});

	test('does not tell by its length what it is about', async () => {
		const sealed = await Promise.all(all.map((each) => sealException(crypto, each, token)));
		expect(new Set(sealed.map(({ length }) => length))).toEqual(new Set([54]));
		expect(new Set(sealed).size).toBe(all.length);
	});

	test('with any byte changed is none', async () => {
		const sealed = knownBytes(await sealException(crypto, { no: 17, extraMinutes: 10 }, token));
		const changed = [...sealed.keys()].map((at) => toBase64Url(flipped(sealed, at)));
		expect(await findException(crypto, changed, token)).toBeUndefined();
	});
});
