import { askPersist, storageState, type StorageState } from '#lib/storage/storage-state.ts';

const NEARLY_FULL_SHARE = 0.9;
const NEARLY_FULL_BYTES = 5 * 1024 * 1024;

type Room = Parameters<typeof storageState>[0];

/** How safe and how full the browser's store is, as far as it says. */
export class StorageCare {
	#room: Room;

	state = $state.raw<StorageState>({});
	/** The person asked for persistence and the browser did not grant it. */
	refused = $state(false);
	/** The browser has said how things are. */
	isKnown = $state(false);

	constructor(room: Room = globalThis.navigator?.storage) {
		this.#room = room;
	}

	/** So little room is left that writing may soon fail. */
	get isNearlyFull(): boolean {
		const { usageBytes, quotaBytes } = this.state;
		if (usageBytes === undefined || !quotaBytes) return false;
		const left = quotaBytes - usageBytes;
		return usageBytes / quotaBytes > NEARLY_FULL_SHARE || left < NEARLY_FULL_BYTES;
	}

	/** Looks again. */
	async look(): Promise<void> {
		this.state = await storageState(this.#room);
		this.isKnown = true;
	}

	/** Asks the browser to keep the store, and looks what came of it. */
	async ask(): Promise<void> {
		this.refused = !(await askPersist(this.#room));
		await this.look();
	}
}
