/**
 * What a failure of the store means. `again`: another transaction came between, the same work can be tried
 * again; `away`: the database cannot be reached or takes nothing now; `unfit`: a text no database keeps.
 */
export type StoreFailure = 'again' | 'away' | 'unfit';

/** SQLSTATE or a driver's code of each failure that can be expected. */
const MEANINGS: readonly [RegExp, StoreFailure][] = [
	[/^40(?:001|P01)$/, 'again'],
	// Connections (08), resources (53), an administrator (57P), a standby (25006).
	[/^(?:08\w{3}|53\w{3}|57P\w{2}|25006)$/, 'away'],
	[/^(?:CONNECTION_\w+|CONNECT_TIMEOUT|STORE_AWAY)$/, 'away'],
	[/^(?:ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT)$/, 'away'],
	[/^(?:22021|22P05)$/, 'unfit']
];

/** The code of the database or its driver, from however deep it was wrapped. */
export function failureCode(error: unknown): string | undefined {
	for (let each = error; each instanceof Error; each = each.cause) {
		if ('code' in each && typeof each.code === 'string') return each.code;
	}
	return undefined;
}

/** What an error that a store threw means; none where nobody expects it. */
export function storeFailure(error: unknown): StoreFailure | undefined {
	const code = failureCode(error);
	if (code === undefined) return undefined;
	return MEANINGS.find(([pattern]) => pattern.test(code))?.[1];
}

/** What a store throws that is closed or was lost. */
export function storeAway(cause?: unknown): Error {
	return Object.assign(new Error('the store is away', { cause }), { code: 'STORE_AWAY' });
}
