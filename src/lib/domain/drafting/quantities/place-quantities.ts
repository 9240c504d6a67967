import type { Sentence, WordRange } from '#lib/domain/drafting/types.ts';
import { scanQuantities } from '#lib/text/quantities.ts';
import type { ScannedQuantity } from '#lib/text/types.ts';
import { SECOND_MEASURES, SHORT_MEASURES } from './measures.ts';
import { NOT_COUNTS, type FigureContext } from './not-counts.ts';

/** A figure of a text with the words of its sentence that it stands on. */
type PlacedQuantity = ScannedQuantity & WordRange;

/** "US$" is a dollar sign like any other; the spaces keep the places of everything behind. */
function plainSigns(text: string): string {
	return text.replace(/(?:US|AU|NZ|CA|HK|A|C)(?=\$)/gu, (letters) => ' '.repeat(letters.length));
}

/** How many words of a measure stand behind a figure. */
function measureLength({ words }: Sentence, last: number): number {
	const key = (at: number) => words[at]?.text.toLowerCase() ?? '';
	if (!SHORT_MEASURES.has(key(last + 1))) return 0;
	return SECOND_MEASURES.has(key(last + 2)) ? 2 : 1;
}

/** A figure without the "just" before it. */
function withoutJust({ words }: Sentence, placed: PlacedQuantity): PlacedQuantity {
	const [word, next] = [words[placed.first], words[placed.first + 1]];
	const isJust = /^(?:just|only)$/iu.test(word?.text ?? '') && placed.last > placed.first;
	return isJust && next ? { ...placed, first: placed.first + 1, start: next.start } : placed;
}

/** "half of the town's" goes on with the houses: the figure ends before what it is of. */
function withoutOwner({ words }: Sentence, placed: PlacedQuantity): PlacedQuantity {
	const { first, last } = placed;
	if (!/^['’]s?$/u.test(words[last]?.text ?? '')) return placed;
	const of = words.findIndex(({ text }, at) => at > first && at < last && text === 'of');
	const end = words[of - 1]?.end;
	return of < 0 || end === undefined ? placed : { ...placed, last: of - 1, end };
}

/** A figure with the measure behind it. */
function withMeasure(text: string, sentence: Sentence, placed: PlacedQuantity): PlacedQuantity {
	const { quantity, last } = placed;
	const more = quantity.unit === '' ? measureLength(sentence, last) : 0;
	const [from, to] = [sentence.words[last + 1], sentence.words[last + more]];
	if (more === 0 || !from || !to) return placed;
	const unit = text.slice(from.start, to.end);
	return { ...placed, last: last + more, end: to.end, quantity: { ...quantity, unit } };
}

function contextOf({ words }: Sentence, { first, last, quantity }: PlacedQuantity): FigureContext {
	const key = (at: number) => words[at]?.text.toLowerCase() ?? '';
	return {
		first,
		last,
		quantity,
		words,
		before: (distance) => key(first - distance),
		after: (distance) => key(last + distance)
	};
}

function place({ words, start }: Sentence, found: ScannedQuantity): PlacedQuantity | undefined {
	const [from, to] = [found.start + start, found.end + start];
	const first = words.findIndex((word) => word.end > from);
	const last = words.findLastIndex((word) => word.start < to);
	return first >= 0 && last >= first ? { ...found, start: from, end: to, first, last } : undefined;
}

/**
 * The counts of a sentence with their words: "about 70 people", "half of whom". What looks like a count
 * and is none, such as ages, years, scores and numbers in names, is left out. `text` is the report's;
 * offsets are in it.
 */
export function placeQuantities(text: string, sentence: Sentence): PlacedQuantity[] {
	return scanQuantities(plainSigns(text.slice(sentence.start, sentence.end)))
		.map((found) => place(sentence, found))
		.filter((placed) => placed !== undefined)
		.map((placed) =>
			withMeasure(text, sentence, withoutOwner(sentence, withoutJust(sentence, placed)))
		)
		.filter((placed) => {
			const context = contextOf(sentence, placed);
			return !NOT_COUNTS.some(({ applies }) => applies(context));
		});
}
