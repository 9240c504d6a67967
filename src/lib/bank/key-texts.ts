import { foldKey } from './fold-key.ts';
import type { NamePiece, QuestionPiece } from './schema.ts';

type AnswerPiece = QuestionPiece['answer'];

/** The ids of the names an answer gives. */
export function nameIdsOf(answer: AnswerPiece): string[] {
	return answer.names ?? (answer.name === undefined ? [] : [answer.name]);
}

/** The answer's own words, without names. */
export function ownText(answer: AnswerPiece): string | undefined {
	return answer.text ?? answer.quantity;
}

/** Every spelling of a name. */
export function spellings(name: Pick<NamePiece, 'name' | 'aliases'>): string[] {
	return [name.name, ...name.aliases];
}

/** Every text that is right for an answer, or, of several names, for one of them. */
export function rightTexts(
	answer: AnswerPiece,
	names: ReadonlyMap<string, Pick<NamePiece, 'name' | 'aliases'>>
): string[] {
	const named = nameIdsOf(answer).flatMap((id) => {
		const name = names.get(id);
		return name ? spellings(name) : [];
	});
	const own = ownText(answer);
	return [...named, ...(own === undefined ? [] : [own]), ...answer.accept];
}

/** Whether the words of one text stand, in a row, in another. */
export function holdsWords(text: string, words: string): boolean {
	const key = foldKey(words);
	return key !== '' && ` ${foldKey(text)} `.includes(` ${key} `);
}
