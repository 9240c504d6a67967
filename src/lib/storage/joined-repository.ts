import { liveQuery } from 'dexie';
import type { JoinedRow } from './class-rows.ts';
import type { RecountDatabase } from './database.ts';
import type { Observable } from './observable.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';

/** What is noted of a class as its server answers. */
export type JoinedNote = Partial<Omit<JoinedRow, 'id' | 'no' | 'joinedAt'>>;

/** The classes that their pupil joined on this device through a class server. */
export class JoinedRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/** Whether any class is joined. */
	async any(): Promise<boolean> {
		return (await this.#database.joined.limit(1).primaryKeys()).length > 0;
	}

	/** A class; `undefined` where it is not joined. */
	read(id: string): Promise<JoinedRow | undefined> {
		return Promise.resolve(this.#database.joined.get(id));
	}

	/** The classes, the one joined first first. */
	async all(): Promise<JoinedRow[]> {
		return (await this.#database.joined.toArray()).sort((a, b) => a.joinedAt - b.joinedAt);
	}

	/** Tells each change of the classes. */
	watch(): Observable<JoinedRow[]> {
		return liveQuery(() => this.all());
	}

	/** Keeps that a class was joined, or joined anew. */
	join(row: JoinedRow): Promise<Outcome<JoinedRow, StoreProblem>> {
		return attempt(async () => {
			await this.#database.joined.put(row);
			return done(row);
		});
	}

	/** Notes what the server said; of a class that was left meanwhile nothing is noted. */
	note(id: string, changes: JoinedNote): Promise<Outcome<undefined, StoreProblem>> {
		return attempt(async () => {
			await this.#database.joined.update(id, changes);
			return done(undefined);
		});
	}
}
