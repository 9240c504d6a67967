import { htmlBlocks, selectionBlocks, type HtmlBlock } from './html-blocks.ts';
import { articleHead, type HtmlHead } from './html-head.ts';
import { htmlTokens, type HtmlToken } from './html-tokens.ts';
import { inertPage } from './inert-page.ts';

/** The longest page that is read, in UTF-16 code units. */
export const LONGEST_HTML = 10_000_000;

/** The text of a saved page, and what the page says of itself. */
export interface HtmlText {
	/** Blocks apart by blank lines; headings, list items and captions marked as the intake reads them. */
	text: string;
	head: HtmlHead;
}

/** A page's text, or why it was not read. */
export type HtmlOutcome =
	| { ok: true; value: HtmlText }
	| { ok: false; problem: { code: 'too-long'; length: number; limit: number } };

const MOST_META_TAGS = 300;
const LONGEST_TAG = 20_000;
const LONGEST_DATA = 200_000;

/** The texts of blocks with their entities read; nothing but rules between them is ever parsed. */
function readEntities(blocks: readonly HtmlBlock[]): string[] {
	const sources = blocks.map(({ source }) => source.replaceAll('<', '&lt;'));
	const page = inertPage(`<!doctype html><body>${sources.join('<hr>')}`);
	const texts = [''];
	for (const node of page.body.childNodes) {
		if (node instanceof HTMLHRElement) texts.push('');
		else texts[texts.length - 1] += node.nodeValue ?? '';
	}
	return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

function isMeta(token: HtmlToken): boolean {
	if (token.type !== 'open' || token.source.length > LONGEST_TAG) return false;
	return token.name === 'meta' || token.name === 'time';
}

/** The few tags that say something of the page, as a small page of their own. */
function headPage(tokens: readonly HtmlToken[]): Document {
	const metas = tokens.filter(isMeta).slice(0, MOST_META_TAGS);
	const scripts = tokens.filter((token, at) => {
		const tag = tokens[at - 1];
		const isData = tag?.type === 'open' && /ld\+json/i.test(tag.source.slice(0, 500));
		return token.type === 'raw' && token.name === 'script' && isData;
	});
	const title = tokens.find((token) => token.type === 'raw' && token.name === 'title');
	const page = inertPage(metas.map((token) => ('source' in token ? token.source : '')).join(''));
	page.title = title?.type === 'raw' ? inertPage(`<title>${title.text}</title>`).title : '';
	for (const token of scripts.slice(0, 20)) {
		if (token.type !== 'raw' || token.text.length > LONGEST_DATA) continue;
		const script = page.createElement('script');
		script.type = 'application/ld+json';
		// Setting the text of a script is refused, even of one that holds data.
		script.append(token.text);
		page.head.append(script);
	}
	return page;
}

/**
 * Reads a saved page as text, or all of what was selected of one, in time by its length whatever it
 * holds. Nothing of it runs or loads, and nothing of its markup is handed on. Problem: `too-long`.
 */
export function htmlText(html: string, of: 'page' | 'selection' = 'page'): HtmlOutcome {
	if (html.length > LONGEST_HTML)
		return {
			ok: false,
			problem: { code: 'too-long', length: html.length, limit: LONGEST_HTML }
		};
	const tokens = [...htmlTokens(html)];
	const blocks = of === 'page' ? htmlBlocks(tokens) : selectionBlocks(tokens);
	const text = readEntities(blocks)
		.flatMap((words, at) => (words === '' ? [] : `${blocks[at]?.mark ?? ''}${words}`))
		.join('\n\n');
	return { ok: true, value: { text, head: articleHead(headPage(tokens)) } };
}
