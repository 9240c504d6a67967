import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import IntakeScreen from '#lib/components/desk/IntakeScreen.svelte';
import type { App } from '#lib/state/app.svelte.ts';
import { ReportIntake } from '#lib/state/report-intake.svelte.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';
import { SMALL_BANK } from '../review/small-bank.ts';

/** As a page is copied: links cut out of their sentence, a heading, a copyright line. */
const BROKEN = `The river rose by four metres in one night and cut the port of Lindau off from the town, the mayor said on Monday.
Three boats broke loose from their moorings near the old bridge and drifted far downstream.
A slow retreat
The water could go back within days if the dams at
Arbon
and
Bregenz
, both full by now, hold until the weekend and the rain stops.
– (Copyright The Harbour Times Limited 2016)`;

const PAGE = `<!doctype html><html><head><title>Flood | The Lake</title>
<meta property="og:site_name" content="The Lake">
<meta property="article:published_time" content="2016-09-27T18:30:00Z"></head><body><article>
<h1>Flood cuts off the port</h1><p>The river <em>rose</em> by four metres in one night, the mayor said.</p>
<p>Three boats broke loose and drifted downstream.</p></article></body></html>`;

const bank = {
	...SMALL_BANK,
	names: [...SMALL_BANK.names, { id: 'lindau', name: 'Lindau', type: 'city' as const, aliases: [] }]
};

let app: App;
const open: ReportIntake[] = [];

beforeEach(async () => {
	await clearAll();
	await caches.delete('recount-shared');
	app = await openApp({ now: NOON }, bank);
});

afterEach(async () => {
	await Promise.all(open.splice(0).map((intake) => intake.close()));
	app.database.close();
});

async function newIntake(isExpected = false): Promise<ReportIntake> {
	const intake = new ReportIntake(app, isExpected);
	open.push(intake);
	await vi.waitUntil(() => intake.status === 'ready');
	return intake;
}

async function show(isExpected = false) {
	const intake = await newIntake(isExpected);
	const onstart = vi.fn();
	return { intake, onstart, view: await render(IntakeScreen, { intake, onstart }) };
}

function paste(text: string, html?: string) {
	const clipboardData = new DataTransfer();
	clipboardData.setData('text/plain', text);
	if (html !== undefined) clipboardData.setData('text/html', html);
	const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
	document.querySelector('textarea')?.dispatchEvent(event);
}

const texts = (intake: ReportIntake) => intake.intake.paragraphs.map(({ text }) => text);

/** What the service worker leaves of a text that another app shared. */
async function stash(fields: Record<string, string | File>) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	const cache = await caches.open('recount-shared');
	await cache.put(`/share/${crypto.randomUUID()}`, new Response(form));
}

describe('pasting', () => {
	it('shows numbered paragraphs and what was taken out, which can be put back', async () => {
		const { intake, view } = await show();
		paste(BROKEN);
		await expect
			.element(view.getByRole('heading', { name: 'The report as it will be' }))
			.toHaveFocus();
		expect(texts(intake)).toHaveLength(3);
		expect(texts(intake)[2]).toContain('at Arbon and Bregenz, both full');
		await expect.element(view.getByText(/^3 paragraphs, \d+ words$/)).toBeVisible();
		await view.getByRole('button', { name: 'Put back: A slow retreat' }).click();
		expect(texts(intake)[2]).toBe('A slow retreat');
		await view.getByRole('button', { name: 'Take out again: A slow retreat' }).click();
		expect(texts(intake)).toHaveLength(3);
	});

	it('fills in what the text says of itself, and says where that is from', async () => {
		const { intake, view } = await show();
		paste(BROKEN);
		await expect
			.element(view.getByLabelText('Publisher', { exact: true }))
			.toHaveValue('Harbour Times');
		await expect.element(view.getByLabelText('Date', { exact: true })).toHaveValue('2016');
		expect(view.getByText('Found in the text. Check it.').elements()).toHaveLength(2);
		await expect.element(view.getByLabelText('Title, in your own words')).toHaveValue('');
		await view.getByLabelText('Date', { exact: true }).fill('2016-09');
		expect(intake.head.date).toEqual({ value: '2016-09', basis: 'inferred' });
		await view.getByRole('button', { name: 'Use 2016' }).click();
		expect(intake.head.date).toEqual({ value: '2016', basis: 'stated' });
	});

	it('reads the source of a web page', async () => {
		const { intake } = await show();
		paste(PAGE);
		await vi.waitUntil(() => intake.hasText);
		expect(texts(intake)).toEqual([
			'The river rose by four metres in one night, the mayor said.',
			'Three boats broke loose and drifted downstream.'
		]);
		expect(intake.head.publisher).toEqual({ name: 'The Lake', basis: 'stated' });
		expect(intake.head.date).toEqual({ value: '2016-09-27', basis: 'stated' });
		expect(intake.head.title).toBe('');
	});

	it('keeps what was put back while other words are edited', async () => {
		const intake = await newIntake();
		await intake.arrivals.take(BROKEN, { from: 'paste' });
		const heading = intake.intake.taken.find(({ kind }) => kind === 'heading');
		intake.keep([heading?.id ?? ''], true);
		intake.edit(intake.draft.text.replace('four metres', 'fourteen metres'));
		expect(texts(intake)[0]).toContain('fourteen metres');
		expect(texts(intake)[2]).toBe('A slow retreat');
	});
});

