import type { Bank, Kind, QuestionId } from '#lib/bank/types.ts';
import { bankIndex } from './bank-index.ts';
import type { MarkedPart } from './types.ts';

/** Marks added up: `credit` of `outOf` parts that were decided. */
export interface Score {
	credit: number;
	outOf: number;
}

/** What a sitting came to. */
export interface Summary extends Score {
	/** Kinds that were asked; a standing that was sorted counts for `what`. */
	byKind: Partial<Record<Kind, Score>>;
	/** What the person was sure of and wrong in: the first thing to look at. */
	sureButWrong: MarkedPart[];
	/** Sure but wrong, then wrong, partly right, undecided, right; within each in the paper's order. */
	inOrder: MarkedPart[];
	/** Each once; what was right only when it came back is missed too. */
	missedQuestionIds: QuestionId[];
	/** Parts that wait for a person's verdict; not in `outOf`. */
	undecided: number;
}

/** Adds up a sitting's marks. Repeats and what was passed over at no cost do not count. */
export function summarise(bank: Bank, parts: readonly MarkedPart[]): Summary {
	const counted = parts.filter(({ repeat, skipped }) => !repeat && !skipped);
	const byKind: Partial<Record<Kind, Score>> = {};
	const total: Score = { credit: 0, outOf: 0 };
	for (const part of counted) {
		const { credit } = part.mark;
		if (credit === 'undecided') continue;
		const kind = kindOf(bank, part);
		for (const score of kind ? [total, (byKind[kind] ??= { credit: 0, outOf: 0 })] : [total]) {
			score.credit += credit;
			score.outOf++;
		}
	}
	const missed = counted.filter(({ mark }) => mark.credit === 0 || mark.credit === 0.5);
	return {
		...total,
		byKind,
		sureButWrong: counted.filter((part) => rankOf(part) === 0),
		inOrder: [...counted].sort((a, b) => rankOf(a) - rankOf(b)),
		missedQuestionIds: [...new Set(missed.map(({ questionId }) => questionId))],
		undecided: counted.filter(({ mark }) => mark.credit === 'undecided').length
	};
}

function kindOf(bank: Bank, { form, questionId }: MarkedPart): Kind | undefined {
	return form === 'sort' ? 'what' : bankIndex(bank).questions.get(questionId)?.kind;
}

function rankOf({ mark: { credit }, confidence }: MarkedPart): number {
	if (credit === 0) return confidence === 'sure' ? 0 : 1;
	if (credit === 0.5) return 2;
	return credit === 'undecided' ? 3 : 4;
}
