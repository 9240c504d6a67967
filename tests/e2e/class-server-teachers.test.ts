import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassAggregates } from '#lib/domain/classroom/api/class-api.ts';
import { setUpCode } from './support/app-server.ts';
import { axeFindings } from './support/axe.ts';
import { DESK } from './support/browser.ts';
import {
	answerTest,
	assignTo,
	button,
	handIn,
	makeClass,
	makeTest
} from './support/class-people.ts';
import {
	becomeTeacher,
	giveAuthenticator,
	joinClass,
	onMadePglite,
	openAssigned,
	openSchool,
	putOnServer,
	slipsOf,
	type School
} from './support/class-school.ts';

const TITLE = 'Aleppo: a last time';
const DAYS_LATER = 100;

let school: School;
let url: string;
let ada: Page;
let recoveryCodes: string[];
/** The address of the class's page on the server. */
let onServer: string;

beforeAll(async () => {
	school = await openSchool(await onMadePglite());
	({ url } = school.server);
	const [printed, profile] = await Promise.all([
		setUpCode(school.server),
		school.device({ viewport: DESK })
	]);
	await giveAuthenticator(profile);
	ada = profile.page;
	await ada.goto(`${url}/teach/server`);
	await ada.getByLabel('Set-up code').fill(printed);
	recoveryCodes = await becomeTeacher(ada, 'Ada');
	await makeClass(ada, url, '7a', 3);
	await putOnServer(ada);
	onServer = ada.url();
});

afterAll(async () => {
	await school?.close();
});

describe('an invitation', () => {
	let link: string;

	it('makes one more teacher, who sees only their own classes', async () => {
		await ada.goto(`${url}/teach/server`);
		await button(ada, 'Invite a teacher').click();
		const address = ada.getByText(/^https?:.*#invite=/);
		await address.waitFor();
		link = await address.innerText();
		const grace = await school.device();
		await giveAuthenticator(grace);
		await grace.page.goto(link);
		await becomeTeacher(grace.page, 'Grace');
		expect(grace.page.url()).toBe(`${url}/teach/server`);
		await grace.page.getByText('None yet. Open a class').waitFor();
	});

	it('makes nobody a second time', async () => {
		const other = await school.device();
		await giveAuthenticator(other);
		const { page } = other;
		await page.goto(link);
		await page.getByLabel(/^Your name/).fill('Mallory');
		await button(page, 'Make a passkey and go on').click();
		await page.getByText('This code was used already').waitFor();
		expect(await axeFindings(page)).toEqual([]);
	});
});

describe('a recovery code', () => {
	it('signs in without the passkey, once', async () => {
		const { page } = await school.device({ viewport: DESK });
		const typeCode = async () => {
			await page.getByText('Sign in with a recovery code').click();
			await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
			await button(page.locator('form'), 'Sign in').click();
		};
		await page.goto(`${url}/teach/server`);
		await typeCode();
		await page.getByText('Signed in as Ada').waitFor();
		await page.getByText('9 recovery codes are left').waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await button(page, 'Sign out').click();
		await typeCode();
		await page.getByText('This code was used already').waitFor();
	});
});

describe('once the time to keep answers is over', () => {
	it('the server has counts by question alone, and says so', async () => {
		await ada.goto(onServer);
		const [classId = ''] = /[0-9a-f-]{36}/.exec(onServer) ?? [];
		const slips = await slipsOf(ada);
		await makeTest(ada, url, TITLE);
		await assignTo(ada, '7a');
		await ada.getByText('On the class server: they have it').waitFor();
		const { page: pupil } = await school.device();
		await joinClass(pupil, url, { slips, no: 2 });
		await openAssigned(pupil, url, TITLE);
		await button(pupil, 'Start').click();
		await answerTest(pupil, 'Syria');
		await handIn(pupil, pupil.getByText('Your teacher’s server has it').first());

		await school.later(DAYS_LATER);
		await ada.goto(`${url}/teach/server`);
		await button(ada, 'Sign in with a passkey').click();
		await ada.getByText('Signed in as Ada').waitFor();
		await ada.goto(onServer);
		await ada.getByText(/^Answers were deleted/).waitFor();
		await ada.getByRole('table', { name: TITLE }).waitFor();
		const api = (path: string) =>
			ada.evaluate(
				(at) => fetch(at).then(async (answer) => [answer.status, await answer.json()] as const),
				`/api/classes/${classId}${path}`
			);
		const [, { pupils }] = await api('');
		expect(pupils).toEqual([]);
		const [, kept] = (await api('/aggregates')) as [number, ClassAggregates];
		expect(kept.assignments).toMatchObject([{ title: TITLE, pupils: 1 }]);
		expect(JSON.stringify(kept)).not.toContain('Heron');
		await pupil.goto(`${url}/assigned`);
		await pupil.getByText(/no longer/).waitFor();
		expect(await axeFindings(ada)).toEqual([]);
	});
});
