import { describe, expect, it } from 'vitest';
import { foldCard } from '#lib/domain/study/fold.ts';
import { RecountDatabase } from '#lib/storage/database.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import {
	contentsOf,
	DAY_MS,
	deskOf,
	metaOf,
	MORNING,
	newDesk,
	recall,
	reviewOf,
	TODAY,
	until,
	weights
} from './support.ts';

const meta = metaOf(0);

describe('review', () => {
	it('keeps the event, the card and the counters', async () => {
		const desk = newDesk();
		const [card] = (await added(desk.study.add([meta]))) ?? [];
		const kept = await desk.study.review(reviewOf(desk, { meta, card }, 3));
		expect(kept).toMatchObject({ ok: true, value: { clockBackMs: 0, card: { reviews: 1 } } });
		const { events, cards, counters } = await contentsOf(desk.database);
		expect(events).toMatchObject([{ type: 'add' }, { type: 'review', rating: 3, seq: 2 }]);
		expect(cards).toMatchObject([
			{ id: meta.id, phase: 'learning', queue: 'learning', due: MORNING + 600_000 }
		]);
		expect(counters).toEqual([
			{ group: 'cell', key: 'raid/who', counts: { learning: 1 } },
			{ group: 'day', key: TODAY, counts: { reviews: 1, firsts: 1, tookMs: 4000 } },
			{ group: 'total', key: 'all', counts: { events: 2, reviews: 1 } }
		]);
	});

	it('makes the card of a question that had none', async () => {
		const desk = newDesk();
		await recall(desk, meta, 4);
		expect((await contentsOf(desk.database)).counters).toContainEqual({
			group: 'due',
			key: expect.any(Number),
			counts: { 'raid/who': 1 }
		});
	});

	it('is refused where the card has moved on, and gives the card as it is', async () => {
		const factory = memoryFactory();
		const [here, there] = [newDesk(factory), newDesk(factory)];
		await here.study.add([meta]);
		const [shown] = await there.study.read([meta.id]);
		await recall(here, meta, 3);
		const before = await contentsOf(here.database);
		const late = await there.study.review(reviewOf(there, { meta, card: shown }, 1));
		expect(late).toMatchObject({
			ok: false,
			problem: { code: 'moved-on', card: { reviews: 1, phase: 'learning' } }
		});
		expect(await contentsOf(here.database)).toEqual(before);
	});

	it('keeps one of two taps on the same card', async () => {
		const desk = newDesk();
		const [card] = (await added(desk.study.add([meta]))) ?? [];
		const taps = await Promise.all(
			[3, 3].map(() => desk.study.review(reviewOf(desk, { meta, card }, 3)))
		);
		expect(taps.map((tap) => tap.ok)).toEqual([true, false]);
		expect(await desk.database.events.count()).toBe(2);
	});

	it.each(['events', 'cards', 'counters', 'settings'])(
		'leaves nothing behind when writing %s fails midway',
		async (table) => {
			const desk = newDesk();
			await recall(desk, meta, 3);
			const before = await contentsOf(desk.database);
			const fail = () => {
				throw new Error('power cut');
			};
			desk.database.table(table).hook('creating', fail);
			desk.database.table(table).hook('updating', fail);
			await expect(recall(desk, meta, 3)).rejects.toThrow('power cut');
			expect(await contentsOf(desk.database)).toEqual(before);
		}
	);

	it('says that the store is full where the browser aborts for want of room', async () => {
		const desk = newDesk();
		desk.database.events.hook('creating', () => {
			throw new DOMException('', 'QuotaExceededError');
		});
		const kept = await desk.study.review(reviewOf(desk, { meta }, 3));
		expect(kept).toEqual({ ok: false, problem: { code: 'full' } });
		expect(await desk.database.events.count()).toBe(0);
	});

	it('never lets times run back when the clock does, and says how far', async () => {
		const desk = newDesk();
		await recall(desk, meta, 3);
		desk.clock.now -= 3_600_000;
		const [card] = await desk.study.read([meta.id]);
		const kept = await desk.study.review(reviewOf(desk, { meta, card }, 3));
		expect(kept).toMatchObject({ ok: true, value: { clockBackMs: 3_600_000 } });
		const [first, second] = await desk.study.history(meta.id);
		expect([second?.at, second?.seq]).toEqual([first?.at, 2]);
	});

	it('touches no more rows among thousands of cards than among few', async () => {
		const desk = newDesk();
		await desk.study.add(Array.from({ length: 3000 }, (_, i) => metaOf(i)));
		const written: string[] = [];
		for (const table of desk.database.tables) {
			table.hook('creating', () => void written.push(table.name));
			table.hook('updating', () => void written.push(table.name));
		}
		await recall(desk, meta, 4);
		expect(written.sort()).toEqual(
			['cards', 'counters', 'counters', 'counters', 'counters', 'events', 'settings'].sort()
		);
	}, 60_000);
});

