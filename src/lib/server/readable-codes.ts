import {
	checkSymbols,
	fromLetters,
	inGroups,
	toLetters,
	toSymbols
} from '#lib/domain/classroom/crockford.ts';

/** 115 random bits and two letters that check them: five groups of five. */
const SECRET_SYMBOLS = 23;
const SECRET_GROUP = 5;
/** 30 random bits and one letter that checks them: a class's code is no secret, only not to be met by chance. */
const CLASS_SYMBOLS = 6;
const CLASS_GROUP = 3;

function randomSymbols(crypto: Crypto, count: number): number[] {
	const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil((count * 5) / 8)));
	return toSymbols(bytes).slice(0, count);
}

const shownSecret = (symbols: number[]) =>
	inGroups(toLetters([...symbols, ...checkSymbols(symbols)]), SECRET_GROUP);

/** The second check symbol alone tells one wrong letter and two swapped ones. */
function shownClass(symbols: number[]): string {
	const letters = toLetters([...symbols, checkSymbols(symbols)[1]]);
	return `${letters.slice(0, CLASS_GROUP)}-${letters.slice(CLASS_GROUP)}`;
}

function readAs(
	typed: string,
	count: number,
	shown: (symbols: number[]) => string
): string | undefined {
	const symbols = fromLetters(typed);
	if (!symbols || symbols.length < count) return undefined;
	const code = shown(symbols.slice(0, count));
	return toLetters(symbols) === code.replaceAll('-', '') ? code : undefined;
}

/** A code to copy by hand that makes or recovers a teacher: 25 letters in groups of five. */
export function newSecretCode(crypto: Crypto): string {
	return shownSecret(randomSymbols(crypto, SECRET_SYMBOLS));
}

/** A code of `newSecretCode` as it was shown, however it was typed; nothing where a letter is wrong. */
export function readSecretCode(typed: string): string | undefined {
	return readAs(typed, SECRET_SYMBOLS, shownSecret);
}

/**
 * A code for a class, seven letters like "K3F-9QWX". Whether another class has it, only the store can
 * tell: it is kept and looked up just as it is shown here.
 */
export function newClassCode(crypto: Crypto): string {
	return shownClass(randomSymbols(crypto, CLASS_SYMBOLS));
}

/** A class's code as it was shown, however it was typed; nothing where a letter is wrong. */
export function readClassCode(typed: string): string | undefined {
	return readAs(typed, CLASS_SYMBOLS, shownClass);
}
