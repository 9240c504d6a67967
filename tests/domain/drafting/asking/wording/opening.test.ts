import { describe, expect, it } from 'vitest';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';

const questionsOn = (text: string) =>
	draftQuestions({ text }).drafts.map(({ question }) => question);

describe('withOpening', () => {
	it.each<[string, string, string]>([
		[
			'the place of a claim',
			'In Bonn, the union said 40 houses were destroyed.',
			'According to the union, how many houses were destroyed in Bonn?'
		],
		[
			'the year of both clauses',
			'In 1990, Anna Bell founded a bank and Carl Dorn closed a school.',
			'What did Carl Dorn close in 1990?'
		]
	])('keeps %s', (_, text, question) => {
		expect(questionsOn(text)).toContain(question);
	});

	it.each<[string, string, RegExp]>([
		['no place nor year', 'In a speech, the union said 40 houses were destroyed.', /speech/],
		[
			'what a later clause leaves behind',
			'In Bonn, Anna Bell met Carl Dorn, who now owns 40 houses.',
			/own.*in Bonn/
		]
	])('does not take in %s', (_, text, words) => {
		expect(questionsOn(text).filter((question) => words.test(question))).toEqual([]);
	});
});
