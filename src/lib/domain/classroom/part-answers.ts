import { groupBy } from '#lib/bank/group-by.ts';
import { STANDINGS, type Standing } from '#lib/bank/types.ts';
import { readTyped } from '#lib/domain/answers/grading.ts';
import type { Item, RawAnswer } from '#lib/domain/quiz/types.ts';
import type { QuizPart } from './quiz-parts.ts';
import type { JudgedAnswer } from './ruling-types.ts';

type Asked = Pick<QuizPart, 'item' | 'part' | 'isFigure'>;

function optionAt(item: Item, option: unknown): JudgedAnswer | undefined {
	if (!('options' in item) || typeof option !== 'number') return undefined;
	return item.options[option] === undefined ? undefined : { option };
}

function standingOf(value: unknown): JudgedAnswer | undefined {
	const isOne = STANDINGS.includes(value as Standing);
	return isOne ? { standing: value as Standing } : undefined;
}

function placeOf(places: unknown, part: number): unknown {
	return Array.isArray(places) ? (places[part] as unknown) : undefined;
}

/**
 * A typed text as answers are told apart: folded as the grader folds it. Signs mean something in a
 * figure ("350+" is not 350) and nothing in words. Undefined where nothing is left.
 */
function typedOf(text: unknown, isFigure: boolean): JudgedAnswer | undefined {
	if (typeof text !== 'string') return undefined;
	const typed = readTyped(text);
	if (typed.key === '') return undefined;
	return { text: isFigure ? typed.text : typed.key };
}

/**
 * What was answered to one part, as rulings speak of it; undefined where it was left open. What does
 * not fit the item, another form or an option that it lacks, counts as left open.
 */
export function answerOf(
	{ item, part, isFigure }: Asked,
	raw: RawAnswer | undefined
): JudgedAnswer | undefined {
	// What a pupil's device sent is not to be trusted, not even to be an answer.
	if (raw?.form !== item.form) return undefined;
	switch (raw.form) {
		case 'type':
			return typedOf(raw.text, isFigure);
		case 'choose':
			return optionAt(item, raw.option);
		case 'true-false':
			return typeof raw.says === 'boolean' ? { says: raw.says } : undefined;
		case 'match':
			return optionAt(item, placeOf(raw.options, part));
		case 'sort':
			return standingOf(placeOf(raw.standings, part));
	}
}

/** The same text for the same answer, and only for it. */
export function answerId(answer: JudgedAnswer): string {
	return JSON.stringify(answer);
}

/** An answer as text: what was typed, folded; the option; `true` or `false`; the standing's word. */
export function answerLabel(item: Item, answer: JudgedAnswer): string {
	if ('text' in answer) return answer.text;
	if ('says' in answer) return String(answer.says);
	if ('standing' in answer) return answer.standing;
	return 'options' in item ? (item.options[answer.option]?.text ?? '') : '';
}

/** What was answered to one part, as the pupil gave it; empty where it was left open. */
export function answerAsGiven(asked: Asked, raw: RawAnswer | undefined): string {
	const answer = answerOf(asked, raw);
	if (!answer) return '';
	return raw?.form === 'type' ? raw.text.trim() : answerLabel(asked.item, answer);
}

/** How most wrote it; of equally many the first by letters. */
export function mostFrequent(texts: readonly string[]): string {
	const [first] = [...groupBy(texts, (text) => text)].sort(
		([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1)
	);
	return first?.[0] ?? '';
}
