import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-first-to: asks about what somebody was the first to do', () => {
	test.each<[string, string[]]>([
		[
			'The Kestrel was the first ship to carry 400 passengers across the lake.',
			['How many passengers did the Kestrel carry across the lake? => 400']
		],
		[
			'Peter Hall became the first driver ever to win two different cups in one year.',
			['How many different cups did Peter Hall win in one year? => two']
		],
		['The Kestrel was a ship to carry 400 passengers across the lake.', []],
		['The Kestrel was the first ship to be seen by 400 passengers.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
