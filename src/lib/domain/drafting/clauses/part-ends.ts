import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { isTime, type PhraseRow } from './phrase-row.ts';
import { opensClause } from './noun-groups.ts';
import type { Clause, Part } from './types.ts';
import { GIVING_VERBS, NAMING_VERBS, SEEING_VERBS } from './word-lists.ts';

/** "The series the network dropped [ended its run]": with a thing of its own it is no participle. */
export function hasOwnObject(row: PhraseRow, verb: number): boolean {
	const { lemma } = row.head(verb);
	if (!row.is(verb + 1, 'noun') || isTime(row.sentence, row.at(verb + 1)?.head ?? 0)) return false;
	return !NAMING_VERBS.has(lemma) && !GIVING_VERBS.has(lemma);
}

/** "of the bank [and] the school" within a part goes on. */
function goesOn(row: PhraseRow, and: number): boolean {
	const isJoined = row.is(and, 'and') && row.is(and - 1, 'noun') && row.is(and + 1, 'noun');
	return isJoined && !opensClause(row, and + 1);
}

/** Index behind what hangs on a participle or infinitive. */
export function tailEnd(row: PhraseRow, from: number): number {
	let to = from + 1;
	while (
		!row.is(to, 'comma', 'mark', 'relative', 'subordinator', 'end') &&
		(!row.is(to, 'and') || goesOn(row, to) || isPaired(row, from, to)) &&
		!row.isAided(to) &&
		!(row.is(to - 1, 'noun') && row.isFinite(to) && hasOwnObject(row, to))
	) {
		to += 1;
	}
	return to;
}

/** "to design [and] produce its logo": both verbs hang on "to". */
function isPaired(row: PhraseRow, from: number, and: number): boolean {
	const isInfinitive = row.verb(from)?.form === 'infinitive';
	const { text, lemma, tag } = row.head(and + 1);
	return (
		isInfinitive && tag === 'VERB' && text === lemma && row.verb(and + 1)?.auxiliary === undefined
	);
}

/** A verb that is no participle of the noun before it: "who left in May [denied it]". */
export function isOuterVerb(row: PhraseRow, verb: number): boolean {
	if (!row.isFinite(verb)) return false;
	if (!row.isBare(row.verb(verb)) || hasOwnObject(row, verb)) return true;
	const isNamed = row.isName(verb - 1) || isTime(row.sentence, row.at(verb - 1)?.head ?? 0);
	return row.text(verb + 1) !== 'by' && (isNamed || row.is(verb + 1, 'mark', 'end', 'that'));
}

/** Whether a tail that ends at a phrase is torn there: "to find out [how …]", "the arrest [that] he [was under]". */
export function isTornTail(row: PhraseRow, to: number): boolean {
	if (row.isFinite(to) || row.is(to, 'relative')) return true;
	return row.is(to, 'subordinator') && /^(?:how|why|whether|where|if)$/.test(row.text(to));
}

/** Marks the last part as the beginning of a list. */
export function markOpen(parts: Part[]): void {
	const last = parts.at(-1);
	if (last) parts[parts.length - 1] = { ...last, isCut: true, isOpenList: true };
}

/** "showed blasts lighting up the sky, shooting …": what goes on may be done by those who are seen. */
export function seesDoing({ sentence: { words } }: PhraseRow, { verb, parts }: Clause): boolean {
	if (!SEEING_VERBS.has(wordAt(words, verb.main).lemma)) return false;
	return parts.some(({ role, first }) => role === 'tail' && /ing$/.test(wordAt(words, first).text));
}
