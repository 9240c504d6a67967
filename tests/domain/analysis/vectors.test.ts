import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyseItems } from '#lib/domain/analysis/analyse-items.ts';
import type { ItemAnalysis } from '#lib/domain/analysis/types.ts';
import { items, valueOf } from './matrices.ts';

const shared = process.env.RECOUNT_SHARED;
if (!shared) console.info('RECOUNT_SHARED is not set: published item analyses are not compared.');

interface MoodleVector {
	tolerance_abs: number;
	max_marks: number[];
	marks: number[][];
	totals: number[];
	expected: Record<string, (number | null)[]>;
}

interface WuenschVector {
	scores: number[][];
	totals: number[];
	expected: { p: number[]; pq: number[]; total_variance_population: number };
	derived_here_not_published: { kr20: number };
}

function readVectors(): { A_moodle_22x20: MoodleVector; C_wuensch_kr20_10x10: WuenschVector } {
	return JSON.parse(readFileSync(`${shared}/vectors/item-analysis.json`, 'utf8')).vectors;
}

describe.skipIf(!shared)('Moodle, 22 attempts at 20 slots', () => {
	const vector = shared ? readVectors().A_moodle_22x20 : undefined;
	const analysis = analyseItems({
		items: items(...(vector?.max_marks ?? [])),
		attempts: vector?.marks ?? []
	});

	test.each<[string, (item: ItemAnalysis) => ItemAnalysis['facility'], number]>([
		['facility_pct', ({ facility }) => facility, 100],
		['sd_x1000', ({ sdMarks }) => sdMarks, 1000],
		['effective_weight_pct', ({ effectiveWeight }) => effectiveWeight, 100],
		['discrimination_index_pct', ({ discriminationIndex }) => discriminationIndex, 100],
		[
			'discriminative_efficiency_pct',
			({ discriminativeEfficiency }) => discriminativeEfficiency,
			100
		]
	])('%s', (name, figureOf, factor) => {
		const expected = vector?.expected[name] ?? [];
		expect(expected).toHaveLength(20);
		for (const [i, item] of analysis.items.entries()) {
			const figure = figureOf(item);
			const published = expected[i] ?? null;
			if (published === null) expect(figure.ok, item.key).toBe(false);
			else {
				const apart = Math.abs(Number(valueOf(figure)) * factor - published);
				expect(apart, `${item.key} is ${valueOf(figure)}`).toBeLessThanOrEqual(
					vector?.tolerance_abs ?? 0
				);
			}
		}
	});

	test('totals', () => {
		for (const [i, total] of analysis.totals.entries())
			expect(total).toBeCloseTo(vector?.totals[i] ?? NaN, 9);
		expect(analysis.totals).toHaveLength(22);
	});
});

describe.skipIf(!shared)('Wuensch, KR-20 of ten right-or-wrong items', () => {
	const vector = shared ? readVectors().C_wuensch_kr20_10x10 : undefined;
	const { items: analysed, test: whole } = analyseItems({
		items: items(...(vector?.expected.p ?? []).map(() => 1)),
		attempts: vector?.scores ?? []
	});
	/** Variance with n below the line, as the page has it. */
	const population = (sd: ItemAnalysis['sdMarks']) => (Number(valueOf(sd)) ** 2 * 9) / 10;

	test('p and pq of each item', () => {
		expect(analysed).toHaveLength(10);
		for (const [i, item] of analysed.entries()) {
			expect(valueOf(item.facility)).toBeCloseTo(vector?.expected.p[i] ?? NaN, 9);
			expect(population(item.sdMarks)).toBeCloseTo(vector?.expected.pq[i] ?? NaN, 9);
		}
	});

	test('variance of the totals, and KR-20 by either way of dividing', () => {
		const sums = vector?.expected;
		const kr20 = vector?.derived_here_not_published.kr20 ?? NaN;
		expect(population(whole.sd)).toBeCloseTo(sums?.total_variance_population ?? NaN, 9);
		expect(valueOf(whole.consistency)).toBeCloseTo(kr20, 9);
		const pq = sums?.pq.reduce((a, b) => a + b) ?? NaN;
		const published = (10 / 9) * (1 - pq / (sums?.total_variance_population ?? NaN));
		expect(valueOf(whole.consistency)).toBeCloseTo(published, 9);
	});
});
