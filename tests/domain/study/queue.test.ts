import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	chooseNext,
	compareNew,
	releaseFacts,
	takeFacts,
	TWO_MINUTES_MS,
	type Candidates,
	type DueCandidate,
	type NewCandidate,
	type StudyToday
} from '#lib/domain/study/queue.ts';

const MINUTE = 60_000;
const LEARN_AHEAD_MS = 20 * MINUTE;
const NOW = 1_000 * MINUTE;
const DAY = 50;

const due = (id: string, given: Partial<DueCandidate['card']> = {}, fact = id): DueCandidate => ({
	card: { id, phase: 'review', dueDay: DAY, suspended: false, ...given },
	factIds: [fact]
});
const step = (id: string, dueAt: number): DueCandidate =>
	due(id, { phase: 'learning', dueAt, dueDay: undefined });
const fresh = (id: string, given: Partial<NewCandidate> = {}): NewCandidate => ({
	questionId: id,
	level: 'core',
	order: 1,
	factIds: [id],
	...given
});

function today(candidates: Candidates, given: Partial<StudyToday> = {}): StudyToday {
	return {
		moment: { now: NOW, zone: 'UTC', studyDay: DAY },
		limits: { newPerDay: 10, reviewsPerDay: 200 },
		done: { firsts: 0, dues: 0 },
		totals: {
			due: candidates.due.filter(({ card }) => card.dueDay !== undefined).length,
			fresh: candidates.fresh.length
		},
		factsToday: {},
		seed: 's',
		learnAheadMs: LEARN_AHEAD_MS,
		...given
	};
}
function choose(candidates: Partial<Candidates>, given: Partial<StudyToday> = {}) {
	const all = { due: [], fresh: [], ...candidates };
	return chooseNext(all, today(all, given));
}

describe('chooseNext: what comes first', () => {
	const review = due('review');
	const question = fresh('new');
	it.each<[string, Partial<Candidates>, string | undefined]>([
		['a step that is due', { due: [review, step('step', NOW)], fresh: [question] }, 'step'],
		['the step due longest', { due: [step('b', NOW - 1), step('a', NOW - 2)] }, 'a'],
		[
			'a step of another day before reviews',
			{ due: [review, due('day', { phase: 'learning' })] },
			'day'
		],
		['a review before new questions', { due: [review], fresh: [question] }, 'review'],
		[
			'a new question before learning ahead',
			{ due: [step('s', NOW + 1)], fresh: [question] },
			'new'
		],
		['learning ahead when nothing is left', { due: [step('s', NOW + LEARN_AHEAD_MS)] }, 's'],
		['no further ahead', { due: [step('s', NOW + LEARN_AHEAD_MS + 1)] }, undefined],
		['nothing', {}, undefined],
		['not what is due tomorrow', { due: [due('r', { dueDay: DAY + 1 })] }, undefined],
		['not what is suspended', { due: [due('r', { suspended: true })] }, undefined],
		['not what is buried', { due: [due('r', { buriedUntil: DAY + 1 })] }, undefined],
		['what was buried until today', { due: [due('r', { buriedUntil: DAY })] }, 'r']
	])('%s', (_name, candidates, expected) => {
		expect(choose(candidates).next?.cardId).toBe(expected);
	});

	it('tells when the next step can be shown', () => {
		const dueAt = NOW + LEARN_AHEAD_MS + 5 * MINUTE;
		expect(choose({ due: [step('s', dueAt)] })).toMatchObject({ nextAt: NOW + 5 * MINUTE });
	});

	it.each([
		['never early by wish', 0, NOW + 1, { nextAt: NOW + 1, counts: { learning: 0 } }],
		['at its time even so', 0, NOW, { next: { cardId: 's' }, counts: { learning: 1 } }],
		['an hour early by wish', 60 * MINUTE, NOW + 60 * MINUTE, { next: { cardId: 's' } }]
	])('a step comes %s', (_name, learnAheadMs, dueAt, expected) => {
		expect(choose({ due: [step('s', dueAt)] }, { learnAheadMs })).toMatchObject(expected);
	});
});

describe('chooseNext: limits', () => {
	it.each([
		['reviews used up', { done: { firsts: 0, dues: 200 } }, 'new'],
		['all used up', { done: { firsts: 10, dues: 200 } }, undefined],
		['new used up', { done: { firsts: 10, dues: 0 } }, 'review'],
		['no new ones wanted', { limits: { newPerDay: 0, reviewsPerDay: 0 } }, undefined]
	])('%s', (_name, given, expected) => {
		const choice = choose({ due: [due('review')], fresh: [fresh('new')] }, given);
		expect(choice.next?.cardId).toBe(expected);
	});

	it.each([
		['none within the limit', 0, 120, 0],
		['what is above it', 150, 120, 70],
		['all once it is reached', 200, 120, 120],
		['all beyond it', 230, 120, 120]
	])('tells how many due reviews it holds back: %s', (_name, dues, there, held) => {
		const given = { done: { firsts: 0, dues }, totals: { due: there, fresh: 0 } };
		expect(choose({ due: [due('r')] }, given).held).toBe(held);
	});

	it('a lower limit than was done leaves nothing, never less', () => {
		const limits = { newPerDay: 3, reviewsPerDay: 5 };
		const choice = choose(
			{ due: [due('r')], fresh: [fresh('n')] },
			{ limits, done: { firsts: 9, dues: 9 } }
		);
		expect(choice.counts).toEqual({ learning: 0, review: 0, fresh: 0 });
	});

	it('counts what stands behind the windows', () => {
		const candidates = { due: [due('r'), step('s', NOW), due('d', { phase: 'relearning' })] };
		const choice = choose(candidates, { totals: { due: 120, fresh: 40 } });
		expect(choice.counts).toEqual({ learning: 2, review: 119, fresh: 10 });
	});
});

