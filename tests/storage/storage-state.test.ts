import { describe, expect, it } from 'vitest';
import { askPersist, storageState } from '#lib/storage/storage-state.ts';

const refuses = () => Promise.reject(new Error('refused'));

describe('storageState', () => {
	it.each([
		['no storage manager', undefined, {}],
		[
			'all is said',
			{ persisted: async () => true, estimate: async () => ({ usage: 5, quota: 10 }) },
			{ persisted: true, usageBytes: 5, quotaBytes: 10 }
		],
		['all is refused', { persisted: refuses, estimate: refuses }, {}],
		['only the estimate is there', { estimate: async () => ({ usage: 1 }) }, { usageBytes: 1 }]
	])('%s', async (_, storage, expected) => {
		expect(await storageState(storage)).toEqual(expected);
	});
});

describe('askPersist', () => {
	it.each([
		['cannot be asked', undefined, false],
		['is granted', { persist: async () => true }, true],
		['is not granted', { persisted: async () => false, persist: async () => false }, false],
		[
			'was granted before and is not asked again',
			{ persisted: async () => true, persist: refuses },
			true
		],
		['fails', { persist: refuses }, false]
	])('%s', async (_, storage, expected) => {
		expect(await askPersist(storage)).toBe(expected);
	});
});
