import { describe, expect, it } from 'vitest';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';

const questionsOn = (text: string, date?: string) =>
	draftQuestions({ text }, { date }).drafts.map(({ question }) => question);

const OPENED = 'Anna Bell, the mayor of Bonn, opened the bridge';

describe('officeTime', () => {
	it.each<[string, string, string | undefined, string]>([
		['the year of the report', `${OPENED}.`, '2016-09-24', 'Who was the mayor of Bonn in 2016?'],
		[
			'the time of news without a date',
			'The coach of the team, Anna Bell, left yesterday for Bonn.',
			undefined,
			'Who was the coach of the team at the time of the report?'
		],
		[
			'that time too where a place tells which office',
			`${OPENED} yesterday.`,
			undefined,
			'Who was the mayor of Bonn at the time of the report?'
		],
		['no time where nothing tells news', `${OPENED}.`, undefined, 'Who was the mayor of Bonn?'],
		[
			'the year for the position too',
			'French President Jacques Chirac visited the city of Bonn.',
			'2001-05-05',
			"What was Jacques Chirac's position in 2001?"
		],
		[
			'no year for who changes no office',
			'Anna Bell, a doctor, left Bonn for Aden.',
			'2016-09-24',
			'Who was Anna Bell?'
		]
	])('%s', (_, text, date, question) => {
		expect(questionsOn(text, date)).toContain(question);
	});

	it('does not ask who held what many have held before', () => {
		const questions = questionsOn('Yesterday former French President Jacques Chirac visited Bonn.');
		expect(questions.filter((question) => /^Who was the/.test(question))).toEqual([]);
		expect(questions).toContain("What was Jacques Chirac's position at the time of the report?");
	});
});
