import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCard } from '#lib/domain/study/fold.ts';
import { DEFAULT_WEIGHTS as weights } from '#lib/domain/study/weights.ts';
import { repair } from '#lib/domain/study/repair.ts';
import type { Card } from '#lib/domain/study/types.ts';
import { head, histories, review } from './make-events.ts';

const DAY = 86_400_000;
const ofCard = (cardId: string) => [
	review(1, { id: `${cardId}-1`, cardId, at: DAY }),
	review(2, { id: `${cardId}-2`, cardId, at: 4 * DAY, rating: 1 })
];
const snapshot = (cardId: string) => foldCard(ofCard(cardId), weights) as Card;
const events = ['x', 'y', 'z'].flatMap(ofCard);

describe('repair', () => {
	it('finds nothing where snapshots are right, whatever the order of their fields', () => {
		const reordered = ['x', 'y', 'z'].map((id) => {
			const entries = Object.entries(snapshot(id)).reverse();
			return Object.fromEntries([...entries, ['buriedUntil', undefined]]) as unknown as Card;
		});
		expect(repair(reordered, events, weights)).toMatchObject({
			differing: [],
			missing: [],
			extra: [],
			events: 6,
			duplicates: 0
		});
	});

	it.each<[string, (card: Card) => Card]>([
		['the schedule', (card) => ({ ...card, dueDay: 99 })],
		['the memory', (card) => ({ ...card, memory: { stability: 1, difficulty: 1 } })],
		['the last event', (card) => ({ ...card, lastEvent: { at: 1, device: 'a', seq: 1 } })],
		['a field too many', (card) => ({ ...card, buriedUntil: 3 })],
		['a count', (card) => ({ ...card, lapses: 7 })]
	])('finds a snapshot that differs in %s', (_name, spoil) => {
		const snapshots = [snapshot('x'), spoil(snapshot('y')), snapshot('z')];
		expect(repair(snapshots, events, weights).differing).toEqual(['y']);
	});

	it('finds what is missing and what is too much', () => {
		const report = repair([snapshot('x'), { ...snapshot('x'), id: 'w' }], events, weights);
		expect(report.missing).toEqual(['y', 'z']);
		expect(report.extra).toEqual(['w']);
		expect(report.rebuilt).toEqual([snapshot('x'), snapshot('y'), snapshot('z')]);
	});

	it('a card whose every event is taken back is no card', () => {
		const undone = [review(1), { ...head(2), type: 'undo' as const, of: 'a-1' }];
		expect(repair([], undone, weights)).toMatchObject({ rebuilt: [], missing: [], days: [] });
	});

	it('counts days anew, without what was taken back', () => {
		const undone = { ...head(3), id: 'undo', cardId: 'z', at: 5 * DAY, type: 'undo' as const };
		const report = repair([], [...events, { ...undone, of: 'z-2' }, ...ofCard('x')], weights);
		const counts = { reviews: 3, firsts: 3, dues: 0, recalls: 0, recalled: 0, tookMs: 15_000 };
		expect(report.days).toEqual([
			{ day: 1, ...counts },
			{ day: 4, ...counts, reviews: 2, firsts: 0, dues: 2, recalls: 2, tookMs: 10_000 }
		]);
		expect([report.events, report.duplicates]).toEqual([7, 2]);
	});

	it('agrees with the fold for any history', () => {
		fc.assert(
			fc.property(histories, (history) => {
				const card = foldCard(history, weights);
				const report = repair(card ? [card] : [], history, weights);
				expect(report.rebuilt).toEqual(card ? [card] : []);
				expect([...report.differing, ...report.missing, ...report.extra]).toEqual([]);
			})
		);
	});
});
