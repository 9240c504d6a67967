import type { Bytes } from './bytes.ts';

/** The letters of a QR code's alphanumeric mode. @see RFC 9285 */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Bytes as base45: three letters for two bytes. @see RFC 9285 */
export function toBase45(bytes: Bytes): string {
	let text = '';
	for (let i = 0; i < bytes.length; i += 2) {
		const [first = 0, second] = bytes.subarray(i, i + 2);
		let value = second === undefined ? first : first * 256 + second;
		for (let j = second === undefined ? 2 : 3; j > 0; j--, value = Math.floor(value / 45))
			text += LETTERS.charAt(value % 45);
	}
	return text;
}

/** The bytes of base45, or nothing where the text is none. @see RFC 9285 */
export function fromBase45(text: string): Bytes | undefined {
	const bytes: number[] = [];
	for (let i = 0; i < text.length; i += 3) {
		const digits = Array.from(text.slice(i, i + 3), (letter) => LETTERS.indexOf(letter));
		if (digits.length === 1 || digits.includes(-1)) return undefined;
		const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0);
		if (value > (digits.length === 3 ? 0xffff : 0xff)) return undefined;
		if (digits.length === 3) bytes.push(value >> 8);
		bytes.push(value & 255);
	}
	return Uint8Array.from(bytes);
}
