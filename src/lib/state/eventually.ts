import type { Observable } from '#lib/storage/observable.ts';

/** A work's result as a value that can be watched: it begins with who watches, and is told once. */
export function eventually<T>(work: () => Promise<T>): Observable<T> {
	return {
		subscribe(next, error) {
			let isWatched = true;
			work().then(
				(value) => isWatched && next(value),
				(cause: unknown) => isWatched && error?.(cause)
			);
			return { unsubscribe: () => void (isWatched = false) };
		}
	};
}
