import type { Bytes } from './bytes.ts';

/** How many bits a column's own width takes: up to 31 bits a value. */
const WIDTH_BITS = 5;

/** Writes columns of small whole numbers, each in as few bits as its largest one needs. */
export class BitWriter {
	#bits: number[] = [];

	#put(value: number, width: number): void {
		for (let bit = width - 1; bit >= 0; bit--) this.#bits.push((value >>> bit) & 1);
	}

	/** Numbers from 0 to 2³¹ − 1; a column of zeros takes no room but its width. */
	column(values: number[]): this {
		const width = Math.max(0, ...values.map((value) => 32 - Math.clz32(value)));
		this.#put(width, WIDTH_BITS);
		for (const value of values) this.#put(value, width);
		return this;
	}

	/** Everything written, filled up with zeros. */
	done(): Bytes {
		const bytes = new Uint8Array(Math.ceil(this.#bits.length / 8));
		this.#bits.forEach((bit, i) => {
			bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (bit << (7 - (i & 7)));
		});
		return bytes;
	}
}

/** Reads what a `BitWriter` wrote; past the end it reads zeros and `isBroken` is true. */
export class BitReader {
	#bytes: Bytes;
	#at = 0;

	constructor(bytes: Bytes) {
		this.#bytes = bytes;
	}

	/** Whether more was read than there is. */
	get isBroken(): boolean {
		return this.bytesRead > this.#bytes.length;
	}

	/** How many bytes were begun. */
	get bytesRead(): number {
		return Math.ceil(this.#at / 8);
	}

	#take(width: number): number {
		let value = 0;
		for (let i = 0; i < width; i++, this.#at++)
			value = value * 2 + (((this.#bytes[this.#at >> 3] ?? 0) >> (7 - (this.#at & 7))) & 1);
		return value;
	}

	/** Begins a column; each call of what it gives is the next value. */
	column(): () => number {
		const width = this.#take(WIDTH_BITS);
		return () => this.#take(width);
	}
}
