import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../e2e/support/app-server.ts';
import { newDatabase } from '../../server/support/databases.ts';
import { submit, type Load } from './load.ts';
import { serve, type Served } from './processes.ts';
import {
	firstTeacher,
	putClass,
	signIn,
	submissionsOf,
	type Caller
} from '../../server/support/school.ts';
import { soak } from './soak.ts';

/*
 * Prints how many submissions a second the class server takes on each store, beside a bare insert on the
 * same PostgreSQL in the same run; asserts nothing. `npm run bench:server [-- soak]`: 200 classes of 30 that all
 * hand in within a minute, on PostgreSQL or, with `pglite`, there.
 */
const CONNECTIONS = [1, 50];
const SECONDS = 8;
const PUPILS = 100;
const CODE = /\n\s+([0-9A-Z]+(?:-[0-9A-Z]+){3,})\n/;

const server = process.env.TEST_DATABASE_URL;
if (!server) throw new Error('TEST_DATABASE_URL is not set: use `npm run bench:server`.');

/** The app on a store, with its first teacher. */
interface School {
	app: Served;
	teacher: Caller;
	close(): Promise<void>;
}

async function openSchool(
	env: Record<string, string>,
	close: () => Promise<void>
): Promise<School> {
	const app = await serve(
		'src/cli/start.ts',
		{
			...env,
			CLASS_SERVER: 'on',
			FLOOD_GUARD: 'off',
			PORT: String(await freePort()),
			HOST: '127.0.0.1'
		},
		/Recount is at (\S+)[\s\S]*which works once/
	);
	const code = CODE.exec(app.said)?.[1] ?? '';
	const teacher = await firstTeacher(app, code);
	return { app, teacher, close: () => app.stop().then(close) };
}

async function onPglite(): Promise<School> {
	const folder = mkdtempSync(join(tmpdir(), 'recount-bench-'));
	const close = async () => rmSync(folder, { recursive: true, force: true });
	return openSchool({ CLASS_DATA: folder, DATABASE_URL: '' }, close);
}

async function onPostgres(url: string): Promise<School> {
	const database = await newDatabase(url);
	return openSchool({ DATABASE_URL: database.url }, () => database.drop());
}

const words = process.argv.slice(2);
const stores = { PGlite: onPglite, PostgreSQL: () => onPostgres(server) };

function line(what: string, load: Load, floor?: Load): string {
	const ratio = floor ? `${(load.perSecond / floor.perSecond).toFixed(2)} of bare` : '';
	const figures = `${load.perSecond.toFixed(0).padStart(6)}/s  p50 ${load.p50} ms  p99 ${load.p99} ms`;
	return `${what.padEnd(12)} ${figures}  refused ${load.refused}  ${ratio}`;
}

async function compare(): Promise<void> {
	const database = await newDatabase(server ?? '');
	const bare = await serve(
		'tests/bench/server/bare-insert.ts',
		{ DATABASE_URL: database.url },
		/Bare insert is at (\S+)/
	);
	const schools = [];
	for (const [name, open] of Object.entries(stores)) {
		const school = await open();
		const klass = await putClass(school.teacher, PUPILS);
		const pupils = await Promise.all(klass.pins.map((pin) => signIn(school.app, klass, pin)));
		schools.push({ name, school, klass, pupils });
	}
	for (const connections of CONNECTIONS) {
		console.info(`\nSubmissions, ${connections} connection${connections > 1 ? 's' : ''}`);
		const [first] = schools;
		if (!first) return;
		const sending = { connections, seconds: SECONDS };
		const floor = await submit(bare.url, '/', { ...sending, ...first });
		console.info(line('bare insert', floor));
		for (const { name, school, klass, pupils } of schools) {
			const before = await submissionsOf(school.teacher, klass);
			const path = `/api/pupil/${klass.id}/work`;
			const load = await submit(school.app.url, path, { ...sending, pupils, klass });
			const kept = (await submissionsOf(school.teacher, klass)) - before;
			console.info(`${line(name, load, floor)}  kept ${kept}`);
		}
	}
	await bare.stop();
	await database.drop();
	for (const { school } of schools) await school.close();
}

if (words.includes('soak')) {
	const school = await stores[words.includes('pglite') ? 'PGlite' : 'PostgreSQL']();
	await soak(school.teacher);
	await school.close();
} else await compare();

const load = loadavg()[0]?.toFixed(1);
console.info(`\nload ${load} on ${availableParallelism()} cores: read the ratios`);
