import { KINDS, LEVELS, type Kind, type Level } from '#lib/bank/types.ts';
import type { Desk, Paragraph } from './types.ts';

/** How far a desk is. */
export interface DeskProgress {
	questions: number;
	byKind: Record<Kind, number>;
	byLevel: Record<Level, number>;
	/** Questions of each paragraph, the caption's too, in the order of the report. */
	paragraphs: { number: Paragraph['number']; questions: number }[];
	/** The paragraphs of running text that nothing asks about yet. */
	open: number[];
}

function counts<T extends string>(words: readonly T[], found: T[]): Record<T, number> {
	const entries = words.map((word) => [word, found.filter((each) => each === word).length]);
	return Object.fromEntries(entries) as Record<T, number>;
}

/** The paragraphs of a report, also of one whose text is not here. */
function paragraphNumbers({ paragraphs, paragraphCount }: Desk): Paragraph['number'][] {
	if (paragraphs.length > 0) return paragraphs.map(({ number }) => number);
	return Array.from({ length: paragraphCount }, (_, index) => index + 1);
}

/** Which paragraphs have no question yet, and how many questions there are of each kind and level. */
export function deskProgress(desk: Desk): DeskProgress {
	const questions = Object.values(desk.questions);
	const asked = questions.flatMap(({ factId }) =>
		Object.hasOwn(desk.facts, factId) ? (desk.facts[factId]?.sentence.paragraph ?? []) : []
	);
	const paragraphs = paragraphNumbers(desk).map((number) => ({
		number,
		questions: asked.filter((each) => each === number).length
	}));
	return {
		questions: questions.length,
		byKind: counts(
			KINDS,
			questions.map(({ kind }) => kind)
		),
		byLevel: counts(
			LEVELS,
			questions.map(({ level }) => level)
		),
		paragraphs,
		open: paragraphs.flatMap(({ number, questions: count }) =>
			number !== 'caption' && count === 0 ? number : []
		)
	};
}
