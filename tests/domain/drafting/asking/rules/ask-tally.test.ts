import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-tally: asks with how many somebody leads', () => {
	test.each<[string, string[]]>([
		[
			'Anna Bell led the league in goals with 23.',
			['With how many goals did Anna Bell lead the league? => 23']
		],
		[
			'Anna Bell led the Reds in goals with 23 in 2012.',
			['With how many goals did Anna Bell lead the Reds in 2012? => 23']
		],
		['Anna Bell was second in goals with 12.', ['With how many goals was Anna Bell second? => 12']],
		['Anna Bell lives in houses with 23 cats.', []],
		['Anna Bell leads the league in the goals with Peter Hall.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
