import type { NameSort } from '#lib/domain/drafting/types.ts';
import type { NameParts } from './name-parts.ts';

/** The sorts a cue can speak for. */
export type SureSort = Exclude<NameSort, 'unsure'>;

/** Something about a name that speaks for a sort of it. */
export interface Cue<Seen> {
	/** What is seen, for whoever reads the list. */
	name: string;
	sort: SureSort;
	/** How much it speaks for the sort; a country's name alone is worth 5. */
	weight: number;
	applies: (seen: Seen) => boolean;
}

/** A name with the words around it, in lower case. */
export interface NameContext {
	parts: NameParts;
	/** The lemma or word n before the name: 1 is next to it. */
	before: (distance: number) => string;
	/** The word n behind the name. */
	after: (distance: number) => string;
	/** Whether the word n behind the name is written large. */
	isLargeAfter: (distance: number) => boolean;
	/** The words before, or behind, joined by spaces; up to six. */
	lead: string;
	tail: string;
	/** As `tail`, but up to sixteen words. */
	rest: string;
	/** Whether the word right before the name is written small. */
	isSmallBefore: boolean;
	/** Whether the name opens its sentence or has a verb behind it. */
	isSubject: boolean;
	/** The first word of the next sentence. */
	opener: string;
}

const REACH = 6;
const FAR = 16;

function isSubject({ sentence: { words }, first, range }: NameParts): boolean {
	if (words[first - 1]?.tag === 'ADP') return false;
	return first < 3 || /^(?:VERB|AUX)$/u.test(words[range.last + 1]?.tag ?? '');
}

/** The name with its surroundings. */
export function contextOf(parts: NameParts): NameContext {
	const { words } = parts.sentence;
	const { last } = parts.range;
	const text = (at: number) => words[at]?.text.toLowerCase() ?? '';
	const join = (from: number, to: number) =>
		words
			.slice(Math.max(0, from), Math.max(0, to))
			.map((word) => word.text.toLowerCase())
			.join(' ');
	return {
		parts,
		before: (distance) => text(parts.first - distance),
		after: (distance) => text(last + distance),
		isLargeAfter: (distance) => /^\p{Lu}/u.test(words[last + distance]?.text ?? ''),
		lead: join(parts.first - REACH, parts.first),
		tail: join(last + 1, last + 1 + REACH),
		rest: join(last + 1, last + 1 + FAR),
		isSubject: isSubject(parts),
		isSmallBefore: /^\p{Ll}/u.test(words[parts.first - 1]?.text ?? ''),
		opener: parts.next?.words[0]?.text.toLowerCase() ?? ''
	};
}
