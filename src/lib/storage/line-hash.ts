import { BLOCK_LINES } from './backup-format.ts';

/** The running hash of a backup's lines; how it runs stands in backup-format.ts. */
export class LineHash {
	#digest: Uint8Array = new Uint8Array(32);
	#lines: string[] = [];

	/** Takes the next line, without its line end. */
	async add(line: string): Promise<void> {
		this.#lines.push(line);
		if (this.#lines.length === BLOCK_LINES) await this.#close();
	}

	/** The hash over all lines so far, in hex. */
	async hex(): Promise<string> {
		if (this.#lines.length > 0) await this.#close();
		return [...this.#digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	}

	async #close(): Promise<void> {
		const block = new TextEncoder().encode(this.#lines.map((line) => `${line}\n`).join(''));
		const bytes = new Uint8Array(this.#digest.length + block.length);
		bytes.set(this.#digest);
		bytes.set(block, this.#digest.length);
		this.#digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
		this.#lines = [];
	}
}
