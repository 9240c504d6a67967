import { liveQuery } from 'dexie';
import type { ServedAssignment } from '#lib/domain/classroom/api/pupil-api.ts';
import type { HandoutRow, ServedHandoutRow } from './class-rows.ts';
import type { RecountDatabase } from './database.ts';
import { rowOfVersions, versionsOf, withHandout } from './handout-versions.ts';
import type { Observable } from './observable.ts';
import type { Membership } from './outbox-repository.ts';
import { waitingOf } from './outbox-waiting.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';
import { deleteSitting, sittingTables } from './sitting-deletion.ts';

/** What was fetched of a class. */
export interface FetchedWork {
	of: Membership;
	assignments: readonly ServedAssignment[];
	/** Ids of assignments that their teacher took back. */
	withdrawn: readonly string[];
	/** epoch ms */
	now: number;
}

/** What class servers gave out to the pupil of this device. */
export class ServedRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/**
	 * Keeps what was fetched; whether anything is other than before. What was taken back is deleted with its
	 * attempts, once nothing of them waits to be sent.
	 */
	take(work: FetchedWork): Promise<Outcome<boolean, StoreProblem>> {
		return this.#change(async () => {
			let isNews = false;
			for (const given of work.assignments) isNews = (await this.#keep(given, work)) || isNews;
			for (const id of work.withdrawn)
				isNews = (await this.#withdraw(id, work.of.classId)) || isNews;
			return isNews;
		});
	}

	/**
	 * Takes a class off this device with all that came of it; whether something stays because it was not
	 * sent yet. `evenUnsent` leaves nothing.
	 */
	leave(classId: string, evenUnsent = false): Promise<Outcome<boolean, StoreProblem>> {
		return this.#change(async () => {
			let staysSome = false;
			for (const id of await this.#ofClass(classId)) {
				const stays = !evenUnsent && (await this.#waits(id));
				if (stays) await this.#database.servedHandouts.delete(id);
				else await this.#delete(id);
				staysSome ||= stays;
			}
			if (evenUnsent) await this.#database.outbox.where({ classId }).delete();
			await this.#database.joined.delete(classId);
			return staysSome;
		});
	}

	/** Ids of a class's assignments that are on this device. */
	ready(classId: string): Promise<string[]> {
		return Promise.resolve(this.#database.servedHandouts.where({ classId }).primaryKeys());
	}

	/** Ids of a class's rows on this device: of what the server says, and of the handouts themselves. */
	async held(classId: string): Promise<[served: string[], handouts: string[]]> {
		const { handouts } = this.#database;
		const here = handouts.where('handout.classId').equals(classId).primaryKeys();
		return [await this.ready(classId), await here];
	}

	/** Whether any of these assignments is on this device. */
	async hasAny(ids: readonly string[]): Promise<boolean> {
		const known = await this.#database.handouts.where('id').anyOf(ids).limit(1).primaryKeys();
		return known.length > 0;
	}

	/** What the server says of an assignment to the pupil. */
	read(assignmentId: string): Promise<ServedHandoutRow | undefined> {
		return Promise.resolve(this.#database.servedHandouts.get(assignmentId));
	}

	/** Tells each change of it. */
	watchOne(assignmentId: string): Observable<ServedHandoutRow | undefined> {
		return liveQuery(() => this.read(assignmentId));
	}

	async #keep(given: ServedAssignment, { of, now }: FetchedWork): Promise<boolean> {
		const { handouts, servedHandouts } = this.#database;
		const { assignmentId: id } = given.handout;
		const [row, served] = await Promise.all([handouts.get(id), servedHandouts.get(id)]);
		const after = servedRow(row, given, { no: of.no, now });
		const { terms, attempts } = given;
		const said: ServedHandoutRow = { id, ...of, terms, attempts };
		if (isSame(row, after) && isSame(served, said)) return false;
		await handouts.put(after);
		await servedHandouts.put(said);
		return true;
	}

	async #withdraw(id: string, classId: string): Promise<boolean> {
		const row = await this.#database.handouts.get(id);
		if (row?.handout.classId !== classId || (await this.#waits(id))) return false;
		await this.#delete(id);
		return true;
	}

	async #waits(assignmentId: string): Promise<boolean> {
		const rows = await this.#database.outbox.where({ assignmentId }).toArray();
		const waiting = await Promise.all(rows.map((row) => waitingOf(this.#database, row)));
		return waiting.some((each) => each !== undefined);
	}

	/** Its assignments, also those that are here only because something of them waits. */
	async #ofClass(classId: string): Promise<Set<string>> {
		const waiting = await this.#database.outbox.where({ classId }).toArray();
		const served = await this.#database.servedHandouts.where({ classId }).primaryKeys();
		return new Set([...served, ...waiting.map(({ assignmentId }) => assignmentId)]);
	}

	async #delete(assignmentId: string): Promise<void> {
		const db = this.#database;
		const begun = db.sittings.where('assigned.assignmentId').equals(assignmentId);
		for (const id of await begun.primaryKeys()) await deleteSitting(db, id);
		await db.handins.where({ assignmentId }).delete();
		await db.outbox.where({ assignmentId }).delete();
		await db.servedHandouts.delete(assignmentId);
		await db.handouts.delete(assignmentId);
	}

	#change(work: () => Promise<boolean>): Promise<Outcome<boolean, StoreProblem>> {
		const db = this.#database;
		const { joined, handouts, handins, servedHandouts } = db;
		const tables = [joined, handouts, handins, servedHandouts, ...sittingTables(db)];
		return attempt(() => db.transaction('rw', tables, async () => done(await work())));
	}
}

/** A handout's row once it came from the class server: whose it is, and what was released of its versions. */
function servedRow(
	before: HandoutRow | undefined,
	{ handout, terms, released }: ServedAssignment,
	{ no, now }: { no: number; now: number }
): HandoutRow {
	const { assignmentId: id } = handout;
	const isKnown = before !== undefined && isSame(before.handout, handout);
	const receivedAt = isKnown ? before.receivedAt : now;
	const came = { id, handout, receivedAt };
	const versions = versionsOf(before ? withHandout(before, came) : came).map((version) => {
		const whole = released.find(({ hash }) => hash === version.handout.quiz.hash)?.quiz;
		return { ...version, ...(whole && { released: whole }) };
	});
	const code = before?.pupil?.no === no ? before.pupil.code : '';
	const { closesAt } = terms;
	const pupil = { no, code, ...(closesAt !== undefined && { closesAt }) };
	return { ...rowOfVersions({ id, handout, receivedAt }, versions), pupil };
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
