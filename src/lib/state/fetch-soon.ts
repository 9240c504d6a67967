const AFTER_PAINT_MS = 50;

/**
 * Fetches what will soon be needed, once the screen is drawn. Where that fails, it is fetched again when it
 * is needed.
 */
export function fetchSoon(load: () => Promise<unknown>): void {
	setTimeout(() => void load().catch(() => undefined), AFTER_PAINT_MS);
}
