import {
	spawn,
	spawnSync,
	type ChildProcess,
	type SpawnOptions,
	type StdioOptions
} from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * A PostgreSQL for tests: a cluster of its own in a temporary folder on a spare port, gone at the end.
 *
 * `npx tsx src/cli/test-postgres.ts -- <command>` runs a command with TEST_DATABASE_URL set;
 * without a command it tells the address and stays until it is stopped.
 */

const DEBIAN = '/usr/lib/postgresql';
const READY_MS = 60_000;
const isRoot = process.getuid?.() === 0;

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

/** The folder of `initdb` and `postgres`: Debian's newest, else where the shell finds them. */
function programs(): string | undefined {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
	const debian = versions.toSorted((a, b) => b - a).map((each) => join(DEBIAN, `${each}`, 'bin'));
	const folders = [...debian, ...(process.env.PATH ?? '').split(delimiter)];
	return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

function install(): void {
	if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return;
	console.info('Installing PostgreSQL for the tests …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const options = { stdio: 'inherit', env } as const;
	spawnSync('apt-get', ['update', '-q'], options);
	spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'postgresql'], options);
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function asUser(): Pick<SpawnOptions, 'uid' | 'gid'> {
	if (!isRoot) return {};
	const id = (flag: string) =>
		Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim());
	return { uid: id('-u'), gid: id('-g') };
}

function sparePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

function isListening(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('connect', () => socket.end());
	});
}

/** A running cluster. */
interface Cluster {
	url: string;
	stop(): Promise<void>;
}

async function ready(server: ChildProcess, port: number): Promise<void> {
	for (const until = Date.now() + READY_MS; Date.now() < until;) {
		if (server.exitCode !== null) break;
		if (await isListening(port)) return;
		await new Promise((wake) => setTimeout(wake, 100));
	}
	fail('The test PostgreSQL did not start.');
}

async function startCluster(bin: string): Promise<Cluster> {
	const user = asUser();
	const folder = mkdtempSync(join(tmpdir(), 'recount-postgres-'));
	if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	const stdio: StdioOptions = ['ignore', 'ignore', 'inherit'];
	const run = { ...user, cwd: folder, stdio };
	const how = ['--auth=trust', '--username=recount', '--encoding=UTF8', '--locale=C'];
	const made = spawnSync(join(bin, 'initdb'), ['--pgdata', data, ...how], run);
	if (made.status !== 0) fail('The test PostgreSQL could not be made.');
	const port = await sparePort();
	const settings = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		max_connections: '200',
		log_min_messages: 'fatal',
		log_min_error_statement: 'panic'
	};
	const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
		...run,
		detached: true
	});
	const ended = once(server, 'exit');
	await ready(server, port);
	return {
		url: `postgres://recount@127.0.0.1:${port}/postgres`,
		async stop() {
			// Fast shutdown: it does not wait for who is connected.
			server.kill('SIGINT');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Runs a command to its end; a signal to this process is passed on to it. */
function runCommand([command = '', ...rest]: string[], url: string): Promise<number> {
	const env = { ...process.env, TEST_DATABASE_URL: url };
	const child = spawn(command, rest, { stdio: 'inherit', env });
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
	return new Promise((resolve) => {
		child.once('error', (error) => {
			console.error(error.message);
			resolve(1);
		});
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

function untilStopped(url: string): Promise<number> {
	console.info(`TEST_DATABASE_URL=${url}`);
	const alive = setInterval(() => undefined, 1 << 30);
	return new Promise((resolve) => {
		const stop = () => {
			clearInterval(alive);
			resolve(0);
		};
		process.once('SIGINT', stop).once('SIGTERM', stop);
	});
}

if (!programs()) install();
const bin = programs();
if (!bin)
	fail(
		'There is no PostgreSQL here: install it (Debian: apt-get install postgresql) and try again.'
	);
const cluster = await startCluster(bin);
const split = process.argv.indexOf('--');
const command = split < 0 ? [] : process.argv.slice(split + 1);
const code = await (command.length > 0
	? runCommand(command, cluster.url)
	: untilStopped(cluster.url));
await cluster.stop();
process.exit(code);
