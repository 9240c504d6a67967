import { createSubscriber } from 'svelte/reactivity';
import type { Observable } from '#lib/storage/observable.ts';

/** What a screen can know of a stored value: a missing row is `ready` with `undefined`, never `loading`. */
export type Snapshot<T> =
	{ status: 'loading' } | { status: 'ready'; value: T } | { status: 'failed'; cause: unknown };

/** Reads a stored value as runes state; subscribed only while an effect or the page reads it. */
export class Live<T> {
	#snapshot: Snapshot<T> = { status: 'loading' };
	#subscribe: () => void;

	constructor(source: Observable<T>) {
		this.#subscribe = createSubscriber((update) => {
			const publish = (snapshot: Snapshot<T>) => {
				this.#snapshot = snapshot;
				update();
			};
			const subscription = source.subscribe(
				(value) => publish({ status: 'ready', value }),
				(cause) => publish({ status: 'failed', cause })
			);
			return () => subscription.unsubscribe();
		});
	}

	/** The newest snapshot. */
	get current(): Snapshot<T> {
		this.#subscribe();
		return this.#snapshot;
	}

	/** The value once there is one. */
	get value(): T | undefined {
		const snapshot = this.current;
		return snapshot.status === 'ready' ? snapshot.value : undefined;
	}
}
