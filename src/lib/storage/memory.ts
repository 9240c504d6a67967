import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { StoreFactory } from './database.ts';

/** A store that lasts as long as the page, for browsers that give none; the person is told so. */
export function memoryFactory(): StoreFactory {
	const indexedDB = new IDBFactory();
	// Live queries stay silent where Dexie knows of no store at all.
	Dexie.dependencies.indexedDB ??= indexedDB;
	return { indexedDB, IDBKeyRange };
}
