import { describe, expect, it, onTestFinished } from 'vitest';
import type { ServedSubmissions } from '#lib/domain/classroom/api/class-api.ts';
import type { UploadAck } from '#lib/domain/classroom/api/pupil-api.ts';
import {
	ask,
	firstTeacher,
	headersOf,
	putClass,
	signIn,
	uploadOf,
	type Caller,
	type Klass,
	type Pupil
} from '../server/support/school.ts';
import { freePort, setUpCode, startApp, type AppServer } from './support/app-server.ts';
import { onMadePglite, onPostgres, type Place } from './support/class-school.ts';

const postgres = process.env.TEST_DATABASE_URL;
const PUPILS = 4;

/** Where a class server keeps its rows, as its environment says it. */
type Env = Place['env'];

async function placed(making: Promise<Place>): Promise<Env> {
	const { env, clear } = await making;
	onTestFinished(clear);
	return env;
}

async function started(place: Env, port = 0): Promise<AppServer> {
	const server = await startApp(port, 'build', place);
	onTestFinished(() => server.stop());
	return server;
}

/** A class with its pupils signed in, on a server that is up. */
async function school(server: AppServer) {
	const teacher = await firstTeacher({ url: server.url }, await setUpCode(server));
	const klass = await putClass(teacher, PUPILS);
	const pupils = await Promise.all(
		klass.pins.map((pin) => signIn({ url: server.url }, klass, pin))
	);
	return { teacher, klass, pupils };
}

/** Sends an upload; the ids the server acknowledged as handed in, none where it did not answer. */
async function send(pupil: Pupil, body: string): Promise<string[]> {
	const response = await fetch(`${pupil.url}/api/pupil/${pupil.classId}/work`, {
		...{ method: 'POST', headers: headersOf(pupil), body }
	}).catch(() => undefined);
	if (!response?.ok) return [];
	const { attempts } = (await response.json()) as UploadAck;
	return attempts.flatMap((each) => (each.handedInAt === undefined ? [] : each.submissionId));
}

/** The ids of all submissions the teacher can fetch. */
async function kept(teacher: Caller, { id, assignmentId }: Klass): Promise<string[]> {
	const ids = new Set<string>();
	for (let after = 0; ;) {
		const path = `classes/${id}/assignments/${assignmentId}/submissions?after=${after}`;
		const { value } = await ask<ServedSubmissions>(teacher, 'GET', path);
		for (const submission of value.submissions) ids.add(submission.id);
		if (!value.more) return [...ids].sort();
		after = value.submissions.at(-1)?.arrivedAt ?? after;
	}
}

const stores: [string, () => Promise<Env>][] = [
	['PGlite', () => placed(onMadePglite())],
	...(postgres
		? [['PostgreSQL', () => placed(onPostgres(postgres))] as (typeof stores)[number]]
		: [])
];
if (!postgres)
	console.info('TEST_DATABASE_URL is not set: the faults are not tried on PostgreSQL.');