describe('chooseNext: siblings', () => {
	const factsToday = takeFacts({}, 'a', ['f']);
	it('a fact another card has had today waits, and is counted as hidden', () => {
		const choice = choose(
			{ due: [due('b', {}, 'f')], fresh: [fresh('n', { factIds: ['f'] })] },
			{ factsToday }
		);
		expect(choice).toEqual({
			counts: { learning: 0, review: 0, fresh: 0 },
			held: 0,
			hidden: 2,
			over: false
		});
	});
	it('a card does not wait for itself, nor a step for anyone', () => {
		expect(choose({ due: [due('a', {}, 'f')] }, { factsToday }).next?.cardId).toBe('a');
		const sibling = { ...step('b', NOW), factIds: ['f'] };
		expect(choose({ due: [sibling] }, { factsToday }).next?.cardId).toBe('b');
	});
	it('a fact stays with the card that had it first, until it is released', () => {
		expect(takeFacts(factsToday, 'b', ['f', 'g'])).toEqual({ f: 'a', g: 'b' });
		expect(releaseFacts({ f: 'a', g: 'b' }, 'a')).toEqual({ g: 'b' });
	});
	it('a fact called like a part of every object is no sibling', () => {
		expect(choose({ due: [due('b', {}, 'constructor')] }).next?.cardId).toBe('b');
	});
});

describe('chooseNext: mixing', () => {
	const ids = Array.from({ length: 30 }, (_, i) => `r${i}`);

	/** A whole day: each chosen card is done and leaves the windows. */
	function day(given: Partial<StudyToday>) {
		let candidates: Candidates = {
			due: ids.map((id) => due(id)),
			fresh: ids.slice(0, 10).map((id, i) => fresh(`n${id}`, { order: i }))
		};
		const done = { firsts: 0, dues: 0 };
		const shown: string[] = [];
		for (;;) {
			const { next } = chooseNext(candidates, today(candidates, { ...given, done }));
			if (!next) return shown;
			shown.push(next.cardId);
			done[next.kind === 'new' ? 'firsts' : 'dues']++;
			candidates = {
				due: candidates.due.filter(({ card }) => card.id !== next.cardId),
				fresh: candidates.fresh.filter(({ questionId }) => questionId !== next.cardId)
			};
		}
	}

	it('the seed sets the order of reviews, not the order they come in', () => {
		const reviews = day({ seed: 'x' }).filter((id) => id.startsWith('r'));
		expect([...reviews].sort()).toEqual([...ids].sort());
		expect(reviews).not.toEqual(ids);
		expect(day({ seed: 'x' }).filter((id) => id.startsWith('r'))).toEqual(reviews);
		expect(day({ seed: 'y' }).filter((id) => id.startsWith('r'))).not.toEqual(reviews);
	});

	it('new questions are spread among the reviews, in their own order', () => {
		const shown = day({});
		const places = shown.flatMap((id, i) => (id.startsWith('n') ? [i] : []));
		const gaps = places.slice(1).map((place, i) => place - (places[i] ?? NaN));
		expect(places).toHaveLength(10);
		expect(Math.max(...gaps)).toBeLessThanOrEqual(5);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3);
		expect(shown.filter((id) => id.startsWith('n'))).toEqual(
			ids.slice(0, 10).map((id) => `n${id}`)
		);
	});

	it('in a short round reviews come first, and it ends', () => {
		const shown = day({ endsAt: NOW + TWO_MINUTES_MS });
		expect(shown.slice(0, 30).every((id) => id.startsWith('r'))).toBe(true);
		const late = choose({ due: [due('r')] }, { endsAt: NOW });
		expect(late.next).toBeUndefined();
		expect(late.over).toBe(true);
	});

	it('never shows what is over a limit, resting, or had today', () => {
		const cards = fc.array(
			fc.record({ id: fc.nat(40), fact: fc.nat(5), suspended: fc.boolean(), ahead: fc.nat(2) })
		);
		fc.assert(
			fc.property(cards, fc.nat(3), (list, limit) => {
				const candidates = {
					due: list.map(({ id, fact, suspended, ahead }) =>
						due(`c${id}`, { suspended, dueDay: DAY + ahead }, `f${fact}`)
					),
					fresh: []
				};
				const state = today(candidates, {
					limits: { newPerDay: 0, reviewsPerDay: limit },
					factsToday: { f0: 'x' }
				});
				const { next } = chooseNext(candidates, state);
				const open = candidates.due.filter(
					({ card, factIds }) => !card.suspended && card.dueDay === DAY && factIds[0] !== 'f0'
				);
				if (limit === 0 || open.length === 0) expect(next).toBeUndefined();
				else expect(open.map(({ card }) => card.id)).toContain(next?.cardId);
			})
		);
	});
});

describe('compareNew', () => {
	it('added by hand, then by level, then as in the report', () => {
		const list = [
			fresh('fine', { level: 'fine', order: 0 }),
			fresh('core-2', { order: 2 }),
			fresh('core-1', { order: 1 }),
			fresh('added', { level: 'fine', order: 9, card: { suspended: false } }),
			fresh('detail', { level: 'detail', order: 0 })
		];
		expect(list.sort(compareNew).map(({ questionId }) => questionId)).toEqual([
			'added',
			'core-1',
			'core-2',
			'detail',
			'fine'
		]);
	});
});
