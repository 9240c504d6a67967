import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Bank, BriefSentence } from '#lib/bank/types.ts';
import ReportScreen from '#lib/components/reports/ReportScreen.svelte';
import type { App } from '#lib/state/app.svelte.ts';
import { ReportReading } from '#lib/state/report.svelte.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';
import { SMALL_BANK } from '../review/small-bank.ts';
import { recall } from './reviewing.ts';

const plain: BriefSentence[] = [
	{ text: 'The first two did something.', facts: ['r/f0', 'r/f1'] },
	{ text: 'The third did too.', facts: ['r/f2'] },
	{ text: 'That was all.', facts: [] }
];
const bank: Bank = {
	...SMALL_BANK,
	reports: SMALL_BANK.reports.map((report) => ({
		...report,
		notice: 'Tells of numbers.',
		brief: { plain, full: [{ text: 'In full, the first.', facts: ['r/f0'] }] }
	}))
};

let app: App;
let anchor: string;
let reading: ReportReading;

beforeEach(async () => {
	await clearAll();
	app = await openApp({ now: NOON }, bank);
	const report = app.look.report('r');
	if (!report) throw new Error('no report');
	anchor = '';
	reading = new ReportReading(app, report, () => anchor);
});

afterEach(() => app.database.close());

const classesOf = (element: Element) =>
	[...element.classList].filter((name) => !/^s-|svelte/.test(name));

describe('a report', () => {
	it('inks its brief in as its questions are learned', async () => {
		const view = await render(ReportScreen, { reading });
		const inks = () => {
			const sentences = view.container.querySelectorAll('#brief .brief .sentence');
			return [...sentences].map((one) => classesOf(one).find((name) => name !== 'sentence'));
		};
		await expect.poll(inks).toEqual(['light', 'light', 'dark']);
		await recall(app, 'r/f0/who', 4);
		await expect.poll(inks).toEqual(['partly', 'light', 'dark']);
		await recall(app, 'r/f1/who', 4);
		await recall(app, 'r/f2/who', 1);
		await expect.poll(inks).toEqual(['dark', 'light', 'dark']);
		await expect.element(view.getByText('2 of 3 sentences known.')).toBeVisible();
	});

	it('keeps answers hidden until they are asked for', async () => {
		const view = await render(ReportScreen, { reading });
		const answer = view.getByText('Ada Byron', { exact: true });
		await expect.element(answer).not.toBeVisible();
		await view.getByText('Who did thing number 0?').click();
		await expect.element(answer).toBeVisible();
	});

	it('says what to expect until that was understood', async () => {
		const view = await render(ReportScreen, { reading });
		await view.getByRole('button', { name: 'Understood' }).click();
		await expect.element(view.getByRole('button', { name: 'Understood' })).not.toBeInTheDocument();
		await expect.element(view.getByText('Tells of numbers.')).toBeVisible();
	});

	it('shows the other reading level, and keeps it', async () => {
		const view = await render(ReportScreen, { reading });
		await view.getByText('Full', { exact: true }).click();
		await expect.element(view.getByText('In full, the first.')).toBeVisible();
		expect((await app.settingsStore.read()).briefLevel).toBe('full');
	});

	it.each([
		['nothing', '', [], []],
		['the fact of the address', 'f2', [], ['r/f2']],
		['all facts of the tapped sentence', 'f0', ['r/f0', 'r/f1'], ['r/f0', 'r/f1']],
		['only the fact of an address elsewhere', 'f2', ['r/f0', 'r/f1'], ['r/f2']],
		['a fact sought in the brief', 'brief', ['r/f2'], ['r/f2']]
	])('points out %s', (_, address, told, marked) => {
		anchor = address;
		reading.pointOut(told);
		const facts = bank.facts.map((fact) => fact.id);
		expect(facts.filter((fact) => reading.marked.includes(fact))).toEqual(marked);
	});
});
