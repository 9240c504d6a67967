import type { Bank, Question, Standing } from '#lib/bank/types.ts';
import type { Mark, Tell } from '#lib/domain/answers/types.ts';
import { bankIndex, type BankIndex } from './bank-index.ts';
import { gradeText } from './grade-text.ts';
import { itemAt, latestAnswers } from './sitting.ts';
import type { AnswerRow, Item, MarkedPart, Option, RawAnswer, Sitting } from './types.ts';

const RIGHT: Mark = { verdict: 'right', credit: 1, rule: 'chosen' };
const WRONG: Mark = { verdict: 'wrong', credit: 0, rule: 'chosen' };
const OPEN: Mark = { verdict: 'wrong', credit: 0, rule: 'empty' };
/** Its key is withheld until a teacher gives it out. */
const WITHHELD: Mark = { verdict: 'review', credit: 'undecided', rule: 'withheld' };
/** Its question has left the bank since: a person has to look. */
const GONE: Mark = { verdict: 'review', credit: 'undecided', rule: 'no-question' };

/** The marks of an item's parts, in their order; an answer of another form counts as none. */
export function markItem(bank: Bank, item: Item, raw: RawAnswer): Mark[] {
	const index = bankIndex(bank);
	if (isWithheld(index, item)) return item.parts.map(() => WITHHELD);
	if (item.form === 'type' && raw.form === 'type')
		return item.parts.map((part) => markTyped(index, part.questionId, raw.text));
	if (item.form === 'choose' && raw.form === 'choose')
		return [
			markOption(index, item.parts[0].questionId, pick(item.options, item.right, raw.option))
		];
	if (item.form === 'true-false' && raw.form === 'true-false')
		return [markJudged(index, item, raw.says)];
	return markGroup(index, item, raw) ?? item.parts.map(() => OPEN);
}

function markGroup(index: BankIndex, item: Item, raw: RawAnswer): Mark[] | undefined {
	if (item.form === 'match' && raw.form === 'match')
		return item.parts.map(({ questionId }, i) =>
			markOption(index, questionId, pick(item.options, item.right?.[i], raw.options[i]))
		);
	if (item.form === 'sort' && raw.form === 'sort')
		return item.right?.map((right, i) => markStanding(right, raw.standings[i]));
	return undefined;
}

/** A typed item shows by its blank answer that its key is withheld, any other by what is right in it. */
function isWithheld({ questions }: BankIndex, item: Item): boolean {
	if (item.form !== 'type') return item.right === undefined;
	const answer = questions.get(item.parts[0].questionId)?.answer;
	return answer?.form === 'text' && answer.text === '';
}

/**
 * Every part of a sitting with its mark, in the order of the items, repeats last. In practice what was
 * never answered is left out; handed in or expired as an exam it counts as open, so wrong.
 */
export function markSitting(
	bank: Bank,
	sitting: Sitting,
	rows: readonly AnswerRow[]
): MarkedPart[] {
	const latest = latestAnswers(rows);
	const papers = sitting.paper.items.length;
	const marked: MarkedPart[] = [];
	for (let itemNo = 0; itemNo < papers + sitting.repeats.length; itemNo++) {
		const item = itemAt(sitting, itemNo);
		const row = latest.get(itemNo);
		const repeat = itemNo >= papers;
		if (!item || (!row && (repeat || sitting.mode === 'practice'))) continue;
		marked.push(...markParts(bank, item, { sitting, itemNo, row, repeat }));
	}
	return marked;
}

interface Answered {
	sitting: Sitting;
	itemNo: number;
	row: AnswerRow | undefined;
	repeat: boolean;
}

function markParts(
	bank: Bank,
	item: Item,
	{ sitting, itemNo, row, repeat }: Answered
): MarkedPart[] {
	const raw: RawAnswer = row?.raw ?? { form: 'skipped' };
	const passed = raw.form === 'skipped' && sitting.mode === 'practice';
	const { questions } = bankIndex(bank);
	const marks = markItem(bank, item, raw);
	return item.parts.map(({ questionId }, part) => ({
		itemNo,
		part,
		questionId,
		form: item.form,
		raw,
		mark: marks[part] ?? OPEN,
		...(row?.confidence ? { confidence: row.confidence } : {}),
		skipped: passed && questions.get(questionId)?.grave !== undefined,
		repeat
	}));
}

function markTyped(index: BankIndex, questionId: string, text: string): Mark {
	const question = index.questions.get(questionId);
	return question ? gradeText(index, question, text) : GONE;
}

function markStanding(right: Standing, sorted: Standing | null | undefined): Mark {
	if (!sorted) return OPEN;
	return { ...(sorted === right ? RIGHT : WRONG), rule: 'standing' };
}

/** What was chosen: the option and whether it is right; nothing where it was left open. */
interface Choice {
	option: Option;
	right: boolean;
}

function pick(
	options: Option[],
	right: number | undefined,
	chosen: number | null | undefined
): Choice | undefined {
	const option = typeof chosen === 'number' ? options[chosen] : undefined;
	return option && { option, right: chosen === right };
}

function markOption(index: BankIndex, questionId: string, choice: Choice | undefined): Mark {
	if (!choice) return OPEN;
	return choice.right ? RIGHT : wrongly(index, questionId, choice.option);
}

function markJudged(
	index: BankIndex,
	{ parts: [{ questionId }], proposed, right }: Extract<Item, { form: 'true-false' }>,
	says: boolean
): Mark {
	if (says === right) return RIGHT;
	return right ? WRONG : wrongly(index, questionId, { text: proposed });
}

function wrongly(index: BankIndex, questionId: string, option: Option): Mark {
	const tell = tellOf(index, index.questions.get(questionId), option);
	return tell ? { ...WRONG, tell } : WRONG;
}

/** The author's word on it, else the grader's, else what the option is the answer of. */
function tellOf(
	index: BankIndex,
	question: Question | undefined,
	{ text, answers }: Option
): Tell | undefined {
	if (!question) return undefined;
	const { tell } = gradeText(index, question, text);
	if (tell) return tell;
	const other = answers === undefined ? undefined : index.questions.get(answers);
	return other && { code: 'answers-other', text, tells: other.ask };
}
