import fc from 'fast-check';
import type { Figure, MarkMatrix, MatrixItem } from '#lib/domain/analysis/types.ts';

/** Items named q1, q2, … with these maxima. */
export function items(...maxMarks: number[]): MatrixItem[] {
	return maxMarks.map((maxMark, i) => ({ key: `q${i + 1}`, maxMark }));
}

/** The value, or the code in its place. */
export function valueOf(figure: Figure): number | string {
	return figure.ok ? figure.value : figure.problem;
}

/** The values, or codes, of an object's figures by name. */
export function valuesOf(figures: object): Record<string, number | string> {
	return Object.fromEntries(
		Object.entries(figures).flatMap(([name, value]) =>
			isFigure(value) ? [[name, valueOf(value)]] : []
		)
	);
}

/** Every number in a result, however deep. */
export function numbersIn(value: unknown): number[] {
	if (typeof value === 'number') return [value];
	return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

function isFigure(value: unknown): value is Figure {
	return value !== null && typeof value === 'object' && 'ok' in value;
}

/** A small invented quiz: six attempts at four items, one of four marks, the last one keyed wrongly. */
export const INVENTED: MarkMatrix = {
	items: items(1, 1, 4, 1),
	attempts: [
		[1, 1, 4, 0],
		[1, 0, 3, 1],
		[1, 1, 2, 1],
		[0, 1, 1, 0],
		[1, 0, 1, 1],
		[0, 0, 0, 1]
	]
};

/** Possible marks: quarters of each maximum; some not given where `gaps`. */
export function matrix({ gaps = false, leastItems = 1, leastAttempts = 0 } = {}) {
	const maxima = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: leastItems, maxLength: 7 });
	return maxima.chain((maxMarks) =>
		fc
			.array(
				fc.tuple(
					...maxMarks.map((most) => {
						const mark = fc.integer({ min: 0, max: 4 }).map((quarters) => (quarters * most) / 4);
						return gaps ? fc.option(mark, { freq: 3 }) : mark;
					})
				),
				{ minLength: leastAttempts, maxLength: 14 }
			)
			.map((attempts): MarkMatrix => ({ items: items(...maxMarks), attempts }))
	);
}

const number = fc.oneof(
	fc.double(),
	fc.constantFrom(0, -0, 1, -1, 0.1, 1e308, -1e308, 5e-324, NaN, Infinity, -Infinity, 1e9, 1e-9)
);

/** Anything the types let through, and rows that are too short or too long. */
export const hostileMatrix: fc.Arbitrary<MarkMatrix> = fc.record({
	items: fc.array(
		fc.record(
			{ key: fc.constantFrom('a', 'b', '', '__proto__'), maxMark: number, weight: number },
			{ requiredKeys: ['key', 'maxMark'] }
		),
		{ maxLength: 6 }
	),
	attempts: fc.array(fc.array(fc.option(number), { maxLength: 8 }), { maxLength: 10 })
});
