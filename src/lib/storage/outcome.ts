import Dexie from 'dexie';

/** An expected result: the value, or the problem that stands in its way. */
export type Outcome<T, P> = { ok: true; value: T } | { ok: false; problem: P };

/**
 * Why the store could not take or give something; nothing of the attempt was kept.
 * `full`: no room left; `closed`: the connection was given up to another tab; `lost`: the browser dropped it.
 */
export type StoreProblem = { code: 'full' } | { code: 'closed' } | { code: 'lost'; cause: unknown };

const codes: Record<string, StoreProblem['code']> = {
	QuotaExceededError: 'full',
	DatabaseClosedError: 'closed',
	InvalidStateError: 'lost',
	UnknownError: 'lost',
	TimeoutError: 'lost',
	AbortError: 'lost',
	TransactionInactiveError: 'lost',
	InternalError: 'lost'
};

/**
 * Runs one piece of storage work and turns the faults every store can have into problems.
 * @throws what is none of those faults
 */
export async function attempt<T, P = never>(
	work: () => PromiseLike<Outcome<T, P>>
): Promise<Outcome<T, P | StoreProblem>> {
	try {
		return await work();
	} catch (cause) {
		const problem = storeProblem(cause);
		if (!problem) throw cause;
		return { ok: false, problem };
	}
}

/** The value of finished storage work. */
export function done<T>(value: T): { ok: true; value: T } {
	return { ok: true, value };
}

/** The problem of refused storage work. */
export function refused<P>(problem: P): { ok: false; problem: P } {
	return { ok: false, problem };
}

function storeProblem(cause: unknown): StoreProblem | undefined {
	const names = [nameOf(innerOf(cause)), nameOf(cause)];
	const code = names.map((name) => (name === undefined ? undefined : codes[name])).find(Boolean);
	if (code === undefined) return undefined;
	return code === 'lost' ? { code, cause } : { code };
}

function innerOf(cause: unknown): unknown {
	return cause instanceof Dexie.DexieError ? cause.inner : undefined;
}

function nameOf(cause: unknown): string | undefined {
	return typeof cause === 'object' && cause !== null && 'name' in cause
		? String(cause.name)
		: undefined;
}
