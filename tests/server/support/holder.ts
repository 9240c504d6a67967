import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SCRIPT = join(import.meta.dirname, 'hold-store.ts');

/** A process that writes to a store, and what it told. */
export interface Holder {
	pid: number;
	/** Its next line. */
	line(): Promise<string>;
	/** Kills it as a power cut would, and gives the last number it acknowledged. */
	kill(): Promise<number>;
	/** How it ended by itself. */
	ended: Promise<number | null>;
}

/** Starts a process that opens the store of an environment and writes until it is killed. */
export function startHolder(env: Record<string, string>): Holder {
	const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', SCRIPT], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	if (!child.stdout) throw new Error('no output');
	const lines: string[] = [];
	const reader = createInterface(child.stdout);
	reader.on('line', (line) => lines.push(line));
	const closed = once(child, 'close');
	return {
		pid: child.pid ?? 0,
		ended: closed.then(([code]) => code as number | null),
		async line() {
			if (lines.length === 0) await Promise.race([once(reader, 'line'), closed]);
			return lines.shift() ?? '';
		},
		async kill() {
			child.kill('SIGKILL');
			await closed;
			return Number(lines.at(-1) ?? 0);
		}
	};
}
