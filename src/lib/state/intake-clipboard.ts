import { LONGEST_PASTED } from '#lib/domain/desk/intake.ts';
import { readText, type ReadText } from './text-file.ts';

/** What was copied, in the forms it came in; each may be empty. */
export interface Copied {
	plain: string;
	html: string;
}

/** Tags that tell more of a text than its line ends do; those of an editor's lines do not. */
const STRUCTURE = /<(?:p|h[1-6]|li|figcaption|blockquote)[\s>]/i;
const WORD = /\p{L}+/gu;
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** How often each word stands in a text; digits may be counters of a list. */
function wordCounts(text: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const [word] of text.replace(UNSEEN, '').toLowerCase().matchAll(WORD))
		counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

function holdsAll(text: string, plain: string): boolean {
	const counts = wordCounts(text);
	return [...wordCounts(plain)].every(([word, count]) => (counts.get(word) ?? 0) >= count);
}

/** The copied text by its HTML; nothing where that tells no more, or loses a word. */
async function readHtml({ plain, html }: Copied): Promise<ReadText | undefined> {
	if (!STRUCTURE.test(html)) return undefined;
	try {
		const { htmlText } = await import('./html-text.ts');
		const read = htmlText(html, 'selection');
		if (!read.ok || read.value.text.length > LONGEST_PASTED) return undefined;
		const { text, head } = read.value;
		return text !== '' && holdsAll(text, plain) ? { text, found: head } : undefined;
	} catch (error) {
		// What was copied from anywhere must not keep the words from being taken.
		console.error(error);
		return undefined;
	}
}

/** Reads what was copied: its paragraphs, headings and captions as its HTML has them, else as plain text. */
export async function readCopied(copied: Copied): Promise<ReadText> {
	return (await readHtml(copied)) ?? readText(copied.plain);
}

/** What a paste or a drop brings along. */
export function copiedIn(data: DataTransfer | null): Copied {
	return { plain: data?.getData('text/plain') ?? '', html: data?.getData('text/html') ?? '' };
}

async function textOf(items: readonly ClipboardItem[], type: string): Promise<string> {
	const item = items.find(({ types }) => types.includes(type));
	return (await (await item?.getType(type))?.text()) ?? '';
}

/** What the clipboard holds; nothing where the browser does not let us read it. */
export async function clipboardText(): Promise<Copied | undefined> {
	try {
		const items = await navigator.clipboard.read();
		return { plain: await textOf(items, 'text/plain'), html: await textOf(items, 'text/html') };
	} catch {
		// Older browsers hand out plain text alone.
		const plain = await navigator.clipboard.readText().catch(() => undefined);
		return plain === undefined ? undefined : { plain, html: '' };
	}
}
