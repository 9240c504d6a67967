import type { Bytes } from './bytes.ts';

/** Letters that are told apart by hand and ear. @see Douglas Crockford, Base 32 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters for numbers from 0 to 31. */
export function toLetters(symbols: number[]): string {
	return symbols.map((symbol) => LETTERS.charAt(symbol)).join('');
}

/** The numbers of letters, or nothing where one is none; O counts as 0, I and L as 1, dashes and spaces not at all. */
export function fromLetters(typed: string): number[] | undefined {
	const letters = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	const symbols = Array.from(letters, (letter) => LETTERS.indexOf(letter));
	return symbols.includes(-1) ? undefined : symbols;
}

/** Bytes as numbers of five bits, the last filled up with zeros. */
export function toSymbols(bytes: Bytes): number[] {
	const symbols: number[] = [];
	let [held, bits] = [0, 0];
	for (const byte of bytes) {
		held = (held << 8) | byte;
		for (bits += 8; bits >= 5; bits -= 5) symbols.push((held >> (bits - 5)) & 31);
		held &= 255;
	}
	if (bits > 0) symbols.push((held << (5 - bits)) & 31);
	return symbols;
}

/** The bytes of numbers of five bits, or nothing where `toSymbols` would not write them so. */
export function fromSymbols(symbols: number[]): Bytes | undefined {
	const bytes: number[] = [];
	let [held, bits] = [0, 0];
	for (const symbol of symbols) {
		held = ((held << 5) | symbol) & 0xfff;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes.push((held >> bits) & 255);
	}
	const isFilledUp = bits < 5 && (held & ((1 << bits) - 1)) === 0;
	return isFilledUp ? Uint8Array.from(bytes) : undefined;
}

/** A text in groups of so many letters. */
export function inGroups(text: string, size: number): string {
	return (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-');
}

/** The product in the field of 32 elements, with x⁵ + x² + 1. */
function product(a: number, b: number): number {
	let sum = 0;
	for (let bit = 4; bit >= 0; bit--) {
		sum <<= 1;
		if (sum & 32) sum ^= 0b100101;
		if ((b >> bit) & 1) sum ^= a;
	}
	return sum;
}

/**
 * Two check symbols for at most 31 symbols: one or two wrong ones, so also two swapped, are always told.
 * @see Reed and Solomon, Polynomial Codes over Certain Finite Fields, 1960
 */
export function checkSymbols(symbols: number[]): [number, number] {
	const sum = symbols.reduce((a, b) => a ^ b, 0);
	const weighed = symbols.reduce((a, symbol, i) => a ^ product(symbol, i + 1), 0);
	return [sum, weighed];
}
