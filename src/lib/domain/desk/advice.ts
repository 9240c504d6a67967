import { holdsWords, rightTexts } from '#lib/bank/key-texts.ts';
import { isSameAmount } from '#lib/bank/figures.ts';
import { parseQuantity, scanQuantities } from '#lib/text/quantities.ts';
import type { DeskAround } from './desk-book.ts';
import { formsOf } from './source.ts';
import type { Desk, DeskAnswer, DeskQuestion } from './types.ts';

/** What each code of an advice carries, besides the checker's own. */
export interface AdviceData {
	/** Fewer than three safe wrong answers: it is asked as typed. */
	'few-distractors': { count: number };
	/** The answer's words do not stand in the paragraph of its fact. */
	'not-in-text': { text: string };
	'no-question-mark': object;
}

/** An advice about a field of a question. */
export type Advice = {
	[C in keyof AdviceData]: { code: C; data: AdviceData[C]; field: string };
}[keyof AdviceData];

const FEW = 3;

/** Every list of spellings of which one should stand in the text. */
function wordings({ answer, accept }: DeskQuestion, { names }: DeskAround): string[][] {
	const known = new Map(names.map((name) => [name.id, name]));
	const piece = (part: DeskAnswer) => rightTexts({ ...piecesOf(part), accept, not: [] }, known);
	return answer.form === 'names'
		? answer.names.map((name) => piece({ form: 'name', name }))
		: [piece(answer)];
}

function piecesOf(answer: DeskAnswer) {
	if (answer.form === 'text') return { text: answer.text };
	if (answer.form === 'quantity') return { quantity: answer.quantity };
	return answer.form === 'name' ? { name: answer.name } : { names: answer.names };
}

function stands(text: string, wording: string): boolean {
	if (holdsWords(text, wording)) return true;
	const figure = parseQuantity(wording);
	return (
		figure !== null && scanQuantities(text).some(({ quantity }) => isSameAmount(quantity, figure))
	);
}

function missingWords(desk: Desk, question: DeskQuestion, around: DeskAround): string | undefined {
	const number = desk.facts[question.factId]?.sentence.paragraph;
	const text = desk.paragraphs.find((paragraph) => paragraph.number === number)?.text;
	if (text === undefined) return undefined;
	const missing = wordings(question, around).find(
		(list) => list.length > 0 && list[0] !== '' && !list.some((each) => stands(text, each))
	);
	return missing?.[0];
}

/** How many safe wrong answers a question has; not known where it is not whole. */
type SafeCount = number | undefined;

function isMeantTyped(desk: Desk, question: DeskQuestion): boolean {
	const forms = formsOf(question, desk.facts[question.factId]?.grave !== undefined);
	return question.answer.form === 'names' || (forms !== undefined && !forms.includes('choose'));
}

/** What could be better about a question, though nothing is wrong. */
export function adviceOn(
	desk: Desk,
	question: DeskQuestion,
	{ around, safe }: { around: DeskAround; safe: SafeCount }
): Advice[] {
	const found: Advice[] = [];
	const ask = question.ask.trim();
	if (ask !== '' && !/[?؟？]["'”’)]*$/u.test(ask))
		found.push({ code: 'no-question-mark', data: {}, field: 'ask' });
	const missing = missingWords(desk, question, around);
	if (missing !== undefined)
		found.push({ code: 'not-in-text', data: { text: missing }, field: 'answer' });
	if (safe !== undefined && safe < FEW && !isMeantTyped(desk, question))
		found.push({ code: 'few-distractors', data: { count: safe }, field: 'distractors' });
	return found;
}