describe('pasting what was copied from a page', () => {
	const HEAD = 'Boats for the old town';
	const FIRST = 'The river rose by four metres in one night and cut the port off from the town.';
	const SECOND = 'Three boats broke loose from their moorings near the bridge and drifted away.';
	const CAPTION = 'The bridge on Monday';
	/** As browsers hand a selection out: a fragment with styles, and plain text with its lines run together. */
	const HTML = `<html><body><!--StartFragment--><h2 style="color:red">${HEAD}</h2>
<figure><img src="x.jpg" onerror="document.title='ran'"><figcaption>${CAPTION}</figcaption></figure>
<p>${FIRST.replace('four metres', 'four\n<a href="/m">metres</a>')}</p><p>${SECOND}</p><!--EndFragment--></body></html>`;
	const PLAIN = `${HEAD}\n${CAPTION}\n${FIRST} ${SECOND}`;

	const kinds = (intake: ReportIntake) =>
		intake.intake.taken.map(({ kind, text }) => `${kind}: ${text}`);

	it('takes its paragraphs, headings and captions as they stood there', async () => {
		const { intake, view } = await show();
		paste(PLAIN, HTML);
		await expect
			.element(view.getByRole('heading', { name: 'The report as it will be' }))
			.toHaveFocus();
		expect(intake.intake.paragraphs).toEqual([
			{ number: 'caption', text: CAPTION },
			{ number: 1, text: FIRST },
			{ number: 2, text: SECOND }
		]);
		expect(kinds(intake)).toContain(`heading: ${HEAD}`);
		expect(kinds(intake)).toContain(`caption: ${CAPTION}`);
		expect(document.title).not.toBe('ran');
	});

	it.each([
		['tells nothing of paragraphs', `<div><span>${PLAIN}</span></div>`],
		['lacks a word of the text', HTML.replace('moorings', '')],
		['lacks a word that stands twice', HTML.replace('the port', 'port')],
		['hides a part', HTML.replace(`<p>${SECOND}`, `<p hidden>${SECOND}`)],
		['is empty', ''],
		['is broken', '<p']
	])('takes the plain text where its HTML %s', async (_, html) => {
		const { intake } = await show();
		paste(PLAIN, html);
		await vi.waitUntil(() => intake.hasText);
		expect(intake.draft.text).toBe(PLAIN);
	});

	it('leaves out nothing that was selected', async () => {
		const { intake } = await show();
		const aside = '<aside><p>The dams are full.</p></aside><nav>Weather</nav>';
		paste(`${PLAIN} The dams are full. Weather`, HTML.replace('<!--End', `${aside}<!--End`));
		await vi.waitUntil(() => intake.hasText);
		expect(texts(intake)).toContain('The dams are full.');
		expect(intake.draft.text).toContain('Weather');
	});

	it('counts neither case nor the counters of a list', async () => {
		const { intake } = await show();
		const items = [FIRST, SECOND, `${FIRST} ${SECOND}`];
		const list = items.map((item) => `<li>${item}</li>`).join('');
		const plain = items.map((item, at) => `${at + 1}. ${item.toUpperCase()}`).join('\n');
		paste(plain, `<ol>${list}</ol>`);
		await vi.waitUntil(() => intake.hasText);
		expect(texts(intake)).toEqual(items);
	});

	it('reads both forms from the clipboard, too', async () => {
		const { intake } = await show();
		const [plain, html] = [PLAIN, HTML].map(
			(text, at) => new Blob([text], { type: at === 0 ? 'text/plain' : 'text/html' })
		);
		const item = new ClipboardItem({ 'text/plain': plain ?? '', 'text/html': html ?? '' });
		vi.spyOn(navigator.clipboard, 'read').mockResolvedValueOnce([item]);
		await intake.arrivals.paste();
		expect(texts(intake)).toEqual([CAPTION, FIRST, SECOND]);
		vi.spyOn(navigator.clipboard, 'read').mockRejectedValueOnce(new Error('unknown'));
		vi.spyOn(navigator.clipboard, 'readText').mockResolvedValueOnce(PLAIN);
		await intake.arrivals.paste();
		expect(intake.draft.text).toBe(PLAIN);
	});
});

