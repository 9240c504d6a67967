import { fold } from '#lib/text/fold.ts';
import type { Kind, Name, NameType } from '#lib/bank/types.ts';
import { parseQuantity, scanQuantities } from '#lib/text/quantities.ts';
import { nameOf } from './find-names.ts';
import { guessType, isNameLike, PLACE_BEFORE, roleOrGroup } from './guess-type.ts';
import type { Stretch } from './sentences.ts';
import type { DeskAnswer } from './types.ts';

/** What selected words most likely are the answer to. */
export interface AnswerGuess {
	kind: Kind;
	answer: DeskAnswer;
	/** The selection without the spaces and signs around it. */
	stretch: Stretch;
	/** The stretch with hedge and unit, where they stand just outside: "about 70 people" of "70". */
	wider?: Stretch;
	/** A name nobody has entered yet, to be offered with its type. */
	newName?: Pick<Name, 'name' | 'type'>;
}

const PLACES: NameType[] = ['city', 'district', 'landmark'];
const BODIES: NameType[] = ['person', 'role', 'group', 'organisation', 'country'];

const OUTSIDE = /[\s"'“”‘’«»„(),.;:!?…–—-]/u;

/** A selection without the spaces and signs at its ends, and without a possessive 's. */
function trimmed(sentence: string, { start, end }: Stretch): Stretch {
	let [from, to] = [Math.max(0, start), Math.min(sentence.length, end)];
	while (from < to && OUTSIDE.test(sentence[from] ?? '')) from += 1;
	while (to > from && OUTSIDE.test(sentence[to - 1] ?? '')) to -= 1;
	const possessive = /['’]s$/u.exec(sentence.slice(from, to));
	return { start: from, end: to - (possessive?.[0].length ?? 0) };
}

/** A figure that the selected words are, or hold next to little else. */
function figureAt(sentence: string, stretch: Stretch): Stretch | undefined {
	if (!parseQuantity(sentence.slice(stretch.start, stretch.end))) return undefined;
	return scanQuantities(sentence).find(({ start, end }) => {
		const isAround = start <= stretch.start && end >= stretch.end;
		const shared = Math.min(end, stretch.end) - Math.max(start, stretch.start);
		return isAround || shared * 2 >= stretch.end - stretch.start;
	});
}

function kindOf(type: NameType, before: string): Kind {
	if (PLACES.includes(type)) return 'where';
	if (type === 'country' && PLACE_BEFORE.test(before)) return 'where';
	return BODIES.includes(type) ? 'who' : 'what';
}

type Guess = Omit<AnswerGuess, 'stretch'>;

function knownNames(words: string, before: string, names: readonly Name[]): Guess | undefined {
	const name = nameOf(words, names);
	if (name) return { kind: kindOf(name.type, before), answer: { form: 'name', name: name.id } };
	const parts = words.split(/,\s*(?:and\s+)?|\s+and\s+/u).map((part) => nameOf(part, names));
	const all = parts.flatMap((part) => part ?? []);
	const [first] = all;
	if (!first || all.length < 2 || all.length < parts.length) return undefined;
	const ids = [...new Set(all.map(({ id }) => id))];
	return { kind: kindOf(first.type, before), answer: { form: 'names', names: ids } };
}

/** "Residents" begins a sentence large; that makes it no name. */
function isOnlyFirstWord(words: string, before: string): boolean {
	return before.trim() === '' && !/\s/u.test(words) && roleOrGroup(words) !== undefined;
}

function newName(words: string, before: string): Guess | undefined {
	const isNamed = isNameLike(words) && !isOnlyFirstWord(words, before);
	const type = isNamed ? guessType(words, before) : roleOrGroup(words);
	if (!type) return undefined;
	const bare = words.replace(/^(?:the|an?) /iu, '');
	const name = isNamed || before.trim() !== '' ? bare : fold(bare);
	const kind = kindOf(type, before);
	return { kind, answer: { form: 'name' }, newName: { name, type } };
}

const PLACE_WORDS =
	/^(?:to the |in the |on the |at |near |inside |outside |along |between |(?:north|south|east|west)(?:ern|wards?)?\b)/iu;

/** What kind of question selected words of a sentence answer, and the answer they make. */
export function guessAnswer(
	sentence: string,
	selection: Stretch,
	names: readonly Name[]
): AnswerGuess {
	const stretch = trimmed(sentence, selection);
	const words = sentence.slice(stretch.start, stretch.end);
	const before = sentence.slice(0, stretch.start);
	const named = knownNames(words, before, names);
	if (named) return { ...named, stretch };
	const figure = figureAt(sentence, stretch);
	if (figure) {
		const [start, end] = [Math.min(figure.start, stretch.start), Math.max(figure.end, stretch.end)];
		const isWider = start < stretch.start || end > stretch.end;
		const answer: DeskAnswer = { form: 'quantity', quantity: words };
		return { kind: 'how-many', answer, stretch, ...(isWider && { wider: { start, end } }) };
	}
	const unknown = newName(words, before);
	if (unknown) return { ...unknown, stretch };
	const kind = PLACE_WORDS.test(words) ? 'where' : 'what';
	return { kind, answer: { form: 'text', text: words }, stretch };
}
