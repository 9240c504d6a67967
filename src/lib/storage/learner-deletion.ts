import { Dexie } from 'dexie';
import { databaseName, type StoreFactory } from './database.ts';
import type { LearnerRepository } from './learner-repository.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';

export interface DeletionOptions {
	/** Another place than the browser's own. */
	factory?: StoreFactory;
	/** How long to wait for other tabs to let go; 3,000 unless given. */
	waitMs?: number;
}

/**
 * Deletes the database of a learner who was asked to leave, then forgets them: the one place where a
 * store is deleted, and only after a person's own word. Open tabs of that learner are told and let go.
 * `waiting`: a tab holds on to it; it goes when that tab is closed, or at a later start.
 */
export async function deleteLearner(
	learners: LearnerRepository,
	id: string,
	{ factory, waitMs = 3000 }: DeletionOptions = {}
): Promise<Outcome<'gone' | 'waiting', StoreProblem>> {
	const gone = attempt(async () => {
		await new Dexie(databaseName(id), { ...factory, addons: [] }).delete();
		return done(await learners.forget(id));
	}).then((outcome) => (outcome.ok ? done('gone' as const) : outcome));
	let timer: ReturnType<typeof setTimeout> | undefined;
	const waiting = new Promise<Outcome<'waiting', never>>((resolve) => {
		timer = setTimeout(() => resolve(done('waiting')), waitMs);
	});
	return Promise.race([gone, waiting]).finally(() => clearTimeout(timer));
}

/** Finishes what a closed page, or a tab that held on, has left half deleted. */
export async function finishDeletions(
	learners: LearnerRepository,
	options?: DeletionOptions
): Promise<void> {
	const leaving = await learners.leaving();
	if (!leaving.ok) return;
	for (const { id } of leaving.value) await deleteLearner(learners, id, options);
}
