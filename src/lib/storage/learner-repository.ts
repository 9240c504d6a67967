import { liveQuery } from 'dexie';
import type { DeviceDatabase } from './device-database.ts';
import type { Observable } from './observable.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';
import type { Learner } from './rows.ts';

type Gone = { code: 'missing' };
type Last = { code: 'last' };

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

	/** All learners, oldest first, without those being deleted. */
	list(): Promise<Learner[]> {
		const { learners } = this.#database;
		return Promise.resolve(learners.orderBy('createdAt').filter(stays).toArray());
	}

	/** Those whose deletion was begun and has not been finished. */
	leaving(): Promise<Outcome<Learner[], StoreProblem>> {
		const { learners } = this.#database;
		return attempt(async () => done(await learners.filter((learner) => !stays(learner)).toArray()));
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
		return chosen && stays(chosen)
			? chosen
			: db.learners.orderBy('createdAt').filter(stays).first();
	}

	/** Makes another learner the current one. */
	choose(id: string): Promise<Outcome<Learner, { code: 'missing' } | StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', db.learners, db.settings, async () => {
				const learner = await db.learners.get(id);
				if (!learner || !stays(learner)) return refused({ code: 'missing' as const });
				await db.settings.put({ key: 'current', value: id });
				return done(learner);
			})
		);
	}

	/**
	 * Begins to delete a learner: from now on nobody learns as them. The oldest other one becomes the
	 * current one where they were it. `last`: there is no other, and one must stay.
	 */
	leave(id: string): Promise<Outcome<Learner, Gone | Last | StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', db.learners, db.settings, async () => {
				const learner = await db.learners.get(id);
				if (!learner) return refused<Gone | Last>({ code: 'missing' });
				const others = (await db.learners.orderBy('createdAt').filter(stays).toArray()).filter(
					(other) => other.id !== id
				);
				const [next] = others;
				if (!next) return refused<Gone | Last>({ code: 'last' });
				await db.learners.put({ ...learner, leaving: true });
				const current = (await db.settings.get('current'))?.value;
				const chosen = others.find((other) => other.id === current) ?? next;
				await db.settings.put({ key: 'current', value: chosen.id });
				return done(chosen);
			})
		);
	}

	/** Forgets a learner whose database is gone. */
	forget(id: string): Promise<Outcome<void, StoreProblem>> {
		const { learners } = this.#database;
		return attempt(async () => done(await learners.delete(id)));
	}

	/** Tells each change of the list. */
	watch(): Observable<Learner[]> {
		return liveQuery(() => this.list());
	}
}

function stays({ leaving }: Learner): boolean {
	return leaving !== true;
}
