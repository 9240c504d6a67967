import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Bank } from '#lib/bank/types.ts';
import BrowseScreen from '#lib/components/reports/BrowseScreen.svelte';
import { App } from '#lib/state/app.svelte.ts';
import { Browse } from '#lib/state/browse.svelte.ts';
import { OwnReports } from '#lib/state/own-reports.ts';
import { indexOf, matching, type Wanted } from '#lib/state/browse-index.ts';
import { SMALL_NAMES, smallDesk, WHERE } from '../../domain/desk/small-desk.ts';
import { sampleBank } from '../../domain/quiz/sample-bank.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';
import { SMALL_BANK } from '../review/small-bank.ts';
import { recall } from './reviewing.ts';

const bank: Bank = {
	...SMALL_BANK,
	names: SMALL_BANK.names.map((name) =>
		name.id === 'n1' ? { ...name, aliases: ['Amazing Gräce'] } : name
	),
	facts: SMALL_BANK.facts.map((fact) =>
		fact.id === 'r/f2' ? { ...fact, source: 'team', text: "She read the Harbour's charts." } : fact
	),
	questions: SMALL_BANK.questions.map((question) =>
		question.id === 'r/f3/who' ? { ...question, level: 'fine' } : question
	)
};

let app: App;

beforeEach(async () => {
	await clearAll();
	app = await openApp({ now: NOON }, bank);
});

afterEach(() => app.database.close());

async function found(wanted: Partial<Wanted>): Promise<string[]> {
	const index = await indexOf(app.look);
	return matching(index, { text: '', ...wanted }).map(({ question }) => question.id.slice(2, 4));
}

describe('searching questions', () => {
	it.each<[string, Partial<Wanted>, string[]]>([
		['nothing asked for', {}, ['f0', 'f1', 'f2', 'f3', 'f4', 'f5']],
		['a word of the question', { text: 'number 4' }, ['f4']],
		['the answer, in any case', { text: 'RUBIN' }, ['f5']],
		['an alias without its marks', { text: 'amazing grace' }, ['f1']],
		['words of the fact, in any order', { text: 'charts harbour' }, ['f2']],
		['a word nobody used', { text: 'zebra' }, []],
		['a name that is cited', { name: 'team' }, ['f2']],
		['a level', { level: 'fine' }, ['f3']],
		['a level and a word that do not meet', { level: 'fine', text: 'rubin' }, []],
		['a kind that is not there', { kind: 'where' }, []],
		['a report', { reportId: 'r', text: 'ada' }, ['f0']]
	])('finds by %s', async (_, wanted, ids) => {
		expect(await found(wanted)).toEqual(ids);
	});

	it('shows what is typed, narrowed down by what is known', async () => {
		await recall(app, 'r/f0/who', 4);
		await recall(app, 'r/f1/who', 1);
		const view = await render(BrowseScreen, { browse: new Browse(app) });
		await expect.element(view.getByRole('status')).toHaveTextContent('6 questions');
		await view.getByLabelText('Words to look for').fill('thing number');
		if (!view.container.querySelector('select')) await view.getByText('Narrow down').click();
		const state = view.getByLabelText('What you know of it');
		const asks = () =>
			[...view.container.querySelectorAll('li .ask')].map((ask) => ask.textContent.slice(-2, -1));
		await state.selectOptions('known');
		await expect.poll(asks).toEqual(['0']);
		await state.selectOptions('learning');
		await expect.poll(asks).toEqual(['1']);
		await state.selectOptions('new');
		await expect.poll(asks).toEqual(['2', '3', '4', '5']);
		await state.selectOptions('suspended');
		await expect.element(view.getByText('No question is like that')).toBeVisible();
		await view.getByRole('button', { name: 'Clear everything' }).click();
		await expect.poll(() => asks().length).toBe(6);
	});

	it('follows what comes, changes and goes in another tab', async () => {
		const view = await render(BrowseScreen, { browse: new Browse(app) });
		await expect.element(view.getByRole('status')).toHaveTextContent('6 questions');
		await app.database.names.bulkPut(SMALL_NAMES);
		// Another tab has a library of its own.
		const other = await openApp({ now: NOON }, bank);
		const finished = await new OwnReports(other).finish(smallDesk());
		if (!finished.ok) throw new Error(JSON.stringify(finished.problem));
		await expect.element(view.getByText(WHERE.ask), { timeout: 5000 }).toBeVisible();
		await expect.element(view.getByRole('status')).toHaveTextContent('8 questions');
		await new OwnReports(other).remove(smallDesk().id);
		await expect.element(view.getByText(WHERE.ask)).not.toBeInTheDocument();
		other.database.close();
	});

	it('shows ten thousand questions fifty at a time', async () => {
		app.database.close();
		await clearAll();
		const large = sampleBank({ reports: 10, factsPerReport: 860 });
		expect(large.questions.length).toBeGreaterThan(10_000);
		app = new App({ base: '', loadBank: async () => ({ ok: true, value: large }) });
		await app.start();
		const view = await render(BrowseScreen, { browse: new Browse(app) });
		const rows = () => view.container.querySelectorAll('li').length;
		await expect.poll(rows, { timeout: 10_000 }).toBe(50);
		await view.getByRole('button', { name: 'Show 50 more' }).click();
		await expect.poll(rows).toBe(100);
	});
});
