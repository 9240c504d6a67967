import { fromUtf8, type Bytes } from './bytes.ts';

/**
 * Reads what a `ByteWriter` wrote. Once something is missing or wrong, `isBroken` stays true and
 * every further read gives nothing: ask once at the end.
 */
export class ByteReader {
	#bytes: Bytes;
	#at = 0;
	isBroken = false;

	constructor(bytes: Bytes) {
		this.#bytes = bytes;
	}

	/** How many bytes are left. */
	get left(): number {
		return this.#bytes.length - this.#at;
	}

	/** Whether everything was there and nothing is left over. */
	get isWhole(): boolean {
		return !this.isBroken && this.left === 0;
	}

	/** Tells that what was read makes no sense. */
	refuse(): void {
		this.isBroken = true;
	}

	/** 0 to 255. */
	byte(): number {
		return this.raw(1)[0] ?? 0;
	}

	/** 0 to 65,535. */
	uint16(): number {
		return this.byte() * 256 + this.byte();
	}

	/** A whole number from 0 to `most`. */
	count(most = Number.MAX_SAFE_INTEGER): number {
		let value = 0;
		for (let unit = 1; unit < 2 ** 53; unit *= 128) {
			const byte = this.byte();
			value += (byte % 128) * unit;
			if (byte < 128) break;
		}
		if (value > most) this.refuse();
		return this.isBroken ? 0 : value;
	}

	/** A whole number of either sign. */
	signed(): number {
		const value = this.count();
		return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
	}

	/** So many bytes. */
	raw(length: number): Bytes {
		if (length > this.left) this.refuse();
		if (this.isBroken) return new Uint8Array(0);
		this.#at += length;
		return this.#bytes.slice(this.#at - length, this.#at);
	}

	/** Bytes that came with their number, at most `most`. */
	block(most?: number): Bytes {
		return this.raw(this.count(most));
	}

	/** A text of at most `most` bytes. */
	text(most?: number): string {
		const text = fromUtf8(this.block(most));
		if (text === undefined) this.refuse();
		return text ?? '';
	}

	/** Everything left. */
	rest(): Bytes {
		return this.raw(this.left);
	}
}
