import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** A process that serves, and what it said until it was ready. */
export interface Served {
	url: string;
	said: string;
	stop(): Promise<void>;
}

/** Starts a TypeScript file that serves; ready once what it says matches, which tells the address. */
export async function serve(
	file: string,
	env: Record<string, string>,
	ready: RegExp
): Promise<Served> {
	const child = spawn(process.execPath, ['--import', 'tsx', join(root, file)], {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	// However this process ends, it leaves none behind.
	process.once('exit', () => child.kill());
	let said = '';
	const url = await new Promise<string>((resolve, reject) => {
		child.stdout.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const found = ready.exec(said);
			if (found?.[1]) resolve(found[1]);
		});
		child.once('exit', (code) => reject(new Error(`${file} ended with ${code}:\n${said}`)));
	});
	return {
		url,
		get said() {
			return said;
		},
		stop: () => stop(child)
	};
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = once(child, 'exit');
	child.kill('SIGTERM');
	await gone;
}
