import { fromBase64Url, joinBytes, type Bytes } from './bytes.ts';

/** The field and the constant of P-256: y² = x³ − 3x + b. @see FIPS 186-4, D.1.2.3 */
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** Bytes of a point with one coordinate and the sign of the other. */
export const SHORT_POINT_BYTES = 33;
const LONG_POINT_BYTES = 65;

function toNumber(bytes: Bytes): bigint {
	return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function to32Bytes(value: bigint): Bytes {
	const hex = value.toString(16).padStart(64, '0').match(/../g) ?? [];
	return Uint8Array.from(hex, (pair) => Number.parseInt(pair, 16));
}

/** Base to the power, modulo P. */
function power(base: bigint, exponent: bigint): bigint {
	let result = 1n;
	let square = base % P;
	for (let rest = exponent; rest > 0n; rest >>= 1n) {
		if (rest & 1n) result = (result * square) % P;
		square = (square * square) % P;
	}
	return result;
}

const rightSide = (x: bigint) => (((x * x * x - 3n * x + B) % P) + P) % P;

/** A whole point (65 bytes) with its second coordinate left out. @see SEC 1, 2.3.3 */
export function shortPoint(point: Bytes): Bytes {
	return joinBytes(Uint8Array.of(2 + ((point.at(-1) ?? 0) & 1)), point.slice(1, 33));
}

/** The whole point (65 bytes) of a short one, or nothing where there is none on the curve. @see SEC 1, 2.3.4 */
export function longPoint(short: Bytes): Bytes | undefined {
	const [sign = 0] = short;
	if (short.length !== SHORT_POINT_BYTES || (sign !== 2 && sign !== 3)) return undefined;
	const x = toNumber(short.slice(1));
	const square = rightSide(x);
	const root = power(square, (P + 1n) / 4n);
	if (x >= P || (root * root) % P !== square) return undefined;
	const y = (root & 1n) === BigInt(sign & 1) ? root : P - root;
	return joinBytes(Uint8Array.of(4), short.slice(1), to32Bytes(y));
}

/** Whether a text is a whole point on the curve, in base64url. */
export function isPoint(text: string): boolean {
	const bytes = fromBase64Url(text);
	if (bytes?.length !== LONG_POINT_BYTES || bytes[0] !== 4) return false;
	const [x, y] = [toNumber(bytes.slice(1, 33)), toNumber(bytes.slice(33))];
	return x < P && y < P && (y * y) % P === rightSide(x);
}
