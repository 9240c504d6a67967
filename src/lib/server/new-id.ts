import { uuidV7 } from '#lib/domain/study/events.ts';

/** A new uuid v7 of a time (epoch ms) and fresh random bytes. */
export function newIdAt(now: number, crypto: Pick<Crypto, 'getRandomValues'>): string {
	return uuidV7(now, crypto.getRandomValues(new Uint8Array(16)));
}
