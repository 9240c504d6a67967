import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-there: asks how many there are', () => {
	test.each<[string, string[]]>([
		['There are 24 schools in Delft.', ['How many schools are there in Delft? => 24']],
		[
			'In 1909, there were 281 Jews in Kelso.',
			['How many Jews were there in Kelso in 1909? => 281']
		],
		[
			'The Lima Courier reported there were three women and a child injured.',
			['According to the Lima Courier, how many women were injured? => three']
		],
		['There are 24 schools.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
