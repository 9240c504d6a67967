import type { Bank } from '#lib/bank/types.ts';
import { bankIndex } from './bank-index.ts';
import { markItem } from './marking.ts';
import { itemAt, latestAnswers } from './sitting.ts';
import type { AnswerRow, RawAnswer, Sitting } from './types.ts';

/** How many other items pass between a miss and its repeat. */
const ITEMS_BETWEEN = 3;

/**
 * The sitting with a repeat queued for each missed question, until it was right once. Only ever adds,
 * and doing it twice changes nothing: so it also mends a sitting that was closed before it was stored.
 * A misjudged standing cannot be typed and does not come back; nor does grave matter that was passed
 * over, or a repeat that was.
 */
export function queueRepeats(bank: Bank, sitting: Sitting, rows: readonly AnswerRow[]): Sitting {
	if (sitting.mode !== 'practice' || sitting.state !== 'open') return sitting;
	const latest = latestAnswers(rows);
	let grown = sitting;
	for (const itemNo of answerOrder(rows)) {
		const raw = latest.get(itemNo)?.raw;
		for (const questionId of raw ? missedIn(bank, grown, { itemNo, raw }) : []) {
			const isQueued = grown.repeats.some(
				(repeat) => repeat.questionId === questionId && repeat.afterItem === itemNo
			);
			if (isQueued) continue;
			grown = { ...grown, repeats: [...grown.repeats, { questionId, afterItem: itemNo }] };
		}
	}
	return grown;
}

/**
 * The item that comes next, or nothing when all is done. Practice: a repeat as soon as three other items
 * were answered since its miss, else the paper's next, else what repeats are left. Exam: the next open
 * item behind the one the person is at, then from the beginning.
 */
export function nextItemNo(sitting: Sitting, rows: readonly AnswerRow[]): number | undefined {
	const answered = new Set(rows.map(({ itemNo }) => itemNo));
	const open = sitting.paper.items.map((_, itemNo) => itemNo).filter((no) => !answered.has(no));
	if (sitting.mode === 'exam') return open.find((no) => no > sitting.at) ?? open[0];
	const first = sitting.paper.items.length;
	const order = answerOrder(rows);
	const waiting = sitting.repeats
		.map(({ afterItem }, i) => ({ itemNo: first + i, afterItem }))
		.filter(({ itemNo }) => !answered.has(itemNo));
	const isDue = ({ afterItem }: { afterItem: number }) =>
		order.length - 1 - order.indexOf(afterItem) >= ITEMS_BETWEEN;
	const due = waiting.filter(isDue);
	// What was missed again waits for the paper's end: else a few hard questions would keep the rest away.
	const fresh = due.find(({ afterItem }) => afterItem < first);
	return fresh?.itemNo ?? open[0] ?? due[0]?.itemNo ?? waiting[0]?.itemNo;
}

/** Item numbers in the order they were first answered. */
function answerOrder(rows: readonly AnswerRow[]): number[] {
	const sorted = [...rows].sort((a, b) => a.seq - b.seq);
	return [...new Set(sorted.map(({ itemNo }) => itemNo))];
}

function missedIn(
	bank: Bank,
	sitting: Sitting,
	{ itemNo, raw }: { itemNo: number; raw: RawAnswer }
): string[] {
	const item = itemAt(sitting, itemNo);
	if (!item || item.form === 'sort') return [];
	const passed = raw.form === 'skipped';
	if (passed && itemNo >= sitting.paper.items.length) return [];
	const { questions } = bankIndex(bank);
	const marks = markItem(bank, item, raw);
	return item.parts
		.filter(({ questionId }, part) => {
			const credit = marks[part]?.credit;
			const isFree = passed && questions.get(questionId)?.grave !== undefined;
			return !isFree && (credit === 0 || credit === 0.5);
		})
		.map(({ questionId }) => questionId);
}
