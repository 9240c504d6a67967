import { Dexie, type Table } from 'dexie';
import { storeOptions, type StoreFactory } from './database.ts';
import type { Learner, SettingRow } from './rows.ts';

/** What that store is called. */
export const DEVICE_STORE = 'recount-device';

/** Who learns on this device, and what the device calls itself. */
export class DeviceDatabase extends Dexie {
	learners!: Table<Learner, string>;
	/** `device` and `current`. */
	settings!: Table<SettingRow, string>;

	constructor(factory?: StoreFactory) {
		super(DEVICE_STORE, storeOptions(factory));
		this.version(1).stores({ learners: 'id, createdAt', settings: 'key' });
	}
}
