import type { AnswerRow, Item, Mode, Paper, Sitting } from './types.ts';

const MS_PER_MINUTE = 60_000;

/** What a sitting begins with; `now` is epoch ms. */
interface SittingStart {
	id: string;
	title: string;
	mode: Mode;
	paper: Paper;
	now: number;
}

/**
 * Opens a sitting. A time limit comes from the blueprint (`minutes`), and a paper drawn under one
 * holds no grave item: so nothing grave is ever timed.
 */
export function startSitting({ id, title, mode, paper, now }: SittingStart): Sitting {
	const { minutes } = paper.blueprint;
	return {
		id,
		title,
		mode,
		paper,
		state: 'open',
		startedAt: now,
		...(minutes === undefined ? {} : { deadlineAt: now + minutes * MS_PER_MINUTE }),
		at: 0,
		flags: [],
		repeats: []
	};
}

/** What counts of each item: its row with the last `seq`. */
export function latestAnswers(rows: readonly AnswerRow[]): Map<number, AnswerRow> {
	const latest = new Map<number, AnswerRow>();
	for (const row of rows) {
		const known = latest.get(row.itemNo);
		if (!known || row.seq > known.seq) latest.set(row.itemNo, row);
	}
	return latest;
}

/** The item with a number: the paper's first, then the repeats as typed items. */
export function itemAt({ paper, repeats }: Sitting, itemNo: number): Item | undefined {
	const item = paper.items[itemNo];
	if (item) return item;
	const repeat = repeats[itemNo - paper.items.length];
	return repeat && { form: 'type', parts: [{ questionId: repeat.questionId }] };
}

/** Hands the sitting in; only an open one can be. */
export function submit(sitting: Sitting, now: number): Sitting {
	return end(sitting, 'submitted', now);
}

/** Leaves the sitting for good; its answers stay. */
export function abandon(sitting: Sitting, now: number): Sitting {
	return end(sitting, 'abandoned', now);
}

/** Hands in an open sitting whose time is over, also one that was closed meanwhile: it ended at its deadline. */
export function expireIfDue(sitting: Sitting, now: number): Sitting {
	const { deadlineAt } = sitting;
	if (deadlineAt === undefined || now < deadlineAt) return sitting;
	return end(sitting, 'expired', deadlineAt);
}

/** Notes that a submitted sitting has its marks. */
export function markDone(sitting: Sitting): Sitting {
	return sitting.state === 'submitted' ? { ...sitting, state: 'marked' } : sitting;
}

/** Turns to an item of an open sitting; numbers beyond its ends turn to the ends. */
export function goTo(sitting: Sitting, itemNo: number): Sitting {
	const last = sitting.paper.items.length + sitting.repeats.length - 1;
	const at = Math.max(0, Math.min(Math.trunc(itemNo) || 0, last));
	return sitting.state === 'open' && at !== sitting.at ? { ...sitting, at } : sitting;
}

/** Flags an item for later, or takes its flag away. */
export function toggleFlag(sitting: Sitting, itemNo: number): Sitting {
	if (sitting.state !== 'open' || !itemAt(sitting, itemNo)) return sitting;
	const flags = sitting.flags.filter((flag) => flag !== itemNo);
	if (flags.length === sitting.flags.length) flags.push(itemNo);
	return { ...sitting, flags: flags.sort((a, b) => a - b) };
}

/** How far a sitting is: items of the paper answered (a pass counts), of how many, and repeats still to come. */
export interface SittingProgress {
	answered: number;
	of: number;
	repeatsLeft: number;
	flagged: number;
}

/** @see SittingProgress */
export function progressOf(sitting: Sitting, rows: readonly AnswerRow[]): SittingProgress {
	const latest = latestAnswers(rows);
	const of = sitting.paper.items.length;
	const answeredIn = (from: number, to: number) =>
		[...latest.keys()].filter((itemNo) => itemNo >= from && itemNo < to).length;
	const { length } = sitting.repeats;
	return {
		answered: answeredIn(0, of),
		of,
		repeatsLeft: length - answeredIn(of, of + length),
		flagged: sitting.flags.length
	};
}

function end(sitting: Sitting, state: Sitting['state'], now: number): Sitting {
	return sitting.state === 'open' ? { ...sitting, state, endedAt: now } : sitting;
}
