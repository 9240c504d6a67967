import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const KILL_AFTER_MS = 4000;

/** A running server of the built app. */
export interface AppServer {
	url: string;
	port: number;
	/** All it wrote so far. */
	said(): string;
	stop(): Promise<void>;
	/** As a power cut would end it. */
	kill(): Promise<void>;
}

const CODE = /\n\s+([0-9A-Z]+(?:-[0-9A-Z]+){3,})\n/;
const READY_MS = 90_000;

/** The set-up code that a class server prints at its first start. */
export async function setUpCode(server: Pick<AppServer, 'said'>): Promise<string> {
	for (const until = Date.now() + READY_MS; Date.now() < until;) {
		const code = CODE.exec(server.said())?.[1];
		if (code) return code;
		await new Promise((wake) => setTimeout(wake, 200));
	}
	throw new Error(`No set-up code was printed:\n${server.said()}`);
}

async function stopProcess(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = once(child, 'exit');
	child.kill('SIGTERM');
	const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
	await gone;
	clearTimeout(timer);
}

async function killProcess(child: ChildProcess): Promise<void> {
	const gone = once(child, 'exit');
	child.kill('SIGKILL');
	await gone;
}

/**
 * Serves a built app with the project's own start script; `port` 0 takes a free one. Without a class
 * server, unless `env` says otherwise.
 */
export async function startApp(
	port = 0,
	build = 'build',
	env: Record<string, string> = { CLASS_SERVER: 'off' }
): Promise<AppServer> {
	const chosen = port || (await freePort());
	const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src', 'cli', 'start.ts')], {
		cwd: root,
		env: {
			...process.env,
			...{ PORT: String(chosen), HOST: '127.0.0.1', RECOUNT_BUILD: build },
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	await new Promise<void>((ready, fail) => {
		child.stdout.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			if (said.includes('Recount is at')) ready();
		});
		child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
		child.once('exit', (code) => fail(new Error(`The server ended with ${code}:\n${said}`)));
	});
	return {
		url: `http://localhost:${chosen}`,
		port: chosen,
		said: () => said,
		stop: () => stopProcess(child),
		kill: () => killProcess(child)
	};
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
	const { createServer } = await import('node:net');
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	if (typeof address !== 'object' || !address) throw new Error('No free port.');
	return address.port;
}
