import type { Name, Question } from '#lib/bank/types.ts';
import { foldKey } from '#lib/text/fold.ts';
import { parseQuantity, scanQuantities } from '#lib/text/quantities.ts';
import type { Quantity } from '#lib/text/types.ts';
import { remember, type BankIndex } from './bank-index.ts';
import { sameAmount, sameUnit } from './figures.ts';

/** Digits of any script, or words that figures are made of; a word too many costs only a scan. */
const HAS_FIGURE =
	/\p{Nd}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|half|halves|third|quarter|th|dozen|score|hundred|thousand|million|billion)s?\b|\b(?:several|few|many)\b|\ban? (?:second|minute|hour|day|night|week|fortnight|month|year|decade|century|generation|mile|kilomet|met|ton)/iu;

/** What no other item may show: the wordings of an answer and its figure. */
export interface Secret {
	/** Folded, each between spaces. */
	phrases: string[];
	figure?: Quantity;
}

/** What an item shows, as leaks are sought in it. */
export interface Shown {
	/** Folded, each text between spaces. */
	words: string;
	/** Read once, when first asked for: few papers need them all. */
	figures: () => Quantity[];
}

/** Folded words with a space at either end, so that whole words can be sought in it. */
export function wordsOf(text: string): string {
	return ` ${foldKey(text)} `;
}

/** A text as shown; a bank's few texts are read again and again, so they are remembered. */
export const shownText = remember((_, text: string): Shown => {
	let figures: Quantity[] | undefined;
	return { words: wordsOf(text), figures: () => (figures ??= figuresIn(text)) };
});

/** Several texts shown together. */
export function shownTexts(index: BankIndex, texts: string[]): Shown {
	const all = texts.map((text) => shownText(index, text));
	return {
		words: all.map(({ words }) => words).join('\n'),
		figures: () => all.flatMap(({ figures }) => figures())
	};
}

/** The answer of a question as other items must not show it. */
export const secretOf = remember((index, question: Question): Secret => {
	const { answer } = question;
	const figure = answer.form === 'quantity' ? parseQuantity(answer.quantity) : null;
	const texts = [...wordings(index, question), ...(answer.accept ?? [])];
	const phrases = texts.map(wordsOf).filter((phrase) => phrase.trim() !== '');
	return { phrases: [...new Set(phrases)], ...(figure ? { figure } : {}) };
});

/** Whether a shown text tells the answer. */
export function givesAway(shown: Shown, { phrases, figure }: Secret): boolean {
	if (phrases.some((phrase) => shown.words.includes(phrase))) return true;
	if (!figure) return false;
	return shown.figures().some((other) => sameAmount(other, figure) && sameUnit(other, figure));
}

function wordings(index: BankIndex, { answer }: Question): string[] {
	if (answer.form === 'text') return [answer.text];
	if (answer.form === 'quantity') return [answer.quantity];
	const ids = answer.form === 'name' ? [answer.name] : answer.names;
	return ids.flatMap((id) => spellings(index.names.get(id)));
}

/** A person is told by the surname alone. */
function spellings(name: Name | undefined): string[] {
	if (!name) return [];
	const surname = name.type === 'person' ? (name.name.split(/\s+/).at(-1) ?? '') : '';
	return [name.name, ...name.aliases, ...(surname.length > 2 ? [surname] : [])];
}

/** A year is no figure, and most asks have no other digits: the scanner is spared them. */
function figuresIn(text: string): Quantity[] {
	if (!HAS_FIGURE.test(text.replace(/\b(?:19|20)\d\d\b/gu, ''))) return [];
	const whole = parseQuantity(text);
	return whole ? [whole] : scanQuantities(text).map(({ quantity }) => quantity);
}
