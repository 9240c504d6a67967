import type { RecountDatabase } from './database.ts';
import type { CounterRow } from './rows.ts';

/** Changes to counters, collected before they are written together. */
export class CounterChanges {
	#rows = new Map<string, CounterRow>();

	/** Adds `by` to one count. */
	add(group: CounterRow['group'], key: CounterRow['key'], counts: Record<string, number>): this {
		const id = `${group} ${key}`;
		const row = this.#rows.get(id) ?? { group, key, counts: {} };
		this.#rows.set(id, { group, key, counts: sum(row.counts, counts, 1) });
		return this;
	}

	/** Takes away all that `other` adds. */
	without(other: CounterChanges): this {
		for (const { group, key, counts } of other.rows) this.add(group, key, sum({}, counts, -1));
		return this;
	}

	/** Adds all that `other` adds. */
	with(other: CounterChanges): this {
		for (const { group, key, counts } of other.rows) this.add(group, key, counts);
		return this;
	}

	/** What changes at all; counts of 0 are left out. */
	get rows(): CounterRow[] {
		return [...this.#rows.values()].filter((row) => Object.keys(row.counts).length > 0);
	}
}

/** Writes the changes into the counter rows; call it inside the transaction that makes them true. */
export async function changeCounters(
	database: RecountDatabase,
	changes: CounterChanges
): Promise<void> {
	const rows = changes.rows;
	const keys = rows.map(keyOf);
	const before = await database.counters.bulkGet(keys);
	const after = rows.map((row, i) => ({
		...row,
		counts: sum(before[i]?.counts ?? {}, row.counts, 1)
	}));
	await putCounters(database, after);
}

/** Stores counter rows as they are; a row that counts nothing goes. */
export async function putCounters(database: RecountDatabase, rows: CounterRow[]): Promise<void> {
	const empty = rows.filter((row) => Object.keys(row.counts).length === 0);
	const full = rows.filter((row) => Object.keys(row.counts).length > 0);
	await Promise.all([
		empty.length > 0 && database.counters.bulkDelete(empty.map(keyOf)),
		full.length > 0 && database.counters.bulkPut(full)
	]);
}

function keyOf(row: CounterRow): [CounterRow['group'], CounterRow['key']] {
	return [row.group, row.key];
}

function sum(
	counts: Record<string, number>,
	more: Record<string, number>,
	sign: 1 | -1
): Record<string, number> {
	const total = new Map(Object.entries(counts));
	for (const [name, by] of Object.entries(more)) {
		total.set(name, (total.get(name) ?? 0) + sign * by);
	}
	return Object.fromEntries([...total].filter(([, value]) => value !== 0));
}
