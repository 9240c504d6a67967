import { liveQuery } from 'dexie';
import type { RecountDatabase } from './database.ts';
import type { Observable } from './observable.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';
import { DEFAULT_SETTINGS, SETTING_KEYS, type Settings } from './settings.ts';

/** The settings of one learner; what was never set has its default. */
export class SettingsRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	async read(): Promise<Settings> {
		const rows = await this.#database.settings.bulkGet([...SETTING_KEYS]);
		const stored = rows.filter((row) => row !== undefined);
		return {
			...DEFAULT_SETTINGS,
			...Object.fromEntries(stored.map(({ key, value }) => [key, value]))
		};
	}

	/** Stores some settings; one given as `undefined` goes back to its default. */
	set(changes: Partial<Settings>): Promise<Outcome<void, StoreProblem>> {
		const db = this.#database;
		const entries = Object.entries(changes);
		const rows = entries.filter(([, value]) => value !== undefined);
		const gone = entries.filter(([, value]) => value === undefined);
		return attempt(() =>
			db.transaction('rw', db.settings, async () => {
				await db.settings.bulkPut(rows.map(([key, value]) => ({ key, value })));
				await db.settings.bulkDelete(gone.map(([key]) => key));
				return done(undefined);
			})
		);
	}

	/** Tells each change of any setting. */
	watch(): Observable<Settings> {
		return liveQuery(() => this.read());
	}
}
