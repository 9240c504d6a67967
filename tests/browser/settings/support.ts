import type { Bank } from '#lib/bank/types.ts';
import { previewOutcomes, unseen } from '#lib/domain/study/schedule.ts';
import { App } from '#lib/state/app.svelte.ts';
import { cardMeta } from '#lib/state/card-metas.ts';
import type { RecountDatabase } from '#lib/storage/database.ts';

const bank: Bank = {
	version: 1,
	edition: '0123456789ab',
	reports: [
		{
			id: 'raid',
			title: 'A raid',
			publisher: { name: 'The Gazette', basis: 'stated' },
			date: { value: '2016-09', basis: 'inferred' },
			place: 'aleppo',
			paragraphs: 1,
			brief: { plain: [], full: [] },
			timeline: []
		}
	],
	names: [{ id: 'aleppo', name: 'Aleppo', type: 'city', aliases: [] }],
	facts: [
		{
			id: 'raid/city',
			reportId: 'raid',
			paragraph: 1,
			standing: 'stated',
			when: '2016',
			text: 'Aleppo was raided.'
		}
	],
	questions: [
		{
			id: 'raid/city/where',
			kind: 'where',
			level: 'core',
			ask: 'Which city was raided?',
			answer: { form: 'name', name: 'aleppo' },
			distractors: [],
			explain: 'It was the largest city.',
			factIds: ['raid/city'],
			rivals: []
		}
	],
	comparisons: []
};

const apps: App[] = [];

/** Opens the app on the browser's own store, as a page would. */
export async function openApp(): Promise<App> {
	const app = new App({ base: '', loadBank: () => Promise.resolve({ ok: true, value: bank }) });
	await app.start();
	if (app.status.code !== 'ready') throw new Error(JSON.stringify(app.status));
	apps.push(app);
	return app;
}

/** Closes every app's store and takes all of this browser's data away. */
export async function clearDevice(): Promise<void> {
	for (const app of apps.splice(0)) app.database.close();
	const databases = await indexedDB.databases();
	await Promise.all(databases.map(({ name = '' }) => deleted(name)));
	localStorage.clear();
}

function deleted(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error ?? new Error(name));
	});
}

/** Recalls the bank's one question, by a person who has done the first run. */
export async function study(app: App): Promise<void> {
	const [question] = bank.questions;
	if (!question) throw new Error('no question');
	const outcomes = previewOutcomes(unseen(question.id), app.moment(), app.studySettings);
	const kept = await app.study.review({
		meta: cardMeta(app.look, question),
		rating: 3,
		form: 'recall',
		origin: 'card',
		tookMs: 3000,
		outcome: outcomes[3]
	});
	if (!kept.ok) throw new Error(kept.problem.code);
	await app.set({ firstRunAt: app.now() });
	await app.syncCards();
}

/** What was studied, for comparing stores. */
export async function studiedIn(database: RecountDatabase): Promise<unknown> {
	const [events, cards, counters] = await Promise.all([
		database.events.toArray(),
		database.cards.toArray(),
		database.counters.toArray()
	]);
	return { events, cards, counters };
}