describe('what is typed', () => {
	it('is there again after a reload', async () => {
		const before = await newIntake();
		await before.arrivals.take(BROKEN, { from: 'paste' });
		before.change({ title: 'The flood', place: 'lindau' });
		const [heading] = before.intake.taken;
		before.keep([heading?.id ?? ''], true);
		await before.close();
		const after = await newIntake();
		expect(after.draft).toEqual(before.draft);
		expect(texts(after)).toEqual(texts(before));
		expect(after.place?.name).toBe('Lindau');
	});

	it('can be brought back after another text came, also after a reload', async () => {
		const before = await newIntake();
		await before.arrivals.take(BROKEN, { from: 'paste' });
		before.change({ title: 'The flood' });
		await before.arrivals.openFile(new File(['Something else was said.'], 'b.txt'));
		expect(before.draft.text).toBe('Something else was said.');
		expect(before.draft.title).toBe('');
		await before.close();
		const after = await newIntake();
		after.bringBack();
		expect([after.draft.text, after.draft.title]).toEqual([BROKEN, 'The flood']);
	});

	it('is written in one tab at a time', async () => {
		const here = await newIntake();
		await here.arrivals.take(BROKEN, { from: 'paste' });
		const there = new ReportIntake(app);
		open.push(there);
		await vi.waitUntil(() => there.lock.state === 'elsewhere');
		there.lock.takeOver();
		await vi.waitUntil(() => there.status === 'ready' && here.lock.state === 'lost');
		expect(there.draft.text).toBe(BROKEN);
	});
});

describe('the focus', () => {
	it('stays with who works by keyboard', async () => {
		const { intake, view } = await show();
		paste(BROKEN);
		const result = view.getByRole('heading', { name: 'The report as it will be' });
		await expect.element(result).toHaveFocus();
		await view.getByRole('button', { name: 'Edit the text' }).click();
		await expect.element(view.getByLabelText('Text of the report')).toHaveFocus();
		await view.getByRole('button', { name: 'Done editing' }).click();
		await expect.element(view.getByRole('button', { name: 'Edit the text' })).toHaveFocus();
		await view.getByRole('button', { name: 'Start over' }).click();
		await expect.element(view.getByLabelText('Text of the report')).toHaveFocus();
		expect(intake.hasText).toBe(false);
		await view.getByRole('button', { name: 'Bring it back' }).click();
		await expect.element(result).toHaveFocus();
		await view.getByLabelText('Date', { exact: true }).fill('2015');
		await view.getByRole('button', { name: 'Use 2016' }).click();
		await expect.element(view.getByLabelText('Date', { exact: true })).toHaveFocus();
	});
});

