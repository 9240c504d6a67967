import { expect, test } from 'vitest';
import { mendNumberWords } from '#lib/text/number-spelling.ts';

test.each([
	['abuot sevnty poeple', 'about seventy poeple'],
	['Two hunderd thosand', 'Two hundred thousand'],
	['a milion', 'a million'],
	['a nillion', 'a nillion'],
	['about seventy', 'about seventy'],
	['fuor hospitals', 'four hospitals'],
	['hlaf', 'half'],
	['a quater of a million', 'a quarter of a million'],
	['tens of thousnds', 'tens of thousands'],
	['up to a yaer', 'up to a year'],
	['for hours', 'for hours'],
	['form', 'form'],
	['tree', 'tree']
])('%s → %s', (text, mended) => {
	expect(mendNumberWords(text)).toBe(mended);
});
