import type { Draft } from '#lib/domain/drafting/types.ts';
import { contentWords, plainWords } from '#lib/domain/drafting/checks/content-words.ts';
import { namesIn, specificityOf, withoutSource, type Specificity } from './specificity.ts';

/** A draft with what its rule knows of it. */
export interface Ranked {
	draft: Draft;
	/** From 0 to 1: of clause and question word. */
	confidence: number;
}

/** What the ranking knows of a report as a whole. */
export interface ReportFacts {
	text: string;
	/** How often each word stands in it, by the word in lower case. */
	counts: ReadonlyMap<string, number>;
	/** The name that it is about, in lower case; empty where none stands out. */
	topic: string;
}

/** What the traits of a draft are told from. */
export interface DraftFacts extends Ranked {
	/** The question without "According to …". */
	question: string;
	/** Names in the question, a weekday or month being none. */
	names: string[];
	specificity: Specificity;
	/** Words of the question that carry meaning. */
	wordCount: number;
	answer: string;
	answerWordCount: number;
	sentence: string;
	/** Where the sentence begins in the report, from 0 to 1. */
	position: number;
	/** A name of the question stands in the report again and again. */
	isCentral: boolean;
}

/** A name that stands so often in a report is what it is about. */
const LEAST_CENTRAL = 3;

/** What the ranking has to know of a report, found once for all drafts. */
export function reportFacts(text: string): ReportFacts {
	const counts = new Map<string, number>();
	for (const word of plainWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
	const names = new Set(text.match(/\p{Lu}[\p{L}-]+/gu)?.map((name) => name.toLowerCase()));
	const [most] = [...counts]
		.filter(([word, count]) => names.has(word) && count >= LEAST_CENTRAL)
		.filter(([word]) => contentWords(word).length > 0)
		.sort((left, right) => right[1] - left[1]);
	return { text, counts, topic: most?.[0] ?? '' };
}

/** Whether a draft asks for what the whole report is about, as no subject of its own deed. */
export function asksTopic({ rule, kind, ...draft }: Draft, { topic }: ReportFacts): boolean {
	const isAside = kind === 'where' || rule === 'object' || rule === 'preposition';
	const answer = answerOf({ rule, kind, ...draft });
	return isAside && topic !== '' && plainWords(answer).at(-1) === topic;
}

/** What answers a draft, as words. */
export const answerOf = ({ answer }: Draft) =>
	answer.form === 'text' ? answer.text : answer.quantity;

/** Everything that the traits of a draft are told from. */
export function draftFacts(ranked: Ranked, { text, counts }: ReportFacts): DraftFacts {
	const { draft } = ranked;
	const question = withoutSource(draft.question);
	const answer = answerOf(draft);
	const names = namesIn(question);
	const isCentral = names.some(
		(name) => (counts.get(plainWords(name).at(-1) ?? '') ?? 0) >= LEAST_CENTRAL
	);
	return {
		...ranked,
		question,
		names,
		specificity: specificityOf(draft.question),
		wordCount: contentWords(question).length,
		answer,
		answerWordCount: answer.split(/\s+/u).length,
		sentence: text.slice(draft.sentence.start, draft.sentence.end),
		position: draft.sentence.start / Math.max(1, text.length),
		isCentral
	};
}