describe('undo', () => {
	it('brings the card and the counters back to what they were, after a reload too', async () => {
		const factory = memoryFactory();
		const desk = newDesk(factory);
		await recall(desk, meta, 3);
		const before = await contentsOf(desk.database);
		desk.clock.now += 600_000;
		const id = await recall(desk, meta, 1);
		desk.database.close();

		const reloaded = newDesk(factory);
		reloaded.clock.now = desk.clock.now + 1000;
		expect((await reloaded.study.lastUndoable())?.id).toBe(id);
		const undone = await reloaded.study.undo(id);
		expect(undone).toMatchObject({ ok: true, value: { event: { type: 'undo', of: id } } });
		const after = await contentsOf(reloaded.database);
		expect(withoutHeads(after.cards)).toEqual(withoutHeads(before.cards));
		expect(withoutEvents(after.counters)).toEqual(withoutEvents(before.counters));
		expect(after.events).toHaveLength(3);
	});

	it('goes back one event at a time, and never over what is undone', async () => {
		const desk = newDesk();
		const ids = [await recall(desk, meta, 3), await recall(desk, meta, 3)];
		for (const id of ids.reverse()) {
			expect((await desk.study.lastUndoable())?.id).toBe(id);
			expect((await desk.study.undo(id)).ok).toBe(true);
		}
		expect(await desk.study.lastUndoable()).toBeUndefined();
	});

	it('takes the card away with the only event that made it', async () => {
		const desk = newDesk();
		await desk.study.undo(await recall(desk, meta, 3));
		const { cards, counters, events } = await contentsOf(desk.database);
		expect(cards).toEqual([]);
		expect(counters).toEqual([{ group: 'total', key: 'all', counts: { events: 2 } }]);
		expect(events).toHaveLength(2);
		await recall(desk, meta, 3);
		expect(await desk.study.read([meta.id])).toMatchObject([{ reviews: 1 }]);
	});

	it('is refused for what is not there, and for what is undone already', async () => {
		const desk = newDesk();
		const id = await recall(desk, meta, 3);
		await recall(desk, meta, 3);
		expect(await desk.study.undo('nothing')).toEqual({ ok: false, problem: { code: 'missing' } });
		await desk.study.undo(id);
		expect(await desk.study.undo(id)).toMatchObject({ ok: false, problem: { code: 'moved-on' } });
	});

	it('does not reach events of another device', async () => {
		const factory = memoryFactory();
		await recall(newDesk(factory, 'phone'), meta, 3);
		expect(await newDesk(factory, 'laptop').study.lastUndoable()).toBeUndefined();
	});
});

describe('change', () => {
	it.each([
		['suspend', { type: 'suspend' } as const, { queue: 'suspended' }],
		['bury', { type: 'bury', untilDay: TODAY + 1 } as const, { queue: 'buried', due: TODAY + 1 }],
		['reset', { type: 'reset' } as const, { queue: 'new', due: 0 }]
	])('%s', async (_, body, expected) => {
		const desk = newDesk();
		await desk.study.add([meta]);
		const [card] = await desk.study.read([meta.id]);
		const changed = await desk.study.change(meta, body, card?.lastEventId);
		expect(changed).toMatchObject({ ok: true, value: { card: expected } });
		expect(await desk.study.change(meta, body, card?.lastEventId)).toMatchObject({ ok: false });
	});

	it('brings a suspended card back where it was', async () => {
		const desk = newDesk();
		await recall(desk, meta, 4);
		const [before] = await desk.study.read([meta.id]);
		const away = await desk.study.change(meta, { type: 'suspend' }, before?.lastEventId);
		if (!away.ok) throw new Error(away.problem.code);
		await desk.study.change(meta, { type: 'unsuspend' }, away.value.card.lastEventId);
		const [after] = await desk.study.read([meta.id]);
		expect(withoutHeads([after])).toEqual(withoutHeads([before]));
	});
});

