import { JoinedRepository } from '#lib/storage/joined-repository.ts';
import type { App } from './app.svelte.ts';
import { runsInstalled } from './installer.svelte.ts';

/** Behind the first screen: ends what earlier visits began, and reads the person's own reports. */
export async function catchUp(app: App): Promise<void> {
	if (app.settings.teach) app.updates.keepLater('teach');
	else if (app.settings.writes || runsInstalled()) app.updates.keepLater('write');
	if (app.settings.drafts) app.updates.keepLater('draft');
	await app.syncCards();
	await finishDeletions(app);
	await followReports(app);
	if (__HAS_SERVER__) await followClasses(app);
}

/** What is joined is kept up to date; who joined nothing needs none of it. */
async function followClasses(app: App): Promise<void> {
	if (!(await new JoinedRepository(app.database).any())) return;
	const { classSync } = await import('./classroom/school-server.ts');
	// Without a network it may not be had: there is nothing to fetch then either.
	await classSync(app).catch(() => undefined);
}

/** A learner who was deleted may still have left something behind. */
async function finishDeletions({ learners }: App): Promise<void> {
	const leaving = await learners.leaving();
	if (!leaving.ok || leaving.value.length === 0) return;
	const { finishDeletions } = await import('#lib/storage/learner-deletion.ts');
	await finishDeletions(learners);
}

/** Reads the person's own reports, and again when another tab changed them. */
async function followReports(app: App): Promise<void> {
	const { library, reports } = app;
	// Screens that need what could not be read tell so, and offer to try again.
	const isRead = await library.whole().then(
		() => true,
		() => false
	);
	reports.watch().subscribe(
		(revision) => void app.library.follow(revision).catch(() => undefined),
		() => undefined
	);
	// Who never had a report of their own has nothing to bring in line, or to let go of.
	if ((await reports.revision()) === 0) return;
	app.updates.keepLater('write');
	if (isRead) {
		const { syncOwnCards } = await import('./own-cards.ts');
		await syncOwnCards(app);
	}
	const { forgetLastDone } = await import('#lib/storage/own-undo-note.ts');
	await forgetLastDone(app.database, app.now());
}
