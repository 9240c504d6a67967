import { Dexie, liveQuery } from 'dexie';
import type { Name, ReportId } from '#lib/bank/types.ts';
import { applyPatch } from '#lib/domain/desk/patch.ts';
import type { Desk, DeskPatch, DeskStep } from '#lib/domain/desk/types.ts';
import type { RecountDatabase } from './database.ts';
import type { Observable } from './observable.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';
import type { DeskRow } from './rows.ts';

/** A desk with the steps that can be taken back (up to `at`) and done again (behind it). */
export interface DeskRecord {
	row: DeskRow;
	steps: DeskStep[];
}

/** What a change does to the desk and to its steps. */
export interface DeskChange {
	patch: DeskPatch;
	/** The steps to keep from the first of their numbers on; those behind it are gone. */
	steps: DeskStep[];
	/** The number of the last step that is done. */
	at: number;
	/** epoch ms */
	now: number;
	/** The revision the screen showed. */
	expected: number;
}

/** `missing`: there is no such desk; `moved-on`: another tab changed it first. */
export type DeskProblem = { code: 'missing' } | { code: 'moved-on' };

/** How many steps back are kept. */
const MOST_STEPS = 500;

/** The desks of one learner: reports in work, with their texts, which never leave this device. */
export class DeskRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/** Puts a new desk up. */
	create(desk: Desk, now: number): Promise<Outcome<DeskRow, StoreProblem>> {
		const row = deskRow(desk, 'open', now);
		return attempt(async () => {
			await this.#database.desks.put(row);
			return done(row);
		});
	}

	/** A desk and its steps. */
	read(id: ReportId): Promise<DeskRecord | undefined> {
		const db = this.#database;
		return Promise.resolve(
			db.transaction('r', db.desks, db.deskSteps, async () => {
				const row = await db.desks.get(id);
				return row && { row, steps: await this.#steps(id).toArray() };
			})
		);
	}

	/** The desks whose report is not finished, or was changed since, newest first. */
	async open(): Promise<DeskRow[]> {
		const rows = await this.#database.desks.where('state').equals('open').toArray();
		return rows.sort((a, b) => b.changedAt - a.changedAt);
	}

	/** Every desk, also of what is finished. */
	async all(): Promise<DeskRow[]> {
		return this.#database.desks.toArray();
	}

	/** Tells each change of the open desks. */
	watchOpen(): Observable<DeskRow[]> {
		return liveQuery(() => this.open());
	}

	/** Changes a desk and keeps the steps, all or nothing. */
	change(id: ReportId, change: DeskChange): Promise<Outcome<DeskRow, DeskProblem | StoreProblem>> {
		const db = this.#database;
		return attempt<DeskRow, DeskProblem>(() =>
			db.transaction('rw', db.desks, db.deskSteps, db.names, async () => {
				const before = await db.desks.get(id);
				if (!before) return refused({ code: 'missing' as const });
				if (before.revision !== change.expected) return refused({ code: 'moved-on' as const });
				const row: DeskRow = {
					...before,
					desk: applyPatch(before.desk, change.patch),
					state: 'open',
					revision: before.revision + 1,
					at: change.at,
					changedAt: change.now
				};
				await db.desks.put(row);
				await this.#keepSteps(id, change);
				await this.#keepNames(change.patch.names ?? {});
				return done(row);
			})
		);
	}

	async #keepSteps(id: ReportId, { steps, at }: DeskChange): Promise<void> {
		const { deskSteps } = this.#database;
		const first = steps[0];
		if (first) {
			await this.#steps(id, first.no).delete();
			await deskSteps.bulkPut(steps.map((step) => ({ ...step, deskId: id })));
		}
		await this.#steps(id, Dexie.minKey, at - MOST_STEPS).delete();
	}

	async #keepNames(names: Record<string, Name | null>): Promise<void> {
		for (const [id, name] of Object.entries(names)) {
			if (name) await this.#database.names.put(name);
			else await this.#database.names.delete(id);
		}
	}

	#steps(id: ReportId, from: unknown = Dexie.minKey, to: unknown = Dexie.maxKey) {
		return this.#database.deskSteps.where('[deskId+no]').between([id, from], [id, to], true, true);
	}
}

/** A desk without a step yet. */
export function deskRow(desk: Desk, state: DeskRow['state'], now: number): DeskRow {
	return { id: desk.id, desk, state, revision: 1, at: 0, changedAt: now };
}
