import type { Draft } from '#lib/domain/drafting/types.ts';
import { contentWords } from '#lib/domain/drafting/checks/content-words.ts';
import { specificityOf, type Specificity } from './specificity.ts';
import { WEIGHTS, type Trait } from './weights.ts';

/** A draft as the ranking sees it. */
export interface Ranked {
	draft: Draft;
	/** From 0 to 1: of clause and question word. */
	confidence: number;
}

const countWords = (text: string) => text.split(/\s+/).length;
const hasName = (text: string) => /\p{Lu}|\d/u.test(text.slice(1));

/** An event that is told in so few words may be one of many. */
const MOST_THIN = 3;

/** True only while the report is fresh. */
const TIME_BOUND =
	/\b(?:presently|currently|now|already|recently|so far|still|soon|nowadays|to date|reportedly|later|earlier|previously|again|actually|thereafter)\b/i;

const TRAITS: Record<
	Exclude<Trait, 'base' | 'confidence'>,
	(draft: Draft, answer: string, specificity: Specificity) => boolean
> = {
	anchored: (_draft, _answer, { anchors }) => anchors >= 1,
	wellAnchored: (_draft, _answer, { anchors }) => anchors >= 2,
	unanchoredEvent: (_draft, _answer, { anchors, isPast }) => anchors < 1 && isPast,
	unanchored: (_draft, _answer, { anchors, isPast }) => anchors < 1 && !isPast,
	thinEvent: ({ question }, _answer, { isPast }) =>
		isPast && contentWords(question).length <= MOST_THIN,
	bareThing: (_draft, _answer, { bareCount }) => bareCount === 1,
	bareThings: (_draft, _answer, { bareCount }) => bareCount > 1,
	nameAnswer: ({ kind }, answer) => kind !== 'how-many' && hasName(` ${answer}`),
	figureAnswer: ({ kind }) => kind === 'how-many',
	shortAnswer: (_, answer) => countWords(answer) <= 4,
	longAnswer: (_, answer) => countWords(answer) > 6,
	goodLength: ({ question }) => countWords(question) >= 6 && countWords(question) <= 14,
	longQuestion: ({ question }) => countWords(question) > 16,
	shortQuestion: ({ question }) => countWords(question) < 5,
	leadSentence: ({ paragraph }) => paragraph === 0,
	filledIn: ({ flags }) => flags.includes('name-filled-in'),
	undated: ({ flags }) => flags.includes('undated'),
	ownerAnswer: (_, answer) => /\b(?:his|her|its|their|it|them|this|these)\b/i.test(answer),
	bareAnswer: ({ kind }, answer) =>
		kind !== 'how-many' &&
		!hasName(` ${answer}`) &&
		countWords(answer.replace(/^(?:an?|the) /i, '')) === 1,
	namelessDoer: ({ kind }, answer) =>
		kind === 'who' && !hasName(` ${answer}`) && countWords(answer) <= 2,
	timeBound: ({ question }) => TIME_BOUND.test(question),
	demonstrative: ({ question }) =>
		/\b(?:this|these|those|such|same|another|other)\b/i.test(question)
};

/** How good a draft is, from 0 to 1: a logistic function of its traits. */
export function scoreOf({ draft, confidence }: Ranked): number {
	const answer = draft.answer.form === 'text' ? draft.answer.text : draft.answer.quantity;
	const specificity = specificityOf(draft.question);
	let sum: number = WEIGHTS.base + WEIGHTS.confidence * (confidence - 0.8);
	for (const [trait, applies] of Object.entries(TRAITS)) {
		if (applies(draft, answer, specificity)) sum += WEIGHTS[trait as Trait];
	}
	return Math.round(1e4 / (1 + Math.exp(-sum))) / 1e4;
}
