import { findClauses } from '#lib/domain/drafting/clauses/find-clauses.ts';
import type { Clause } from '#lib/domain/drafting/clauses/types.ts';
import { PEOPLE_PLURALS } from '#lib/domain/drafting/names/data/person-nouns.ts';
import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { endOf, withEvent } from '#lib/domain/drafting/asking/figures/figure-event.ts';
import { isHarming } from '#lib/domain/drafting/asking/figures/figure-verbs.ts';
import { isManyAt, splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import { questionOf } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import { isWithin, type Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';
import { tenseOf, pastOf } from '#lib/domain/drafting/asking/wording/tenses.ts';

type Figure = ReadSentence['quantities'][number];

/** What people are left as: "…, leaving 12 people dead". */
const LEFT = /^(?:dead|injured|wounded|missing|homeless|hurt|stranded|trapped)$/;
const MOST_WORDS = 24;

interface Harm {
	/** "people were killed" */
	told: string;
	answer: WordRange;
}

/** "12 people", "dozens [of people]": who is counted, people where nobody is named. */
function countedBy(reading: Reading, figure: Figure): string | undefined {
	const { sentence } = reading;
	const { type, countedFrom } = splitFigure(sentence, figure);
	if (type !== 'count') return undefined;
	if (countedFrom === undefined || /^others?$/.test(lowerAt(sentence.words, countedFrom))) {
		return 'people';
	}
	const last = Math.max(figure.last, countedFrom);
	if (!isManyAt(sentence, last)) return undefined;
	return render(reading, { first: countedFrom, last });
}

function harmAt(reading: Reading, at: number): Harm | undefined {
	const { words, quantities } = reading.sentence;
	const { lemma, text } = wordAt(words, at);
	const figure = quantities.find(({ first }) => first === at + 1);
	const isHarm = isHarming(lemma) || lemma === 'leave';
	const counted = figure && isHarm && /ing$/.test(text) ? countedBy(reading, figure) : undefined;
	if (!figure || !counted) return undefined;
	const { number } = splitFigure(reading.sentence, figure);
	if (lemma !== 'leave') return { told: `${counted} were ${pastOf(lemma)}`, answer: number };
	const state = lowerAt(words, figure.last + 1);
	if (!LEFT.test(state)) return undefined;
	const told = state === 'dead' ? 'were killed' : `were left ${state}`;
	return { told: `${counted} ${told}`, answer: number };
}

/** Whether a clause tells something that happened once. */
function isEvent({ sentence }: Reading, { verb, kind, parts }: Clause): boolean {
	if (kind === 'participle' || kind === 'relative' || verb.isCopula) return false;
	if (parts.some(({ isCut, isNested }) => isCut || isNested)) return false;
	if (verb.auxiliary !== undefined)
		return /^(?:was|were)$/.test(lowerAt(sentence.words, verb.auxiliary));
	return tenseOf(wordAt(sentence.words, verb.main), true) === 'past';
}

/** The clause whose event did the harm: it ends before the comma in front of it, or before "and injuring". */
function eventBefore(reading: Reading, clauses: readonly Clause[], at: number): Clause | undefined {
	const { words } = reading.sentence;
	return clauses.findLast((clause) => {
		const end = endOf(clause);
		const between = words.slice(end + 1, at);
		const isOpen = between.every(
			({ text, lemma, tag }, index) =>
				(index === 0 ? text === ',' : true) &&
				!/^[;:]$/.test(text) &&
				(tag !== 'VERB' || isHarming(lemma))
		);
		return end < at && between.length > 0 && isOpen && isEvent(reading, clause);
	});
}

function askAt(reading: Reading, clauses: readonly Clause[], at: number): Proposal[] {
	const harm = harmAt(reading, at);
	const event = harm && eventBefore(reading, clauses, at);
	if (!harm || !event) return [];
	const said = render(reading, { first: event.subject.first, last: endOf(event) });
	const question = questionOf(['How many', harm.told, 'when', said]);
	if (question.split(' ').length > MOST_WORDS) return [];
	const used = [{ first: event.subject.first, last: endOf(event) }];
	const confidence = event.confidence * 0.95;
	return [{ kind: 'how-many', question, used, answer: harm.answer, rule: 'figure', confidence }];
}

/** "How many people were killed when a bus crashed?" of "a bus crashed, killing 12 people". */
function askHarm(reading: Reading, clauses: readonly Clause[]): Proposal[] {
	return reading.sentence.words.flatMap((_, at) => askAt(reading, clauses, at));
}

const SUFFERED =
	/^(?:killed|injured|wounded|hurt|displaced|missing|dead|arrested|detained|rescued|evacuated|hospitalised|hospitalized|trapped)$/;

/** "and [40] wounded", "and [40 others] injured": the words that tell what became of further people. */
function stateBehind({ words }: ReadSentence, { first, last }: Figure): string | undefined {
	for (let at = first + 1; at <= last + 4; at += 1) {
		const text = lowerAt(words, at);
		if (SUFFERED.test(text)) return text;
		if (at > last && !/^(?:others|more|people|were|was|are|left|have|been)$/.test(text))
			return undefined;
	}
	return undefined;
}

/** "12 people were killed and 40 wounded": how many were wounded. */
function askFurther(reading: Reading, clauses: readonly Clause[]): Proposal[] {
	const { sentence } = reading;
	const { words } = sentence;
	return clauses.flatMap((clause) => {
		const figure = sentence.quantities.find(({ first }) => first === endOf(clause) + 2);
		const counted = sentence.quantities.find(({ first }) => first === clause.subject.first);
		const isPeople = counted && PEOPLE_PLURALS.has(lowerAt(words, clause.subject.head));
		if (!figure || !isPeople || lowerAt(words, figure.first - 1) !== 'and') return [];
		const state = stateBehind(sentence, figure);
		if (!state) return [];
		const bare = `How many people were ${state}?`;
		const question = withEvent(reading, clause, bare);
		if (question === bare) return [];
		const number = {
			first: figure.first,
			last: Math.min(figure.last, splitFigure(sentence, figure).number.last)
		};
		const used = [{ first: figure.last + 1, last: words.length - 1 }];
		const { confidence } = clause;
		return [
			{ kind: 'how-many' as const, question, used, answer: number, rule: 'figure', confidence }
		];
	});
}

/** How many an event harmed. */
export function askToll(reading: Reading): Proposal[] {
	const { attribution } = reading.sentence;
	if (reading.sentence.quantities.length === 0) return [];
	const clauses = findClauses(reading.row).filter(
		({ verb, confidence }) =>
			confidence >= 0.4 && (!attribution || isWithin(verb, attribution.claim))
	);
	return [...askHarm(reading, clauses), ...askFurther(reading, clauses)];
}
