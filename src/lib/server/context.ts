import type { ClassStore } from './store/types.ts';

/** What the class server's work is done with; nothing below reaches for a clock or for randomness itself. */
export interface ServerContext {
	store: ClassStore;
	/** epoch ms */
	now(): number;
	/** A new uuid v7. */
	newId(): string;
	/** WebCrypto: random bytes, hashes, and what the domain seals with. */
	crypto: Crypto;
	/** Where browsers reach this server: "https://class.school.example". */
	origin: string;
}
