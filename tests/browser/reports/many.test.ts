import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Bank } from '#lib/bank/types.ts';
import { lookUp } from '#lib/bank/look-up.ts';
import PickOne from '#lib/components/PickOne.svelte';
import DeckPicker from '#lib/components/review/DeckPicker.svelte';
import { decksOf } from '#lib/state/decks.ts';
import { SMALL_BANK } from '../review/small-bank.ts';

const OWN = 60;
const ownId = (i: number) => `r-0190a1b2-0000-7000-8000-0000000000${String(i).padStart(2, '0')}`;

/** The shipped report, and sixty of a person's own, the later the higher. */
function manyReports(): Bank {
	const [report] = SMALL_BANK.reports;
	if (!report) throw new Error('no report');
	const own = Array.from({ length: OWN }, (_, i) => ({
		...report,
		id: ownId(i),
		title: `Talks of week ${i}`
	}));
	return { ...SMALL_BANK, edition: 'many', reports: [...SMALL_BANK.reports, ...own] };
}

let picked: unknown[] = [];
afterEach(() => (picked = []));

describe('among many reports', () => {
	it('decks of no report come first, then what was added last', () => {
		const reports = decksOf(lookUp(manyReports())).flatMap((deck) =>
			deck.of === 'report' ? deck.reportId : `(${deck.of})`
		);
		expect(reports.slice(0, 8)).toEqual([
			...['(all)', '(missed)', '(kind)', '(kind)', '(kind)', '(kind)'],
			...[ownId(OWN - 1), ownId(OWN - 2)]
		]);
		expect(reports.at(-1)).toBe('r');
	});

	it('a deck is found by a word of its title', async () => {
		const view = await render(DeckPicker, {
			open: true,
			look: lookUp(manyReports()),
			deck: { of: 'all' },
			onclose: () => undefined,
			onchoose: (deck: string) => picked.push(deck)
		});
		await expect.element(view.getByText('Talks of week 59')).toBeVisible();
		await expect.element(view.getByText('Talks of week 17')).not.toBeInTheDocument();
		await view.getByLabelText('Find a report').fill('17 talks');
		await view.getByText('Talks of week 17').click();
		await view.getByRole('button', { name: 'Review these' }).click();
		expect(picked).toEqual([`report:${ownId(17)}`]);
	});
});

describe('one of many', () => {
	const options = (count: number) =>
		Array.from({ length: count }, (_, i) => ({ value: `v${i}`, label: `Name ${i}` }));
	const show = (count: number, value?: string) =>
		render(PickOne<string>, {
			...{ label: 'Name', any: 'any', find: 'Find a name', options: options(count), value },
			onchange: (next: string | undefined) => picked.push(next)
		});

	it('is picked from a list where they are few', async () => {
		const view = await show(5);
		await view.getByLabelText('Name').selectOptions('Name 3');
		expect(picked).toEqual(['v3']);
	});

	it('is looked for where they are many, and kept where nothing is chosen', async () => {
		const view = await show(500, 'v7');
		const button = view.getByRole('button', { name: 'Name Name 7' });
		await button.click();
		await view.getByLabelText('Find a name').fill('499');
		await view.getByText('Name 499').click();
		await view.getByRole('button', { name: 'Cancel' }).click();
		expect(picked).toEqual([]);
		await button.click();
		await view.getByLabelText('Find a name').fill('nobody');
		await expect.element(view.getByText(/Nothing is called that/)).toBeVisible();
		await view.getByText('any', { exact: true }).click();
		await view.getByRole('button', { name: 'Choose' }).click();
		expect(picked).toEqual([undefined]);
	});
});
