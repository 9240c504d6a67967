/** A piece of a page: text as it is written, with its entities, or a tag. */
export type HtmlToken =
	| { type: 'text'; text: string }
	| { type: 'open'; name: string; source: string }
	| { type: 'close'; name: string }
	/** What stands in an element that holds no markup: a script, a title. */
	| { type: 'raw'; name: string; text: string };

const MARKUP = /<(?:!--|\/?[a-zA-Z][^\s/>]{0,100}|[!?/])/g;
const RAW = new Set(
	'script style textarea title xmp iframe noembed noframes noscript template plaintext'.split(' ')
);

/** Where a tag ends, behind its `>`; a quote counts only behind `=`, as browsers read it. */
function tagEnd(html: string, from: number): number {
	const stop = /[>"']/g;
	stop.lastIndex = from;
	for (let found = stop.exec(html); found; found = stop.exec(html)) {
		const [mark] = found;
		if (mark === '>') return stop.lastIndex;
		if (!/=\s{0,20}$/.test(html.slice(Math.max(from, found.index - 21), found.index))) continue;
		const closing = html.indexOf(mark, stop.lastIndex);
		if (closing < 0) break;
		stop.lastIndex = closing + 1;
	}
	return html.length;
}

function endOf(html: string, mark: string, from: number): number {
	const at = html.indexOf(mark, from);
	return at < 0 ? html.length : at + mark.length;
}

function rawEnd(html: string, name: string, from: number): number {
	const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
	closing.lastIndex = from;
	return closing.exec(html)?.index ?? html.length;
}

/**
 * Takes a page apart in one pass over its characters, whatever they are: the browser's own parser
 * takes time by the square of the depth and stands still for minutes on a few megabytes of open tags.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
	let from = 0;
	while (from < html.length) {
		MARKUP.lastIndex = from;
		const found = MARKUP.exec(html);
		const start = found?.index ?? html.length;
		if (start > from) yield { type: 'text', text: html.slice(from, start) };
		if (!found) return;
		const [mark] = found;
		const name = mark.slice(1).toLowerCase();
		from = mark === '<!--' ? endOf(html, '-->', start + 4) : tagEnd(html, start + mark.length);
		if (/^\/[a-z]/.test(name)) yield { type: 'close', name: name.slice(1) };
		if (!/^[a-z]/.test(name)) continue;
		yield { type: 'open', name, source: html.slice(start, from) };
		if (!RAW.has(name)) continue;
		const end = rawEnd(html, name, from);
		yield { type: 'raw', name, text: html.slice(from, end) };
		from = end;
	}
}
