import { liveQuery } from 'dexie';
import type { Arrival } from '#lib/domain/classroom/arrival-types.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import type { MissingProblem } from './class-repository.ts';
import {
	EVERY_ASSIGNMENT,
	type ArrivalRow,
	type AssignmentRow,
	type RulingRow,
	type SubmissionRow
} from './class-rows.ts';
import type { RecountDatabase } from './database.ts';
import type { Observable } from './observable.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';

/** An assignment with all that came back and all that was decided, oldest first. */
export interface AssignmentRecord {
	assignment: AssignmentRow;
	submissions: SubmissionRow[];
	arrivals: ArrivalRow[];
	/** Its own and those remembered for every assignment. */
	rulings: RulingRow[];
}

/** Something that arrived, opened as far as it could be. */
export interface Taken {
	arrival: ArrivalRow;
	/** Present where it could be read. */
	submission?: SubmissionRow;
}

/** The assignments of a teacher on this device, and what came back. */
export class AssignmentRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/** Stores a new assignment; one that is already there stays as it is. */
	create(row: AssignmentRow): Promise<Outcome<AssignmentRow, StoreProblem>> {
		const { assignments } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', assignments, async () => {
				const known = await assignments.get(row.id);
				if (!known) await assignments.add(row);
				return done(known ?? row);
			})
		);
	}

	/** Changes an assignment as it stands now. */
	change(
		id: string,
		change: (row: AssignmentRow) => AssignmentRow
	): Promise<Outcome<AssignmentRow, MissingProblem | StoreProblem>> {
		const { assignments } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', assignments, async () => {
				const before = await assignments.get(id);
				if (!before) return refused<MissingProblem>({ code: 'missing' });
				const row = change(before);
				await assignments.put(row);
				return done(row);
			})
		);
	}

	/** Deletes an assignment with everything that came back; a class server that has it is told so. */
	remove(id: string): Promise<Outcome<undefined, StoreProblem>> {
		const { assignments, submissions, arrivals, rulings, servedClasses } = this.#database;
		const tables = [assignments, submissions, arrivals, rulings, servedClasses];
		return attempt(() =>
			this.#database.transaction('rw', tables, async () => {
				for (const table of [submissions, arrivals])
					await table.where('assignmentId').equals(id).delete();
				await rulings.where('scope').equals(id).delete();
				await assignments.delete(id);
				await servedClasses
					.filter(({ put, deletes }) => id in put && !deletes.includes(id))
					.modify((row) => void row.deletes.push(id));
				return done(undefined);
			})
		);
	}

	/**
	 * Keeps what arrived. A submission that is there already is not stored again, by whatever route it came:
	 * its arrival is a `duplicate`. Resolves with the arrivals as they were kept, in their order.
	 */
	take(taken: readonly Taken[]): Promise<Outcome<Arrival[], StoreProblem>> {
		const { submissions, arrivals } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', submissions, arrivals, async () => {
				const kept: Arrival[] = [];
				for (const { arrival, submission } of taken) {
					const isKnown = submission && (await submissions.get(submission.id)) !== undefined;
					if (submission && !isKnown) await submissions.add(submission);
					const row: ArrivalRow = isKnown ? { ...arrival, state: 'duplicate' } : arrival;
					await arrivals.put(row);
					kept.push(row);
				}
				return done(kept);
			})
		);
	}

	/** Adds a ruling to the log; the same id is stored once. `scope`: see RulingRow. */
	rule(ruling: Ruling, scope: string): Promise<Outcome<RulingRow, StoreProblem>> {
		const { rulings } = this.#database;
		const row: RulingRow = { ...ruling, scope };
		return attempt(() =>
			this.#database.transaction('rw', rulings, async () => {
				const known = await rulings.get(row.id);
				if (!known) await rulings.add(row);
				return done(known ?? row);
			})
		);
	}

	/** An assignment with everything of it; `undefined` where there is none. */
	read(id: string): Promise<AssignmentRecord | undefined> {
		const { assignments, submissions, arrivals, rulings } = this.#database;
		return Promise.resolve(
			this.#database.transaction('r', [assignments, submissions, arrivals, rulings], async () => {
				const assignment = await assignments.get(id);
				if (!assignment) return undefined;
				const [came, how, own] = await Promise.all([
					submissions.where('assignmentId').equals(id).sortBy('id'),
					arrivals.where('assignmentId').equals(id).sortBy('id'),
					rulings.where('scope').anyOf(id, EVERY_ASSIGNMENT).sortBy('id')
				]);
				return { assignment, submissions: came, arrivals: how, rulings: own };
			})
		);
	}

	/** Tells each change of an assignment or of what came back. */
	watch(id: string): Observable<AssignmentRecord | undefined> {
		return liveQuery(() => this.read(id));
	}

	/** All assignments, of a class or of all, oldest first. */
	async list(classId?: string): Promise<AssignmentRow[]> {
		const { assignments } = this.#database;
		const rows = classId === undefined ? assignments : assignments.where('classId').equals(classId);
		return (await rows.toArray()).sort((a, b) => a.createdAt - b.createdAt);
	}

	/** Tells each change of the assignments of all classes, oldest first. */
	watchAll(): Observable<AssignmentRow[]> {
		return liveQuery(() => this.list());
	}

	/** Tells each change of a class with everything of its assignments. */
	watchClass(classId: string): Observable<AssignmentRecord[]> {
		return liveQuery(async () => {
			const rows = await this.list(classId);
			const records = await Promise.all(rows.map(({ id }) => this.read(id)));
			return records.filter((record) => record !== undefined);
		});
	}

	/** What arrived and belongs to no assignment of this device, newest first. */
	watchStrays(): Observable<ArrivalRow[]> {
		return liveQuery(async () => {
			const rows = await this.#database.arrivals
				.where('state')
				.anyOf('other-class', 'unreadable')
				.toArray();
			return rows.sort((a, b) => b.at - a.at);
		});
	}
}
