import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { Mention, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { isWhole, turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { fitLead, fitParts, questionOf } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';
import { wholeVerb } from '#lib/domain/drafting/asking/wording/verb-forms.ts';

/** A name of a doubtful sort owns nothing. */
const LEAST_MARGIN = 0.3;
const MOST_THING_WORDS = 5;
/** What is owned has a clear owner; a part of a whole has none: "Bell's first day". */
const NO_THING = /^(?:day|week|month|year|time|side|part|end|way|lack|use|case|sake|hands?)$/;

/** A name and what belongs to it: "[Anna Bell]'s [car]". */
interface Owned {
	owner: Mention;
	thing: WordRange;
}

const isOwner = ({ margin, sort }: Mention) =>
	margin >= LEAST_MARGIN && /^(?:person|organisation)$/.test(sort);

/** Whether what is owned is short and plain: "car", but not "car, a van,". */
function isThing(
	{ sentence: { words } }: Reading,
	{ first, last }: WordRange,
	head: number
): boolean {
	const { tag, lemma } = wordAt(words, head);
	const isShort = last - first < MOST_THING_WORDS && head >= first;
	const isPlain = words.slice(first, last + 1).every((word) => word.tag !== 'PUNCT');
	return isShort && isPlain && tag === 'NOUN' && !NO_THING.test(lemma);
}

function ownedIn(reading: Reading, { first, last, head }: Part): Owned | undefined {
	const { words, mentions } = reading.sentence;
	const from = lowerAt(words, first) === 'the' ? first + 1 : first;
	const owner = mentions.find((mention) => mention.first === from && mention.last < head);
	if (!owner || !isOwner(owner) || !/^['’]s?$/.test(wordAt(words, owner.last + 1).text))
		return undefined;
	const thing = { first: owner.last + 2, last };
	return isThing(reading, thing, head) ? { owner, thing } : undefined;
}

const answerOf = ({ first, last }: Mention): WordRange => ({ first, last });

function ofSubject(reading: Reading, clause: Clause): Proposal[] {
	const { subject, verb, parts } = clause;
	const owned = ownedIn(reading, subject);
	const isAlone = parts.length === 0 && clause.lead.length === 0;
	if (!owned || isAlone || !isWhole(clause) || verb.governor) return [];
	const opening = `Whose ${render(reading, owned.thing)} ${wholeVerb(reading, verb)}`;
	const size = opening.split(' ').length;
	const rest = fitParts(reading, parts, { taken: size, answer: owned.owner });
	const lead = fitLead(reading, clause, size + rest.join(' ').split(' ').length);
	const used = [owned.thing, verb, ...parts.slice(0, rest.length)];
	const confidence = clause.confidence * 0.9;
	const question = questionOf([opening, ...rest, lead]);
	return [
		{ kind: 'who', question, answer: answerOf(owned.owner), rule: 'owner', confidence, used }
	];
}

function ofObject(reading: Reading, clause: Clause): Proposal[] {
	const objects = clause.parts.filter(({ role }) => role === 'object');
	const [part] = objects;
	const owned = part && objects.length === 1 ? ownedIn(reading, part) : undefined;
	if (!part || !owned || part.isCut || clause.verb.isCopula) return [];
	const words = `Whose ${render(reading, owned.thing)}`;
	const made = turned(reading, clause, { part, words });
	const confidence = clause.confidence * 0.85;
	return made
		? [{ kind: 'who', ...made, answer: answerOf(owned.owner), rule: 'owner', confidence }]
		: [];
}

/** "Whose car was found near Bonn?", "Whose website did the group attack?" */
export function askOwner(reading: Reading, clause: Clause): Proposal[] {
	return [...ofSubject(reading, clause), ...ofObject(reading, clause)];
}
