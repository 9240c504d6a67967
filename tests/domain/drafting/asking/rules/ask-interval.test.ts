import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-interval: asks how long before or after', () => {
	test.each<[string, string[]]>([
		[
			'Anna Bell resigned in 2012, three weeks after the vote in Ulm.',
			['How many weeks after the vote in Ulm did Anna Bell resign in 2012? => three']
		],
		[
			'Two days after the vote, Peter Hall resigned as mayor of Ulm.',
			['How many days after the vote did Peter Hall resign as mayor of Ulm? => Two']
		],
		[
			"Peter Hall was questioned by police, just two days after Bell's car was found at a church.",
			[
				"How many days after Bell's car was found at a church was Peter Hall questioned by police? => two"
			]
		],
		['Anna Bell opened the school in 1950, five months after that.', []],
		['Anna Bell opened the school in 1950, five months later.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
