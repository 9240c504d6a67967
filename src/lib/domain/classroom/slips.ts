import { checkSymbols, fromLetters, inGroups, toLetters, toSymbols } from './crockford.ts';
import { hmac } from './aes.ts';
import { joinBytes, knownBytes, utf8, type Bytes } from './bytes.ts';
import { ByteWriter } from './byte-writer.ts';
import { done, refused, type Outcome } from './outcome.ts';
import type { Pupil, PupilNo } from './types.ts';
import { uuidBytes } from './uuid.ts';

/** Symbols of a slip code that are secret (30 bits), and with the two that check them. */
const SECRET_SYMBOLS = 6;
const CODE_SYMBOLS = 8;
const GROUP = 4;
const TOKEN_BYTES = 10;

/** Whose slip it is. */
interface SlipOwner {
	classId: string;
	no: PupilNo;
}

/** What a slip code is made of: the class's secret (base64url), the number, and which slip it is. */
interface SlipSource extends SlipOwner, Pick<Pupil, 'slip'> {
	secret: string;
}

/** Ten bits that differ between any two numbers of a class, and mostly between classes (FNV-1a). */
function ownerBits({ classId, no }: SlipOwner): number {
	const hash = utf8(classId).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5);
	return ((hash >>> 0) + no) % 1024;
}

function withCheck(symbols: number[], owner: SlipOwner): number[] {
	const [sum, weighed] = checkSymbols(symbols);
	const bits = ownerBits(owner);
	return [...symbols, sum ^ (bits >> 5), weighed ^ (bits & 31)];
}

const shown = (symbols: number[]) => inGroups(toLetters(symbols), GROUP);

/** The code printed on a pupil's slip, e.g. `K7QM-2RT9`; nobody without the class's secret can tell it. */
export async function slipCode(crypto: Crypto, source: SlipSource): Promise<string> {
	const which = new ByteWriter().uint16(source.no).count(source.slip).done();
	const text = joinBytes(utf8('recount slip 1'), which);
	const bits = toSymbols(await hmac(crypto, knownBytes(source.secret), text));
	return shown(withCheck(bits.slice(0, SECRET_SYMBOLS), source));
}

/** Why a typed slip code is none: letters missing, or not what stands on that number's slip. */
export type SlipProblem = { code: 'too-short' | 'mistyped' };

/** Reads a slip code however it was typed; `mistyped` also where it is the code of another number. */
export function readSlipCode(typed: string, owner: SlipOwner): Outcome<string, SlipProblem> {
	const symbols = fromLetters(typed);
	if (!symbols) return refused({ code: 'mistyped' });
	if (symbols.length < CODE_SYMBOLS) return refused({ code: 'too-short' });
	const code = shown(symbols);
	const right = shown(withCheck(symbols.slice(0, SECRET_SYMBOLS), owner));
	return code === right ? done(code) : refused({ code: 'mistyped' });
}

/** A slip code as it is shown, and what it is used for. */
interface TokenSource {
	code: string;
	assignmentId: string;
	no: PupilNo;
}

/** What a pupil's results of one assignment are bound to: 10 bytes, made of the code on the slip. */
export async function pupilToken(
	crypto: Crypto,
	{ code, assignmentId, no }: TokenSource
): Promise<Bytes> {
	const what = new ByteWriter().raw(uuidBytes(assignmentId)).uint16(no).done();
	const text = joinBytes(utf8('recount token 1'), what);
	const secret = utf8(toLetters(fromLetters(code) ?? []));
	return (await hmac(crypto, secret, text)).slice(0, TOKEN_BYTES);
}

/** A pupil of a class (`slip` as in the register) and what was assigned. */
interface TokensSource extends SlipSource {
	assignmentId: string;
}

/** The tokens that a pupil's results may be bound to: of the present slip first, then of those it replaced. */
export async function pupilTokens(crypto: Crypto, source: TokensSource): Promise<Bytes[]> {
	const slips = Array.from({ length: source.slip }, (_, i) => source.slip - i);
	return Promise.all(
		slips.map(async (slip) => {
			const code = await slipCode(crypto, { ...source, slip });
			return pupilToken(crypto, { ...source, code });
		})
	);
}
