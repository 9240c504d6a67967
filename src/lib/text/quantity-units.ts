import { isAttached, textAt, type Piece } from './quantity-tokens.ts';
import { FUNCTION_WORDS } from './quantity-words.ts';

const PLURALS = new Set(
	'people troops men women children police dead wounded injured militia personnel aircraft staff'.split(
		' '
	)
);

function isPlural(word: string): boolean {
	return PLURALS.has(word) || (/[^siu]s$/.test(word) && word.length > 3) || word.endsWith('ies');
}

/** The piece behind a word at `at`, hyphens inside it included; `at` itself where no noun word stands there. */
function afterWord(list: Piece[], at: number): number {
	const piece = list[at];
	if (piece?.kind !== 'word' || FUNCTION_WORDS.has(piece.text)) return at;
	const isJoined =
		textAt(list, at + 1) === '-' && isAttached(list, at + 1) && isAttached(list, at + 2);
	return isJoined && list[at + 2]?.kind === 'word' ? at + 3 : at + 1;
}

const LONGEST = 3;

/** One or two words behind "one": "one rescue centre", but "one hospital burned". */
function afterSingular(list: Piece[], at: number): number {
	const first = afterWord(list, at);
	const second = afterWord(list, first);
	return second > first && !textAt(list, second - 1).endsWith('ed') ? second : first;
}

/**
 * The piece behind the noun that a figure in running text counts: its plural within three words; `at`
 * where there is none.
 */
export function afterNoun(list: Piece[], at: number, isOne: boolean): number {
	if (isOne) return afterSingular(list, at);
	let to = at;
	for (let count = 0; count < LONGEST; count += 1) {
		const next = afterWord(list, to);
		if (next === to) return at;
		if (isPlural(textAt(list, next - 1))) return next;
		to = next;
	}
	return at;
}

const DETERMINERS = new Set('the its their his her these those all'.split(' '));

/** The piece behind what a share in running text is of, from behind the "of": "whom", "the dead", "them". */
export function afterWhole(list: Piece[], at: number): number {
	if (/^(?:whom|which|them|it|those|these|all)$/.test(textAt(list, at))) return at + 1;
	const noun = DETERMINERS.has(textAt(list, at)) ? at + 1 : at;
	const to = afterNoun(list, noun, false);
	return to === noun ? at : to;
}
