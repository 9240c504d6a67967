import type { WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { Attached } from '#lib/domain/drafting/asking/wording/attached.ts';
import type { FigurePlace } from './figure-places.ts';
import { isManyAt, isVague } from './figures.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

/** "on $1 million [bond]", "from 4 to 6 tonnes": the figure is not all that answers. */
function isPartOnly({ sentence }: Reading, { figure }: FigurePlace): boolean {
	const { words } = sentence;
	const { number, type } = figure;
	if (lowerAt(words, number.first) === 'from') return true;
	return type === 'money' && /^(?:NOUN|PROPN|ADJ)$/.test(wordAt(words, number.last + 1).tag);
}

/** "What percentage" where the answer has the sign; "What share" where it says "percent" or "half". */
export function shareWord({ sentence }: Reading, { first, last }: WordRange): string {
	const isSigned = sentence.words.slice(first, last + 1).some(({ text }) => text.includes('%'));
	return isSigned ? 'What percentage' : 'What share';
}

/** "of the bridges": what some of are counted must be more than "them". */
function isPartitive({ sentence }: Reading, from: number): boolean {
	const { words } = sentence;
	return (
		lowerAt(words, from) === 'of' &&
		/^(?:the|his|her|its|their)$/.test(lowerAt(words, from + 1)) &&
		/^(?:NOUN|PROPN|ADJ|NUM)$/.test(wordAt(words, from + 2).tag)
	);
}

const isOne = ({ sentence }: Reading, { first, last }: WordRange) =>
	first === last && lowerAt(sentence.words, first) === 'one';

/** Whether an "s" makes a noun a plural: not "woman", "boss" or "city". */
function hasRegularPlural({ sentence }: Reading, head: number): boolean {
	const { text, tag } = wordAt(sentence.words, head);
	return (
		tag === 'NOUN' &&
		/(?:[^aeiousxzhyf]|[^o]e|[aeo]y)$/.test(text) &&
		!/(?:man|child|person|gold|silver|bronze)$/.test(text)
	);
}

/** "one [count of murder]" is asked for as counts of murder. */
function countedWords(reading: Reading, { figure, head }: FigurePlace, last: number): string {
	const first = figure.countedFrom ?? last;
	const whole = render(reading, { first, last });
	if (!isOne(reading, figure.number)) return whole;
	const behind = head < last ? ` ${render(reading, { first: head + 1, last })}` : '';
	return `${render(reading, { first, last: head })}s${behind}`;
}

function isCountable(reading: Reading, { figure, head }: FigurePlace, last: number): boolean {
	const { countedFrom, type } = figure;
	if (countedFrom === undefined || countedFrom > last) return false;
	if (type !== 'count') return true;
	if (isOne(reading, figure.number)) return hasRegularPlural(reading, head);
	return isPartitive(reading, countedFrom) || isManyAt(reading.sentence, head);
}

/** "How much", "How much damage", "How much of a fine". */
function moneyWords(reading: Reading, { figure, item, of }: FigurePlace): string {
	const { countedFrom = item.last + 1 } = figure;
	const counted =
		countedFrom > item.last ? of : render(reading, { first: countedFrom, last: item.last });
	return `How much ${counted}`.trim();
}

/** "How many people", "How much", "What percentage of voters"; nothing where it reads badly. */
export function figureWords(
	reading: Reading,
	place: FigurePlace,
	attached: Attached
): string | undefined {
	const { figure, item, isLast } = place;
	if (isPartOnly(reading, place) || isVague(reading, place.figure.number)) return undefined;
	if (figure.type === 'money') return moneyWords(reading, place);
	const last = isLast && attached.count > 0 ? attached.last : item.last;
	if (!isCountable(reading, place, last)) return undefined;
	const counted = countedWords(reading, place, last);
	if (/^(?:$|(?:whom|which|them|it|others)\b)/.test(counted)) return undefined;
	const words = figure.type === 'share' ? shareWord(reading, figure.number) : 'How many';
	const of = figure.type === 'share' ? 'of' : place.more;
	return [words, of, counted, place.behind].filter(Boolean).join(' ');
}
