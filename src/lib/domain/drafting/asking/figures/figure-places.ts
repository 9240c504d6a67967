import { isTime } from '#lib/domain/drafting/clauses/phrase-row.ts';
import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { splitFigure, type SplitFigure } from './figures.ts';

type Figure = ReadSentence['quantities'][number];

/** A figure where it stands in a clause. */
export interface FigurePlace {
	part: Part;
	figure: SplitFigure;
	/** What the figure counts with its number: one thing of a list. */
	item: WordRange;
	/** Index of the noun that is counted. */
	head: number;
	/** The thing of a list that closes its part: what hangs on the part hangs on it. */
	isLast: boolean;
	/** "a further 20" asks for "how many more". */
	more: string;
	/** "a fine of $3,000" asks for "how much of a fine". */
	of: string;
	/** "an average of 3" asks for what is so "on average". */
	behind: string;
}

const MORE = new Map([
	['additional', 'additional'],
	['extra', 'extra'],
	['further', 'more'],
	['another', 'more']
]);
/** Bodies of which only the size is told. */
const BODY =
	/^an? (?:\w+ )?(?:group|team|crew|crowd|party|fleet|total|gang|squad|panel|series|convoy|delegation|collection|staff|audience|average|maximum|minimum) of$/;
/** Sums of money by what they are for. */
const SUM = /^(an? (?:fine|loss|profit|reward|debt|deficit|surplus|ransom|bonus|grant)) of$/;
/** Money that is counted as a mass. */
const MASS = /^(damage|debt|revenue|aid|funding|compensation) of$/;
/** What may stand before a figure and says nothing of its own. */
const EMPTY =
	/^(?:just|only|even|already|approximate|approximately|an? (?:record|career[- ]high|total|combined|estimated|full|mere))$/;

/** Where the thing of a list begins and ends that a figure belongs to. */
function itemAround({ words }: ReadSentence, range: WordRange, { first, last }: Figure): WordRange {
	const isJoin = (at: number) =>
		wordAt(words, at).tag === 'CCONJ' || wordAt(words, at).text === ',';
	let from = first;
	while (from > range.first && !isJoin(from - 1)) from -= 1;
	let to = last;
	const isRate = /^(?:an?|each|every|per)$/.test(lowerAt(words, last + 1));
	while (!isRate && to < range.last && !isJoin(to + 1)) to += 1;
	return { first: from, last: to };
}

interface Opening {
	more: string;
	of: string;
	behind: string;
}

/** What stands before a figure in its phrase, where the figure can be asked for behind it. */
function openingOf({ words }: ReadSentence, from: number, to: number): Opening | undefined {
	const text = words
		.slice(from, to)
		.map((word) => word.text.toLowerCase())
		.join(' ');
	const behind = / average of$/.test(text) ? 'on average' : '';
	if (text === '' || EMPTY.test(text) || BODY.test(text)) return { more: '', of: '', behind };
	const more = MORE.get(text.replace(/^an? /, ''));
	if (more !== undefined) return { more, of: '', behind: '' };
	const sum = SUM.exec(text)?.[1];
	const mass = MASS.exec(text)?.[1];
	if (mass !== undefined) return { more: '', of: mass, behind: '' };
	return sum === undefined ? undefined : { more: '', of: `of ${sum}`, behind: '' };
}

/** Index of the noun that a figure counts. */
function headOf(part: Part, { last, quantity }: Figure, item: WordRange): number {
	if (quantity.unit !== '' && quantity.unit !== 'share') return last;
	return part.head >= item.first && part.head <= item.last ? part.head : item.last;
}

/** "a total of 230" is answered by 230. */
function withoutTotal({ words }: ReadSentence, figure: SplitFigure): SplitFigure {
	const { first, last } = figure.number;
	const isTotal = lowerAt(words, first + 1) === 'total' && lowerAt(words, first + 2) === 'of';
	return isTotal ? { ...figure, number: { first: first + 3, last } } : figure;
}

/** "for the past five days": so long until now. */
function isUntilNow(sentence: ReadSentence, part: Part, { first, last }: Figure): boolean {
	const { words } = sentence;
	const isPast = /^(?:past|last)$/.test(lowerAt(words, first - 1));
	return isPast && isTime(sentence, last) && lowerAt(words, part.first) === 'for';
}

function placeIn(sentence: ReadSentence, part: Part, figure: Figure): FigurePlace | undefined {
	const range = part.noun ?? part;
	if (figure.first < range.first || figure.last > part.last) return undefined;
	const item = itemAround(sentence, { first: range.first, last: part.last }, figure);
	const split = splitFigure(sentence, figure);
	const opened = isUntilNow(sentence, part, figure) ? figure.first : item.first;
	const opening = openingOf(sentence, opened, figure.first);
	if (!opening || (opening.of !== '' && split.type !== 'money')) return undefined;
	return {
		part,
		figure: withoutTotal(sentence, split),
		item: { first: figure.first, last: item.last },
		head: headOf(part, figure, item),
		isLast: item.last === part.last || item.last === range.last,
		...opening
	};
}

/** The place of a figure in a clause, where one of its parts opens with it or lists it. */
export function placeOf(
	sentence: ReadSentence,
	{ subject, parts, lead }: Clause,
	figure: Figure
): FigurePlace | undefined {
	for (const part of [subject, ...parts, ...lead]) {
		const place = part.isCut && !part.isOpenList ? undefined : placeIn(sentence, part, figure);
		if (place) return place;
	}
	return undefined;
}
