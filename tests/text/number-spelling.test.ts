import { expect, test } from 'vitest';
import { mendNumberWords } from '#lib/text/number-spelling.ts';

test.each([
	['abuot sevnty poeple', 'about seventy poeple'],
	['Two hunderd thosand', 'Two hundred thousand'],
	['a milion', 'a million'],
	['a nillion', 'a nillion'],
	['about seventy', 'about seventy'],
	['tree', 'tree']
])('%s → %s', (text, mended) => {
	expect(mendNumberWords(text)).toBe(mended);
});
