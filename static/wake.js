// Wakes the browser's store while the scripts are still on their way: asking for names makes nothing in it.
try {
	indexedDB.databases().catch(() => undefined);
} catch {
	// No store, or none that tells names: the app finds out by itself.
}
