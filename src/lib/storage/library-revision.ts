import type { RecountDatabase } from './database.ts';

const KEY = 'library';

/** A number that rises with each change of a person's own reports and names. */
export async function readRevision({ settings }: RecountDatabase): Promise<number> {
	const value = (await settings.get(KEY))?.value;
	return typeof value === 'number' ? value : 0;
}

/** Tells every tab of a change; call it inside the transaction that makes it. */
export async function moveRevisionOn(database: RecountDatabase): Promise<void> {
	await database.settings.put({ key: KEY, value: (await readRevision(database)) + 1 });
}
