import { isTime } from '#lib/domain/drafting/clauses/phrase-row.ts';
import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import {
	fronted,
	ofPreposition,
	stranded,
	type FigureAsked,
	type Made
} from './figure-prepositions.ts';
import { fitLead, fitParts, questionOf } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { wholeVerb } from '#lib/domain/drafting/asking/wording/verb-forms.ts';

/** Before a length of time these tell how long it took. */
const TIMED = /^(?:for|after|within|over)$/;
/** Verbs behind which a bare length of time tells how long. */
const LASTING = /^(?:last|take|spend|serve|wait|need|require)$/;

/** "Two years passed" is told of time; "two days after the vote" is no subject. */
function isNoTime({ sentence }: Reading, { subject, verb }: Clause): boolean {
	if (!isTime(sentence, subject.head)) return true;
	return /^(?:pass|elapse)$/.test(wordAt(sentence.words, verb.main).lemma);
}

/** The question with the figure's phrase before the verb: "How many people were killed?" */
function ofSubject(reading: Reading, clause: Clause, words: string): Made | undefined {
	const { verb, parts } = clause;
	if (!isNoTime(reading, clause) || verb.governor) return undefined;
	const said = wholeVerb(reading, verb);
	const rest = fitParts(reading, parts, {
		taken: words.split(' ').length + 2,
		answer: clause.subject
	});
	// Of "speak Welsh at home and …" the place cannot be left out.
	if (parts[rest.length]?.isOpenList) return undefined;
	const lead = fitLead(reading, clause, rest.join(' ').split(' ').length + 4);
	const used = [verb, ...parts.slice(0, rest.length)];
	return { question: questionOf([words, said, ...rest, lead]), used };
}

function ofTime(reading: Reading, clause: Clause, asked: FigureAsked): Made | undefined {
	const { words, quantities } = reading.sentence;
	const { part } = asked;
	const inside = quantities.filter(({ first, last }) => first >= part.first && last <= part.last);
	// "Two years and six months" is one length of time.
	if (inside.length > 1) return undefined;
	if (part.role !== 'preposition') {
		const isLasting = LASTING.test(wordAt(words, clause.verb.main).lemma);
		return isLasting && clause.parts[0] === part ? turned(reading, clause, asked) : undefined;
	}
	const preposition = lowerAt(words, part.first);
	const isTerm = preposition === 'to' && wordAt(words, clause.verb.main).lemma === 'sentence';
	if (isTerm) return stranded(reading, clause, asked);
	if (!TIMED.test(preposition)) return undefined;
	return fronted(reading, withoutSpan(reading, clause, part), asked);
}

/** "for two years, from 1321 to 1323": the years would tell how many. */
function withoutSpan({ sentence }: Reading, clause: Clause, part: Part): Clause {
	const isYear = (head: number) => /^\d{4}$/.test(wordAt(sentence.words, head).text);
	const parts = clause.parts.filter((each) => {
		const preposition = lowerAt(sentence.words, each.first);
		return each === part || !isYear(each.head) || !/^(?:from|to|between|until)$/.test(preposition);
	});
	return { ...clause, parts };
}

/** The clause turned into a question for the figure of one of its parts. */
export function figureQuestion(
	reading: Reading,
	clause: Clause,
	asked: FigureAsked
): Made | undefined {
	const { part, words, attached } = asked;
	if (part === clause.subject) return ofSubject(reading, clause, words);
	if (asked.isTimed) return ofTime(reading, clause, asked);
	if (part.role !== 'preposition') {
		return turned(reading, clause, { part, words, stranded: asked.rate, skipped: attached.count });
	}
	return attached.isTorn ? undefined : ofPreposition(reading, clause, asked);
}
