import { describe, expect, it } from 'vitest';
import { DEFAULT_STUDY_SETTINGS, type StudySettings } from '#lib/domain/study/settings.ts';
import { momentOf } from '#lib/domain/study/study-day.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { ReviewWindow } from '#lib/state/review-window.ts';
import type { Deck } from '#lib/storage/rows.ts';
import { DAY_MS, metaOf, newDesk, recall, type Desk } from '../storage/support.ts';

const ALL: Deck = { of: 'all' };

/** As much of the app as a window asks for, in Berlin, with a question for every card. */
function appOf({ study, clock }: Desk, settings: Partial<StudySettings> = {}): App {
	const studySettings = { ...DEFAULT_STUDY_SETTINGS, ...settings };
	const moment = () => momentOf(clock.now, 'Europe/Berlin', studySettings.dayStartHour);
	const look = { question: (id: string) => ({ id }) };
	const library = { withQuestions: async () => undefined };
	return { study, studySettings, moment, look, library, learner: { id: 'ada' } } as unknown as App;
}

/** A learner who learned some cards, all due today, and has others still to learn. */
async function learned(cards: { due: number; fresh: number }): Promise<Desk> {
	const store = newDesk();
	for (let n = 0; n < cards.due; n += 1) await recall(store, metaOf(n), 4);
	store.clock.now += 60 * DAY_MS;
	await store.study.add(Array.from({ length: cards.fresh }, (_, n) => metaOf(cards.due + n)));
	return store;
}

/** How many rows each table hands out from now on. */
function countReads({ database }: Desk): Record<string, number> {
	const reads: Record<string, number> = {};
	for (const table of database.tables) {
		table.hook('reading', (row) => {
			reads[table.name] = (reads[table.name] ?? 0) + 1;
			return row;
		});
	}
	return reads;
}

describe('ReviewWindow', () => {
	it.each<[string, Deck, object]>([
		['all', ALL, { learning: 0, review: 12, fresh: 10 }],
		['a report', { of: 'report', reportId: 'raid' }, { learning: 0, review: 6, fresh: 10 }],
		['a kind', { of: 'kind', kind: 'who' }, { learning: 0, review: 3, fresh: 7 }],
		['missed ones', { of: 'missed' }, { learning: 0, review: 0, fresh: 0 }]
	])('counts what is left of a deck: %s', async (_, deck, expected) => {
		const store = await learned({ due: 12, fresh: 28 });
		const there = new ReviewWindow(appOf(store), deck);
		await there.read();
		expect(there.choose(appOf(store).moment()).counts).toEqual(expected);
	});

	it('keeps to the limits of the day, however many wait', async () => {
		const store = await learned({ due: 60, fresh: 60 });
		const app = appOf(store, { reviewsPerDay: 5, newPerDay: 3 });
		const there = new ReviewWindow(app, ALL);
		await there.read();
		expect(there.choose(app.moment()).counts).toEqual({ learning: 0, review: 5, fresh: 3 });
	});

	it('counts to the last what a limit holds back, once nothing else is left', async () => {
		const store = await learned({ due: 60, fresh: 0 });
		const app = appOf(store, { reviewsPerDay: 0 });
		const choice = await new ReviewWindow(app, ALL).search(app.moment());
		expect([choice.next, choice.held]).toEqual([undefined, 60]);
	});

	it('fills up from a window of cards alone, however much was done and waits', async () => {
		const store = await learned({ due: 120, fresh: 300 });
		const app = appOf(store);
		const there = new ReviewWindow(app, ALL);
		for (let n = 0; n < 60; n += 1) await recall(store, metaOf(n), 4);
		await there.read();
		const before = there.choose(app.moment()).counts;
		const reads = countReads(store);
		await there.refill();
		expect(Object.keys(reads)).toEqual(['cards']);
		expect(reads.cards).toBeLessThanOrEqual(50);
		expect(there.choose(app.moment()).counts).toEqual(before);
	}, 60_000);

	it('drops what it read once an answer came between', async () => {
		const store = await learned({ due: 2, fresh: 0 });
		const app = appOf(store);
		const there = new ReviewWindow(app, ALL);
		await there.read();
		const card = there.card(metaOf(0).id);
		if (!card) throw new Error('no card');
		const filling = there.refill();
		there.took(card, { ...card, queue: 'review' });
		await filling;
		expect(there.card(card.id)).toBeUndefined();
		expect(there.choose(app.moment()).counts.review).toBe(1);
	});
});
