interface ById<T> {
	bulkGet(ids: string[]): PromiseLike<(T | undefined)[]>;
}

/** Rows of which a table has none of the same id; of several of one id the last. */
export async function onlyNew<T extends { id: string }>(table: ById<T>, rows: T[]): Promise<T[]> {
	const unique = uniqueRows(rows);
	const known = await table.bulkGet(unique.map(({ id }) => id));
	return unique.filter((_, i) => !known[i]);
}

/** One row an id, the last. */
export function uniqueRows<T extends { id: string }>(rows: readonly T[]): T[] {
	return [...new Map(rows.map((row) => [row.id, row])).values()];
}
