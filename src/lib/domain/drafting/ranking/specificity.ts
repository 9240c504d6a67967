import { DEMONYMS } from '#lib/domain/drafting/names/data/demonyms.ts';

/** How far a question tells by itself what it is about. */
export interface Specificity {
	/** Names, years and quotations in it: what a reader who lacks the report can hold on to. */
	anchors: number;
	/** "the package", "a war": noun phrases whose thing only the report tells. */
	bareCount: number;
	/** It asks about something that happened, not about what always is. */
	isPast: boolean;
}

const SOURCE = /^According to .*?, (?=\S)/u;
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b/gu;
/** A word of a name, and the small words that join two of them. */
const NAME = /\p{Lu}[\p{L}\d.'’-]*(?: (?:of |the |de |and )*\p{Lu}[\p{L}\d.'’-]*)*/gu;
const YEAR = /\b(?:1\d|20)\d\ds?\b/u;
const QUOTED = /[“"][^”"]{12,}[”"]/u;

/** "Syrian" before a small noun tells less than a name. */
const HALF = 0.5;

const MONTH =
	/\b(?:January|February|March|April|June|July|August|September|October|November|December|(?<=in |on |\d )May|May(?= \d))\b/gu;
/** An office without its country or body may be anybody's. */
const OFFICE =
	/\b(?:(?:Deputy|Vice|First|Prime|Foreign|Interior|Chief) )*(?:Minister|President|Chancellor|Governor|Senator|Mayor|King|Queen|Judge|General|Executive)\b(?! (?:of |the )*\p{Lu})/gu;

/** A question without "According to …". */
export const withoutSource = (question: string) => question.replace(SOURCE, '');

/** A question with nothing written large but names. */
function plain(question: string): string {
	return withoutSource(question)
		.replace(/^./u, (first) => first.toLowerCase())
		.replace(WEEKDAY, 'a day')
		.replace(MONTH, 'a month')
		.replace(OFFICE, (office) => office.toLowerCase());
}

const namesOf = (text: string) => [...new Set(text.match(NAME) ?? [])];

/** The names in a question, each once; its source, a weekday, a month or a mere office is none. */
export const namesIn = (question: string) => namesOf(plain(question));

function anchorsOf(text: string): number {
	const weighed = namesOf(text).map((name) =>
		DEMONYMS.has(name.toLowerCase().replace(/s$/u, '')) ? HALF : 1
	);
	const others = [YEAR, QUOTED].filter((pattern) => pattern.test(text)).length;
	return weighed.reduce((sum, weight) => sum + weight, others);
}

/** Things that everybody knows without being told which. */
const KNOWN =
	/^(?:world|sun|moon|earth|sky|air|sea|ground|internet|past|public|universe|night|day|year|century|same|use|number|rest|media|press|term|name|word|idea|concept|process|state|government)\b/u;
/** "the first", "the largest", "the only": one of its kind. */
const ONLY =
	/^(?:first|second|third|last|top|bottom|only|main|most|least|best|worst|so-called|\p{Ll}+est|\d\S*)\b/u;
const PHRASE = /\b(?:the|an?) ((?:(?!(?:the|an?) )[\p{Ll}’'-]+ ?){1,3})(?=([^?,]*))/gu;
/** What follows tells which one: "the head of Nato", "the war in Syria". */
const TELLS = /^(?:[\p{Ll}-]+ ){0,4}(?:\p{Lu}|“|(?:1\d|20)\d\d)/u;

function isBare(phrase: string, rest: string): boolean {
	return !KNOWN.test(phrase) && !ONLY.test(phrase) && !TELLS.test(`${phrase}${rest}`);
}

const PAST =
	/\b(?:did|was|were|had|\p{Ll}+ed|became|began|took|came|went|led|won|lost|said|held|made|built|gave|left)\b/u;

/** What a question tells of its own subject, without the report. */
export function specificityOf(question: string): Specificity {
	const text = plain(question);
	const phrases = [...text.matchAll(PHRASE)];
	const bareCount = phrases.filter(([, phrase = '', rest = '']) => isBare(phrase, rest)).length;
	return { anchors: anchorsOf(text), bareCount, isPast: PAST.test(text) };
}
