import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import type { Bank, Kind, Question, Standing } from '#lib/bank/types.ts';
import type { PaperVersion, VersionLetter } from '#lib/domain/classroom/paper-versions.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { SORT_STANDINGS } from '#lib/domain/quiz/sort-items.ts';
import type { Item, Option } from '#lib/domain/quiz/types.ts';
import { questionView, type QuestionView } from '#lib/state/question-view.ts';

/** How many other wordings the key tells. */
const MOST_ACCEPTED = 10;

/** An item as it stands on a paper. */
export interface PrintedItem {
	/** From 1, on this paper. */
	number: number;
	item: Item;
	/** The question, where the item asks one. */
	ask?: string;
	kind: Kind;
	points: number;
}

/** What is right on a paper, short enough for a list: a letter for each part of a match or sort. */
export type PrintedAnswer =
	| { code: 'letter'; letter: string }
	| { code: 'letters'; letters: string[] }
	| { code: 'judged'; says: boolean }
	| { code: 'text'; text: string };

/** A quiz in one of its orders, ready to be printed. */
export interface PrintedVersion {
	letter: VersionLetter;
	items: PrintedItem[];
	/** What is right, in the order of the items. */
	answers: PrintedAnswer[];
}

/** One question of the key. */
export interface KeyPart {
	/** What the pupil reads in a match or sort. */
	cue?: string;
	view: QuestionView;
	/** What is right, in words; a standing where sentences are sorted. */
	right: { text: string } | { standing: Standing };
	/** Other wordings that are right. */
	accepted: string[];
}

/** One item of the key, with its number on each version. */
export interface KeyItem {
	places: { letter: VersionLetter; number: number }[];
	item: Item;
	points: number;
	parts: KeyPart[];
}

/** The letter of an option, or of a standing that sentences are sorted by. */
export function optionLetter(place: number): string {
	return String.fromCharCode('A'.charCodeAt(0) + place);
}

/** Whether the bank has all that an item asks. */
export function isThere(bank: Bank, { parts }: Item): boolean {
	const look = lookUp(bank);
	return parts.every(({ questionId }) => look.question(questionId) !== undefined);
}

/** What is said before questions on deaths, children or injuries: the notices of their reports, each once. */
export function noticesOf(
	bank: Bank,
	items: readonly Item[]
): { isGrave: boolean; texts: string[] } {
	const look = lookUp(bank);
	const grave = items
		.flatMap(({ parts }) => parts.flatMap(({ questionId }) => look.question(questionId) ?? []))
		.filter((question) => question.grave !== undefined);
	const reports = grave
		.flatMap(({ factIds }) => factIds.flatMap((id) => look.fact(id)?.reportId ?? []))
		.flatMap((id) => look.report(id)?.notice ?? []);
	return { isGrave: grave.length > 0, texts: [...new Set(reports)] };
}

/** A version as it is printed. */
export function printedVersion(bank: Bank, { letter, items }: PaperVersion): PrintedVersion {
	const look = lookUp(bank);
	return {
		letter,
		items: items.map((item, place) => printedItem(look, item, place)),
		answers: items.map((item) => answerOf(look, item))
	};
}

/** The key to all versions, in the order of the first. */
export function keyItems(bank: Bank, versions: readonly PaperVersion[]): KeyItem[] {
	const look = lookUp(bank);
	const [first] = versions;
	return (first?.items ?? []).map((item, itemNo) => ({
		places: versions.map(({ letter, shown }) => ({
			letter,
			number: shown.items.indexOf(itemNo) + 1
		})),
		item,
		points: item.parts.length,
		parts: item.parts.flatMap((_, part) => keyPart(look, item, part))
	}));
}

function firstQuestion(look: LookUp, { parts: [part] }: Item): Question | undefined {
	return part && look.question(part.questionId);
}

function printedItem(look: LookUp, item: Item, place: number): PrintedItem {
	const question = firstQuestion(look, item);
	const isOne = item.form !== 'match' && item.form !== 'sort';
	return {
		number: place + 1,
		item,
		...(isOne && question && { ask: question.ask }),
		kind: question?.kind ?? 'what',
		points: item.parts.length
	};
}

function answerOf(look: LookUp, item: Item): PrintedAnswer {
	if (item.form === 'choose') return { code: 'letter', letter: optionLetter(item.right ?? 0) };
	if (item.form === 'true-false') return { code: 'judged', says: item.right ?? false };
	if (item.form === 'type') {
		const question = firstQuestion(look, item);
		return { code: 'text', text: question ? answerText(look.bank, question) : '' };
	}
	return { code: 'letters', letters: lettersOf(item) };
}

function lettersOf(item: Extract<Item, { form: 'match' | 'sort' }>): string[] {
	const { right = [] } = item;
	return right.map((each) =>
		typeof each === 'number' ? optionLetter(each) : standingLetter(each)
	);
}

function standingLetter(standing: Standing): string {
	return optionLetter(SORT_STANDINGS.findIndex((each) => each === standing));
}

function keyPart(look: LookUp, item: Item, partNo: number): KeyPart[] {
	const { questionId = '', cue } = item.parts[partNo] ?? {};
	const question = look.question(questionId);
	if (!question) return [];
	const view = questionView(look, question);
	return [
		{
			...(cue !== undefined && { cue }),
			view,
			right: rightOf(item, partNo) ?? { text: view.answer },
			accepted: item.form === 'type' ? acceptedOf(look, question, view.answer) : []
		}
	];
}

/** What is right by the item itself; a typed or judged answer is the question's own. */
function rightOf(item: Item, partNo: number): KeyPart['right'] | undefined {
	const standing = item.form === 'sort' ? item.right?.[partNo] : undefined;
	const option = optionOf(item, partNo);
	return standing ? { standing } : option && { text: option.text };
}

function optionOf(item: Item, partNo: number): Option | undefined {
	if (item.form === 'choose') return item.options[item.right ?? -1];
	return item.form === 'match' ? item.options[item.right?.[partNo] ?? -1] : undefined;
}

function acceptedOf(look: LookUp, { answer }: Question, right: string): string[] {
	const names =
		answer.form === 'name' ? [answer.name] : answer.form === 'names' ? answer.names : [];
	const aliases = names.flatMap((id) => look.name(id)?.aliases ?? []);
	const all = [...(answer.accept ?? []), ...aliases].filter((text) => text !== right);
	return [...new Set(all)].slice(0, MOST_ACCEPTED);
}