describe('add', () => {
	it('adds each question once and leaves a studied card as it is', async () => {
		const desk = newDesk();
		await recall(desk, meta, 4);
		const [before] = await desk.study.read([meta.id]);
		await desk.study.add([meta, metaOf(1), metaOf(1)]);
		await desk.study.add([meta, metaOf(1)]);
		expect(await desk.study.read([meta.id, metaOf(1).id])).toMatchObject([
			before,
			{ phase: 'new' }
		]);
		expect(await desk.database.events.count()).toBe(2);
	});

	it('writes only what is new: a card, or what a question now says', async () => {
		const desk = newDesk();
		await desk.study.add([meta, metaOf(1), metaOf(2)]);
		const written: string[] = [];
		desk.database.cards.hook('creating', (id) => void written.push(id));
		desk.database.cards.hook('updating', (_, id) => void written.push(id));
		desk.database.counters.hook('updating', (_, id) => void written.push(id.join(' ')));
		await desk.study.add([meta, metaOf(1), metaOf(2)]);
		expect(written).toEqual([]);
		const moved = metaOf(1, { position: 7 });
		const outcome = await desk.study.add([meta, moved, metaOf(3)]);
		expect(written.filter((id) => id.includes('/fact-'))).toEqual([moved.id, metaOf(3).id]);
		expect(outcome.ok && outcome.value.map(({ position }) => position)).toEqual([
			meta.position,
			7,
			3
		]);
	});

	it('puts what was missed in a quiz first, and leaves it there', async () => {
		const desk = newDesk();
		await desk.study.add([metaOf(0), metaOf(2), metaOf(4)]);
		await desk.study.add([metaOf(4, { position: -1, fromMiss: true })]);
		await desk.study.add([metaOf(4)]);
		const { fresh } = await desk.study.due({ deck: { of: 'all' }, today: TODAY });
		expect(fresh.map((card) => card.id)).toEqual([4, 0, 2].map((n) => metaOf(n).id));
		const missed = await desk.study.due({ deck: { of: 'missed' }, today: TODAY });
		expect(missed.fresh.map((card) => card.id)).toEqual([metaOf(4).id]);
	});
});

describe('reading', () => {
	it('recalledOn: the cards of a day, first recall first, without those undone', async () => {
		const desk = newDesk();
		await recall(desk, metaOf(2), 3);
		await recall(desk, metaOf(0), 3);
		await recall(desk, metaOf(2), 3);
		await desk.study.undo(await recall(desk, metaOf(4), 3));
		desk.clock.now += DAY_MS;
		await recall(desk, metaOf(6), 3);
		expect(await desk.study.recalledOn(TODAY)).toEqual([metaOf(2).id, metaOf(0).id]);
	});

	it('history: what the card is folded from', async () => {
		const desk = newDesk();
		await recall(desk, meta, 3);
		await recall(desk, meta, 3);
		const card = foldCard(await desk.study.history(meta.id), weights);
		expect(await desk.study.read([meta.id])).toMatchObject([card]);
	});

	it('a second connection sees each count as it changes', async () => {
		const factory = memoryFactory();
		const desk = newDesk(factory);
		const other = deskOf(new RecountDatabase('ada', factory), 'other');
		const seen: number[] = [];
		const reached = new Promise<void>((resolve) => {
			other.study.watchCounts(TODAY, TODAY + 30).subscribe((counts) => {
				seen.push(counts.today.reviews);
				if (counts.today.reviews === 1) resolve();
			});
		});
		await until(() => seen.length > 0);
		await recall(desk, meta, 3);
		await reached;
		expect(seen).toEqual([0, 1]);
	});
});

async function added<T>(
	outcome: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>
) {
	const settled = await outcome;
	return settled.ok ? settled.value : undefined;
}

function withoutHeads(cards: unknown[] | undefined) {
	return cards?.map((card) => ({ ...(card as object), lastEventId: '', lastEvent: '' }));
}

function withoutEvents(counters: unknown[] | undefined) {
	const rows = counters as { group: string; counts: Record<string, number> }[];
	return rows.map((row) => ({ ...row, counts: { ...row.counts, events: 0 } }));
}
