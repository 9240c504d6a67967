/** An expected result: the value, or the problem that stands in its way. */
export type Outcome<T, P> = { ok: true; value: T } | { ok: false; problem: P };

/** A result that is there. */
export function done<T>(value: T): { ok: true; value: T } {
	return { ok: true, value };
}

/** A result that something stands in the way of. */
export function refused<P>(problem: P): { ok: false; problem: P } {
	return { ok: false, problem };
}
