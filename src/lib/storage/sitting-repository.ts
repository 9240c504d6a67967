import { Dexie, liveQuery } from 'dexie';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import { changeCounters, CounterChanges } from './counters.ts';
import type { RecountDatabase } from './database.ts';
import type { Observable } from './observable.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';
import type { StoredAnswer } from './rows.ts';
import { deleteSitting, sittingTables } from './sitting-deletion.ts';

/** An answer as its tab gives it; the store numbers it. */
export type NewAnswer = Omit<StoredAnswer, 'seq'>;

/** A sitting with all its answers, oldest first. */
export interface SittingRecord {
	sitting: Sitting;
	answers: StoredAnswer[];
}

/** `missing`: no such sitting; `over`: it is not open any more. */
export type SittingProblem = { code: 'missing' } | { code: 'over'; sitting: Sitting };

/** Where a page of the history ends: give it back to read on. */
export type HistoryPlace = Pick<Sitting, 'startedAt' | 'id'>;

/** The sittings of one learner and their answers. */
export class SittingRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/** Stores a new sitting; one that is already there stays as it is. */
	create(sitting: Sitting): Promise<Outcome<Sitting, StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', db.sittings, db.counters, async () => {
				const known = await db.sittings.get(sitting.id);
				if (known) return done(known);
				await db.sittings.add(sitting);
				await changeCounters(db, new CounterChanges().add('total', 'all', { sittings: 1 }));
				return done(sitting);
			})
		);
	}

	/**
	 * Journals an answer of an open sitting, numbered behind its last; the same id is stored once. Resolves when it is kept.
	 */
	appendAnswer(answer: NewAnswer): Promise<Outcome<StoredAnswer, SittingProblem | StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', db.sittings, db.answers, db.counters, async () => {
				const kept = await db.answers.get(answer.id);
				if (kept) return done(kept);
				const sitting = changeable(await db.sittings.get(answer.sittingId), false);
				if (!sitting.ok) return sitting;
				const last = await this.#answersOf(answer.sittingId).last();
				const row: StoredAnswer = { ...answer, seq: (last?.seq ?? 0) + 1 };
				await db.answers.add(row);
				await changeCounters(db, new CounterChanges().add('total', 'all', { answers: 1 }));
				return done(row);
			})
		);
	}

	/** Changes where an open sitting stands: position, flags, repeats, how often its screen was left. */
	update(
		id: string,
		changes: Partial<Pick<Sitting, 'at' | 'flags' | 'repeats' | 'assigned'>>
	): Promise<Outcome<Sitting, SittingProblem | StoreProblem>> {
		return this.#change(id, false, () => changes);
	}

	/** Ends an open sitting, or marks one that was handed in or ran out of time. */
	finish(
		id: string,
		state: Exclude<Sitting['state'], 'open'>,
		endedAt: number
	): Promise<Outcome<Sitting, SittingProblem | StoreProblem>> {
		return this.#change(id, state === 'marked', (sitting) => ({
			state,
			endedAt: sitting.endedAt ?? endedAt
		}));
	}

	/** A sitting and its answers, to resume it or to show its results. */
	async read(id: string): Promise<SittingRecord | undefined> {
		const db = this.#database;
		return db.transaction('r', db.sittings, db.answers, async () => {
			const sitting = await db.sittings.get(id);
			return sitting && { sitting, answers: await this.#answersOf(id).toArray() };
		});
	}

	/** The sittings of one's own that can be resumed, newest first; what a class handed out stands with its handout. */
	async open(): Promise<Sitting[]> {
		const open = await this.#database.sittings.where('state').equals('open').toArray();
		return open.filter(isOwn).sort((a, b) => b.startedAt - a.startedAt);
	}

	/** A page of all sittings of one's own, newest first, from behind `after` on. */
	history(limit: number, after?: HistoryPlace): Promise<Sitting[]> {
		const index = this.#database.sittings.where('[startedAt+id]');
		const older = after
			? index.below([after.startedAt, after.id])
			: index.between([Dexie.minKey, Dexie.minKey], [Dexie.maxKey, Dexie.maxKey]);
		return Promise.resolve(older.reverse().filter(isOwn).limit(limit).toArray());
	}

	/** Tells each change of a sitting or its answers. */
	watch(id: string): Observable<SittingRecord | undefined> {
		return liveQuery(() => this.read(id));
	}

	/** Tells each change of the newest sittings. */
	watchHistory(limit: number): Observable<Sitting[]> {
		return liveQuery(() => this.history(limit));
	}

	/** The sittings of an assignment on this device, oldest first. */
	assigned(assignmentId: string): Promise<Sitting[]> {
		const { sittings } = this.#database;
		return Promise.resolve(
			sittings.where('assigned.assignmentId').equals(assignmentId).sortBy('startedAt')
		);
	}

	/** Tells each change of an assignment's sittings. */
	watchAssigned(assignmentId: string): Observable<Sitting[]> {
		return liveQuery(() => this.assigned(assignmentId));
	}

	/**
	 * Deletes a sitting with its answers: on a device that pupils share, what one handed in is no business
	 * of the next.
	 */
	forget(id: string): Promise<Outcome<undefined, StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', sittingTables(db), async () => {
				await deleteSitting(db, id);
				return done(undefined);
			})
		);
	}

	#change(
		id: string,
		endedToo: boolean,
		change: (sitting: Sitting) => Partial<Sitting>
	): Promise<Outcome<Sitting, SittingProblem | StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', db.sittings, async () => {
				const before = changeable(await db.sittings.get(id), endedToo);
				if (!before.ok) return before;
				const sitting = { ...before.value, ...change(before.value) };
				await db.sittings.put(sitting);
				return done(sitting);
			})
		);
	}

	#answersOf(sittingId: string) {
		return this.#database.answers
			.where('[sittingId+seq]')
			.between([sittingId, Dexie.minKey], [sittingId, Dexie.maxKey]);
	}
}

function isOwn({ assigned }: Sitting): boolean {
	return assigned === undefined;
}

function changeable(
	sitting: Sitting | undefined,
	endedToo: boolean
): Outcome<Sitting, SittingProblem> {
	if (!sitting) return refused({ code: 'missing' });
	const ended = sitting.state === 'submitted' || sitting.state === 'expired';
	return sitting.state === 'open' || (endedToo && ended)
		? done(sitting)
		: refused({ code: 'over', sitting });
}
