import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { nounGroupAt, ownGroupAt, type NounGroup } from './noun-groups.ts';
import { isTime, type PhraseRow } from './phrase-row.ts';
import { pastRelative } from './past-relative.ts';
import type { Part } from './types.ts';
import { NAMING_VERBS } from './word-lists.ts';

/** What stands before a clause's verb. */
export interface ReadSubject {
	subject: Part;
	lead: Part[];
	/** Index of the verb's phrase. */
	verbAt: number;
	/** How sure it is, from 0 to 1. */
	confidence: number;
}

/** Longest insertion between commas that is looked across, in phrases. */
const MOST_INSERTED = 16;

/** Index behind one or two prepositions: "prior to". */
function pastPreposition(row: PhraseRow, at: number): number {
	return row.is(at + 1, 'preposition') ? at + 2 : at + 1;
}

/** Index behind prepositional phrases. */
function pastPrepositions(row: PhraseRow, first: number): number {
	let at = first;
	for (;;) {
		// "of Peru and of the League".
		const from = row.is(at, 'and') ? at + 1 : at;
		if (!row.is(from, 'preposition')) break;
		const noun = pastPreposition(row, from);
		if (!row.is(noun, 'noun')) break;
		at = nounGroupAt(row, noun, true).to;
	}
	return at;
}

/** Index of the verb behind ", the head of Nato,", or behind ", opened in 1911,"; or −1. */
function pastInsertion(row: PhraseRow, comma: number): number {
	if (!row.is(comma, 'comma')) return -1;
	const isRelative = [1, 2, 3].some((step) => row.is(comma + step, 'relative'));
	const isReduced = row.isBare(row.verb(row.past('adverb', comma + 1)));
	const isOwn = (at: number) => isRelative || (isReduced && row.isBare(row.verb(at)));
	const end = Math.min(row.length, comma + MOST_INSERTED);
	for (let at = comma + 1; at < end; at += 1) {
		const verb = row.past('adverb', at + 1);
		if (row.is(at, 'comma') && row.isFinite(verb)) return verb;
		if (row.is(at, 'mark') || (row.isFinite(at) && !isOwn(at))) return -1;
	}
	return -1;
}

/** "The video released in May [showed rescuers]": a thing follows, so that it is no participle. */
function takesThing(row: PhraseRow, verb: number): boolean {
	const { words } = row.sentence;
	const isName = wordAt(words, row.at(verb + 1)?.first ?? -1).tag !== 'DET';
	if (isName && NAMING_VERBS.has(row.head(verb).lemma)) return false;
	return row.is(verb + 1, 'that') || (row.is(verb + 1, 'noun') && row.is(verb - 1, 'noun'));
}

/** Index of the clause's verb behind a participle that belongs to the subject: "the video uploaded by activists showed". */
function pastReduced(row: PhraseRow, verb: number): number {
	if (!row.isBare(row.verb(verb))) return verb;
	const isNamed = NAMING_VERBS.has(row.head(verb).lemma) && row.is(verb + 1, 'noun');
	const from = isNamed ? verb + 2 : row.past('adverb', verb + 1);
	const at = row.past('adverb', pastPrepositions(row, from));
	if (!row.isFinite(at) || at === verb) return verb;
	if (isNamed || row.text(verb + 1) === 'by') return at;
	return row.isBare(row.verb(at)) && !takesThing(row, at) ? verb : at;
}

interface Before {
	lead: Part[];
	at: number;
}

/** One part before the subject and the index behind it, or nothing. */
function leadAt(row: PhraseRow, at: number): { part: Part; to: number } | undefined {
	const phrase = row.at(at);
	if (!phrase) return undefined;
	const { first, last, head } = phrase;
	const noun = pastPreposition(row, at);
	if (phrase.kind === 'preposition' && row.is(noun, 'noun')) {
		const { to, ...group } = nounGroupAt(row, noun, row.text(at) === 'between');
		const range = { first: group.first, last: group.last };
		const part: Part = {
			role: 'preposition',
			first,
			last: group.last,
			head: group.head,
			noun: range
		};
		return { part, to };
	}
	const isTimed = phrase.kind === 'noun' && isTime(row.sentence, head);
	if (!isTimed || !row.is(at + 1, 'comma', 'noun')) return undefined;
	return { part: { role: 'adverb', first, last, head }, to: at + 1 };
}

/** "On Thursday", "Last week," before the subject. */
function readLead(row: PhraseRow, from: number): Before {
	const lead: Part[] = [];
	let at = from;
	for (;;) {
		const found = leadAt(row, at);
		if (found) {
			lead.push(found.part);
			at = found.to;
		} else if (row.is(at, 'adverb') || (row.is(at, 'comma') && at > from)) at += 1;
		else return { lead, at };
	}
}

/** The verb of a subject, the last word of the subject, and how sure both are. */
function verbBehind(row: PhraseRow, group: NounGroup) {
	const past = pastPrepositions(row, group.to);
	const near = row.past('adverb', past);
	const last = Math.max(group.last, row.last(past - 1));
	if (row.verb(near)) {
		const verbAt = pastReduced(row, near);
		if (verbAt > near) return { verbAt, last: row.last(verbAt - 1), confidence: 0.6 };
		return { verbAt, last, confidence: past > group.to ? 0.85 : 1 };
	}
	const inserted = pastInsertion(row, past);
	if (inserted >= 0) return { verbAt: inserted, last, confidence: 0.85 };
	const verbAt = pastRelative(row, past);
	return { verbAt, last: row.last(verbAt - 1), confidence: 0.6 };
}

/** The subject's noun group; "Anna Bell, a miner and poet, left" is no list. */
function subjectGroup(row: PhraseRow, at: number): NounGroup {
	const group = nounGroupAt(row, at, true);
	const isClosed = row.is(group.to, 'comma') && row.isFinite(row.past('adverb', group.to + 1));
	if (!group.isList || !isClosed) return group;
	const own = ownGroupAt(row, at);
	return row.is(own.to, 'comma') ? own : group;
}

/** Reads lead and subject from a phrase on; nothing where no finite verb follows them. */
export function readSubject(row: PhraseRow, from: number): ReadSubject | undefined {
	const { lead, at } = readLead(row, from);
	if (!row.is(at, 'noun') || (lead.length === 0 && row.isTorn(at))) return undefined;
	const group = subjectGroup(row, at);
	// "Five months before the fire" tells when.
	if (row.hasFigure(at) && isTime(row.sentence, group.head)) return undefined;
	const { verbAt, last, confidence } = verbBehind(row, group);
	if (!row.isFinite(verbAt)) return undefined;
	const { first, head } = group;
	return {
		subject: { role: 'object', first, last, head, noun: { first, last } },
		lead,
		verbAt,
		confidence
	};
}
