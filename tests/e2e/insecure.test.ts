import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppServer } from './support/app-server.ts';
import { axeFindings } from './support/axe.ts';
import { openProfile, type Profile } from './support/browser.ts';

/** A name that is not this machine's own: over http the browser trusts it as little as any other. */
const NAME = 'school.example';

let server: AppServer;
let profile: Profile;

beforeAll(async () => {
	server = await startApp();
	profile = await openProfile({ args: [`--host-resolver-rules=MAP ${NAME} 127.0.0.1`] });
});

afterAll(async () => {
	await profile?.close();
	await server?.stop();
});

describe('at an address without https', () => {
	it('says on the first screen what the browser withholds, and begins all the same', async () => {
		const { page, errors } = profile;
		await page.goto(`http://${NAME}:${server.port}/`);
		await page.getByText('This address is not secure').waitFor();
		expect(await page.evaluate(() => isSecureContext)).toBe(false);
		expect(await axeFindings(page)).toEqual([]);
		await page.getByRole('button', { name: 'Go on like this' }).click();
		await page.getByRole('button', { name: 'Start' }).click();
		await page.getByText('Guess 1 of 5').waitFor();
		// Over http one header counts for nothing, and the browser says so.
		expect(errors.filter((each) => !each.includes('Opener-Policy'))).toEqual([]);
	});

	it('still opens what needs no cryptography', async () => {
		const { page } = profile;
		await page.goto(`http://${NAME}:${server.port}/reports/add`);
		await page.getByRole('heading', { level: 1, name: 'Add a report' }).waitFor();
	});
});
