import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import DeskQuestions from '#lib/components/desk/DeskQuestions.svelte';
import type { Desk } from '#lib/domain/desk/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { DeskWork } from '#lib/state/desk-work.svelte.ts';
import { comparisonQuestion } from '#lib/state/desk-selection.ts';
import { REPORT_ID, SMALL_NAMES, smallDesk } from '../../domain/desk/small-desk.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';

const GONE = 'r-gone/f-one';
const asked = { ...comparisonQuestion('q-both', 'c-one'), ask: 'What differs?' };

let app: App;
let work: DeskWork;

async function show(desk: Desk) {
	await app.database.names.bulkPut(SMALL_NAMES);
	const row = { id: REPORT_ID, state: 'open' as const, revision: 1, at: 0, changedAt: NOON };
	await app.database.desks.put({ ...row, desk });
	work = new DeskWork(app, REPORT_ID);
	work.open();
	await vi.waitFor(() => expect(work.status).toBe('ready'));
	const [onclose, ondelete] = [vi.fn(), vi.fn()];
	return render(DeskQuestions, { work, shortcuts: false, onclose, ondelete });
}

const comparing = (isAsked: boolean): Desk => ({
	...(isAsked ? smallDesk(asked) : smallDesk()),
	comparisons: {
		'c-one': {
			id: 'c-one',
			factIds: [`${REPORT_ID}/f-bridge`, GONE],
			relation: 'differs',
			why: 'Two spans.'
		}
	}
});

const held = () => work.desk.comparisons?.['c-one'];

beforeEach(async () => {
	await clearAll();
	app = await openApp({ now: NOON });
});

afterEach(async () => {
	await work.close();
	app.database.close();
});

describe('a comparison’s question', () => {
	it('says on its card and in its form that a fact is gone, and has another put in its place', async () => {
		const view = await show(comparing(true));
		await expect.element(view.getByText('A fact of it is gone')).toBeVisible();
		await view.getByRole('button', { name: 'What differs?' }).click();
		await expect.element(view.getByText(/Its report is not on this device any more/)).toBeVisible();
		await view.getByRole('button', { name: 'Take out: A fact of it is gone' }).click();
		await expect.element(view.getByText('To agree or to differ takes two facts')).toBeVisible();
		expect(view.getByRole('button', { name: /^Take out/ }).elements()).toEqual([]);
		await view.getByText('Add a fact').click();
		await view.getByLabelText('From the report').selectOptions('Report');
		await view.getByRole('button', { name: /^Fact 3\./ }).click();
		await vi.waitFor(() => expect(held()?.factIds).toEqual([`${REPORT_ID}/f-bridge`, 'r/f3']));
		expect(view.getByRole('button', { name: /^Fact 3\./ }).elements()).toEqual([]);
	});

	it('has its relation and its lesson changed', async () => {
		const view = await show(comparing(true));
		await view.getByRole('button', { name: 'What differs?' }).click();
		await view.getByText('They agree').click();
		await view.getByLabelText('What does it teach?').fill('One voice.');
		expect(held()).toMatchObject({ relation: 'same', why: 'One voice.' });
		work.undo();
		await expect.element(view.getByLabelText('What does it teach?')).toHaveValue('Two spans.');
	});
});

describe('a comparison nothing asks about', () => {
	it('can be asked about', async () => {
		const view = await show(comparing(false));
		await view.getByRole('button', { name: 'Ask about it' }).click();
		expect(work.questions.at(-1)).toMatchObject({ comparisonId: 'c-one', ask: '' });
		expect(work.openId).toBe(work.questions.at(-1)?.id);
	});

	it('can be deleted, and brought back', async () => {
		const view = await show(comparing(false));
		const before = held();
		await view.getByRole('button', { name: 'Delete' }).click();
		expect(held()).toBeUndefined();
		work.undo();
		expect(held()).toEqual(before);
	});
});
