import type { RulingInForce } from '#lib/domain/classroom/rulings.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AssignmentBook } from '#lib/state/teach/assignment-book.svelte.ts';
import { answerWords, creditWord, pupilStateWord } from './grade-words.ts';

type Of<T extends RulingInForce['type']> = Extract<RulingInForce, { type: T }>;

function judged({ columns }: AssignmentBook, ruling: Of<'judge'>): string {
	const column = columns.find(({ part }) => part.hash === ruling.part.hash);
	if (!column) return m.grade_log_other();
	const words = {
		label: column.label,
		text: answerWords(column.part, ruling.answer),
		credit: creditWord(ruling.credit)
	};
	return ruling.assignmentId === undefined
		? m.grade_log_judge_all(words)
		: m.grade_log_judge(words);
}

function overridden({ rows, columns }: AssignmentBook, ruling: Of<'override'>): string {
	const row = rows.find(({ attempt }) => attempt?.submission.id === ruling.submissionId);
	const column = columns.find(
		({ part }) => part.itemNo === ruling.itemNo && part.part === ruling.part
	);
	if (!row || !column) return m.grade_log_other();
	const { note } = ruling;
	const credit = creditWord(ruling.credit);
	return m.grade_log_override({ no: row.no, label: column.label, credit, note });
}

/** A decision in words. */
export function rulingWords(book: AssignmentBook, ruling: RulingInForce): string {
	switch (ruling.type) {
		case 'judge':
			return judged(book, ruling);
		case 'override':
			return overridden(book, ruling);
		case 'drop': {
			const column = book.columns.find(({ part }) => part.hash === ruling.part.hash);
			return column ? m.grade_log_drop({ label: column.label }) : m.grade_log_other();
		}
		case 'state': {
			const { no, state } = ruling;
			const word = state === 'none' ? m.grade_pupil_state_none() : pupilStateWord(state);
			return m.grade_log_state({ no, state: word });
		}
	}
}
