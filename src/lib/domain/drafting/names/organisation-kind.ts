import type { Word } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { HEAD_KINDS, KNOWN_KINDS } from './data/organisation-kinds.ts';
import type { NameCluster } from './name-memory.ts';
import type { NameParts } from './name-parts.ts';

/** Nouns of bodies that a question can ask for: "Which charity". */
const ASKED =
	/^(?:newspaper|broadcaster|network|company|firm|airline|bank|party|agency|charity|club|team|band|retailer|manufacturer|publisher|university|college|court|militia|union|church|group|website|magazine|journal|studio|foundation|regiment|tribe|dynasty|ministry|committee|commission)$/u;
const MOST_ASIDE = 6;

function kindOfList(key: string): string | undefined {
	const known = KNOWN_KINDS.find(([, names]) => names.has(key));
	const last = key.split(' ').at(-1) ?? '';
	return (known ?? HEAD_KINDS.find(([, heads]) => heads.has(last)))?.[0];
}

/** "Zorbeck, a charity in Bonn,": the noun of an aside. */
function toldAside(words: readonly Word[], from: number): string {
	const isAside = /^, an?$/u.test(`${lowerAt(words, from)} ${lowerAt(words, from + 1)}`);
	let at = from + 2;
	while (isAside && at < from + MOST_ASIDE && /^(?:ADJ|NOUN)$/u.test(wordAt(words, at).tag))
		at += 1;
	return isAside ? lowerAt(words, at - 1) : '';
}

/** "the broadcaster Zorbeck", "Zorbeck, a charity": what the words beside a name call it. */
function kindBeside({ sentence: { words }, first, range }: NameParts): string | undefined {
	return [wordAt(words, first - 1).text, toldAside(words, range.last + 1)].find((noun) =>
		ASKED.test(noun)
	);
}

/** What a body is called: "newspaper", "company"; nothing where neither the text nor a list tells, or its name says it. */
export function kindOf({ full, members }: NameCluster): string | undefined {
	const key = full.text.toLowerCase().replace(/^the /u, '');
	const beside = members.map(kindBeside).find((kind) => kind !== undefined);
	const kind = beside ?? kindOfList(key);
	return kind !== undefined && !key.includes(kind) ? kind : undefined;
}
