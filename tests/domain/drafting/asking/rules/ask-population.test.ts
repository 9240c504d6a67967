import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-population: asks how many people live somewhere', () => {
	test.each<[string, string[]]>([
		['Kelso has a population of 5,639.', ['How many people live in Kelso? => 5,639']],
		[
			'In 1910, Kelso had a population of 5,639.',
			['How many people lived in Kelso in 1910? => 5,639']
		],
		['Kelso has a population of miners.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
