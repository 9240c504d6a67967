import type { Kind } from '#lib/bank/types.ts';
import { contentWords } from '#lib/domain/drafting/checks/content-words.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';
import {
	answerOf,
	asksTopic,
	draftFacts,
	reportFacts,
	type Ranked,
	type ReportFacts
} from './facts.ts';
import { FITTED, scoreOf } from './score.ts';
import { KIND_SHARES } from './shares.ts';

/** Share of the content words that two texts have in common. */
function likeness(left: readonly string[], right: readonly string[]): number {
	const all = new Set([...left, ...right]);
	return all.size === 0 ? 1 : left.filter((word) => right.includes(word)).length / all.size;
}

/** A word that every answer has is looked up so often at most. */
const MOST_COMPARED = 40;

interface Seen {
	question: string[];
	answer: string[];
}

function isDouble(seen: readonly Seen[], { question, answer }: Seen): boolean {
	return seen.some(
		(other) =>
			likeness(other.question, question) >= 0.75 &&
			(likeness(other.answer, answer) >= 0.5 || question.join() === other.question.join())
	);
}

/** What a draft is worth whose answer was asked for before, and each further one of a sentence. */
const REPEATED_ANSWER = 0.4;
const SAME_SENTENCE = 0.95;
/** What a draft is worth whose kind is asked for far more often than its share. */
const CROWDED_KIND = 0.95;
/** A kind is crowded with so many times its share, from so many drafts on. */
const MOST_OF_SHARE = 1.5;
const LEAST_DRAFTS = 6;

/** Who holds which office, asked from either side. */
const OFFICE_RULES = new Set(['role', 'name', 'role-of', 'position']);
/** What a draft is worth that asks from another side what a better one tells already. */
const SAME_TOLD = 0.1;

interface Told {
	rule: string;
	words: string[];
}

/** "Who was the mayor?" beside "Who was Anna Bell?", "What is Bonn?" beside "Which city is a port?". */
function isMirror(one: Told, other: Told): boolean {
	const alike = likeness(one.words, other.words);
	if (OFFICE_RULES.has(one.rule) && OFFICE_RULES.has(other.rule)) return alike >= 0.5;
	return (one.rule === 'complement' || other.rule === 'complement') && alike >= 0.75;
}

/** Tells of each draft in turn whether a better one told the same from the other side. */
function toldBefore(): (draft: Draft) => boolean {
	const told: Told[] = [];
	return (draft) => {
		const own = { rule: draft.rule, words: contentWords(`${draft.question} ${answerOf(draft)}`) };
		const isTold = told.slice(-MOST_COMPARED).some((other) => isMirror(own, other));
		told.push(own);
		return isTold;
	};
}

/** What a draft is worth that asks for what everybody knows the report is about. */
const TOPIC_ASKED = 0.4;

/** Scores lowered for what better drafts have asked already: many things once before one thing often. */
function withNovelty(drafts: readonly Draft[], report: ReportFacts): Draft[] {
	const answers = new Map<string, number>();
	const sentences = new Map<number, number>();
	const kinds = new Map<Kind, number>();
	const isTold = toldBefore();
	const lowered = drafts.map((draft, at) => {
		const topic = asksTopic(draft, report) ? TOPIC_ASKED : 1;
		const key = contentWords(answerOf(draft)).join(' ');
		const repeats = answers.get(key) ?? 0;
		const neighbours = sentences.get(draft.sentence.start) ?? 0;
		answers.set(key, repeats + 1);
		sentences.set(draft.sentence.start, neighbours + 1);
		const alike = kinds.get(draft.kind) ?? 0;
		kinds.set(draft.kind, alike + 1);
		const isCrowded = at >= LEAST_DRAFTS && alike > MOST_OF_SHARE * KIND_SHARES[draft.kind] * at;
		const crowding = isCrowded ? CROWDED_KIND : 1;
		const mirror = isTold(draft) ? SAME_TOLD : 1;
		const factor =
			REPEATED_ANSWER ** repeats * SAME_SENTENCE ** neighbours * crowding * mirror * topic;
		return { ...draft, score: Math.round(1e4 * draft.score * factor) / 1e4 };
	});
	return lowered.sort(byScore);
}

function byScore(left: Draft, right: Draft): number {
	return right.score - left.score || left.answerSpan.start - right.answerSpan.start;
}

/** The drafts of a report with their scores, the best first, each thing asked once. */
export function rankDrafts(ranked: readonly Ranked[], text: string, fitted = FITTED): Draft[] {
	const report = reportFacts(text);
	const scored = ranked
		.map((each) => ({ ...each.draft, ...scoreOf(draftFacts(each, report), fitted) }))
		.sort(byScore);
	const seen = new Map<string, Seen[]>();
	const kept = scored.filter((draft) => {
		const own = { question: contentWords(draft.question), answer: contentWords(answerOf(draft)) };
		// Doubles share a word of their answers, or all of their questions'.
		const keys = [...own.answer, `? ${[...own.question].sort().join(' ')}`];
		if (
			isDouble(
				keys.flatMap((key) => (seen.get(key) ?? []).slice(-MOST_COMPARED)),
				own
			)
		)
			return false;
		for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), own]);
		return true;
	});
	return withNovelty(kept, report);
}
