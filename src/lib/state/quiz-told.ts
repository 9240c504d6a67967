import type { LookUp } from '#lib/bank/look-up.ts';
import type { Question, Standing } from '#lib/bank/types.ts';
import type { Mark } from '#lib/domain/answers/types.ts';
import type { Item, Option, RawAnswer } from '#lib/domain/quiz/types.ts';
import { questionView, sourceView, type QuestionView, type SourceView } from './question-view.ts';

/** One answer to one part, given or right, ready to be put into words. */
export type AnswerView =
	| { code: 'text'; text: string }
	| { code: 'judged'; says: boolean; proposed: string }
	| { code: 'standing'; standing: Standing }
	| { code: 'none' };

/** One part of an item with all that is told once it was answered. */
export interface ToldPart {
	part: number;
	mark: Mark;
	/** Absent where the question has left the bank since. */
	question?: QuestionView;
	/** The prompt of a part of `match`, the sentence of one of `sort`. */
	cue?: string;
	/** The standing and source of a sentence that was sorted. */
	source?: SourceView;
	own: AnswerView;
	right: AnswerView;
	/** In true-false: the sentence as the report has it. */
	corrected?: string;
}

const NONE: AnswerView = { code: 'none' };

/** An item with its question. */
export interface AnsweredItem {
	item: Item;
	raw: RawAnswer;
	marks: readonly Mark[];
}

/** What is told about each part of an answered item. */
export function toldParts(look: LookUp, { item, raw, marks }: AnsweredItem): ToldPart[] {
	return marks.map((mark, part) => toldPart(look, item, { raw, mark, part }));
}

/** What is told about one part of an answered item. */
export function toldPart(
	look: LookUp,
	item: Item,
	{ raw, mark, part }: { raw: RawAnswer; mark: Mark; part: number }
): ToldPart {
	const { questionId = '', cue, factId } = item.parts[part] ?? {};
	const question = look.question(questionId);
	const view = question && questionView(look, question);
	return {
		part,
		mark,
		question: view,
		cue,
		source: sourceOf(look, factId),
		own: ownAnswer(item, raw, part),
		right: rightAnswer(item, part, view),
		corrected: item.form === 'true-false' ? factText(look, question) : undefined
	};
}

function sourceOf(look: LookUp, factId = ''): SourceView | undefined {
	const fact = look.fact(factId);
	return fact && sourceView(look, fact);
}

/** A comparison rests on several facts: none of them is the corrected sentence. */
function factText(look: LookUp, question: Question | undefined): string | undefined {
	const [only = '', ...more] = question?.factIds ?? [];
	return more.length > 0 ? undefined : look.fact(only)?.text;
}

function ownAnswer(item: Item, raw: RawAnswer, part: number): AnswerView {
	if (raw.form === 'type') return textView(raw.text);
	if (raw.form === 'choose' || raw.form === 'match')
		return textView(optionsOf(item)[optionNo(raw, part)]?.text);
	if (raw.form === 'sort') return standingView(raw.standings[part]);
	if (item.form !== 'true-false' || raw.form !== 'true-false') return NONE;
	return { code: 'judged', says: raw.says, proposed: item.proposed };
}

function optionNo(raw: Extract<RawAnswer, { form: 'choose' | 'match' }>, part: number): number {
	return (raw.form === 'choose' ? raw.option : raw.options[part]) ?? -1;
}

function optionsOf(item: Item): Option[] {
	return item.form === 'choose' || item.form === 'match' ? item.options : [];
}

function rightAnswer(item: Item, part: number, question: QuestionView | undefined): AnswerView {
	if (item.form === 'sort') return standingView(item.right?.[part]);
	if (item.form === 'match') return textView(item.options[item.right?.[part] ?? -1]?.text);
	return textView(question?.answer);
}

function textView(text: string | undefined): AnswerView {
	return text ? { code: 'text', text } : NONE;
}

function standingView(standing: Standing | null | undefined): AnswerView {
	return standing ? { code: 'standing', standing } : NONE;
}
