import { describe, expect, test } from 'vitest';
import { readPasted } from '#lib/domain/desk/intake.ts';
import { htmlText, LONGEST_HTML, type HtmlText } from '#lib/state/html-text.ts';

const PAGE = `<!doctype html><html><head><title>Flood | Daily News</title>
<meta property="og:site_name" content="Daily News">
<meta property="article:published_time" content="2016-09-27T18:30:00Z">
<style>p { color: red }</style></head><body>
<nav><a href="/">Home</a> Menu</nav>
<article><h1>Flood drives thousands from homes</h1>
<figure><img src="/a.jpg" alt="x"><figcaption>The old bridge is <b>under</b> water.</figcaption></figure>
<p>The river <em>rose</em> by two&nbsp;metres &amp; fell,
said <a href="/ana">Ana Pires</a>, a baker.</p>
<aside>Read more</aside><p hidden>unseen</p>
<h2>What comes next</h2>
<ul><li>Boats for the old town.</li><li></li><li><p>Tents for three thousand.</p></li></ul>
<div>One.<br>Two.</div><form>Sign up <input value="x"></form><svg/><nav>a<nav>b</nav>c</nav><script>document.title = 'ran'</script>
</article><footer>© 2016</footer></body></html>`;

function read(html: string): HtmlText {
	const outcome = htmlText(html);
	if (!outcome.ok) throw new Error(outcome.problem.code);
	return outcome.value;
}

const textOf = (html: string) => read(html).text;

describe('a saved page', () => {
	test('its article in blocks, without what is not text', () => {
		expect(textOf(PAGE).split('\n\n')).toEqual([
			'# Flood drives thousands from homes',
			'Image caption: The old bridge is under water.',
			'The river rose by two metres & fell, said Ana Pires, a baker.',
			'## What comes next',
			'- Boats for the old town.',
			'- Tents for three thousand.',
			'One.',
			'Two.'
		]);
	});

	test('the intake makes paragraphs of it', () => {
		expect(readPasted(textOf(PAGE)).paragraphs).toEqual([
			{ number: 'caption', text: 'The old bridge is under water.' },
			{ number: 1, text: 'The river rose by two metres & fell, said Ana Pires, a baker.' },
			{ number: 2, text: 'Boats for the old town.' },
			{ number: 3, text: 'Tents for three thousand.' },
			{ number: 4, text: 'One.' },
			{ number: 5, text: 'Two.' }
		]);
	});

	test('an article that holds little of the text is not all of it', () => {
		const html = '<article>Small.</article><p>The river rose by two metres in the night.</p>';
		expect(textOf(html)).toBe('Small.\n\nThe river rose by two metres in the night.');
	});
});

describe('what it says of itself', () => {
	const linked = (data: unknown) =>
		`<script type="application/ld+json">${JSON.stringify(data)}</script>`;
	const article = {
		'@type': ['NewsArticle'],
		headline: 'Flood',
		datePublished: '2016-09-28T00:00:00Z',
		publisher: { name: 'The Times' }
	};

	test.each([
		['metas', PAGE, { title: 'Flood | Daily News', publisher: 'Daily News', date: '2016-09-27' }],
		[
			'linked data',
			linked(article),
			{ title: 'Flood', publisher: 'The Times', date: '2016-09-28' }
		],
		[
			'linked data in a graph',
			linked({ '@graph': [{ '@type': 'WebPage' }, article] }),
			{ title: 'Flood', publisher: 'The Times', date: '2016-09-28' }
		],
		['a time', '<time datetime="2016-09">then</time>', { date: '2016-09' }],
		['nothing', '<p>Words</p>', {}],
		['broken data', '<script type="application/ld+json">{"@type":</script>', {}],
		['data of wrong kinds', linked({ '@type': 'NewsArticle', headline: 3, publisher: 'x' }), {}],
		['no date', '<meta name="date" content="<b>yesterday</b>">', {}]
	])('%s', (_, html, expected) => {
		expect(read(html).head).toEqual(expected);
	});
});

describe('hostile pages are text or nothing', () => {
	test('nothing runs and nothing is fetched', async () => {
		const state = globalThis as { wasRun?: boolean };
		const before = performance.getEntriesByType('resource').length;
		const html = `<script>wasRun = true</script><svg onload="wasRun = true"><text>x</text></svg>
			<img src="/never-there.png" onerror="wasRun = true"><iframe srcdoc="<script>parent.wasRun = true</script>"></iframe>
			<link rel="stylesheet" href="/never.css"><body onload="wasRun = true"><p>Words</p>
			<math><mtext><table><mglyph><style><img src=x onerror="wasRun = true"></style></mglyph></table></mtext></math>`;
		expect(textOf(html)).toBe('Words');
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(state.wasRun).toBeUndefined();
		const fetched = performance.getEntriesByType('resource').slice(before);
		expect(fetched.filter(({ name }) => name.includes('never'))).toEqual([]);
	});

	test('what is hidden or a form is left out, but not a page that is all form', () => {
		expect(textOf('<p hidden>a<p>b<div aria-hidden="true"><div>c</div>d</div>e')).toBe('b\n\ne');
		expect(textOf('<form><p>Words</p><select><option>x</select></form>')).toBe('Words');
	});

	test.each([
		[
			'markup written as text stays text',
			'<p>&lt;script&gt;x&lt;/script&gt;</p>',
			'<script>x</script>'
		],
		['open tags', '<p><b>Words <i>go', 'Words go'],
		['an unended comment', '<p>Words</p><!-- <p>no</p>', 'Words'],
		['a template and a noscript', '<template>a</template><noscript>b</noscript>c', 'c'],
		['nothing', '', ''],
		['a null character', 'a\u0000b', 'ab'],
		['frames', '<frameset><frame src="x"></frameset>', ''],
		['a broken half of a character', '<p>\uD800</p>', '\uD800']
	])('%s', (_, html, expected) => {
		expect(textOf(html)).toBe(expected);
	});

	test.each([
		['nested blocks', '<div>', 'Words'],
		['nested emphasis', '<b>', 'Words'],
		['nested articles', '<article>', 'Words'],
		['tags nested wrongly', '<a><table><i></a>', 'Words'],
		['closing tags', '</p>', 'Words'],
		['open comments', '<!--', ''],
		['open quotes', '<a b="', ''],
		['open scripts', '<script>', ''],
		['broken tags', '< < ', `${'< '.repeat(2_500_000)}Words`],
		['entities', '&amp;', `${'&'.repeat(1_000_000)}Words`],
		['attributes', ' <p a b c d', '']
	])('5 MB of %s', (_, piece, expected) => {
		expect(textOf(`${piece.repeat(Math.floor(5_000_000 / piece.length))}Words`)).toBe(expected);
	});

	test('one tag with a million attributes', () => {
		const names = Array.from({ length: 1_000_000 }, (_, at) => `a${String(at)}`);
		expect(textOf(`<p ${names.join(' ')}>Words`)).toBe('Words');
	});

	test('a page beyond the limit is a problem', () => {
		const html = 'x'.repeat(LONGEST_HTML + 1);
		expect(htmlText(html)).toEqual({
			ok: false,
			problem: { code: 'too-long', length: LONGEST_HTML + 1, limit: LONGEST_HTML }
		});
	});
});
