import { describe, expect, it } from 'vitest';
import { intervalFor, nextMemory, retrievability } from '#lib/domain/study/fsrs.ts';
import { fuzzInterval, leastAfterRecall } from '#lib/domain/study/fuzz.ts';
import { previewOutcomes, unseen, type Schedulable } from '#lib/domain/study/schedule.ts';
import { DEFAULT_STUDY_SETTINGS } from '#lib/domain/study/settings.ts';
import { stepDelays } from '#lib/domain/study/steps.ts';
import { momentOf, studyDayOf } from '#lib/domain/study/study-day.ts';
import type { Memory, Rating } from '#lib/domain/study/types.ts';
import type { Weights } from '#lib/domain/study/weights.ts';
import { readShared, sayIfSkipped, shared } from './shared-vectors.ts';

interface Group {
	source: string;
	kind: string;
	parameters?: string;
	/** weight number → value */
	override?: Record<string, number>;
	decay?: number;
}
interface Vectors {
	parameter_sets: Record<string, number[]>;
	published: Group[];
	generated: {
		sequences: { params: string; desired_retention: number; reviews: number[][] }[];
	};
}
type Reviews = [Rating, number][];

/** Kinds this program has no counterpart of, each with the reason. Every other kind must have a check. */
const EXEMPT: Record<string, string> = {
	memory_state_from_sm2: 'nothing of SM-2 is read',
	leech: 'leeches are not counted',
	constants: 'days are not load-balanced'
};

const PUBLISHED = 1e-4;
const GENERATED = 1e-5;

function near(actual: number | undefined, expected: number | undefined, tolerance = PUBLISHED) {
	if (actual === undefined || expected === undefined) throw new Error('nothing to compare');
	expect(Math.abs(actual - expected) / Math.abs(expected)).toBeLessThan(tolerance);
}

function remember(reviews: Reviews, weights: Weights): Memory | undefined {
	let memory: Memory | undefined;
	for (const [rating, deltaDays] of reviews)
		memory = nextMemory(memory, { rating, deltaDays }, weights);
	return memory;
}

function withValue(weights: Weights, index: number, value: number): Weights {
	return {
		version: `${weights.version}/${index}`,
		values: weights.values.map((w, i) => (i === index ? value : w))
	};
}

/** Memory of a recall at a given chance of recall, made by waiting until the curve reaches it. */
function recalledAt(memory: Memory, recall: { share: number; rating: Rating }, weights: Weights) {
	const deltaDays = intervalFor(memory.stability, recall.share, weights);
	return nextMemory(memory, { rating: recall.rating, deltaDays }, weights).stability;
}

const RATINGS: Rating[] = [1, 2, 3, 4];
interface DAndR {
	s: number;
	d: number[];
	r: number[];
	expect: number[];
}

function checkStability(g: DAndR, w: Weights, ratings: (Rating | undefined)[]) {
	ratings.forEach((rating, i) => {
		if (!rating) return;
		const memory = { stability: g.s, difficulty: g.d[i] ?? NaN };
		near(recalledAt(memory, { share: g.r[i] ?? NaN, rating }, w), g.expect[i]);
	});
}

