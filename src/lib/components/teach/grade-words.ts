import type { Figure, NoFigure } from '#lib/domain/analysis/types.ts';
import type { GradebookCell } from '#lib/domain/classroom/gradebook.ts';
import type { QuizPart } from '#lib/domain/classroom/quiz-parts.ts';
import type { ClassMark, JudgedAnswer } from '#lib/domain/classroom/ruling-types.ts';
import type { PupilState } from '#lib/domain/classroom/types.ts';
import { standingWord } from '#lib/components/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { optionLetter, type PartCell } from '#lib/state/teach/pupil-rows.ts';
import type { PaperProblem } from '#lib/state/teach/more-papers.ts';
import { keepingWords } from './teach-words.ts';

const PUPIL_STATES: Record<PupilState, () => string> = {
	absent: m.grade_state_absent,
	excused: m.grade_state_excused,
	'not-started': m.grade_state_not_started,
	working: m.grade_state_working,
	'handed-in': m.grade_state_handed_in
};

const CELLS: Record<PartCell['outcome'], { sign: string; word: () => string }> = {
	right: { sign: '✓', word: m.grade_cell_right },
	partly: { sign: '½', word: m.grade_cell_partly },
	wrong: { sign: '✗', word: m.grade_cell_wrong },
	open: { sign: '·', word: m.grade_cell_open },
	undecided: { sign: '?', word: m.grade_cell_undecided },
	'not-asked': { sign: '–', word: m.grade_cell_not_asked }
};

const NO_FIGURE: Record<NoFigure, () => string> = {
	'no-attempts': m.grade_none_attempts,
	'one-attempt': m.grade_none_few,
	'few-attempts': m.grade_none_few,
	'no-marks': m.grade_none_marks,
	'one-item': m.grade_none_one_item,
	'same-mark': m.grade_none_same,
	'same-rest': m.grade_none_same,
	'items-differ': m.grade_none_differ,
	nobody: m.grade_none_nobody,
	'no-distractors': m.grade_none_distractors,
	'out-of-range': m.grade_none_range
};

/** Where a pupil stands. */
export function pupilStateWord(state: PupilState): string {
	return PUPIL_STATES[state]();
}

/** The sign of a cell: the letter of a wrong option says more than that it is wrong. */
export function cellSign({ outcome, letter }: PartCell): string {
	return outcome === 'wrong' && letter !== undefined ? letter : CELLS[outcome].sign;
}

/** A cell in words. */
export function cellWords(cell: PartCell): string {
	const { outcome, letter, by, dropped } = cell;
	const isOption = outcome === 'wrong' && letter !== undefined;
	return [
		isOption ? m.grade_cell_wrong_option({ letter }) : CELLS[outcome].word(),
		...(dropped ? [m.grade_cell_dropped()] : []),
		...(by !== undefined && by !== 'grader' ? [m.grade_cell_yours()] : [])
	].join(', ');
}

/** Why a result is not final, in words. */
export function waitWords({ waits, result }: GradebookCell): string[] {
	return waits.map((wait) => {
		if (wait === 'working') return m.grade_waits_working();
		if (wait === 'open') return m.grade_waits_open();
		const count = result?.undecided ?? 0;
		return count > 0 ? m.grade_waits_undecided({ count }) : m.grade_waits_choice();
	});
}

/** A number as people write it, with at most so many places. */
export function numberText(value: number, places = 2): string {
	return new Intl.NumberFormat(getLocale(), { maximumFractionDigits: places }).format(value);
}

/** A share as a percentage. */
export function shareText(share: number): string {
	return new Intl.NumberFormat(getLocale(), {
		style: 'percent',
		maximumFractionDigits: 0
	}).format(share);
}

/** A figure, or why there is none. */
export function figureText(figure: Figure | undefined, as = (value: number) => numberText(value)) {
	if (!figure) return m.grade_none_attempts();
	return figure.ok ? as(figure.value) : NO_FIGURE[figure.problem]();
}

/** What a credit is called. */
export function creditWord(credit: ClassMark['credit'] | undefined): string {
	if (credit === 1) return m.grade_credit_right();
	if (credit === 0.5) return m.grade_credit_partly();
	return credit === 0 ? m.grade_credit_wrong() : m.grade_desk_waits();
}

/** An answer as the screen names it: an option by its letter too. */
export function answerWords({ item }: Pick<QuizPart, 'item'>, answer: JudgedAnswer): string {
	if ('says' in answer) return answer.says ? m.quiz_true() : m.quiz_false();
	if ('standing' in answer) return standingWord(answer.standing);
	if ('text' in answer) return answer.text;
	const text = 'options' in item ? (item.options[answer.option]?.text ?? '') : '';
	return `${optionLetter(answer.option)}, ${text}`;
}

/** What the analysis calls an answer, as the screen names it. */
export function labelWords({ item }: Pick<QuizPart, 'item'>, label: string): string {
	if (label === '') return '';
	if (item.form === 'true-false') return label === 'true' ? m.quiz_true() : m.quiz_false();
	if (item.form === 'sort') return standingWord(label as Parameters<typeof standingWord>[0]);
	if (!('options' in item)) return label;
	const option = item.options.findIndex(({ text }) => text === label);
	return option < 0 ? label : `${optionLetter(option)}, ${label}`;
}

/** Why something was not kept or made. */
export function bookWords(problem: PaperProblem): string {
	return problem.code === 'nothing' ? m.grade_problem_nothing() : keepingWords(problem);
}
