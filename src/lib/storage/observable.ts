/** A stored value that tells each change to whoever subscribes. */
export interface Observable<T> {
	subscribe(next: (value: T) => void, error?: (cause: unknown) => void): { unsubscribe(): void };
}
