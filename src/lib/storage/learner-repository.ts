import { liveQuery } from 'dexie';
import type { DeviceDatabase } from './device-database.ts';
import type { Observable } from './observable.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';
import type { Learner } from './rows.ts';

/** The learners of this device, and what it is called in events. */
export class LearnerRepository {
	#database: DeviceDatabase;

	constructor(database: DeviceDatabase) {
		this.#database = database;
	}

	/** This device's id; `mint` makes it the first time. */
	device(mint: () => string): Promise<Outcome<string, StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', db.settings, async () => {
				const known = (await db.settings.get('device'))?.value;
				if (typeof known === 'string') return done(known);
				const device = mint();
				await db.settings.put({ key: 'device', value: device });
				return done(device);
			})
		);
	}

	/** All learners, oldest first. */
	list(): Promise<Learner[]> {
		return Promise.resolve(this.#database.learners.orderBy('createdAt').toArray());
	}

	/** Adds a learner and makes them the current one. */
	add(learner: Learner): Promise<Outcome<Learner, StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', db.learners, db.settings, async () => {
				await db.learners.add(learner);
				await db.settings.put({ key: 'current', value: learner.id });
				return done(learner);
			})
		);
	}

	/** Changes a learner's local name, or when their database was last opened. */
	update(
		id: string,
		changes: Partial<Pick<Learner, 'name' | 'openedAt'>>
	): Promise<Outcome<Learner, { code: 'missing' } | StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', db.learners, async () => {
				const learner = await db.learners.get(id);
				if (!learner) return refused({ code: 'missing' as const });
				const changed = { ...learner, ...changes };
				await db.learners.put(changed);
				return done(changed);
			})
		);
	}

	/** Who learns now: the one chosen last, else the oldest, else nobody yet. */
	async current(): Promise<Learner | undefined> {
		const db = this.#database;
		const id = (await db.settings.get('current'))?.value;
		const chosen = typeof id === 'string' ? await db.learners.get(id) : undefined;
		return chosen ?? db.learners.orderBy('createdAt').first();
	}

	/** Makes another learner the current one. */
	choose(id: string): Promise<Outcome<Learner, { code: 'missing' } | StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', db.learners, db.settings, async () => {
				const learner = await db.learners.get(id);
				if (!learner) return refused({ code: 'missing' as const });
				await db.settings.put({ key: 'current', value: id });
				return done(learner);
			})
		);
	}

	/** Tells each change of the list. */
	watch(): Observable<Learner[]> {
		return liveQuery(() => this.list());
	}
}
