import { fromBase45, toBase45 } from './base45.ts';
import { fromBase64Url, toBase64Url, type Bytes } from './bytes.ts';
import { checkedBytes } from './checksum.ts';
import { fromLetters, fromSymbols, inGroups, toLetters, toSymbols } from './crockford.ts';
import { headOf, parseJson } from './file-text.ts';

/** The most bytes that go into one QR code which a phone still reads from another's screen. */
export const MOST_QR_BYTES = 450;

const FILE = { kind: 'recount-result', version: 1 } as const;
const QR_PREFIX = 'RECOUNT1:';
const TEXT_PREFIX = 'RECOUNT1/';
const TEXT_END = '/';
const GROUP = 5;
/** More than this is no result of a class. */
const MOST_CHARACTERS = 20_000_000;
/** Junk behind a code is cut off word by word, so many times. */
const MOST_CUTS = 20;

/** A sealed result as the text of a QR code, all in letters that such a code holds well. */
export function printResultQr(sealed: Bytes): string {
	return QR_PREFIX + toBase45(sealed);
}

/** A sealed result as text for a message: letters and digits in groups, which no program takes for markup. */
export function printResultText(sealed: Bytes): string {
	return TEXT_PREFIX + inGroups(toLetters(toSymbols(sealed)), GROUP) + TEXT_END;
}

/** Sealed results as the text of one `.recount` file. */
export function printResultFile(sealed: readonly Bytes[]): string {
	return JSON.stringify({ ...FILE, results: sealed.map(toBase64Url) });
}

/** The sealed results found in something, and how many more were there that could not be read. */
export interface FoundResults {
	results: Bytes[];
	unreadable: number;
}

function inFile(data: object): FoundResults {
	const { results } = data as { results?: unknown };
	if (!Array.isArray(results)) return { results: [], unreadable: 1 };
	const read = results.map((each) => (typeof each === 'string' ? fromBase64Url(each) : undefined));
	const found = read.filter((each) => each !== undefined && each.length > 0);
	return { results: found as Bytes[], unreadable: read.length - found.length };
}

/** Whatever a message has put between the letters is left out. */
function readGroups(piece: string): Bytes | undefined {
	const [body = ''] = piece.split(TEXT_END, 1);
	const symbols = fromLetters(body);
	return symbols && fromSymbols(symbols);
}

const QR_LETTERS = /^[0-9A-Z $%*+\-./:]*/;

/** What the text of a QR code may be: all lines as one, the first line, and that without its last words. */
function qrBodies(piece: string): string[] {
	const [first = ''] = piece.split(/[\r\n]/, 1);
	// A mail program breaks lines at a space, which it may leave out.
	const joined = ['', ' '].map((space) => piece.replace(/[\r\n]+(?:[>|][ \t]?)*/g, space));
	const bodies = [...joined, first].map((body) => QR_LETTERS.exec(body)?.[0] ?? '');
	let cut = bodies.at(-1) ?? '';
	for (let i = 0; i < MOST_CUTS && cut.includes(' '); i++) {
		cut = cut.slice(0, cut.lastIndexOf(' '));
		bodies.push(cut);
	}
	return [...new Set(bodies)];
}

/** The bytes of a QR code's text: those that are whole, else the first that are any. */
async function readQr(crypto: Crypto, piece: string): Promise<Bytes | undefined> {
	const all = qrBodies(piece).flatMap((body) => fromBase45(body) ?? []);
	for (const bytes of all) if (await checkedBytes(crypto, bytes)) return bytes;
	return all.find(({ length }) => length > 0);
}

function readPiece(crypto: Crypto, mark: string, piece: string) {
	return mark === ':' ? readQr(crypto, piece) : readGroups(piece);
}

async function inText(crypto: Crypto, text: string): Promise<FoundResults> {
	const [, ...pieces] = text.split(/RECOUNT1([:/])/i);
	const found: FoundResults = { results: [], unreadable: 0 };
	for (let i = 0; i < pieces.length; i += 2) {
		const bytes = await readPiece(crypto, pieces[i] ?? '', pieces[i + 1] ?? '');
		if (bytes && bytes.length > 0) found.results.push(bytes);
		else found.unreadable++;
	}
	return found;
}

function textOf(content: string | Bytes): string {
	if (typeof content === 'string') return content;
	const isUtf16 = content[0] === 0xff && content[1] === 0xfe;
	return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(content);
}

/**
 * Finds every sealed result in the text of a QR code, a pasted message with whatever stands around
 * them, or a file. The same result twice is found twice; damaged ones are handed on as they are, as
 * long as they are bytes at all.
 */
export async function readResults(crypto: Crypto, content: string | Bytes): Promise<FoundResults> {
	if (content.length > MOST_CHARACTERS) return { results: [], unreadable: 1 };
	const text = textOf(content).replace(/^\ufeff/, '');
	const data = text.trimStart().startsWith('{') ? parseJson(text) : undefined;
	if (headOf(data).kind !== FILE.kind) return inText(crypto, text);
	return headOf(data).version === FILE.version
		? inFile(data as object)
		: { results: [], unreadable: 1 };
}
