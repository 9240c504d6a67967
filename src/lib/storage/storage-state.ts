/** What the browser says of the room it gives us; a part is absent where it does not say. */
export interface StorageState {
	/** Whether it promised not to clear the store by itself. */
	persisted?: boolean;
	usageBytes?: number;
	quotaBytes?: number;
}

type Room = Partial<Pick<StorageManager, 'persisted' | 'persist' | 'estimate'>>;

/** Asks how safe and how full the store is; never fails. */
export async function storageState(storage: Room | undefined): Promise<StorageState> {
	const [persisted, estimate] = await Promise.all([
		quietly(() => storage?.persisted?.()),
		quietly(() => storage?.estimate?.())
	]);
	return { persisted, usageBytes: estimate?.usage, quotaBytes: estimate?.quota };
}

/** Asks the browser not to clear the store by itself; says whether it will keep to that. */
export async function askPersist(storage: Room | undefined): Promise<boolean> {
	const already = await quietly(() => storage?.persisted?.());
	return already === true || (await quietly(() => storage?.persist?.())) === true;
}

async function quietly<T>(ask: () => Promise<T> | undefined): Promise<T | undefined> {
	try {
		return await ask();
	} catch {
		return undefined;
	}
}
