import { expect, test } from 'vitest';
import { readBankAsset } from '#lib/bank/bank-asset.ts';
import { BANK_VERSION } from '#lib/bank/types.ts';

test.each([
	['broken off', '{"version":1,', { code: 'not-json' }],
	['a page instead of a file', '<!doctype html>', { code: 'not-json' }],
	['nothing', 'null', { code: 'not-json' }],
	['a newer version', '{"version":99}', { code: 'wrong-version', found: 99 }],
	['no version', '[]', { code: 'wrong-version', found: undefined }]
])('%s is refused', (_, text, problem) => {
	expect(readBankAsset(text)).toEqual({ ok: false, problem });
});

test('this version is taken as it is', () => {
	const bank = { version: BANK_VERSION, edition: 'abc', names: [] };
	expect(readBankAsset(JSON.stringify(bank))).toEqual({ ok: true, value: bank });
});
