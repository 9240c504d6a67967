import type { StoreFactory } from './database.ts';

/** Rows of one table; `key` where they do not hold their own. */
export interface Page {
	table: string;
	rows: { key?: IDBValidKey; value: unknown }[];
}

/** How a table's rows are found. */
export interface TableShape {
	keyPath: string | string[] | null;
}

const PAGE = 500;

/**
 * Opens a store in whatever version it is: nothing is created, upgraded or changed, and another tab
 * that wants to upgrade or delete it is let through.
 * @throws where there is none, or it cannot be opened
 */
export function openAsItIs(name: string, factory?: StoreFactory): Promise<IDBDatabase> {
	const place = (factory?.indexedDB ?? indexedDB) as IDBFactory;
	return new Promise((resolve, reject) => {
		const request = place.open(name);
		// Without a version only a store that does not exist is "upgraded".
		request.onupgradeneeded = () => request.transaction?.abort();
		request.onerror = () => reject(request.error ?? new Error(name));
		request.onsuccess = () => {
			request.result.onversionchange = () => request.result.close();
			resolve(request.result);
		};
	});
}

/** The names of this program's stores here. */
export async function storeNames(factory?: StoreFactory): Promise<string[]> {
	const place = (factory?.indexedDB ?? indexedDB) as IDBFactory;
	const names = (await place.databases()).map(({ name = '' }) => name);
	return names.filter((name) => name.startsWith('recount-')).sort();
}

/** The tables of a store. */
export function tablesOf(store: IDBDatabase): Record<string, TableShape> {
	const names = [...store.objectStoreNames];
	if (names.length === 0) return {};
	const transaction = store.transaction(names, 'readonly');
	const shapes = names.map((name) => {
		const { keyPath } = transaction.objectStore(name);
		return [name, { keyPath }] as const;
	});
	return Object.fromEntries(shapes);
}

/** All rows of a store, table by table. */
export async function* pagesOf(store: IDBDatabase, factory?: StoreFactory): AsyncGenerator<Page> {
	const ranges = (factory?.IDBKeyRange ?? IDBKeyRange) as typeof IDBKeyRange;
	for (const table of store.objectStoreNames) {
		for (let after: IDBValidKey | undefined, more = true; more;) {
			const range = after === undefined ? null : ranges.lowerBound(after, true);
			const { keys, values, holdsKey } = await readPage(store, table, range);
			const rows = values.map((value, i) => (holdsKey ? { value } : { key: keys[i], value }));
			if (rows.length > 0) yield { table, rows };
			after = keys.at(-1);
			more = keys.length === PAGE;
		}
	}
}

async function readPage(
	store: IDBDatabase,
	table: string,
	range: IDBKeyRange | null
): Promise<{ keys: IDBValidKey[]; values: unknown[]; holdsKey: boolean }> {
	const rows = store.transaction(table, 'readonly').objectStore(table);
	const [keys, values] = await Promise.all([
		answerOf(rows.getAllKeys(range, PAGE)),
		answerOf<unknown[]>(rows.getAll(range, PAGE))
	]);
	return { keys, values, holdsKey: rows.keyPath !== null };
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('a read failed'));
	});
}
