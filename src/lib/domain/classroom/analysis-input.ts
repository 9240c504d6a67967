import { groupBy } from '#lib/bank/group-by.ts';
import { SORT_STANDINGS } from '#lib/domain/quiz/sort-items.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import { countedWork } from './gradebook.ts';
import type { MarkedAssignment, MarkedAttempt } from './mark-assignment.ts';
import { answerAsGiven, answerLabel, answerOf, mostFrequent } from './part-answers.ts';
import { allParts, partMarks, type PartMark } from './question-counts.ts';
import type { QuizPart } from './quiz-parts.ts';
import type { ClassMark, JudgedAnswer } from './ruling-types.ts';
import type { AttemptRule } from './types.ts';

/** What the analysis of a quiz is fed with: one attempt a pupil. */
export interface AnalysisInput {
	/** What the matrix's items are: parts that count, in the quiz's order. */
	parts: QuizPart[];
	/** Whose attempts the rows are. */
	attempts: MarkedAttempt[];
	/** What each of them has, by part. */
	marks: ReadonlyMap<string, PartMark>[];
	/** A part left open is a 0; one that the pupil was not given, or that is undecided, is null. */
	matrix: {
		items: { key: string; maxMark: number }[];
		attempts: (number | null)[][];
	};
}

/** The answers to one part, for its distractor table. */
export interface PartOptions {
	form: 'offered' | 'typed';
	options: { option: string; right: boolean }[];
	/** One an attempt that had the part; null where it was left open. */
	answers: { option: string | null; total: number | null }[];
}

function markOf({ credit }: ClassMark): number | null {
	return credit === 'undecided' ? null : credit;
}

function marksByKey(attempt: MarkedAttempt): Map<string, PartMark> {
	return new Map(partMarks([attempt]).map((each) => [each.part.key, each]));
}

/** The marks of an assignment as the analysis wants them, by the attempts that a rule counts. */
export function analysisInput(marked: MarkedAssignment, rule: AttemptRule): AnalysisInput {
	const attempts = marked.pupils.flatMap((work) => countedWork(work, rule)?.attempt ?? []);
	const rows = attempts.map(marksByKey);
	const isAsked = ({ key }: QuizPart) => rows.some((row) => row.get(key)?.mark.dropped === false);
	const parts = allParts(marked).filter(isAsked);
	return {
		parts,
		attempts,
		marks: rows,
		matrix: {
			items: parts.map(({ key }) => ({ key, maxMark: 1 })),
			attempts: rows.map((row) =>
				parts.map(({ key }) => {
					const mark = row.get(key)?.mark;
					return mark ? markOf(mark) : null;
				})
			)
		}
	};
}

function rightAnswer(item: Item, part: number): JudgedAnswer | undefined {
	if (item.form === 'true-false')
		return item.right === undefined ? undefined : { says: item.right };
	if (item.form === 'choose') return item.right === undefined ? undefined : { option: item.right };
	const right = 'right' in item ? item.right?.[part] : undefined;
	if (right === undefined) return undefined;
	return typeof right === 'number' ? { option: right } : { standing: right };
}

function offered(item: Item): JudgedAnswer[] {
	if (item.form === 'type') return [];
	if (item.form === 'true-false') return [{ says: true }, { says: false }];
	if (item.form === 'sort') return SORT_STANDINGS.map((standing) => ({ standing }));
	return item.options.map((_, option) => ({ option }));
}

/** What counts as right by now: by the key, unless the answer got another mark since. */
function rightLabels(
	part: QuizPart,
	chosen: readonly { label: string; mark: ClassMark }[]
): Set<string> {
	const key = rightAnswer(part.item, part.part);
	const right = new Set(key ? [answerLabel(part.item, key)] : []);
	for (const { label, mark } of chosen) {
		if (mark.by === 'overridden') continue;
		if (mark.credit === 1) right.add(label);
		else right.delete(label);
	}
	return right;
}

/** How most wrote each typed answer, by how it is told apart; the options' own words need none. */
function spellings(given: readonly PartMark[]): (label: string) => string {
	const texts = given.flatMap(({ part, mark }) => {
		const answer = answerOf(part, mark.raw);
		if (!answer || !('text' in answer)) return [];
		return [{ label: answerLabel(part.item, answer), text: answerAsGiven(part, mark.raw) }];
	});
	const byLabel = groupBy(texts, ({ label }) => label);
	return (label) => mostFrequent(byLabel.get(label)?.map(({ text }) => text) ?? [label]);
}

/**
 * The answers to one part as the analysis wants them, typed ones as most wrote them. `totals` are the analysis's own, an attempt each.
 * Undefined where the part is not among those analysed.
 */
export function partOptions(
	input: AnalysisInput,
	key: string,
	totals: readonly (number | null)[]
): PartOptions | undefined {
	const part = input.parts.find((each) => each.key === key);
	if (!part) return undefined;
	const given = input.marks.flatMap((marks, i) => {
		const had = marks.get(key);
		if (!had) return [];
		const answer = answerOf(had.part, had.mark.raw);
		const option = answer ? answerLabel(had.part.item, answer) : null;
		return [{ option, total: totals[i] ?? null, mark: had.mark }];
	});
	const chosen = given.flatMap(({ option, mark }) =>
		option === null ? [] : [{ label: option, mark }]
	);
	const right = rightLabels(part, chosen);
	const isTyped = part.item.form === 'type';
	const labels = isTyped
		? [...right]
		: offered(part.item).map((one) => answerLabel(part.item, one));
	const written = spellings(input.marks.flatMap((marks) => marks.get(key) ?? []));
	return {
		form: isTyped ? 'typed' : 'offered',
		options: [...new Set(labels)].map((label) => ({
			option: written(label),
			right: right.has(label)
		})),
		answers: given.map(({ option, total }) => ({
			option: option === null ? null : written(option),
			total
		}))
	};
}
