import { done, refused, type Outcome } from '#lib/storage/outcome.ts';
import type { IntakeDraft } from '#lib/storage/intake-repository.ts';

/** A text as it came, and what its file says of itself. */
export interface ReadText {
	text: string;
	found: IntakeDraft['found'];
}

/**
 * Why a file was not taken. `wrong-kind`: no text or web page by its name; `binary`: not text inside;
 * `empty`: no words in it; `lost`: the file could not be read.
 */
export type TextFileProblem =
	| { code: 'wrong-kind'; name: string }
	| { code: 'too-large'; name: string; bytes: number; limit: number }
	| { code: 'binary' | 'empty' | 'lost'; name: string };

const TEXT_BYTES = 2_000_000;
/** Saved pages carry their scripts and pictures along. */
const PAGE_BYTES = 10_000_000;

const TEXT = /\.(?:txt|text|md|markdown)$/i;
const PAGE = /\.(?:html?|xhtml)$/i;
const PAGE_START = /^\s*<(?:!doctype\s+html|html|head|body|article|\?xml)[\s>]/i;
const NO_TEXT = /(?![\s\u0080-\u009F])\p{Cc}/u;

/** Whether a text is the source of a web page. */
function isPage(text: string): boolean {
	return PAGE_START.test(text.slice(0, 400));
}

function kindOf({ name, type }: File): 'text' | 'page' | undefined {
	if (PAGE.test(name)) return 'page';
	if (TEXT.test(name)) return 'text';
	// Other apps share files without an ending.
	if (name.includes('.')) return undefined;
	if (type === 'text/html') return 'page';
	return type === 'text/plain' || type === 'text/markdown' ? 'text' : undefined;
}

/** The encoding a page names in its first lines. */
function namedEncoding(bytes: Uint8Array): string | undefined {
	const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
	return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
}

function decoder(encoding: string): TextDecoder | undefined {
	try {
		return new TextDecoder(encoding);
	} catch {
		return undefined;
	}
}

/** The text in some bytes, by their mark, as UTF-8, as the page names it or as older Windows wrote it. */
function decoded(bytes: Uint8Array): string | undefined {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const text = utf8(bytes) ?? decoder(namedEncoding(bytes) ?? 'windows-1252')?.decode(bytes);
	return text === undefined || NO_TEXT.test(text) ? undefined : text;
}

function utf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** The words of a web page by its source; nothing where it cannot be read here. */
async function readPage(source: string): Promise<ReadText | undefined> {
	try {
		const { htmlText } = await import('./html-text.ts');
		const read = htmlText(source);
		return read.ok ? { text: read.value.text, found: read.value.head } : undefined;
	} catch (error) {
		// A page from anywhere must not keep the screen from opening.
		console.error(error);
		return undefined;
	}
}

/** A text as it is, or the words of the web page it is the source of. */
export async function readText(text: string): Promise<ReadText> {
	const page = isPage(text) ? await readPage(text) : undefined;
	return page ?? { text: text.replace(/\r\n?/g, '\n'), found: {} };
}

/** Reads a text file or a saved web page. */
export async function readTextFile(file: File): Promise<Outcome<ReadText, TextFileProblem>> {
	const { name, size } = file;
	const kind = kindOf(file);
	if (!kind) return refused({ code: 'wrong-kind', name });
	const limit = kind === 'page' ? PAGE_BYTES : TEXT_BYTES;
	if (size > limit) return refused({ code: 'too-large', name, bytes: size, limit });
	const bytes = await file.arrayBuffer().catch(() => undefined);
	if (!bytes) return refused({ code: 'lost', name });
	const text = decoded(new Uint8Array(bytes));
	if (text === undefined) return refused({ code: 'binary', name });
	const read = kind === 'page' ? await readPage(text) : await readText(text);
	if (!read) return refused({ code: 'lost', name });
	return /[\p{L}\p{N}]/u.test(read.text) ? done(read) : refused({ code: 'empty', name });
}
