import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import BankFileScreen from '#lib/components/reports/BankFileScreen.svelte';
import { sourceOfDesk } from '#lib/domain/desk/source.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import { MOST_BANK_FILE_BYTES, printBankFile } from '#lib/domain/exchange/bank-file.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { BankTaking } from '#lib/state/bank-taking.svelte.ts';
import { firstValue } from '#lib/state/first-value.ts';
import { watchLastDone } from '#lib/storage/own-undo-note.ts';
import { DEAD, SMALL_NAMES, smallDesk, WHERE } from '../../domain/desk/small-desk.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';

let app: App;
let taking: BankTaking;

beforeEach(async () => {
	await clearAll();
	app = await openApp({ now: NOON });
	taking = new BankTaking(app);
});
afterEach(() => app.database.close());

const fileOf = (text: string) => new File([text], 'mine.yaml');
const deskFile = (desk: Desk) => fileOf(printBankFile(sourceOfDesk(desk, SMALL_NAMES)));

function show() {
	return render(BankFileScreen, { taking, onfile: () => undefined, onclose: () => undefined });
}

describe('a bank file', () => {
	it('is looked through before anything of it is kept', async () => {
		await taking.read(deskFile(smallDesk()));
		const view = await show();
		await expect.element(view.getByRole('heading', { name: 'A flood in Milltown' })).toBeVisible();
		await expect.element(view.getByText(WHERE.ask)).toBeVisible();
		await expect.element(view.getByText(/names are new to this device/)).toBeVisible();
		expect(await app.database.reports.count()).toBe(0);
		await view.getByRole('button', { name: 'Take it' }).click();
		const last = () => firstValue(watchLastDone(app.database));
		await expect.poll(async () => (await last())?.what).toBe('taken');
		expect(await app.database.reports.count()).toBe(1);
	});

	it('of a report that is here says what it would add, change and take away', async () => {
		await taking.read(deskFile(smallDesk(WHERE, DEAD)));
		await taking.take();
		const ask = 'In which town did a flood of 2016 break a bridge?';
		const added = { ...WHERE, id: 'q-new', ask: 'What broke in Milltown in 2016?' };
		const thing = { kind: 'what', answer: { form: 'text', text: 'a bridge' } } as const;
		await taking.read(deskFile(smallDesk({ ...WHERE, ask }, { ...added, ...thing })));
		const view = await show();
		await expect.element(view.getByText('1 question added')).toBeVisible();
		await expect.element(view.getByText('1 question removed')).toBeVisible();
		await view.getByText('1 question changed').click();
		await expect.element(view.getByText('Changed: wording')).toBeVisible();
		await expect.element(view.getByText(WHERE.ask)).toBeVisible();
	});

	it('with faults is refused whole, each told at its place', async () => {
		const text = printBankFile(sourceOfDesk(smallDesk(), SMALL_NAMES));
		await taking.read(fileOf(text.replace('kind: where', 'kind: whre')));
		const view = await show();
		await expect.element(view.getByText(/^mine\.yaml:\d+:\d+$/)).toBeVisible();
		await expect.element(view.getByText('"whre" is not possible here')).toBeVisible();
		await expect.element(view.getByRole('button', { name: /^Take/ })).not.toBeInTheDocument();
		expect(await taking.take()).toBe(false);
	});

	it('too large is refused without being read', async () => {
		const file = fileOf('x');
		Object.defineProperty(file, 'size', { value: MOST_BANK_FILE_BYTES + 1 });
		Object.defineProperty(file, 'arrayBuffer', {
			value: () => {
				throw new Error('was read');
			}
		});
		await taking.read(file);
		expect(taking.step).toMatchObject({ code: 'refused', problems: [{ code: 'too-large' }] });
	});

	it('shows markup as the text it is', async () => {
		const evil = '<img src=x onerror="document.title=1"> javascript:alert(1)';
		const desk = smallDesk({ ...WHERE, ask: `${evil}?`, explain: evil });
		desk.head.title = evil;
		desk.head.notice = evil;
		await taking.read(deskFile(desk));
		const view = await show();
		await expect.element(view.getByRole('heading', { name: evil })).toBeVisible();
		expect(view.container.querySelector('img, a, script')).toBeNull();
	});
});
