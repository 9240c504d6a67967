/** What a page says of its report; each only where it says so. */
export interface HtmlHead {
	title?: string;
	publisher?: string;
	/** `2016-09-27`, or less where it says less. */
	date?: string;
}

const LONGEST = 300;
const ARTICLE_TYPE = /^(?:Reportage|Analysis|Background|Opinion)?(?:News)?Article$/;

function plain(text: unknown): string | undefined {
	if (typeof text !== 'string') return undefined;
	const words = text
		.slice(0, 2000)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
	return words === '' ? undefined : words.slice(0, LONGEST);
}

function dateIn(text: unknown): string | undefined {
	return /^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?/.exec(
		plain(text) ?? ''
	)?.[0];
}

function meta(page: Document, names: readonly string[]): string | undefined {
	const selectors = names.flatMap((name) => [`meta[property="${name}"]`, `meta[name="${name}"]`]);
	for (const selector of selectors) {
		const content = plain(page.querySelector(selector)?.getAttribute('content'));
		if (content) return content;
	}
	return undefined;
}

type Data = Record<string, unknown>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A JSON-LD block's own thing, those in its list, and those in its graph. */
function things(data: unknown): Data[] {
	const list = Array.isArray(data) ? data : [data];
	return list
		.filter(isData)
		.flatMap((thing) => [thing, ...(Array.isArray(thing['@graph']) ? thing['@graph'] : [])])
		.filter(isData);
}

function isArticle(thing: Data): boolean {
	return [thing['@type']]
		.flat()
		.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type));
}

function linkedArticle(page: Document): Data {
	const blocks = [...page.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20);
	return (
		blocks
			.map((block) => block.textContent)
			.filter((text) => text.length <= 200_000)
			.flatMap((text) => things(parsed(text)))
			.find(isArticle) ?? {}
	);
}

function dateOf(page: Document, article: Data): string | undefined {
	const time = page.querySelector('time[datetime]');
	return (
		dateIn(article.datePublished) ??
		dateIn(meta(page, ['article:published_time', 'date', 'dc.date', 'DC.date.issued'])) ??
		dateIn(time?.getAttribute('datetime'))
	);
}

function publisherOf(page: Document, { publisher }: Data): string | undefined {
	const stated = isData(publisher) ? plain(publisher.name) : undefined;
	return stated ?? meta(page, ['og:site_name']);
}

/** Title, publisher and date as the page's own data state them. */
export function articleHead(page: Document): HtmlHead {
	const article = linkedArticle(page);
	const title = plain(article.headline) ?? meta(page, ['og:title']) ?? plain(page.title);
	const publisher = publisherOf(page, article);
	const date = dateOf(page, article);
	return { ...(title && { title }), ...(publisher && { publisher }), ...(date && { date }) };
}
