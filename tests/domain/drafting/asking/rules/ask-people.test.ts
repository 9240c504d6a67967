import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-people: a figure alone, of people', () => {
	test.each<[string, string[]]>([
		[
			'The flood reached Liberia and killed more than 2,400.',
			['How many people did the flood kill? => more than 2,400']
		],
		[
			'The storm left more than 3,000 homeless in Haiti.',
			['How many people did the storm leave homeless in Haiti? => more than 3,000']
		],
		['The storm left 30 boats in Haiti.', ['How many boats did the storm leave in Haiti? => 30']],
		['The hunters in Mali shot 40.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
