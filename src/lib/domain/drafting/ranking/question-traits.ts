import type { DraftFacts } from './facts.ts';

/** What holds of a draft, or how far, from 0 to 1. */
export type TraitTable<Name extends string> = Record<Name, (facts: DraftFacts) => boolean | number>;

/** True only on the day of the report. */
const OF_THE_DAY =
	/\b(?:today|yesterday|tomorrow|tonight|(?:last|this|next) (?:year|week|month|night|morning|afternoon|evening|season|spring|summer|autumn|winter|weekend)|presently|currently|now|still|ago|nowadays|to date|so far|(?:past|last|next|coming) (?:\w+ )?(?:hours|days|weeks|months|years)|at this point)\b/iu;
/** Tells when only beside what was told before. */
const TIME_BOUND =
	/\b(?:already|recently|soon|reportedly|later|earlier|previously|again|actually|thereafter|afterwards|meanwhile)\b/iu;
const YEAR = /\b(?:1\d|20)\d\ds?\b/u;
/** Who is meant was told before. */
const POINTING =
	/\b(?:this|these|those|such|same|another|other|others|also|there|here|teammate|fellow)\b/iu;
const STRANDED =
	/\b(?:in|on|at|to|from|with|by|for|as|of|into|under|through|against|after|during|over|behind|between|towards?)\?$/u;

/** What a question tells of itself. */
export const QUESTION_TRAITS = {
	noName: ({ names }) => names.length === 0,
	manyNames: ({ names }) => names.length >= 3,
	onlyYear: ({ names, question }) => names.length === 0 && YEAR.test(question),
	centralName: ({ isCentral }) => isCentral,
	unanchored: ({ specificity }) => specificity.anchors < 1,
	unanchoredEvent: ({ specificity }) => specificity.anchors < 1 && specificity.isPast,
	wellAnchored: ({ specificity }) => specificity.anchors >= 2,
	noBareThing: ({ specificity }) => specificity.bareCount === 0,
	bareThings: ({ specificity }) => specificity.bareCount > 1,
	bareOnly: ({ specificity, names }) => specificity.bareCount > 0 && names.length === 0,
	fewWords: ({ wordCount }) => wordCount <= 2,
	someWords: ({ wordCount }) => wordCount === 3 || wordCount === 4,
	manyWords: ({ wordCount }) => wordCount >= 7,
	longQuestion: ({ question }) => question.split(/\s+/u).length > 16,
	timeBound: ({ question }) => TIME_BOUND.test(question),
	ofTheDay: ({ question }) => OF_THE_DAY.test(question),
	undated: ({ draft }) => draft.flags.includes('undated'),
	pointing: ({ question }) => POINTING.test(question),
	filledIn: ({ draft }) => draft.flags.includes('name-filled-in'),
	stranded: ({ question }) => STRANDED.test(question),
	quotes: ({ question }) => question.includes('“')
} as const satisfies TraitTable<string>;
