import { Dexie } from 'dexie';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { OutboxRow } from './class-rows.ts';
import type { RecountDatabase } from './database.ts';
import type { StoredAnswer } from './rows.ts';

/** What of one attempt waits for the class server. */
export interface WaitingAttempt {
	id: string;
	classId: string;
	no: number;
	/** Answers that were not acknowledged. */
	answers: number;
	/** It is to be handed in. */
	isEnded: boolean;
}

/** Whether the server may still take something of an attempt. */
export function isUnsettled({ handedInAt, refused }: OutboxRow): boolean {
	return handedInAt === undefined && refused === undefined;
}

/** Whether an attempt is over and is to be handed in. */
export function isToHandIn({ state }: Sitting): boolean {
	return state !== 'open' && state !== 'abandoned';
}

/** The answers of a sitting behind the last one that was acknowledged; repeats of a practice never count. */
export async function answersBehind(
	db: RecountDatabase,
	{ id, savedSeq }: Pick<OutboxRow, 'id' | 'savedSeq'>,
	items: number
): Promise<StoredAnswer[]> {
	const rows = await db.answers
		.where('[sittingId+seq]')
		.between([id, savedSeq], [id, Dexie.maxKey], false)
		.toArray();
	return rows.filter(({ itemNo }) => itemNo < items);
}

/** What waits of an attempt, or nothing where all of it was settled. */
export async function waitingOf(
	db: RecountDatabase,
	row: OutboxRow
): Promise<WaitingAttempt | undefined> {
	const sitting = isUnsettled(row) ? await db.sittings.get(row.id) : undefined;
	if (!sitting) return undefined;
	const { length } = await answersBehind(db, row, sitting.paper.items.length);
	const isEnded = isToHandIn(sitting);
	if (length === 0 && !isEnded) return undefined;
	const { id, classId, no } = row;
	return { id, classId, no, answers: length, isEnded };
}
