import { describe, expect, it } from 'vitest';
import type { SignedInTeacher } from '#lib/domain/classroom/api/teacher-api.ts';
import { done, refused } from '#lib/domain/classroom/outcome.ts';
import { ClassServer } from '#lib/remote/class-server.ts';
import { ServerAccount } from '#lib/state/teach/server-account.svelte.ts';
import type { Passkeys } from '#lib/state/teach/server-passkeys.ts';

const TEACHER: SignedInTeacher = {
	...{ id: 't', name: 'Ms T', recoveryCodesLeft: 10 },
	passkeys: [{ id: 'k', createdAt: 1 }]
};
const CODES = Array.from({ length: 10 }, (_, i) => `CODE-${i}`);

const credential = { id: 'k', rawId: 'k', response: {}, type: 'public-key' as const };
const GIVEN: Passkeys = {
	create: async () => done(credential),
	sign: async () => done(credential)
};

type Answers = Record<string, [unknown, number?]>;

/** A server of so many answers, by method and path; what it was asked, in order. */
function account(answers: Answers, passkeys: Passkeys = GIVEN) {
	const asked: string[] = [];
	let signIns = 0;
	const fetch: typeof globalThis.fetch = async (url, init) => {
		const request = `${init?.method} ${String(url).replace('/api/', '')}`;
		asked.push(request);
		const [body, status = 200] = answers[request] ?? [{ code: 'missing' }, 404];
		return Response.json(body, { status });
	};
	const server = new ClassServer({ fetch, base: '' });
	const onsignin = () => void (signIns += 1);
	const made = new ServerAccount({ server, hasServer: true, passkeys, onsignin });
	return { account: made, asked, answers, signIns: () => signIns };
}

const health = (classServer: string, needsSetUp = false): [unknown] => [
	{ app: 'ok', classServer, needsSetUp }
];
const NOBODY: [unknown, number] = [{ code: 'signed-out' }, 401];

describe('looking for the class server', () => {
	it.each<[string, Answers, string]>([
		['off', { 'GET health': health('off') }, 'off'],
		['broken', { 'GET health': health('failed') }, 'broken'],
		['set-up', { 'GET health': health('ready', true) }, 'set-up'],
		['away', { 'GET health': ['<html>'] }, 'away'],
		['out', { 'GET health': health('ready'), 'GET teacher/me': NOBODY }, 'signed-out'],
		['in', { 'GET health': health('ready'), 'GET teacher/me': [TEACHER] }, 'signed-in'],
		[
			'its store away',
			{ 'GET health': health('ready'), 'GET teacher/me': [{ code: 'unavailable' }, 503] },
			'away'
		]
	])('finds it %s', async (_, answers, status) => {
		const { account: found } = account(answers);
		await found.look();
		expect(found.status).toBe(status);
	});

	it('wakes one that is asleep, and waits until it is open', async () => {
		const { account: found, answers } = account({
			'GET health': health('asleep'),
			'GET teacher/me': [{ code: 'starting', retryAfterS: 0.02 }, 503]
		});
		await found.look();
		expect(found.status).toBe('opening');
		answers['GET health'] = health('ready', true);
		await expect.poll(() => found.status).toBe('set-up');
	});

	it('asks nothing where this copy has no server', async () => {
		const { asked } = account({});
		const server = new ClassServer({ fetch, base: '' });
		const none = new ServerAccount({ server, hasServer: false });
		await none.look();
		expect([none.status, asked]).toEqual(['off', []]);
	});
});

describe('the account', () => {
	const FLOW: [unknown] = [{ flowId: 'f', options: { challenge: 'c' } }];

	it('is made by a code and a passkey, and shows its recovery codes until they are kept', async () => {
		const { account: found, signIns } = account({
			'POST teacher/join': FLOW,
			'POST teacher/join/verify': [{ ...TEACHER, recoveryCodes: CODES }]
		});
		expect(await found.join(' SET-UP ', ' Ms T ')).toBe(true);
		expect([found.status, found.codes, signIns()]).toEqual(['signed-in', CODES, 1]);
		found.keptCodes();
		expect(found.codes).toEqual([]);
	});

	it('is not made where the person gives no passkey, and the code stays good', async () => {
		const refusing: Passkeys = { ...GIVEN, create: async () => refused({ code: 'cancelled' }) };
		const { account: found, asked } = account({ 'POST teacher/join': FLOW }, refusing);
		expect(await found.join('SET-UP', 'Ms T')).toBe(false);
		expect([found.problem?.code, found.busy]).toEqual(['cancelled', false]);
		expect(asked).toEqual(['POST teacher/join']);
	});

	it('is entered by a recovery code; a wrong one says so', async () => {
		const { account: found, answers } = account({
			'POST teacher/recover': [{ code: 'wrong-code' }, 401]
		});
		expect(await found.recover('NO')).toBe(false);
		expect(found.problem?.code).toBe('wrong-code');
		answers['POST teacher/recover'] = [TEACHER];
		expect(await found.recover('YES')).toBe(true);
		expect([found.problem, found.status]).toEqual([undefined, 'signed-in']);
	});

	it('is done one thing at a time, and told when the session ran out', async () => {
		const { account: found, asked } = account({ 'POST teacher/invitations': NOBODY });
		found.status = 'signed-in';
		const both = await Promise.all([found.invite(), found.invite()]);
		expect([both, asked.length]).toEqual([[false, false], 1]);
		expect(found.status).toBe('signed-out');
	});

	it('gives invitations, newest first', async () => {
		const { account: found, answers } = account({
			'POST teacher/invitations': [{ code: 'A', expiresAt: 1 }]
		});
		await found.invite();
		answers['POST teacher/invitations'] = [{ code: 'B', expiresAt: 2 }];
		await found.invite();
		expect(found.invitations.map(({ code }) => code)).toEqual(['B', 'A']);
	});
});
