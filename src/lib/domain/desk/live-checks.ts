import type { Problem, ProblemData } from '#lib/bank/problems.ts';
import { checkSharedWords } from '#lib/bank/rules/shared-words.ts';
import type { Name } from '#lib/bank/types.ts';
import { adviceOn, type AdviceData } from './advice.ts';
import { readDesk, type DeskAround, type DeskBook, type DeskPlace } from './desk-book.ts';
import { distractorsIn } from './distractors.ts';
import { questionIdOf } from './source.ts';
import type { Desk, DeskQuestion } from './types.ts';

interface HintData extends ProblemData, AdviceData {
	/** A sentence with a gap was not rewritten as a question. */
	gap: object;
}

/** Something to see to on a desk: a `must` keeps it from being finished, an `advice` does not. */
export type Hint = DeskPlace &
	{
		[C in keyof HintData]: { code: C; data: HintData[C]; severity: 'must' | 'advice' };
	}[keyof HintData];

/** A path that a problem names besides its own: the question there, or the field. */
function firstOf({ placeOf }: DeskBook, first: string): string {
	const { questionId, field } = placeOf(first.replace(/:\d+$/, ''));
	return field.startsWith('distractors') ? field : (questionId ?? first);
}

function hintsOf(read: DeskBook, problems: Problem[], severity: Hint['severity']): Hint[] {
	return problems.map(({ code, data, file }) => {
		const said = 'first' in data ? { ...data, first: firstOf(read, data.first) } : data;
		return { ...read.placeOf(file), code, data: said, severity } as Hint;
	});
}

const GAP = /_{2,}/u;

/** Whether a wording is a sentence with a gap. */
export const hasGap = (ask: string) => GAP.test(ask);

function gaps(questions: DeskQuestion[]): Hint[] {
	return questions
		.filter(({ ask }) => hasGap(ask))
		.map(({ id }) => ({ questionId: id, field: 'ask', code: 'gap', data: {}, severity: 'must' }));
}

/**
 * All that keeps a desk from being finished: what the checker of banks says of it, at its fields, and
 * gaps that nobody made a question of.
 */
export function checkDesk(desk: Desk, around: DeskAround): Hint[] {
	const read = readDesk(desk, around);
	return [...hintsOf(read, read.problems, 'must'), ...gaps(Object.values(desk.questions))];
}

/** A hint as one of a question, if it is: of two that are alike, each is told of the other. */
function concerning(hint: Hint, { id, factId, comparisonId }: DeskQuestion): Hint[] {
	const isOfFact = hint.factId !== undefined && hint.factId === factId;
	const isOfComparison = hint.comparisonId !== undefined && hint.comparisonId === comparisonId;
	if (hint.questionId === id || isOfFact || isOfComparison) return [hint];
	const isOther = hint.code === 'duplicate-question' || hint.code === 'duplicate-answer';
	if (!isOther || hint.data.first !== id) return [];
	return [{ ...hint, questionId: id, data: { first: hint.questionId ?? '' } }];
}

/**
 * What there is to say of a question while it is being written, and of the fact or comparison it asks about:
 * what the checker finds, then advice.
 */
export function liveChecks(desk: Desk, question: DeskQuestion, around: DeskAround): Hint[] {
	const now: Desk = { ...desk, questions: { ...desk.questions, [question.id]: question } };
	const read = readDesk(now, around);
	const musts = hintsOf(read, read.problems, 'must').flatMap((hint) => concerning(hint, question));
	const place = { questionId: question.id, severity: 'advice' } as const;
	const safe = distractorsIn(read, questionIdOf(now, question), around)?.length;
	const advices = adviceOn(now, question, { around, safe }).map((each) => ({ ...each, ...place }));
	const isBare = question.level === 'core' && question.explain.trim() === '';
	const data = { because: 'core' } as const;
	const explain: Hint = { ...place, code: 'missing-explain', field: 'explain', data };
	return [...musts, ...gaps([question]), ...advices, ...(isBare ? [explain] : [])];
}

/** Where eight words or more of what a desk exports are the report's own: told before an export, no error. */
export function sharedWithSource(desk: Desk, names: readonly Name[]): Hint[] {
	const texts = [desk.pasted, desk.paragraphs.map(({ text }) => text).join('\n')];
	const read = readDesk(desk, { names });
	const reports = [...new Set(texts)].map((text) => ({ name: desk.head.title, text }));
	const found = new Map<string, Problem>();
	for (const problem of checkSharedWords(read.book, reports))
		found.set(JSON.stringify([problem.file, problem.data]), problem);
	return hintsOf(read, [...found.values()], 'advice');
}
