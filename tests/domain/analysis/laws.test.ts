import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adviseOn } from '#lib/domain/analysis/advise-on.ts';
import { analyseItems } from '#lib/domain/analysis/analyse-items.ts';
import { analyseOptions } from '#lib/domain/analysis/analyse-options.ts';
import { reteach } from '#lib/domain/analysis/reteach.ts';
import type { Analysis, MarkMatrix, OptionAnswers } from '#lib/domain/analysis/types.ts';
import { hostileMatrix, matrix, numbersIn, valueOf, valuesOf } from './matrices.ts';

/** Every figure of a quiz: a table of names and values or codes. */
function figuresOf({ test: whole, items: analysed }: Analysis) {
	return [valuesOf(whole), ...analysed.map(valuesOf)];
}

function expectSame(first: Analysis, second: Analysis) {
	const others = figuresOf(second);
	for (const [i, figures] of figuresOf(first).entries())
		for (const [name, value] of Object.entries(figures)) {
			const other = others[i]?.[name];
			if (typeof value === 'number') expect(other, name).toBeCloseTo(value, 9);
			else expect(other, name).toBe(value);
		}
}

/** Multiplies one item's marks, or all. */
function scale({ items, attempts }: MarkMatrix, factor: number, only?: number): MarkMatrix {
	const by = (i: number) => (only === undefined || only === i ? factor : 1);
	return {
		items: items.map(({ key, maxMark }, i) => ({
			key,
			maxMark: maxMark * by(i),
			weight: only === undefined ? maxMark * factor : maxMark
		})),
		attempts: attempts.map((row) => row.map((mark, i) => (mark === null ? null : mark * by(i))))
	};
}

const answers: fc.Arbitrary<OptionAnswers> = fc.record({
	form: fc.constantFrom('offered', 'typed'),
	options: fc.array(
		fc.record({ option: fc.constantFrom('A', 'B', 'C', 'D'), right: fc.boolean() }),
		{ maxLength: 5 }
	),
	answers: fc.array(
		fc.record({
			option: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'else', '__proto__')),
			total: fc.option(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double()))
		}),
		{ maxLength: 40 }
	)
});

test('no table gives anything but finite numbers and codes, nor throws', () => {
	fc.assert(
		fc.property(hostileMatrix, answers, (hostile, chosen) => {
			const analysis = analyseItems(hostile);
			const options = analyseOptions(chosen);
			const advised = analysis.items.map((item) => ({ item, advice: adviseOn(item, options) }));
			for (const result of [analysis, options, advised, reteach(advised)])
				expect(numbersIn(result).every(Number.isFinite)).toBe(true);
			expect(analysis.items).toHaveLength(hostile.items.length);
			expect(analysis.totals).toHaveLength(hostile.attempts.length);
		}),
		{ numRuns: 500 }
	);
});

test('the order of the attempts does not matter', () => {
	fc.assert(
		fc.property(
			matrix({ gaps: true }).chain((given) =>
				fc.tuple(
					fc.constant(given),
					fc.shuffledSubarray([...given.attempts], {
						minLength: given.attempts.length,
						maxLength: given.attempts.length
					})
				)
			),
			([given, attempts]) => expectSame(analyseItems(given), analyseItems({ ...given, attempts }))
		)
	);
});

test('larger marks in all items change only what is in marks', () => {
	fc.assert(
		fc.property(matrix(), fc.constantFrom(0.1, 2, 3, 10), (given, factor) => {
			const [plain, scaled] = [analyseItems(given), analyseItems(scale(given, factor))];
			const times = (figure: Analysis['test']['sd']) =>
				figure.ok ? { ...figure, value: figure.value / factor } : figure;
			const { most, mean, median, sd, standardError } = scaled.test;
			expectSame(plain, {
				...scaled,
				test: {
					...scaled.test,
					most: times(most),
					mean: times(mean),
					median: times(median),
					sd: times(sd),
					standardError: times(standardError)
				},
				items: scaled.items.map((item) => ({ ...item, sdMarks: times(item.sdMarks) }))
			});
		})
	);
});

test('another scale for one item of the same weight changes only its own spread', () => {
	fc.assert(
		fc.property(matrix({ gaps: true }), fc.constantFrom(2, 5, 10), (given, factor) => {
			const [plain, scaled] = [analyseItems(given), analyseItems(scale(given, factor, 0))];
			expectSame(plain, {
				...scaled,
				items: scaled.items.map((item, i) => ({
					...item,
					sdMarks:
						i === 0 && item.sdMarks.ok
							? { ok: true, value: item.sdMarks.value / factor }
							: item.sdMarks
				}))
			});
		})
	);
});

test('asking every item twice raises the consistency, unless it is whole', () => {
	fc.assert(
		fc.property(matrix({ leastItems: 2, leastAttempts: 3 }), ({ items, attempts }) => {
			const once = analyseItems({ items, attempts }).test.consistency;
			const twice = analyseItems({
				items: [...items, ...items],
				attempts: attempts.map((row) => [...row, ...row])
			}).test.consistency;
			expect(twice.ok).toBe(once.ok);
			if (!once.ok || !twice.ok) return;
			expect(once.value).toBeLessThanOrEqual(1 + 1e-9);
			if (once.value > 1 - 1e-6) expect(twice.value).toBeCloseTo(1, 5);
			else expect(twice.value).toBeGreaterThan(once.value);
		})
	);
});

test('figures keep within their bounds, and weights add up to one', () => {
	fc.assert(
		fc.property(matrix({ gaps: true }), (given) => {
			const { items: analysed } = analyseItems(given);
			for (const item of analysed) {
				const between = (figure: number | string, least: number, most: number) =>
					typeof figure === 'string' || (figure >= least - 1e-9 && figure <= most + 1e-9);
				expect(between(valueOf(item.facility), 0, 1)).toBe(true);
				expect(between(valueOf(item.discriminationIndex), -1, 1)).toBe(true);
				expect(between(valueOf(item.discriminativeEfficiency), -Infinity, 1)).toBe(true);
				expect(between(valueOf(item.upperLower), -1, 1)).toBe(true);
			}
			for (const name of ['intendedWeight', 'effectiveWeight'] as const) {
				const weights = analysed.flatMap(({ [name]: weight }) => (weight.ok ? weight.value : []));
				if (weights.length > 0) expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
			}
		})
	);
});

test('options are counted once each, in whichever order the answers come', () => {
	fc.assert(
		fc.property(answers, (given) => {
			const table = analyseOptions(given);
			const counted = table.options.reduce((all, { chosen }) => all + chosen, table.leftOpen);
			expect(counted).toBe(given.answers.length);
			const turned = analyseOptions({ ...given, answers: [...given.answers].reverse() });
			expect(turned.options.map(({ option, chosen }) => [option, chosen])).toEqual(
				table.options.map(({ option, chosen }) => [option, chosen])
			);
		})
	);
});