/** One check a kind; a group is passed as the shape its kind has. */
const checks: Record<string, (group: never, weights: Weights) => void> = {
	memory_state: (g: { reviews: Reviews; expect: Memory }, w) => {
		const memory = remember(g.reviews, w);
		near(memory?.stability, g.expect.stability);
		near(memory?.difficulty, g.expect.difficulty);
	},
	next_state_good: (
		g: { state: [number, number]; delta_t: number; expect: Memory },
		w: Weights
	) => {
		const [stability, difficulty] = g.state;
		const next = nextMemory({ stability, difficulty }, { rating: 3, deltaDays: g.delta_t }, w);
		near(next.stability, g.expect.stability);
		near(next.difficulty, g.expect.difficulty);
	},
	next_states: (
		g: { reviews: Reviews; then_delta_t: number; expect: Record<string, [number, number]> },
		w
	) => {
		const memory = remember(g.reviews, w);
		['again', 'hard', 'good', 'easy'].forEach((name, i) => {
			const rating = RATINGS[i] ?? 1;
			const next = nextMemory(memory, { rating, deltaDays: g.then_delta_t }, w);
			near(next.stability, g.expect[name]?.[0]);
			near(next.difficulty, g.expect[name]?.[1]);
		});
	},
	next_interval_rounded: (
		g: { stability: number; desired_retention: number[]; expect: number[] },
		w
	) => {
		const days = g.desired_retention.map((retention) =>
			Math.max(1, Math.round(intervalFor(g.stability, retention, w)))
		);
		g.expect.forEach((expected, i) => near(days[i], expected));
	},
	retrievability_decay: (g: { stability: number; elapsed: number[]; expect: number[] }, w) => {
		g.elapsed.forEach((t, i) => near(retrievability(g, t, w), g.expect[i]));
	},
	retrievability: (g: { t: number[]; s: number[]; expect: number[] }, w) => {
		g.t.forEach((t, i) => near(retrievability({ stability: g.s[i] ?? NaN }, t, w), g.expect[i]));
	},
	next_difficulty_no_reversion_and_with: (
		g: { d: number; expect_raw: number[]; expect_reverted: number[] },
		w
	) => {
		const memory = { stability: 5, difficulty: g.d };
		const raw = withValue(w, 7, 0);
		RATINGS.forEach((rating, i) => {
			near(nextMemory(memory, { rating, deltaDays: 5 }, raw).difficulty, g.expect_raw[i]);
			near(nextMemory(memory, { rating, deltaDays: 5 }, w).difficulty, g.expect_reverted[i]);
		});
	},
	// Again has its own formula; only Hard, Good and Easy reach the one after success.
	stability_after_success: (g: DAndR, w) => checkStability(g, w, [undefined, 2, 3, 4]),
	stability_after_failure: (g: DAndR, w) => checkStability(g, w, [1, 1, 1, 1]),
	stability_short_term: (g: { s: number; expect: number[] }, w) => {
		const memory = { stability: g.s, difficulty: 5 };
		RATINGS.forEach((rating, i) =>
			near(nextMemory(memory, { rating, deltaDays: 0 }, w).stability, g.expect[i])
		);
	},
	interval_days_sequence: (g: { ratings: Rating[]; expect: number[] }, weights) => {
		const settings = { ...DEFAULT_STUDY_SETTINGS, weights, fuzz: false };
		let card: Schedulable = unseen('c');
		let now = Date.parse('2022-11-29T12:30:00Z');
		const intervals = g.ratings.map((rating) => {
			const moment = momentOf(now, 'UTC', 4);
			const outcome = previewOutcomes(card, moment, settings)[rating];
			const deltaDays = moment.studyDay - (card.lastReviewDay ?? moment.studyDay);
			card = {
				...card,
				...outcome,
				memory: nextMemory(card.memory, { rating, deltaDays }, weights),
				lastReviewDay: moment.studyDay,
				reviews: card.reviews + 1
			};
			now = outcome.dueAt ?? now + outcome.intervalDays * 86_400_000;
			return outcome.intervalDays;
		});
		expect(intervals).toEqual(g.expect);
	},
	fuzz_interval: (g: {
		cases: [number, number, number, number, number, number][];
		no_fuzz: [number, number, number, number][];
		minimum_review_fuzz_interval: [number, number, number, number][];
	}) => {
		for (const [days, minimum, maximum, ...expected] of g.cases)
			expect(
				[0, 0.5, 0.99].map((share) => fuzzInterval(days, { minimum, maximum }, share))
			).toEqual(expected);
		for (const [days, minimum, maximum, expected] of g.no_fuzz)
			expect(fuzzInterval(days, { minimum, maximum }, undefined)).toBe(expected);
		for (const [days, previous, maximum, expected] of g.minimum_review_fuzz_interval)
			expect(leastAfterRecall(days, previous, maximum)).toBe(expected);
	},
	learning_step_delays_secs: (g: {
		cases: [number[], number, number, number, number | null][];
	}) => {
		for (const [steps, remaining, again, hard, good] of g.cases) {
			const delays = stepDelays(steps, steps.length - remaining);
			expect(delays).toEqual({
				againMs: again * 1000,
				hardMs: hard * 1000,
				...(good !== null && { goodMs: good * 1000 })
			});
		}
	},
	days_elapsed: (g: { cases: { created: string; now: string; expect: number }[] }) => {
		// Anki counts from the civil date of creation, whatever the hour.
		const zoneOf = (iso: string) => `Etc/GMT+${Number(iso.slice(-5, -3))}`;
		for (const { created, now, expect: days } of g.cases) {
			const today = studyDayOf(Date.parse(now), zoneOf(now), 4);
			expect(today - studyDayOf(Date.parse(created), zoneOf(created), 0)).toBe(days);
		}
	}
};
checks.memory_state_nost = checks.memory_state ?? (() => expect.fail());

sayIfSkipped('vectors.test.ts');
describe.skipIf(!shared)('reference numbers', () => {
	const vectors: Vectors = shared
		? JSON.parse(readShared('vectors/fsrs.json'))
		: { parameter_sets: {}, published: [], generated: { sequences: [] } };

	function weightsOf(group: Group): Weights {
		const name = group.parameters ?? 'default_parameters';
		let weights: Weights = { version: name, values: vectors.parameter_sets[name] ?? [] };
		for (const [index, value] of Object.entries(group.override ?? {}))
			weights = withValue(weights, Number(index), value);
		return group.decay === undefined ? weights : withValue(weights, 20, group.decay);
	}

	it.each(
		vectors.published
			.filter(({ kind }) => !(kind in EXEMPT))
			.map((group) => [`${group.kind}: ${group.source.slice(0, 90)}`, group] as const)
	)('%s', (_name, group) => {
		const check = checks[group.kind];
		if (!check) throw new Error(`no check for ${group.kind}`);
		check(group as never, weightsOf(group));
	});

	it.each(
		vectors.generated.sequences.map((sequence, i) => [i, sequence.params, sequence] as const)
	)('sequence %i (%s)', (_i, params, sequence) => {
		const weights = { version: params, values: vectors.parameter_sets[params] ?? [] };
		let memory: Memory | undefined;
		for (const [rating, deltaDays, stability, difficulty, interval] of sequence.reviews) {
			const recall = { rating: rating as Rating, deltaDays: deltaDays ?? NaN };
			memory = nextMemory(memory, recall, weights);
			near(memory.stability, stability, GENERATED);
			near(memory.difficulty, difficulty, GENERATED);
			near(intervalFor(memory.stability, sequence.desired_retention, weights), interval, GENERATED);
		}
	});
});
