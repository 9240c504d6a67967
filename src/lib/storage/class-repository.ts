import { liveQuery } from 'dexie';
import type { ClassRow, QuizRow } from './class-rows.ts';
import type { RecountDatabase } from './database.ts';
import type { Observable } from './observable.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';

/** There is no such row; it may have been deleted in another tab. */
export interface MissingProblem {
	code: 'missing';
}

/** The classes and quizzes of a teacher on this device. */
export class ClassRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/** Stores a new class; one that is already there stays as it is. */
	create(row: ClassRow): Promise<Outcome<ClassRow, StoreProblem>> {
		const { classes } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', classes, async () => {
				const known = await classes.get(row.id);
				if (!known) await classes.add(row);
				return done(known ?? row);
			})
		);
	}

	/** Changes a class as it stands now, so that two tabs do not undo each other's work. */
	change(
		id: string,
		change: (row: ClassRow) => ClassRow
	): Promise<Outcome<ClassRow, MissingProblem | StoreProblem>> {
		const { classes } = this.#database;
		return attempt(() =>
			this.#database.transaction('rw', classes, async () => {
				const before = await classes.get(id);
				if (!before) return refused<MissingProblem>({ code: 'missing' });
				const row = change(before);
				await classes.put(row);
				return done(row);
			})
		);
	}

	/**
	 * Deletes a class with everything that was handed out to it and came back, all or nothing. What is on a
	 * class server stays there.
	 */
	remove(id: string): Promise<Outcome<undefined, StoreProblem>> {
		const { classes, assignments, submissions, arrivals, rulings, servedClasses } = this.#database;
		const tables = [classes, assignments, submissions, arrivals, rulings, servedClasses];
		return attempt(() =>
			this.#database.transaction('rw', tables, async () => {
				const given = await assignments.where('classId').equals(id).primaryKeys();
				for (const table of [submissions, arrivals])
					await table.where('assignmentId').anyOf(given).delete();
				await rulings.where('scope').anyOf(given).delete();
				await assignments.bulkDelete(given);
				await servedClasses.delete(id);
				await classes.delete(id);
				return done(undefined);
			})
		);
	}

	/** A class; `undefined` where there is none. */
	read(id: string): Promise<ClassRow | undefined> {
		return Promise.resolve(this.#database.classes.get(id));
	}

	/** Tells each change of the classes, oldest first. */
	watch(): Observable<ClassRow[]> {
		return liveQuery(() => this.#database.classes.orderBy('id').toArray());
	}

	/** Stores a quiz as it is now. */
	saveQuiz(quiz: QuizRow): Promise<Outcome<QuizRow, StoreProblem>> {
		return attempt(async () => {
			await this.#database.quizzes.put(quiz);
			return done(quiz);
		});
	}

	/** Deletes a quiz; assignments froze theirs and keep it. */
	removeQuiz(id: string): Promise<Outcome<undefined, StoreProblem>> {
		return attempt(async () => {
			await this.#database.quizzes.delete(id);
			return done(undefined);
		});
	}

	/** A quiz; `undefined` where there is none. */
	readQuiz(id: string): Promise<QuizRow | undefined> {
		return Promise.resolve(this.#database.quizzes.get(id));
	}

	/** Tells each change of the quizzes, last changed first. */
	watchQuizzes(): Observable<QuizRow[]> {
		return liveQuery(async () => {
			const rows = await this.#database.quizzes.toArray();
			return rows.sort((a, b) => b.changedAt - a.changedAt);
		});
	}
}
