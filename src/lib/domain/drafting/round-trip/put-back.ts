import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { pastOf, thirdPerson } from '#lib/domain/drafting/asking/wording/tenses.ts';
import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { Word, WordRange } from '#lib/domain/drafting/types.ts';

/** What a question and its answer say otherwise than their clause. */
export interface Difference {
	/** Words of the clause's core that neither says. */
	lost: string[];
	/** Words that the sentence does not say, or not so often. */
	gained: string[];
}

/** Words that make a question of a statement. */
const ASKING = new Set(
	'who whose what where which how many much more percentage share on average by for of country countries city cities is are was were be been has have had do does did not according to'.split(
		' '
	)
);
const CONTENT = /^(?:NOUN|PROPN|VERB|ADJ|NUM)$/;
/** Without one of these a clause says the opposite, or more than it knows. */
const QUALIFYING =
	/^(?:not|n['’]t|never|hardly|barely|reportedly|allegedly|possibly|probably|apparently|nearly|almost)$/i;

const tokensOf = (text: string) =>
	text
		.toLowerCase()
		.split(/[^\p{L}\p{M}\p{Nd}]+/u)
		.filter(Boolean);

/** What a sentence says. */
interface Told {
	/** How often each of its words stands in it, those put in for others too. */
	counts: ReadonlyMap<string, number>;
	/** These words and their forms. */
	known: ReadonlySet<string>;
}

const told = new WeakMap<Reading, Told>();

function toldBy(reading: Reading): Told {
	const before = told.get(reading);
	if (before) return before;
	const { words } = reading.sentence;
	const counts = new Map<string, number>();
	for (const { text } of [...words, ...reading.replacements])
		for (const token of tokensOf(text)) counts.set(token, (counts.get(token) ?? 0) + 1);
	const forms = words.flatMap(formsOf).flatMap(tokensOf);
	const made = { counts, known: new Set([...counts.keys(), ...forms]) };
	told.set(reading, made);
	return made;
}

const countOf = (tokens: readonly string[], token: string) =>
	tokens.filter((each) => each === token).length;

/** A word as it may stand in a question. */
function formsOf({ text, lemma, tag }: Word): string[] {
	return tag === 'VERB' ? [text, lemma, thirdPerson(lemma), pastOf(lemma)] : [text, lemma];
}

const isWithin = (at: number, { first, last }: WordRange) => at >= first && at <= last;

/** The parts that a clause is nothing without. */
function coreOf({ subject, parts }: Clause): Part[] {
	return [
		subject,
		...parts.filter(({ role }) => role === 'object' || role === 'recipient' || role === 'predicate')
	];
}

/** Indexes of the words that question and answer must say together. */
function neededWords({ sentence, row, replacements }: Reading, clause: Clause, asked: WordRange) {
	const core = coreOf(clause).filter(({ first, last }) => !isWithin(asked.first, { first, last }));
	return [...sentence.words.keys()].filter((at) => {
		const word = sentence.words[at];
		if (!word || row.bracketed.has(at) || isWithin(at, asked)) return false;
		if (replacements.some((each) => isWithin(at, each))) return false;
		if (isWithin(at, clause.verb)) return word.tag === 'VERB' || QUALIFYING.test(word.text);
		return CONTENT.test(word.tag) && core.some((part) => isWithin(at, part));
	});
}

/**
 * Puts the answer back into its question and compares both with the clause: nothing of its core may
 * be lost, nothing that the sentence does not say may be gained.
 */
export function putBack(reading: Reading, clause: Clause, proposal: Proposal): Difference {
	const { words } = reading.sentence;
	const { answer, question } = proposal;
	const answered = words.slice(answer.first, answer.last + 1).map(({ text }) => text);
	// "Which newspaper": what sort of thing is asked for need not be told.
	const asked = tokensOf(question.replace(/\b(which) (?:news )?\p{Ll}+/iu, '$1'));
	const said = [...asked, ...answered.flatMap(tokensOf)];
	const { counts, known } = toldBy(reading);
	// "One count" is asked for by "how many counts".
	const isKnown = (token: string) =>
		known.has(token) || ASKING.has(token) || known.has(token.replace(/s$/, ''));
	const isDoubled = (token: string) =>
		countOf(said, token) > Math.max(1, counts.get(token) ?? 0) &&
		!/^(?:the|of|to|did)$/.test(token);
	const isSaid = (at: number) => {
		const word = words[at];
		return (
			!word || formsOf(word).some((form) => tokensOf(form).every((each) => said.includes(each)))
		);
	};
	return {
		lost: neededWords(reading, clause, answer)
			.filter((at) => !isSaid(at))
			.map((at) => words[at]?.text ?? ''),
		gained: [...new Set(asked)].filter((token) => !isKnown(token) || isDoubled(token))
	};
}

/** Whether a question and its answer say what their clause says. */
export function comesBack(reading: Reading, clause: Clause, proposal: Proposal): boolean {
	const { lost, gained } = putBack(reading, clause, proposal);
	return lost.length === 0 && gained.length === 0;
}
