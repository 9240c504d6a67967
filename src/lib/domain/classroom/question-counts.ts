import type { Form, Kind } from '#lib/bank/types.ts';
import { countedWork } from './gradebook.ts';
import type { MarkedAssignment, MarkedAttempt } from './mark-assignment.ts';
import { quizParts, type QuizPart } from './quiz-parts.ts';
import type { ClassMark, RuledPart } from './ruling-types.ts';

/** How one part of a quiz went among the counted attempts. */
export interface QuestionCounts extends RuledPart {
	/** Tells the part from the others; the same in every version that asks the same. */
	key: string;
	/** In the newest version that has it. */
	itemNo: number;
	part: number;
	kind: Kind;
	form: Form;
	ask: string;
	/** How many had it: all of the following together. */
	seen: number;
	right: number;
	partly: number;
	/** Answered, and wrong. */
	wrong: number;
	/** Left open: wrong too. */
	open: number;
	undecided: number;
	/** It counts for nobody. */
	dropped: boolean;
	/** Mean credit of what is decided; absent where nothing is. */
	facility?: number;
}

/** A part with one attempt's mark for it. */
export interface PartMark {
	part: QuizPart;
	attempt: MarkedAttempt;
	mark: ClassMark;
}

/** Each part of attempts with its mark. */
export function partMarks(attempts: readonly MarkedAttempt[]): PartMark[] {
	return attempts.flatMap((attempt) => {
		const parts = quizParts(attempt.quiz);
		return attempt.marks.flatMap((mark, i) => {
			const part = parts[i];
			return part ? [{ part, attempt, mark }] : [];
		});
	});
}

/** The parts of all versions, each once, in the newest one's order; those it no longer has come last. */
export function allParts({ assignment }: MarkedAssignment): QuizPart[] {
	const parts = new Map<string, QuizPart>();
	for (const quiz of assignment.versions.toReversed())
		for (const part of quizParts(quiz)) if (!parts.has(part.key)) parts.set(part.key, part);
	return [...parts.values()];
}

/** How a part went: `open` is wrong too. */
export type PartOutcome = 'right' | 'partly' | 'wrong' | 'open' | 'undecided';

/** How a part went, by what counts now. */
export function outcomeOf({
	credit,
	mark,
	by
}: Pick<ClassMark, 'credit' | 'mark' | 'by'>): PartOutcome {
	if (credit === 'undecided') return 'undecided';
	if (credit > 0) return credit === 1 ? 'right' : 'partly';
	return mark.rule === 'empty' && by !== 'overridden' ? 'open' : 'wrong';
}

function countsOf(part: QuizPart, marks: readonly ClassMark[]): QuestionCounts {
	const { key, itemNo, questionId, hash, kind, ask } = part;
	const outcomes = marks.map(outcomeOf);
	const count = (outcome: PartOutcome) => outcomes.filter((each) => each === outcome).length;
	const decided = marks.map(({ credit }) => credit).filter((credit) => credit !== 'undecided');
	const credit = decided.reduce<number>((sum, each) => sum + each, 0);
	return {
		key,
		itemNo,
		part: part.part,
		questionId,
		hash,
		kind,
		form: part.item.form,
		ask,
		seen: marks.length,
		right: count('right'),
		partly: count('partly'),
		wrong: count('wrong'),
		open: count('open'),
		undecided: count('undecided'),
		dropped: marks.some(({ dropped }) => dropped),
		...(decided.length > 0 && { facility: credit / decided.length })
	};
}

/** How each part went: one attempt a pupil, the one that is counted. */
export function questionCounts(marked: MarkedAssignment): QuestionCounts[] {
	const { pupils, assignment } = marked;
	const attempts = pupils.flatMap(
		(work) => countedWork(work, assignment.rules.counts)?.attempt ?? []
	);
	const all = partMarks(attempts);
	return allParts(marked).map((part) =>
		countsOf(
			part,
			all.filter((each) => each.part.key === part.key).map(({ mark }) => mark)
		)
	);
}
