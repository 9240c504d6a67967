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

/** "the broadcaster Zorbeck", "Zorbeck, a charity in Bonn,": what the words beside a name call it. */
function kindBeside({ sentence: { words }, first, range }: NameParts): string | undefined {
	const before = words[first - 1]?.text ?? '';
	if (ASKED.test(before)) return before;
	const aside = words.slice(range.last + 1, range.last + 1 + MOST_ASIDE);
	if (aside[0]?.text !== ',' || !/^an?$/u.test(aside[1]?.text ?? '')) return undefined;
	const noun = aside.slice(2).findIndex(({ tag }) => tag !== 'ADJ' && tag !== 'NOUN');
	const called = aside[(noun < 0 ? aside.length : noun + 2) - 1]?.text ?? '';
	return ASKED.test(called) ? called : undefined;
}

/** What a body is called: "newspaper", "company"; nothing where neither the text nor a list tells, or its name says it. */
export function kindOf({ full, members }: NameCluster): string | undefined {
	const key = full.text.toLowerCase().replace(/^the /u, '');
	const beside = members.map(kindBeside).find((kind) => kind !== undefined);
	const kind = beside ?? kindOfList(key);
	return kind !== undefined && !key.includes(kind) ? kind : undefined;
}
