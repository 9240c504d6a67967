import { liveQuery } from 'dexie';
import type { AttemptAck, AttemptRefusal } from '#lib/domain/classroom/api/pupil-api.ts';
import type { PupilNo } from '#lib/domain/classroom/types.ts';
import type { OutboxRow } from './class-rows.ts';
import type { RecountDatabase } from './database.ts';
import type { Observable } from './observable.ts';
import { answersBehind, isUnsettled, waitingOf, type WaitingAttempt } from './outbox-waiting.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';
import type { SittingRecord } from './sitting-repository.ts';

/** A class as one of its pupils. */
export interface Membership {
	classId: string;
	no: PupilNo;
}

/** An attempt that is not settled, with what of its sitting the server does not have. */
export interface OutboxRecord extends SittingRecord {
	row: OutboxRow;
	/** Answers that were not acknowledged yet, oldest first. */
	unsent: SittingRecord['answers'];
}

/** An attempt's way to the class server. */
export interface AttemptSaving {
	row: OutboxRow;
	/** Items with an answer. */
	given: number;
	/** Of those, how many the server has as they stand now. */
	saved: number;
}

/** What a class server still has to get from this device. */
export class OutboxRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/** Makes anew what is missing for attempts at what the class's server gave out, as after a restored backup. */
	restore({ classId, no }: Membership): Promise<Outcome<undefined, StoreProblem>> {
		const { outbox, sittings, servedHandouts } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', outbox, sittings, servedHandouts, async () => {
				const served = await servedHandouts.where({ classId }).primaryKeys();
				const begun = await sittings.where('assigned.assignmentId').anyOf(served).toArray();
				const known = new Set(await outbox.where({ classId }).primaryKeys());
				const rows = begun.flatMap(({ id, assigned }): OutboxRow[] => {
					if (!assigned || assigned.no !== no || known.has(id)) return [];
					return [{ id, classId, assignmentId: assigned.assignmentId, no, savedSeq: 0 }];
				});
				await outbox.bulkAdd(rows);
				return done(undefined);
			})
		);
	}

	/** The pupil's attempts that are not settled, with all that is known of them; oldest first. */
	records({ classId, no }: Membership): Promise<OutboxRecord[]> {
		const db = this.#database;
		return db.transaction('r', db.outbox, db.sittings, db.answers, async () => {
			const rows = await db.outbox.where({ classId }).toArray();
			const own = rows.filter((row) => row.no === no && isUnsettled(row));
			const records = await Promise.all(own.map((row) => this.#record(row)));
			return records.flat().sort((a, b) => a.sitting.startedAt - b.sitting.startedAt);
		});
	}

	/**
	 * Notes what the server acknowledged, all at once; whether anything came of it. Old words or the same
	 * once more take nothing back. `sent` has the last answer that was sent of each attempt.
	 */
	acknowledge(
		acks: readonly AttemptAck[],
		sent: ReadonlyMap<string, number>
	): Promise<Outcome<boolean, StoreProblem>> {
		const { outbox } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', outbox, async () => {
				let isNews = false;
				for (const ack of acks) {
					const before = await outbox.get(ack.submissionId);
					const seq = sent.get(ack.submissionId);
					if (!before || seq === undefined) continue;
					const after = acknowledged(before, { ...ack, savedSeq: Math.min(ack.savedSeq, seq) });
					if (!after) continue;
					await outbox.put(after);
					isNews = true;
				}
				return done(isNews);
			})
		);
	}

	/** Notes that the server will never take an attempt as it is. */
	refuse(id: string, refused: AttemptRefusal): Promise<Outcome<undefined, StoreProblem>> {
		return this.#update(id, { refused });
	}

	/** Lets an attempt that was refused be sent once more. */
	retry(id: string): Promise<Outcome<undefined, StoreProblem>> {
		return this.#update(id, { refused: undefined });
	}

	/** What waits for any class server, of whomever. */
	async waiting(): Promise<WaitingAttempt[]> {
		const db = this.#database;
		return db.transaction('r', db.outbox, db.sittings, db.answers, async () => {
			const rows = await db.outbox.toArray();
			const waiting = await Promise.all(rows.map((row) => waitingOf(db, row)));
			return waiting.filter((each) => each !== undefined);
		});
	}

	/** Tells each change of what waits. */
	watchWaiting(): Observable<WaitingAttempt[]> {
		return liveQuery(() => this.waiting());
	}

	/** Tells how an assignment's attempts stand with the server. */
	watchAssigned(assignmentId: string): Observable<OutboxRow[]> {
		return liveQuery(() => this.#database.outbox.where({ assignmentId }).toArray());
	}

	/** Tells how far an attempt is saved; nothing where no server is to have it. */
	watchSaving(id: string): Observable<AttemptSaving | undefined> {
		return liveQuery(async () => {
			const db = this.#database;
			const [row, sitting] = await Promise.all([db.outbox.get(id), db.sittings.get(id)]);
			if (!row || !sitting) return undefined;
			const items = sitting.paper.items.length;
			const all = await answersBehind(db, { id, savedSeq: 0 }, items);
			const behind = all.filter(({ seq }) => seq > row.savedSeq);
			const count = (rows: typeof all) => new Set(rows.map(({ itemNo }) => itemNo)).size;
			return { row, given: count(all), saved: count(all) - count(behind) };
		});
	}

	async #record(row: OutboxRow): Promise<OutboxRecord[]> {
		const db = this.#database;
		const sitting = await db.sittings.get(row.id);
		if (!sitting) return [];
		const { length } = sitting.paper.items;
		const answers = await answersBehind(db, { id: row.id, savedSeq: 0 }, length);
		return [{ row, sitting, answers, unsent: answers.filter(({ seq }) => seq > row.savedSeq) }];
	}

	#update(id: string, changes: Partial<OutboxRow>): Promise<Outcome<undefined, StoreProblem>> {
		return attempt(async () => {
			await this.#database.outbox.update(id, changes);
			return done(undefined);
		});
	}
}

/** A row with what a server said, or nothing where that is not new. */
function acknowledged(row: OutboxRow, ack: AttemptAck): OutboxRow | undefined {
	const savedSeq = Math.max(ack.savedSeq, row.savedSeq);
	// What it took before stands, whatever it says of it later.
	const handedInAt = row.handedInAt ?? ack.handedInAt;
	const refused = handedInAt === undefined ? (row.refused ?? ack.refused) : undefined;
	const after = { ...row, savedSeq, handedInAt, refused };
	const keys = ['savedSeq', 'handedInAt', 'refused'] as const;
	return keys.some((key) => after[key] !== row[key]) ? after : undefined;
}