describe.each(stores)('the class server on %s', (_, make) => {
	it('has every acknowledged submission after kill -9 in the middle of them', async () => {
		const place = await make();
		const port = await freePort();
		const first = await started(place, port);
		const { teacher, klass, pupils } = await school(first);
		const acknowledged: string[] = [];
		let isUp = true;
		const sending = pupils.map(async (pupil) => {
			while (isUp)
				acknowledged.push(...(await send(pupil, JSON.stringify(uploadOf(pupil, klass)))));
		});
		await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(40);
		isUp = false;
		await first.kill();
		await Promise.all(sending);

		const again = await started(place, port);
		await expect
			.poll(async () => (await fetch(`${again.url}/api/health`)).text(), { timeout: 60_000 })
			.toContain('ready');
		expect(await kept(teacher, klass)).toEqual(expect.arrayContaining(acknowledged.sort()));
	});

	it('keeps one of what every device sends twice, at once and later', async () => {
		const server = await started(await make());
		const { teacher, klass, pupils } = await school(server);
		const bodies = pupils.map((pupil) => ({ pupil, upload: uploadOf(pupil, klass) }));
		const twice = [...bodies, ...bodies].map(({ pupil, upload }) =>
			send(pupil, JSON.stringify(upload))
		);
		const acks = (await Promise.all(twice)).flat();
		for (const { pupil, upload } of bodies)
			acks.push(...(await send(pupil, JSON.stringify(upload))));
		const ids = bodies.map(({ upload }) => upload.attempts[0]?.submissionId).sort();
		expect(acks).toHaveLength(3 * PUPILS);
		expect(await kept(teacher, klass)).toEqual(ids);
	});

	it('takes no score, no other number, no other class and nothing too large', async () => {
		const server = await started(await make());
		const { teacher, klass, pupils } = await school(server);
		const other = await putClass(teacher, 1);
		const [pupil, neighbour] = pupils;
		if (!pupil || !neighbour) throw new Error('no pupils');
		const status = async (path: string, body: unknown) =>
			(
				await fetch(`${server.url}/api/${path}`, {
					...{ method: 'POST', headers: headersOf(pupil) },
					body: JSON.stringify(body)
				})
			).status;
		const work = `pupil/${klass.id}/work`;
		const honest = uploadOf(pupil, klass);
		const [attempt] = honest.attempts;
		const scored = { ...honest, attempts: [{ ...attempt, score: 100 }] };
		expect(await send(pupil, JSON.stringify(scored))).toEqual([]);
		expect(await send(pupil, JSON.stringify(uploadOf(neighbour, klass)))).toEqual([]);
		expect(await status(`pupil/${other.id}/work`, honest)).toBe(401);
		expect(await status(`classes/${klass.id}/rulings`, { rulings: [] })).toBe(401);
		const foreign = await fetch(`${server.url}/api/${work}`, {
			method: 'POST',
			headers: { ...headersOf(pupil), origin: 'https://elsewhere.example' },
			body: JSON.stringify(honest)
		});
		expect(foreign.status).toBe(403);
		expect(await kept(teacher, klass)).toEqual([]);
		// Last: the rest of it is not read, and the connection is closed over it.
		expect(await status(work, { attempts: [], ready: [], pad: 'x'.repeat(600_000) })).toBe(413);
	});
});

describe.skipIf(!postgres)('two processes on one PostgreSQL', () => {
	it('are as one', async () => {
		const place = await placed(onPostgres(postgres ?? ''));
		// Passkeys and the check of writing requests hang on the address people type: a balancer's.
		const address = `http://localhost:${await freePort()}`;
		const env = { ...place, ORIGIN: address };
		const [one, two] = await Promise.all([startApp(0, 'build', env), startApp(0, 'build', env)]);
		onTestFinished(async () => {
			await Promise.all([one.stop(), two.stop()]);
		});
		const at = (server: AppServer) => ({ url: server.url, origin: address });
		const teacher = await firstTeacher(at(one), await setUpCode(one));
		const klass = await putClass(teacher, PUPILS);
		const [pin] = klass.pins;
		if (!pin) throw new Error('no PIN');
		const pupil = await signIn(at(two), klass, pin);
		const upload = JSON.stringify(uploadOf(pupil, klass));
		const both = [pupil, { ...pupil, url: one.url }];
		const acks = await Promise.all([...both, ...both].map((each) => send(each, upload)));
		expect(new Set(acks.flat()).size).toBe(1);
		expect(acks.flat()).toHaveLength(4);
		const elsewhere = { ...teacher, url: two.url };
		expect(await kept(elsewhere, klass)).toEqual(await kept(teacher, klass));
		const guesses = Array.from({ length: 12 }, (_, i) =>
			fetch(`${(i % 2 ? one : two).url}/api/pupil/sign-in`, {
				...{ method: 'POST', headers: headersOf({ url: address, cookie: '' }) },
				body: JSON.stringify({ code: klass.code, no: 2, pin: '000000' })
			}).then(({ status }) => status)
		);
		const statuses = await Promise.all(guesses);
		expect(statuses.filter((status) => status === 423)).toHaveLength(3);
		expect(statuses.filter((status) => status === 401)).toHaveLength(9);
	});
});
