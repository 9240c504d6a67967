import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds the lock of a data folder. */
export interface LockHolder {
	/** No other holder ever has the same. */
	token: string;
	pid: number;
	/** When the process began, in the machine's own count; a later process with the same pid has another. */
	begun: string;
	/** Machine, boot and container: only there the pid means this process. */
	place: string;
}

function readable(read: () => string): string {
	try {
		return read();
	} catch {
		return '';
	}
}

/**
 * When a process began, in clock ticks since the boot; empty where the system does not tell.
 *
 * @see proc_pid_stat(5), field 22; the name before it may hold spaces and brackets
 */
function begunOf(pid: number): string {
	const stat = readable(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
	return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function placeHere(): string {
	const boot = readable(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
	const container = readable(() => readlinkSync('/proc/self/ns/pid'));
	return [hostname(), boot, container].join(' ');
}

/** This process as a holder. */
export function holderHere(token: string): LockHolder {
	return { token, pid: process.pid, begun: begunOf(process.pid), place: placeHere() };
}

/** Whether a holder's process runs: `elsewhere` where this process cannot see it. */
export function lifeOf(holder: LockHolder): 'alive' | 'dead' | 'elsewhere' {
	if (holder.place !== placeHere()) return 'elsewhere';
	try {
		process.kill(holder.pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'dead';
	}
	return holder.begun === begunOf(holder.pid) ? 'alive' : 'dead';
}
