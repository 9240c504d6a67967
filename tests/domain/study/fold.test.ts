import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEvents } from '#lib/domain/study/events.ts';
import { applyEvent, foldCard } from '#lib/domain/study/fold.ts';
import { nextMemory } from '#lib/domain/study/fsrs.ts';
import type { Card, StudyEvent } from '#lib/domain/study/types.ts';
import { DEFAULT_WEIGHTS as weights } from '#lib/domain/study/weights.ts';
import { head, histories, review } from './make-events.ts';

const DAY = 86_400_000;
const undo = (seq: number, of: string): StudyEvent => ({ ...head(seq), type: 'undo', of });
const relearning = { phase: 'relearning' as const, step: 0, dueAt: 9 * DAY, intervalDays: 0 };

/** The card without what every event leaves on it. */
function stateOf(events: StudyEvent[]): Partial<Card> | undefined {
	const card = foldCard(events, weights);
	if (!card) return undefined;
	const state: Partial<Card> = { ...card };
	delete state.lastEventId;
	delete state.lastEvent;
	return state;
}

describe('foldCard', () => {
	it('nothing makes no card', () => {
		expect(foldCard([], weights)).toBeUndefined();
	});

	it('an added card is new', () => {
		expect(foldCard([{ ...head(1), type: 'add' }], weights)).toEqual({
			id: 'c',
			phase: 'new',
			step: 0,
			intervalDays: 0,
			reviews: 0,
			lapses: 0,
			suspended: false,
			addedAt: 1000,
			lastEventId: 'a-1',
			lastEvent: { at: 1000, device: 'a', seq: 1 }
		});
	});

	it('memory is folded from the ratings, the schedule is the last outcome', () => {
		const events = [
			review(1, { at: 0 }),
			review(2, { at: 5 * DAY, rating: 1, outcome: relearning })
		];
		const first = nextMemory(undefined, { rating: 3, deltaDays: 0 }, weights);
		expect(foldCard(events, weights)).toEqual({
			id: 'c',
			...relearning,
			memory: nextMemory(first, { rating: 1, deltaDays: 5 }, weights),
			lastReviewAt: 5 * DAY,
			lastReviewDay: 5,
			reviews: 2,
			lapses: 1,
			suspended: false,
			addedAt: 0,
			lastEventId: 'a-2',
			lastEvent: { at: 5 * DAY, device: 'a', seq: 2 }
		});
	});

	it('a study day that lies before the last one counts as the same day', () => {
		const back = [review(1, { studyDay: 10 }), review(2, { studyDay: 7 })];
		const same = [review(1, { studyDay: 10 }), review(2, { studyDay: 10 })];
		expect(foldCard(back, weights)?.memory).toEqual(foldCard(same, weights)?.memory);
	});

	it('an outcome by the day leaves no time of the steps behind', () => {
		const steps = review(1, { outcome: { phase: 'learning', step: 1, dueAt: 5, intervalDays: 0 } });
		expect(foldCard([steps, review(2)], weights)).not.toHaveProperty('dueAt');
	});

	it.each<[string, StudyEvent, Partial<Card>]>([
		['suspend', { ...head(2), type: 'suspend' }, { suspended: true }],
		['bury', { ...head(2), type: 'bury', untilDay: 4 }, { buriedUntil: 4 }],
		['reset', { ...head(2), type: 'reset' }, { phase: 'new', reviews: 0, addedAt: 1000 }]
	])('%s changes the card, and its undo gives it back', (_name, event, expected) => {
		expect(foldCard([review(1), event], weights)).toMatchObject(expected);
		expect(stateOf([review(1), event, undo(3, event.id)])).toEqual(stateOf([review(1)]));
	});

	it('a reset forgets the memory but keeps the card suspended', () => {
		const events: StudyEvent[] = [
			review(1),
			{ ...head(2), type: 'suspend' },
			{ ...head(3), type: 'reset' }
		];
		const card = foldCard(events, weights);
		expect(card).not.toHaveProperty('memory');
		expect(card).not.toHaveProperty('dueDay');
		expect(card?.suspended).toBe(true);
	});

	it('unsuspend ends a suspension, a review a burial', () => {
		const events: StudyEvent[] = [
			{ ...head(1), type: 'suspend' },
			{ ...head(2), type: 'bury', untilDay: 4 },
			{ ...head(3), type: 'unsuspend' },
			review(4)
		];
		const card = foldCard(events, weights);
		expect(card?.suspended).toBe(false);
		expect(card).not.toHaveProperty('buriedUntil');
	});

	it('the undo of a review gives back the card before it, seen up to the undo', () => {
		const events = [review(1), review(2, { rating: 1, outcome: relearning }), undo(3, 'a-2')];
		expect(stateOf(events)).toEqual(stateOf([review(1)]));
		expect(foldCard(events, weights)?.lastEventId).toBe('a-3');
	});

	it('the undo of all there is leaves no card', () => {
		expect(foldCard([review(1), undo(2, 'a-1')], weights)).toBeUndefined();
	});

	it.each([
		['an undo', 'a-3'],
		['what comes later', 'a-5'],
		['what does not exist', 'nothing']
	])('an undo of %s does nothing', (_name, of) => {
		const events = [review(1), review(2), undo(3, 'a-2'), undo(4, of), review(5)];
		expect(stateOf(events)).toEqual(stateOf([review(1), review(5)]));
	});
});