describe('files', () => {
	const large = () => new File(['a'.repeat(2_000_001)], 'large.txt');
	const binary = () => new File([new Uint8Array([0, 1, 2, 250])], 'picture.txt');

	it.each([
		['a text', new File([`\uFEFF${BROKEN}`], 'a.TXT'), 'The river rose'],
		[
			'Markdown',
			new File(['# Flood\n\nThe **river** rose by four metres.'], 'a.md'),
			'The river rose'
		],
		['a page', new File([PAGE], 'a.html'), 'The river rose'],
		[
			'older Windows text',
			new File([new Uint8Array([0x93, 0x59, 0xe9, 0x73, 0x2e, 0x94])], 'a.txt'),
			'“Yés.”'
		],
		['UTF-16', new File([new Uint8Array([0xff, 0xfe, 0x4e, 0, 0x6f, 0, 0x2e, 0])], 'a.txt'), 'No.'],
		['a shared text without an ending', new File(['Yes.'], 'text', { type: 'text/plain' }), 'Yes.']
	])('reads %s', async (_, file, start) => {
		const intake = await newIntake();
		await intake.arrivals.openFile(file);
		expect(texts(intake)[0]).toMatch(new RegExp(`^${start}`));
	});

	it.each([
		['too large', large, /^large.txt has 2 MB; at most 2 MB/],
		['binary', binary, /^picture.txt does not hold plain text/],
		['of another kind', () => new File(['%PDF'], 'report.pdf'), /^report.pdf is not a text/],
		['empty', () => new File([' \n'], 'a.txt'), /^There are no words in a.txt/]
	])('says of one that is %s why, and leaves what is there', async (_, file, words) => {
		const { intake, view } = await show();
		await intake.arrivals.take(BROKEN, { from: 'paste' });
		await intake.arrivals.openFile(file());
		await expect.element(view.getByText(words)).toBeVisible();
		await expect.element(view.getByText('What stood here before is unchanged.')).toBeVisible();
		expect(intake.draft.text).toBe(BROKEN);
	});
});

describe('a shared text', () => {
	it('is taken once and forgotten then', async () => {
		await stash({ title: 'Flood', text: BROKEN, url: 'https://example.org/flood' });
		const { intake, view } = await show(true);
		await expect.element(view.getByText('The shared text is here.')).toBeVisible();
		expect(intake.draft.text).toBe(BROKEN);
		expect(await caches.has('recount-shared')).toBe(false);
	});

	it('takes the place of what is there only so that it can be brought back', async () => {
		const before = await newIntake();
		await before.arrivals.take('The earlier words stand here.', { from: 'paste' });
		await before.close();
		await stash({ report: new File([PAGE], 'flood.html', { type: 'text/html' }) });
		const { intake, view } = await show(true);
		expect(intake.head.publisher.name).toBe('The Lake');
		await view.getByRole('button', { name: 'Bring it back' }).click();
		expect(intake.draft.text).toBe('The earlier words stand here.');
	});

	it('that is only an address is not fetched', async () => {
		await stash({ text: 'https://example.org/flood' });
		const { view } = await show(true);
		await expect
			.element(view.getByText(/Only an address was shared: https:\/\/example.org/))
			.toBeVisible();
	});

	it('that did not arrive is told', async () => {
		const { view } = await show(true);
		await expect.element(view.getByText(/What you shared did not arrive/)).toBeVisible();
	});
});

describe('the desk', () => {
	it('is put up with the text as shown and a new place, and the draft is gone', async () => {
		const { intake, onstart, view } = await show();
		paste(BROKEN);
		await view.getByLabelText('Title, in your own words').fill('The flood');
		await view.getByLabelText('Place', { exact: true }).fill('Arbon');
		await view.getByRole('button', { name: 'a city' }).click();
		await expect.element(view.getByRole('button', { name: 'Change Arbon' })).toHaveFocus();
		expect(intake.missing).toEqual([]);
		await view.getByRole('button', { name: 'Start writing questions' }).click();
		expect(onstart).toHaveBeenCalledOnce();
		const id = (await intake.start()) ?? '';
		const row = await app.database.desks.get(id);
		const place = row?.desk.head.place ?? '';
		expect(id).toMatch(/^r-[0-9a-f-]{36}$/);
		expect(row).toMatchObject({
			state: 'open',
			revision: 1,
			desk: { pasted: BROKEN, paragraphCount: 3 }
		});
		expect(row?.desk.paragraphs).toEqual(intake.intake.paragraphs);
		expect(row?.desk.taken).toEqual(intake.intake.taken);
		expect(await app.database.names.get(place)).toMatchObject({ name: 'Arbon', type: 'city' });
		await intake.close();
		expect((await newIntake()).hasText).toBe(false);
	});

	it('wants no more than a text to begin', async () => {
		const { intake, view } = await show();
		await view.getByLabelText('Text of the report').fill('The river rose.');
		await expect
			.element(view.getByText(/you will still need a title, the publisher, the date/))
			.toBeVisible();
		expect(await intake.start()).toBe(intake.draft.id);
	});
});
