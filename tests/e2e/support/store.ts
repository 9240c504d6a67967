import type { Page } from 'playwright-core';

/** The rows of one table of the learner's store, straight from IndexedDB. */
export async function rowsOf<Row>(page: Page, table: string): Promise<Row[]> {
	const rows = await page.evaluate(async (wanted) => {
		const settled = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const all: unknown[] = [];
		for (const { name } of await indexedDB.databases()) {
			if (!name?.startsWith('recount-') || name === 'recount-device') continue;
			const database = await settled(indexedDB.open(name));
			all.push(...(await settled(database.transaction(wanted).objectStore(wanted).getAll())));
			database.close();
		}
		return all;
	}, table);
	return rows as Row[];
}
