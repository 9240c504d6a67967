import { liveQuery } from 'dexie';
import type { Taken } from './assignment-repository.ts';
import type { MissingProblem } from './class-repository.ts';
import {
	EVERY_ASSIGNMENT,
	type AssignmentRow,
	type ClassRow,
	type RulingRow,
	type ServedClassRow,
	type SubmissionRow
} from './class-rows.ts';
import type { RecountDatabase } from './database.ts';
import type { Observable } from './observable.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';

/** A class that is on the class server, with all of it that the server is to have. */
export interface ServedRecord {
	served: ServedClassRow;
	/** Absent where the class was deleted on this device. */
	schoolClass?: ClassRow;
	/** Oldest first. */
	assignments: AssignmentRow[];
	/** Those of its assignments and those remembered for every one. */
	rulings: RulingRow[];
}

/** Submissions that were fetched of one assignment. */
export interface Fetched {
	classId: string;
	assignmentId: string;
	/** In the order they are taken; `arrivedAt` is of the server's clock. */
	submissions: readonly SubmissionRow[];
}

/** What becomes of a submission among those that came before. */
type Judge = (submission: SubmissionRow, known: readonly SubmissionRow[]) => Taken;

/** The classes that a teacher put on a class server, and what is known to be there. */
export class ServedClassRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/** Stores what the server said of a class: a new row, or the one that is there brought up to date. */
	keep(
		id: string,
		change: (row: ServedClassRow | undefined) => ServedClassRow
	): Promise<Outcome<ServedClassRow, StoreProblem>> {
		const { servedClasses } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', servedClasses, async () => {
				const row = change(await servedClasses.get(id));
				await servedClasses.put(row);
				return done(row);
			})
		);
	}

	/** Changes a row as it stands now. */
	change(
		id: string,
		change: (row: ServedClassRow) => ServedClassRow
	): Promise<Outcome<ServedClassRow, MissingProblem | StoreProblem>> {
		const { servedClasses } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', servedClasses, async () => {
				const before = await servedClasses.get(id);
				if (!before) return refused<MissingProblem>({ code: 'missing' });
				const row = change(before);
				await servedClasses.put(row);
				return done(row);
			})
		);
	}

	/** Forgets that a class is on the server; what was fetched stays. */
	remove(id: string): Promise<Outcome<undefined, StoreProblem>> {
		return attempt(async () => {
			await this.#database.servedClasses.delete(id);
			return done(undefined);
		});
	}

	/**
	 * Keeps what was fetched and how far, all or nothing; resolves with how many were new. What came from
	 * the server before is passed over, unless it was of no use then; what came another way is one more
	 * arrival of the same submission.
	 */
	take(
		{ classId, assignmentId, submissions: came }: Fetched,
		judge: Judge
	): Promise<Outcome<number, StoreProblem>> {
		const { submissions, arrivals, servedClasses } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', submissions, arrivals, servedClasses, async () => {
				const known = await submissions.where('assignmentId').equals(assignmentId).toArray();
				const before = await arrivals.where('assignmentId').equals(assignmentId).toArray();
				const served = before.filter(({ route }) => route === 'server');
				let news = 0;
				for (const each of came) {
					const earlier = served.find(({ submissionId }) => submissionId === each.id);
					if (earlier && known.some(({ id }) => id === each.id)) continue;
					const { arrival, submission } = judge(each, known);
					if (earlier?.state === arrival.state) continue;
					if (submission) {
						await submissions.add(submission);
						known.push(submission);
					}
					await arrivals.put(earlier ? { ...arrival, id: earlier.id } : arrival);
					news += 1;
				}
				const to = Math.max(0, ...came.map(({ arrivedAt }) => arrivedAt));
				await servedClasses
					.where('id')
					.equals(classId)
					.modify(({ fetchedTo }) => {
						fetchedTo[assignmentId] = Math.max(fetchedTo[assignmentId] ?? 0, to);
					});
				return done(news);
			})
		);
	}

	/** Every class that is on the server, with all that the server is to have. */
	async records(): Promise<ServedRecord[]> {
		const { servedClasses, classes, assignments, rulings } = this.#database;
		return this.#database.transaction(
			'r',
			[servedClasses, classes, assignments, rulings],
			async () => {
				const rows = await servedClasses.toArray();
				return Promise.all(
					rows.map(async (served) => {
						const { id } = served;
						const [schoolClass, given] = await Promise.all([
							classes.get(id),
							assignments.where('classId').equals(id).sortBy('createdAt')
						]);
						const scopes = [...given.map((each) => each.id), EVERY_ASSIGNMENT];
						const ruled = await rulings.where('scope').anyOf(scopes).sortBy('id');
						return {
							served,
							...(schoolClass && { schoolClass }),
							assignments: given,
							rulings: ruled
						};
					})
				);
			}
		);
	}

	/** Tells each change of the classes on the server and of what the server is to have. */
	watch(): Observable<ServedRecord[]> {
		return liveQuery(() => this.records());
	}
}
