import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { nounGroupAt } from './noun-groups.ts';
import type { PhraseRow } from './phrase-row.ts';
import type { Part, VerbGroup } from './types.ts';

/** What is told of a thing in passing: "The line, opened in 1911, …". */
export interface Reduced {
	subject: Part;
	verb: VerbGroup;
	confidence: number;
}

/** These still hold while the sentence tells of today: "based in Bonn". */
const LASTING = /^(?:locate|base|situate|know|call|name|own|surround|cover|border|bound)$/;
/** What may follow a participle that stands for "was …". */
const BEHIND = /^(?:by|in|at|on|as|for|from|after|to|with|near|between|under|during)$/;

function isPresent(row: PhraseRow, verbAt: number): boolean {
	const { words } = row.sentence;
	const { text, lemma } = wordAt(words, row.verb(verbAt)?.auxiliary ?? row.at(verbAt)?.head ?? -1);
	return (
		/^(?:is|are|has|have)$/.test(text) || (/s$/.test(text) && text !== lemma && text !== 'was')
	);
}

/** The verb group with "was", or "is" where it lasts. */
function withBe(row: PhraseRow, at: number, main: number): VerbGroup | undefined {
	const verb = row.verb(at);
	const { lemma } = row.head(at);
	const isParticiple = row.isBare(verb) && verb?.form !== 'ing';
	if (!verb || !isParticiple || !row.is(at + 1, 'preposition') || !BEHIND.test(row.text(at + 1))) {
		return undefined;
	}
	const implied = LASTING.test(lemma) && isPresent(row, main) ? 'is' : 'was';
	return { ...verb, form: 'finite', isPassive: true, implied };
}

function partOf({ first, last, head }: { first: number; last: number; head: number }): Part {
	return { role: 'object', first, last, head, noun: { first, last } };
}

/** "[Founded in 2006,] the agency has spent …": the participle that opens a sentence tells of its subject. */
export function openingParticiple(row: PhraseRow): Reduced | undefined {
	const at = row.past('adverb', 0);
	const comma = row.phrases.findIndex(({ kind }) => kind === 'comma');
	if (!row.isBare(row.verb(at)) || comma < 0 || !row.is(comma + 1, 'noun')) return undefined;
	const { to, ...subject } = nounGroupAt(row, comma + 1, true);
	const main = row.past('adverb', to);
	const inside = row.phrases.slice(at + 1, comma).some(({ verb }) => verb !== undefined);
	const verb = withBe(row, at, main);
	if (inside || !verb || !row.isFinite(main)) return undefined;
	return { subject: partOf(subject), verb, confidence: 0.8 };
}

/** "The line[, opened in 1911,] carries 46 trains": the participle between commas tells of the subject. */
export function insertedParticiple(
	row: PhraseRow,
	subject: Part,
	verbAt: number
): Reduced | undefined {
	const comma = row.phrases.findIndex(({ first }) => first > subject.last);
	const at = row.past('adverb', comma + 1);
	if (!row.is(comma, 'comma') || !row.is(verbAt - 1, 'comma') || at >= verbAt) return undefined;
	const verb = withBe(row, at, verbAt);
	return verb && { subject, verb, confidence: 0.85 };
}
