import { utf8, type Bytes } from './bytes.ts';

/** Puts numbers and byte strings behind each other; `ByteReader` reads them in the same order. */
export class ByteWriter {
	#bytes: number[] = [];

	/** 0 to 255. */
	byte(value: number): this {
		this.#bytes.push(value & 0xff);
		return this;
	}

	/** 0 to 65,535, high byte first. */
	uint16(value: number): this {
		return this.byte(value >> 8).byte(value);
	}

	/** A whole number from 0: seven bits a byte, low ones first. */
	count(value: number): this {
		let rest = value;
		for (; rest >= 128; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 128);
		return this.byte(rest);
	}

	/** A whole number of either sign. */
	signed(value: number): this {
		return this.count(value < 0 ? -2 * value - 1 : 2 * value);
	}

	/** Bytes whose number the reader knows. */
	raw(bytes: Bytes): this {
		for (const byte of bytes) this.#bytes.push(byte);
		return this;
	}

	/** Bytes with their number. */
	block(bytes: Bytes): this {
		return this.count(bytes.length).raw(bytes);
	}

	/** A text. */
	text(text: string): this {
		return this.block(utf8(text));
	}

	/** Everything written. */
	done(): Bytes {
		return Uint8Array.from(this.#bytes);
	}
}
