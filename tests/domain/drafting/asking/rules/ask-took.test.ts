import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-took: asks how long somebody took', () => {
	test.each<[string, string[]]>([
		[
			'It took Peter Hall four years to write The Miller.',
			['How many years did Peter Hall take to write The Miller? => four']
		],
		[
			'In 2012, it took rescuers more than four hours to reach Kaprun.',
			['How many hours did rescuers take to reach Kaprun in 2012? => more than four']
		],
		['It took four years to write The Miller.', []],
		['Peter Hall took four books to Bonn.', ['How many books did Peter Hall take to Bonn? => four']]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
