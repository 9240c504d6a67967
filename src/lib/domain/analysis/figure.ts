import type { Figure, NoFigure } from './types.ts';

/** The first code whose condition holds. */
export function firstProblem(
	checks: readonly (readonly [holds: boolean, problem: NoFigure])[]
): NoFigure | undefined {
	return checks.find(([holds]) => holds)?.[1];
}

/** The figure, unless something speaks against it; what is not finite is `out-of-range`. */
export function figureUnless(problem: NoFigure | undefined, reckon: () => number): Figure {
	if (problem) return { ok: false, problem };
	const value = reckon();
	// + 0 turns a negative zero into a plain one.
	return Number.isFinite(value)
		? { ok: true, value: value + 0 }
		: { ok: false, problem: 'out-of-range' };
}
