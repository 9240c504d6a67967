import { describe, expect, it } from 'vitest';
import type { Card } from '#lib/domain/study/types.ts';
import { cardRow } from '#lib/storage/card-row.ts';
import { dueCards, nextDueDay, waitingCards } from '#lib/storage/due-cards.ts';
import type { Deck } from '#lib/storage/rows.ts';
import { metaOf, MORNING, newDesk, TODAY } from './support.ts';

const all: Deck = { of: 'all' };

/** A stored card of that number and state, due as given. */
function row(number: number, state: Partial<Card>) {
	const meta = metaOf(number);
	return cardRow(
		{
			id: meta.id,
			phase: 'review',
			step: 0,
			intervalDays: 10,
			reviews: 3,
			lapses: 0,
			suspended: false,
			addedAt: MORNING,
			lastEventId: `e${number}`,
			lastEvent: { at: MORNING, device: 'desk', seq: number },
			...state
		},
		meta
	);
}

async function deskWith(states: Partial<Card>[]) {
	const desk = newDesk();
	await desk.database.cards.bulkAdd(states.map((state, i) => row(i, state)));
	return desk.database;
}

const numbers = (cards: { id: string }[]) =>
	cards.map(({ id }) => Number(/-(\d+)\//.exec(id)?.[1]));

describe('dueCards', () => {
	it('finds each card where it waits', async () => {
		const database = await deskWith([
			{ phase: 'learning', dueAt: MORNING + 60_000 },
			{ phase: 'relearning', dueAt: MORNING },
			{ dueDay: TODAY },
			{ dueDay: TODAY - 3 },
			{ dueDay: TODAY + 1 },
			{ phase: 'new', reviews: 0 },
			{ dueDay: TODAY, suspended: true },
			{ dueDay: TODAY, buriedUntil: TODAY + 1 },
			{ phase: 'new', reviews: 0, buriedUntil: TODAY + 1 },
			{ phase: 'new', reviews: 0, buriedUntil: TODAY },
			{ phase: 'learning', dueDay: TODAY },
			{ phase: 'learning', dueAt: MORNING, buriedUntil: TODAY }
		]);
		const found = await dueCards(database, { deck: all, today: TODAY });
		expect(numbers(found.timed)).toEqual([1, 0]);
		expect(numbers(found.byDay).sort((a, b) => a - b)).toEqual([2, 3, 10, 11]);
		expect(numbers(found.byDay)[0]).toBe(3);
		expect(numbers(found.fresh)).toEqual([5, 9]);
	});

	it.each<[string, Deck, number[]]>([
		['a report', { of: 'report', reportId: 'siege' }, [1, 3]],
		['a kind', { of: 'kind', kind: 'where' }, [2]],
		['missed ones', { of: 'missed' }, [3]],
		['all', all, [0, 1, 2, 3]]
	])('keeps to the deck: %s', async (_, deck, expected) => {
		const database = await deskWith(
			[0, 1, 2, 3].map((n) => ({ dueDay: n, lapses: n === 3 ? 1 : 0 }))
		);
		expect(numbers((await dueCards(database, { deck, today: TODAY })).byDay)).toEqual(expected);
	});

	it('widens where many wait for a sibling', async () => {
		const database = await deskWith(Array.from({ length: 60 }, () => ({ dueDay: TODAY })));
		expect((await dueCards(database, { deck: all, today: TODAY })).byDay).toHaveLength(20);
		const wide = await dueCards(database, { deck: all, today: TODAY, widen: 30 });
		expect(wide.byDay).toHaveLength(50);
	});
});

describe('waitingCards', () => {
	const states: Partial<Card>[] = [
		{ dueDay: TODAY - 9, lapses: 1 },
		{ dueDay: TODAY },
		{ dueDay: TODAY + 1 },
		{ phase: 'learning', dueAt: MORNING },
		{ phase: 'new', reviews: 0 },
		{ phase: 'new', reviews: 0, buriedUntil: TODAY },
		{ phase: 'new', reviews: 0, buriedUntil: TODAY + 1 },
		{ phase: 'new', reviews: 0, suspended: true }
	];

	it.each<[string, Deck, object]>([
		['all', all, { due: 2, fresh: 2 }],
		['a report', { of: 'report', reportId: 'raid' }, { due: 1, fresh: 1 }],
		['a kind', { of: 'kind', kind: 'what' }, { due: 1, fresh: 1 }],
		['missed ones', { of: 'missed' }, { due: 1, fresh: 0 }]
	])('counts what may be shown today: %s', async (_, deck, expected) => {
		const database = await deskWith(states);
		const counted = await waitingCards(database, { deck, today: TODAY, most: { fresh: 9 } });
		expect(counted).toEqual(expected);
	});

	it.each<[string, { due?: number; fresh: number }, object]>([
		['beyond both', { due: 3, fresh: 3 }, { due: 2, fresh: 2 }],
		['up to both', { due: 2, fresh: 2 }, { due: Infinity, fresh: Infinity }],
		['due ones to the last', { fresh: 1 }, { due: 2, fresh: Infinity }]
	])('counts no further than asked: %s', async (_, most, expected) => {
		const database = await deskWith(states);
		expect(await waitingCards(database, { deck: all, today: TODAY, most })).toEqual(expected);
	});
});

describe('among thousands of cards', () => {
	it('reads at most 50 rows, and all by ranges of an index', async () => {
		const states = [
			{ phase: 'learning' as const, dueAt: MORNING },
			{ dueDay: TODAY },
			{ phase: 'new' as const, reviews: 0 },
			{ phase: 'new' as const, reviews: 0, buriedUntil: TODAY }
		];
		const database = await deskWith(Array.from({ length: 4000 }, (_, i) => states[i % 4] ?? {}));
		let rows = 0;
		database.cards.hook('reading', (card) => {
			rows += 1;
			return card;
		});
		const { timed, byDay, fresh } = await dueCards(database, { deck: all, today: TODAY });
		expect(rows).toBe(timed.length + byDay.length + fresh.length);
		expect(rows).toBeLessThanOrEqual(50);
	}, 60_000);
});

describe('nextDueDay', () => {
	it.each<[string, Partial<Card>[], number | undefined]>([
		['nothing waits', [{ dueDay: TODAY }], undefined],
		['the nearest day', [{ dueDay: TODAY + 9 }, { dueDay: TODAY + 2 }], TODAY + 2]
	])('%s', async (_, states, expected) => {
		const database = await deskWith(states);
		expect(await nextDueDay(database, { deck: all, today: TODAY })).toBe(expected);
	});
});
