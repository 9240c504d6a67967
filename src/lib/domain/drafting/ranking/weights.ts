/** What each trait of a draft adds to its score or takes from it. */
export const WEIGHTS = {
	base: 0.2,
	confidence: 2.2,
	anchored: 0.5,
	wellAnchored: 0.4,
	unanchoredEvent: -1.4,
	unanchored: -0.6,
	thinEvent: -0.5,
	bareThing: -0.7,
	bareThings: -1.1,
	nameAnswer: 0.4,
	figureAnswer: 0.8,
	shortAnswer: 0.3,
	longAnswer: -0.5,
	goodLength: 0.4,
	longQuestion: -0.6,
	shortQuestion: -0.2,
	leadSentence: 0.2,
	filledIn: -0.2,
	undated: -0.9,
	ownerAnswer: -0.9,
	bareAnswer: -0.3,
	namelessDoer: -0.6,
	timeBound: -0.5,
	demonstrative: -0.8
} as const;

/** A trait that a weight stands for. */
export type Trait = keyof typeof WEIGHTS;

/** The share of each kind among the best drafts. @see https://github.com/google-research-datasets/NewsQuizQA */
export const KIND_SHARES = { who: 0.3, what: 0.4, where: 0.12, 'how-many': 0.18 } as const;