describe('foldCard: laws', () => {
	it('order and duplicates do not matter', () => {
		const shuffled = histories.chain((events) =>
			fc.tuple(
				fc.constant(events),
				fc.shuffledSubarray([...events, ...events], {
					minLength: events.length * 2,
					maxLength: events.length * 2
				})
			)
		);
		fc.assert(
			fc.property(shuffled, ([events, mixed]) => {
				expect(foldCard(mixed, weights)).toEqual(foldCard(events, weights));
			})
		);
	});

	it('one event at a time gives what the fold gives, refolding where asked', () => {
		let applied = 0;
		fc.assert(
			fc.property(histories, (events) => {
				const known: StudyEvent[] = [];
				let card: Card | undefined;
				for (const event of events) {
					known.push(event);
					const empty = card === undefined && known.length > 1;
					const result = empty ? ({ ok: false } as const) : applyEvent(card, event, weights);
					if (result.ok) applied++;
					card = result.ok ? result.card : foldCard(known, weights);
					expect(card).toEqual(foldCard(known, weights));
				}
			}),
			{ numRuns: 300 }
		);
		expect(applied).toBeGreaterThan(300);
	});

	it('taking back the last event gives the card before it', () => {
		fc.assert(
			fc.property(histories, (events) => {
				const ordered = [...events].sort(compareEvents);
				const last = ordered.at(-1);
				if (!last || last.type === 'undo') return;
				const taken = undo(1, last.id);
				const later = { ...taken, id: 'undo', device: 'z', at: last.at + 1 };
				expect(stateOf([...ordered, later])).toEqual(stateOf(ordered.slice(0, -1)));
			})
		);
	});
});

describe('applyEvent', () => {
	const first = foldCard([review(2)], weights);
	it.each<[string, Card | undefined, StudyEvent]>([
		['an undo', first, undo(3, 'a-2')],
		['an event before the last', first, review(1)],
		[
			'an event of the same time and an earlier device',
			first,
			review(9, { at: 2000, device: 'A' })
		],
		['an undo on no card', undefined, undo(3, 'a-2')]
	])('asks for a refold: %s', (_name, card, event) => {
		expect(applyEvent(card, event, weights)).toEqual({ ok: false, problem: 'refold' });
	});
	it('the last event again changes nothing', () => {
		expect(applyEvent(first, review(2), weights)).toEqual({ ok: true, card: first });
	});
});
