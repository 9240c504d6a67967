import { scrypt, type ScryptOptions } from 'node:crypto';
import { toBase64Url } from '#lib/domain/classroom/bytes.ts';
import { isSameSecret } from '#lib/server/secrets.ts';

const DIGITS = 6;
const COUNT = 10 ** DIGITS;
/** The largest multiple of a million that four bytes hold: beyond it some PINs would come more often. */
const FAIR_BELOW = Math.floor(2 ** 32 / COUNT) * COUNT;

/** @see RFC 7914; 16 MB and some 50 ms a PIN */
const LOG_N = 14;
const BLOCK_SIZE = 8;
const PARALLEL = 1;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** Node works on four such tasks at once; one is left for files and for everything else. */
const MOST_AT_ONCE = 3;
let running = 0;
const waiting: (() => void)[] = [];

/** A free place is handed straight to who waits longest. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running < MOST_AT_ONCE) running += 1;
	else await new Promise<void>((resolve) => waiting.push(resolve));
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

function derive(pin: string, salt: Uint8Array, options: ScryptOptions): Promise<Buffer> {
	return inTurn(
		() =>
			new Promise((resolve, reject) => {
				scrypt(pin, salt, KEY_BYTES, options, (error, key) => {
					if (error) reject(error);
					else resolve(key);
				});
			})
	);
}

/** 000000, 121212, 123123: the same one to three digits again and again. */
function isRepeated(pin: string): boolean {
	return [1, 2, 3].some((length) => pin.slice(0, length).repeat(DIGITS / length) === pin);
}

/** 123456, 654321, 789012: one more or one less each time. */
function isStaircase(pin: string): boolean {
	const steps = [...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10);
	return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/** Whether a PIN is among the first that somebody would try. */
export function isWeakPin(pin: string): boolean {
	return isRepeated(pin) || isStaircase(pin);
}

/** A new PIN of six digits, each as likely as any other but the weak ones. */
export function makePin(crypto: Crypto): string {
	for (;;) {
		const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
		const pin = String(drawn % COUNT).padStart(DIGITS, '0');
		if (drawn < FAIR_BELOW && !isWeakPin(pin)) return pin;
	}
}

/** What the store keeps of a PIN: scrypt with a salt of its own, "scrypt$logN$r$p$salt$key", base64url. */
export async function hashPin(crypto: Crypto, pin: string): Promise<string> {
	const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
	const key = await derive(pin, salt, { N: 2 ** LOG_N, r: BLOCK_SIZE, p: PARALLEL });
	const parts = [LOG_N, BLOCK_SIZE, PARALLEL, toBase64Url(salt), key.toString('base64url')];
	return `scrypt$${parts.join('$')}`;
}

/** Nobody's: checking against it takes the time that a pupil's takes, and is never right. */
export const NO_PIN_HASH = `scrypt$${LOG_N}$${BLOCK_SIZE}$${PARALLEL}$${'A'.repeat(22)}$`;

/** Whether a PIN is the one that a hash was made of. */
export async function isPinOf(pin: string, hash: string): Promise<boolean> {
	const [, logN, r, p, salt = '', key = ''] = hash.split('$');
	const options = { N: 2 ** Number(logN), r: Number(r), p: Number(p) };
	const derived = await derive(pin, Buffer.from(salt, 'base64url'), options);
	return isSameSecret(derived, Buffer.from(key, 'base64url'));
}
