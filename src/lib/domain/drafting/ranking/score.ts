import type { Draft } from '#lib/domain/drafting/types.ts';
import { WEIGHTS, type Trait } from './weights.ts';

/** A draft as the ranking sees it. */
export interface Ranked {
	draft: Draft;
	/** From 0 to 1: of clause and question word. */
	confidence: number;
}

const countWords = (text: string) => text.split(/\s+/).length;
const hasName = (text: string) => /\p{Lu}|\d/u.test(text.slice(1));

const TRAITS: Record<
	Exclude<Trait, 'base' | 'confidence'>,
	(draft: Draft, answer: string) => boolean
> = {
	named: ({ question }) => hasName(question),
	nameAnswer: ({ kind }, answer) => kind !== 'how-many' && hasName(` ${answer}`),
	figureAnswer: ({ kind }) => kind === 'how-many',
	shortAnswer: (_, answer) => countWords(answer) <= 4,
	longAnswer: (_, answer) => countWords(answer) > 6,
	goodLength: ({ question }) => countWords(question) >= 6 && countWords(question) <= 14,
	longQuestion: ({ question }) => countWords(question) > 16,
	shortQuestion: ({ question }) => countWords(question) < 5,
	leadSentence: ({ paragraph }) => paragraph === 0,
	definiteOnly: ({ question }) => !hasName(question) && /\bthe\b/i.test(question),
	filledIn: ({ flags }) => flags.includes('name-filled-in'),
	undated: ({ flags }) => flags.includes('undated'),
	ownerAnswer: (_, answer) => /\b(?:his|her|its|their|it|them|this|these)\b/i.test(answer),
	bareAnswer: ({ kind }, answer) =>
		kind !== 'how-many' && !hasName(` ${answer}`) && countWords(answer) === 1,
	demonstrative: ({ question }) =>
		/\b(?:this|these|those|such|same|another|other)\b/i.test(question)
};

/** How good a draft is, from 0 to 1: a logistic function of its traits. */
export function scoreOf({ draft, confidence }: Ranked): number {
	const answer = draft.answer.form === 'text' ? draft.answer.text : draft.answer.quantity;
	let sum: number = WEIGHTS.base + WEIGHTS.confidence * (confidence - 0.8);
	for (const [trait, applies] of Object.entries(TRAITS)) {
		if (applies(draft, answer)) sum += WEIGHTS[trait as Trait];
	}
	return Math.round(1e4 / (1 + Math.exp(-sum))) / 1e4;
}
