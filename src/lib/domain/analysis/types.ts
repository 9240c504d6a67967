/**
 * Why a figure cannot be given: nobody saw it; one attempt, or too few for this figure; the item or
 * the whole counts for nothing; there is one item only; all got the same mark, or the same on the
 * other items; not all saw the same items; nobody chose it; the numbers are beyond reckoning.
 */
export type NoFigure =
	| 'no-attempts'
	| 'one-attempt'
	| 'few-attempts'
	| 'no-marks'
	| 'one-item'
	| 'same-mark'
	| 'same-rest'
	| 'items-differ'
	| 'nobody'
	| 'no-distractors'
	| 'out-of-range';

/** A finite number, or why there is none. */
export type Figure = { ok: true; value: number } | { ok: false; problem: NoFigure };

/** One question as marked. */
export interface MatrixItem {
	key: string;
	/** The most that `attempts` can hold for it. 0: it is not marked. */
	maxMark: number;
	/** What full marks add to the total; as much as `maxMark` where left out. 0: tried out, not counted. */
	weight?: number;
}

/** Marks by attempt and item; what was left open is a 0, what the pupil was not given is null. */
export interface MarkMatrix {
	items: readonly MatrixItem[];
	/** A row an attempt, with a mark for each of `items` in their order. */
	attempts: readonly (readonly (number | null)[])[];
}

/** How one question did. */
export interface ItemAnalysis {
	key: string;
	/** N: how many attempts had it. */
	seen: number;
	/** Mean mark as a share of the most. */
	facility: Figure;
	/** Standard deviation (n − 1), in marks of this item. */
	sdMarks: Figure;
	/** Correlation of the item with the rest of its paper, −1 to 1. */
	discriminationIndex: Figure;
	/** What it tells apart, as a share of what it could at this facility. */
	discriminativeEfficiency: Figure;
	/** Share of the paper's marks. */
	intendedWeight: Figure;
	/** Share of the spread of the totals; 0 with `negativeCovariance`. */
	effectiveWeight: Figure;
	/** Whether those with a high total did worse in it: its effective weight then means nothing. */
	negativeCovariance: boolean;
	/** Facility among the upper 27 % less that among the lower 27 %. */
	upperLower: Figure;
}

/** How the paper did as a whole. */
export interface TestAnalysis {
	/** Attempts that had any item. */
	attempts: number;
	/** Items that count and that anybody had. */
	items: number;
	/** Whether every attempt had the same items. */
	sameItems: boolean;
	/** What totals are given in: marks, or shares of each attempt's own most where these differ. */
	unit: 'marks' | 'share';
	/** The most a total can be, in `unit`. */
	most: Figure;
	mean: Figure;
	median: Figure;
	/** Standard deviation (n − 1), in `unit`. */
	sd: Figure;
	skewness: Figure;
	kurtosis: Figure;
	/** Coefficient of internal consistency (alpha), at most 1 and never clamped at 0. */
	consistency: Figure;
	/** Share of the standard deviation that is chance; above 1 where the consistency is negative. */
	errorRatio: Figure;
	/** Standard error of a total, in `unit`. */
	standardError: Figure;
}

/** A quiz and its questions, analysed. */
export interface Analysis {
	test: TestAnalysis;
	/** In the matrix's order. */
	items: ItemAnalysis[];
	/** Each attempt's total in `test.unit`; null where it had nothing that counts. */
	totals: (number | null)[];
}

/** Whether the options were offered to choose from, or are the distinct answers that were typed. */
export type OptionsForm = 'offered' | 'typed';

/** The answers to one question. */
export interface OptionAnswers {
	form: OptionsForm;
	/** What was offered, or which typed answers are known right; others are found in `answers`. */
	options: readonly { option: string; right: boolean }[];
	/** One an attempt that had the question; null where it was left open. */
	answers: readonly { option: string | null; total: number | null }[];
}

/** How one option, or one distinct typed answer, did. */
export interface OptionFigures {
	option: string;
	right: boolean;
	/** How many chose it. */
	chosen: number;
	/** Of all who had the question. */
	share: Figure;
	/** Mean total of those who chose it. */
	meanTotal: Figure;
	/** Share of the upper 27 % who chose it. */
	upperShare: Figure;
	/** Share of the lower 27 % who chose it. */
	lowerShare: Figure;
	/** A distractor that under 5 % chose. */
	nonFunctioning: boolean;
}

/** A question's distractor table. */
export interface OptionsAnalysis {
	form: OptionsForm;
	/** How many attempts had the question. */
	seen: number;
	leftOpen: number;
	/** Offered: in the order given. Typed: the most frequent first, then by text. */
	options: OptionFigures[];
	/** Functioning distractors as a share of all. */
	distractorEfficiency: Figure;
}

/** How far advice can be trusted: not at all below 10 attempts, as a hint below 30. */
export type Firmness = 'counts-only' | 'hint' | 'firm';

/** What is odd about a question. */
export type Finding =
	| {
			code: 'check-the-key';
			/** Where it is negative. */
			discriminationIndex?: number;
			/** The wrong option that the best scorers prefer to the right one. */
			preferred?: string;
	  }
	| { code: 'hard'; facility: number }
	| { code: 'too-easy'; facility: number }
	| { code: 'replace-distractors'; options: string[] };

/** What to do about it. */
export type AdviceStep =
	| { code: 'read-paragraph' }
	| { code: 'keep-and-reteach' }
	| { code: 'accept-option'; option: string };

/** What a teacher should do about a question. */
export interface Advice {
	firmness: Firmness;
	findings: Finding[];
	/** To be tried in this order. */
	steps: AdviceStep[];
}

/** What Moodle calls a facility, from hardest to easiest. */
export type FacilityBand =
	| 'extremely-difficult'
	| 'very-difficult'
	| 'difficult'
	| 'moderately-difficult'
	| 'about-right'
	| 'fairly-easy'
	| 'easy'
	| 'very-easy'
	| 'extremely-easy';
