import type { Observable } from '#lib/storage/observable.ts';

/** What a stored value is now, read once. */
export function firstValue<T>(source: Observable<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const subscription = source.subscribe(
			(value) => {
				resolve(value);
				// The first value may come before the subscription is handed over.
				queueMicrotask(() => subscription.unsubscribe());
			},
			(cause) => reject(cause instanceof Error ? cause : new Error(String(cause)))
		);
	});
}
