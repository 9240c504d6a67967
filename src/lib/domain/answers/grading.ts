import { fold, foldKey } from '#lib/text/fold.ts';
import type { NearMiss } from '#lib/bank/types.ts';
import { parseQuantity } from '#lib/text/quantities.ts';
import type { Quantity } from '#lib/text/types.ts';
import { carryingWords, subjectsOf, type Subject } from './subjects.ts';
import type { AnswerKey } from './types.ts';
import { wordingOf, type Wording } from './typos.ts';
import { contentStems } from './words.ts';

/** A key made ready for grading; the same for every answer to it. */
export interface ReadyKey {
	key: AnswerKey;
	subjects: Subject[];
	answers: Subject[];
	/** How many words the longest spelling has. */
	longestName: number;
	/** Stems that may stand around the answer: those of the question, */
	asked: Set<string>;
	/** and those of the answers' roles that the question does not have. */
	roles: Set<string>;
	misses: Miss[];
	/** Accepted wordings for all of several names. */
	accepted: Wording[];
	/** The figures that are right, and those of the rivals; none where the answer is no figure. */
	figures: Quantity[];
	rivalFigures: { figure: Quantity; text: string; tells?: string }[];
}

/** A near miss the author foresaw. */
interface Miss {
	key: string;
	wording: Wording;
	figure: Quantity | null;
	why: string;
}

/** What was typed, folded. */
export interface Typed {
	/** Its beginning, not folded. */
	raw: string;
	text: string;
	key: string;
	words: string[];
	/** Its carrying words joined by spaces. */
	bare: string;
	/** Its content, stemmed. */
	stems: string[];
}

/** Nothing behind this many characters of an answer is looked at. */
export const LONGEST_ANSWER = 400;

const ready = new WeakMap<AnswerKey, ReadyKey>();

/** A year is written without a separator and counts nothing. */
const YEAR = /(?<![\d.,])(?:1[5-9]|20)\d\d(?![.,]?\d)/;

/** A key's figure; a year has no tolerance. */
function wantedFigure(text: string): Quantity | null {
	const figure = parseQuantity(text);
	const isYear = figure?.unit === '' && YEAR.test(text);
	return isYear ? { ...figure, hedge: 'exact' } : figure;
}

/** An accepted figure without a unit counts what the answer counts. */
function figuresOf({ answer, accept }: AnswerKey): Quantity[] {
	const texts = answer.form === 'quantity' ? [answer.quantity, ...accept] : [];
	const figures = texts.map(wantedFigure).filter((figure) => figure !== null);
	const unit = figures[0]?.unit ?? '';
	return figures.map((figure) => (figure.unit === '' ? { ...figure, unit } : figure));
}

function rivalFiguresOf({ answer, rivals }: AnswerKey): ReadyKey['rivalFigures'] {
	if (answer.form !== 'quantity') return [];
	return rivals.flatMap((rival) => {
		const figure = rival.form === 'text' ? parseQuantity(rival.text) : null;
		if (rival.form !== 'text' || !figure) return [];
		const { text, tells } = rival;
		return [{ figure, text, ...(tells && { tells }) }];
	});
}

function missOf({ text, why }: NearMiss): Miss {
	const key = foldKey(text);
	return { key, wording: wordingOf(key), figure: parseQuantity(text), why };
}

function acceptedOf({ answer, accept }: AnswerKey): Wording[] {
	return answer.form === 'names' ? accept.map((text) => wordingOf(foldKey(text))) : [];
}

function stemsOf(texts: string[]): Set<string> {
	return new Set(contentStems(foldKey(texts.join(' ')).split(' ')));
}

function makeReady(key: AnswerKey): ReadyKey {
	const subjects = subjectsOf(key);
	const answers = subjects.filter((subject) => subject.relation === 'answer');
	const lengths = subjects.flatMap(({ spellings }) => spellings.map(({ words }) => words.length));
	const asked = stemsOf([key.ask]);
	const roles = stemsOf(answers.map((subject) => subject.role ?? ''));
	return {
		key,
		subjects,
		answers,
		longestName: Math.max(1, ...lengths),
		asked,
		roles: new Set([...roles].filter((stem) => !asked.has(stem))),
		misses: key.not.map(missOf),
		accepted: acceptedOf(key),
		figures: figuresOf(key),
		rivalFigures: rivalFiguresOf(key)
	};
}

/** The key made ready, remembered as long as the key lives. */
export function readyKey(key: AnswerKey): ReadyKey {
	const known = ready.get(key);
	if (known) return known;
	const made = makeReady(key);
	ready.set(key, made);
	return made;
}

/** As far as an answer is looked at; folding may lengthen it. */
function cut(text: string): string {
	return text.slice(0, LONGEST_ANSWER);
}

/** Folds what was typed; what is too long for any answer is cut off. */
export function readTyped(typed: string): Typed {
	const raw = cut(typed);
	const text = cut(fold(raw));
	const key = cut(foldKey(text)).trim();
	const words = key === '' ? [] : key.split(' ');
	const bare = carryingWords(words).join(' ');
	return { raw, text, key, words, bare, stems: contentStems(words) };
}
