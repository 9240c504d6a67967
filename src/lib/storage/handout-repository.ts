import { liveQuery } from 'dexie';
import type { MissingProblem } from './class-repository.ts';
import type { HandinRow, HandoutRow } from './class-rows.ts';
import type { RecountDatabase } from './database.ts';
import { withHandout } from './handout-versions.ts';
import type { Observable } from './observable.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';

/** A handout of the same class signed by another key: not from the same teacher, or with new keys. */
export interface OtherSignerProblem {
	code: 'other-signer';
	/** What the class was known by before. */
	knownAs: string;
}

/** The assignments that pupils sit on this device, and the sealed results they hand in. */
export class HandoutRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/**
	 * Keeps a handout. One that is there already is renewed; who sits it, what was handed in, and the
	 * versions that attempts were made on stay.
	 * A handout of a class pins its key: another key is refused unless `trust` says so.
	 */
	receive(
		row: HandoutRow,
		trust = false
	): Promise<Outcome<HandoutRow, OtherSignerProblem | StoreProblem>> {
		const { handouts } = this.#database;
		const { classId, signedBy } = row.handout;
		return attempt(() =>
			this.#database.transaction('rw', handouts, async () => {
				const ofClass = handouts.where('handout.classId').equals(classId);
				// The key that was trusted last is the class's.
				const known = (await ofClass.sortBy('receivedAt')).at(-1);
				const other = known !== undefined && known.handout.signedBy !== signedBy;
				if (other && !trust)
					return refused<OtherSignerProblem>({
						code: 'other-signer',
						knownAs: known.handout.signedBy
					});
				const before = await handouts.get(row.id);
				const kept = before ? withHandout(before, row) : row;
				await handouts.put(kept);
				return done(kept);
			})
		);
	}

	/** Changes who sits an assignment here, or opens its key. */
	change(
		id: string,
		changes: Partial<Pick<HandoutRow, 'pupil' | 'isShared' | 'released' | 'earlier'>>
	): Promise<Outcome<HandoutRow, MissingProblem | StoreProblem>> {
		const { handouts } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', handouts, async () => {
				const before = await handouts.get(id);
				if (!before) return refused<MissingProblem>({ code: 'missing' });
				const row = { ...before, ...changes };
				await handouts.put(row);
				return done<HandoutRow>(row);
			})
		);
	}

	/** A handout; `undefined` where there is none. */
	read(id: string): Promise<HandoutRow | undefined> {
		return Promise.resolve(this.#database.handouts.get(id));
	}

	/** Tells each change of a handout. */
	watchOne(id: string): Observable<HandoutRow | undefined> {
		return liveQuery(() => this.#database.handouts.get(id));
	}

	/** The handouts, newest first. */
	async all(): Promise<HandoutRow[]> {
		const rows = await this.#database.handouts.toArray();
		return rows.sort((a, b) => b.receivedAt - a.receivedAt);
	}

	/** Tells each change of the handouts, newest first. */
	watch(): Observable<HandoutRow[]> {
		return liveQuery(() => this.all());
	}

	/** Deletes a handout with the sealed results of it. */
	remove(id: string): Promise<Outcome<undefined, StoreProblem>> {
		const { handouts, handins } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', handouts, handins, async () => {
				await handins.where('assignmentId').equals(id).delete();
				await handouts.delete(id);
				return done(undefined);
			})
		);
	}

	/** Keeps a sealed result; the same id is stored once. */
	handIn(row: HandinRow): Promise<Outcome<HandinRow, StoreProblem>> {
		const { handins } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', handins, async () => {
				const known = await handins.get(row.id);
				if (!known) await handins.add(row);
				return done(known ?? row);
			})
		);
	}

	/** Notes that the teacher has results. */
	tick(ids: readonly string[]): Promise<Outcome<undefined, StoreProblem>> {
		const { handins } = this.#database;
		return attempt(async () => {
			await handins
				.where('id')
				.anyOf([...ids])
				.modify({ ticked: 1 });
			return done(undefined);
		});
	}

	/** The sealed results of an assignment, newest first. */
	async handins(assignmentId: string): Promise<HandinRow[]> {
		const rows = await this.#database.handins.where({ assignmentId }).toArray();
		return rows.sort((a, b) => b.at - a.at);
	}

	/** Tells each change of the sealed results of an assignment. */
	watchHandins(assignmentId: string): Observable<HandinRow[]> {
		return liveQuery(() => this.handins(assignmentId));
	}
}
