import { describe, expect, test } from 'vitest';
import { sharedRuns } from '#lib/text/word-runs.ts';

const source = 'One two three four five six seven eight nine ten. Eleven, twelve!';

describe('sharedRuns', () => {
	test.each([
		['nothing shared', 'Something else altogether', []],
		['seven words are too few', 'one two three four five six seven', []],
		[
			'eight words',
			'So ONE, two-three four five six seven eight',
			['ONE, two-three four five six seven eight']
		],
		[
			'overlapping runs are one',
			'one two three four five six seven eight nine ten eleven',
			['one two three four five six seven eight nine ten eleven']
		],
		[
			'two runs apart',
			'two three four five six seven eight nine; but four five six seven eight nine ten eleven',
			['two three four five six seven eight nine', 'four five six seven eight nine ten eleven']
		],
		['an empty text', '', []]
	])('%s', (_, text, runs) => {
		expect(sharedRuns(text, source).map(({ start, end }) => text.slice(start, end))).toEqual(runs);
	});

	test('counts the words, and takes another length', () => {
		expect(sharedRuns('a three four five b', source, 3)).toEqual([{ start: 2, end: 17, words: 3 }]);
	});
});
