import type { Kind, Name, NameType } from '#lib/bank/types.ts';
import { guessType } from '#lib/domain/desk/guess-type.ts';

const PLACES: NameType[] = ['country', 'city', 'district', 'landmark'];

/** A name nobody has entered yet, with the type it most likely has. */
export function newName(id: string, words: string, kind?: Kind): Name {
	const guessed = guessType(words, '');
	const type = kind === 'where' && !PLACES.includes(guessed) ? 'city' : guessed;
	return { id, name: words, type, aliases: [] };
}
