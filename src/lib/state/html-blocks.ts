import type { HtmlToken } from './html-tokens.ts';

/** A block of a page: its text as it is written, with its entities. */
export interface HtmlBlock {
	/** What the intake reads it by: `# `, `- `, `Image caption: `. */
	mark: string;
	source: string;
	/** The articles and main parts it stands in. */
	parts: number[];
}

const names = (list: string) => new Set(list.split(' '));

const NO_TEXT = names('head object svg math canvas audio video select');
const SKIPPED = new Set([...NO_TEXT, ...names('nav aside footer button dialog menu')]);
const INLINE = names(
	'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q ruby rp ' +
		'rt s samp small span strike strong sub sup time tt u var wbr'
);
const VOID = names(
	'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'
);
/** Elements that end by themselves where the next one begins. */
const UNCLOSED = names('p li dt dd tr td th option');
const MARKS: Record<string, string> = {
	h1: '# ',
	h2: '## ',
	h3: '### ',
	h4: '#### ',
	h5: '##### ',
	h6: '###### ',
	li: '- ',
	figcaption: 'Image caption: '
};
const HIDDEN = /\s(?:hidden(?=[\s=/>])|aria-hidden\s*=\s*["']?true)/i;
const MAIN = /^<(?:article|main)[\s>]|\srole\s*=\s*["']?main\b/i;
const MOST_PARTS = 8;

type Tag = Extract<HtmlToken, { type: 'open' }>;

/** Gathers the text of a page in blocks, without what is no text. */
class Gathering {
	readonly blocks: HtmlBlock[] = [];
	readonly #skipped: ReadonlySet<string>;
	#open: string[] = [];
	#mark = '';
	#skipping?: { name: string; depth: number };
	#parts: { name: string; no: number }[] = [];
	#partCount = 0;

	constructor(skipped: ReadonlySet<string>) {
		this.#skipped = skipped;
	}

	add(token: HtmlToken): void {
		if (token.type === 'open') this.#enter(token);
		else if (token.type === 'close') this.#leave(token.name);
		else if (token.type === 'text' && !this.#skipping) this.#open.push(token.text);
	}

	flush(): void {
		const source = this.#open.join('');
		this.#open = [];
		if (source.trim() === '') return;
		this.blocks.push({ mark: this.#mark, source, parts: this.#parts.map(({ no }) => no) });
		this.#mark = '';
	}

	#enter({ name, source }: Tag): void {
		const isOpen = !source.endsWith('/>');
		if (this.#isSkippedOver(name, isOpen)) return;
		if (!INLINE.has(name)) this.flush();
		if (VOID.has(name)) return;
		if (!this.#isHidden(name, source)) this.#begin(name, source);
		else if (isOpen) this.#skipping = { name, depth: 1 };
	}

	/** Whether a tag stands in an element that is left out. */
	#isSkippedOver(name: string, isOpen: boolean): boolean {
		if (this.#skipping?.name !== name) return this.#skipping !== undefined;
		if (UNCLOSED.has(name)) this.#skipping = undefined;
		else if (isOpen) this.#skipping.depth += 1;
		return this.#skipping !== undefined;
	}

	#isHidden(name: string, source: string): boolean {
		return this.#skipped.has(name) || HIDDEN.test(source.slice(0, 2000));
	}

	#begin(name: string, source: string): void {
		this.#mark = MARKS[name] ?? this.#mark;
		if (this.#parts.length < MOST_PARTS && MAIN.test(source.slice(0, 2000)))
			this.#parts.push({ name, no: (this.#partCount += 1) });
	}

	#leave(name: string): void {
		if (this.#skipping) {
			if (this.#skipping.name === name) this.#skipping.depth -= 1;
			if (this.#skipping.depth <= 0) this.#skipping = undefined;
			return;
		}
		if (INLINE.has(name)) return;
		this.flush();
		this.#mark = '';
		if (this.#parts.at(-1)?.name === name) this.#parts.pop();
	}
}

function gathered(tokens: readonly HtmlToken[], skipped: ReadonlySet<string>): HtmlBlock[] {
	const gathering = new Gathering(skipped);
	for (const token of tokens) gathering.add(token);
	gathering.flush();
	return gathering.blocks;
}

const lengthOf = (blocks: readonly HtmlBlock[]) =>
	blocks.reduce((sum, { source }) => sum + source.length, 0);

/** The blocks of the smallest article or main part that holds most of the text, or all of them. */
function ofMainPart(blocks: HtmlBlock[]): HtmlBlock[] {
	const lengths = new Map<number, number>();
	for (const { parts, source } of blocks)
		for (const no of parts) lengths.set(no, (lengths.get(no) ?? 0) + source.length);
	const least = lengthOf(blocks) / 2;
	const [best] = [...lengths].filter(([, length]) => length > least).sort((a, b) => a[1] - b[1]);
	return best ? blocks.filter(({ parts }) => parts.includes(best[0])) : blocks;
}

/** The blocks of a page's text; forms only count where the whole page is in one. */
export function htmlBlocks(tokens: readonly HtmlToken[]): HtmlBlock[] {
	const blocks = gathered(tokens, new Set([...SKIPPED, 'form']));
	return ofMainPart(blocks.length > 0 ? blocks : gathered(tokens, SKIPPED));
}

/** The blocks of all that was selected of a page: what somebody chose is not chosen from again. */
export function selectionBlocks(tokens: readonly HtmlToken[]): HtmlBlock[] {
	return gathered(tokens, NO_TEXT);
}
