import { randomUUID } from 'node:crypto';
import * as files from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { holderHere, lifeOf, type LockHolder } from './lock-holder.ts';
import type { StoreProblem } from './types.ts';

/** A data folder that no other process opens meanwhile. */
export interface FolderLock {
	release(): void;
}

/** How a holder in another container or on another machine is watched. */
export interface LockWatch {
	/** The holder touches the file so often. */
	beatMs: number;
	/** Untouched for so long, the holder is dead. */
	silentMs: number;
}

const WATCH: LockWatch = { beatMs: 2000, silentMs: 20_000 };
const MOST_ROUNDS = 20;
const UNREADABLE_PID = 0;

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';
const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** Makes the file with its content in one step; false where it is there already. */
function create(file: string, holder: LockHolder): boolean {
	const content = JSON.stringify(holder);
	const draft = join(dirname(file), `recount.draft-${holder.token}`);
	try {
		files.writeFileSync(draft, content);
		files.linkSync(draft, file);
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EINVAL'].includes(codeOf(error))) throw error;
		return createUnlinked(file, content);
	} finally {
		files.rmSync(draft, { force: true });
	}
}

/** On a file system without links, as of memory sticks. */
function createUnlinked(file: string, content: string): boolean {
	try {
		files.writeFileSync(file, content, { flag: 'wx' });
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	}
}

/** Who holds it; undefined where the file is gone. */
function read(file: string): LockHolder | undefined {
	try {
		return JSON.parse(files.readFileSync(file, 'utf8')) as LockHolder;
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		return { token: '', pid: UNREADABLE_PID, begun: '', place: '' };
	}
}

function touchedAt(file: string): number {
	return files.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function isAlive(file: string, holder: LockHolder, watch: LockWatch): Promise<boolean> {
	if (holder.pid === UNREADABLE_PID) return true;
	const life = lifeOf(holder);
	if (life !== 'elsewhere') return life === 'alive';
	const before = touchedAt(file);
	for (let waited = 0; waited < watch.silentMs; waited += watch.beatMs) {
		await pause(watch.beatMs);
		if (touchedAt(file) !== before) return true;
	}
	return false;
}

/**
 * One try. A dead holder's file is never deleted, for by then it might be another's: whoever makes the file
 * that comes after that holder's token, which only one can, puts it in its place by renaming.
 */
async function tryClaim(
	root: string,
	me: LockHolder,
	watch: LockWatch
): Promise<LockHolder | 'mine' | 'again'> {
	let file = root;
	let first: LockHolder | undefined;
	while (!create(file, me)) {
		const there = read(file);
		if (!there) return 'again';
		if (await isAlive(file, there, watch)) return there;
		first ??= there;
		file = `${root}.after-${there.token}`;
	}
	if (!first) return 'mine';
	if (read(root)?.token !== first.token) {
		files.rmSync(file, { force: true });
		return 'again';
	}
	files.renameSync(file, root);
	return 'mine';
}

function sweepTraces(root: string): void {
	const traces = `${basename(root)}.after-`;
	for (const name of files.readdirSync(dirname(root))) {
		if (name.startsWith(traces)) files.rmSync(join(dirname(root), name), { force: true });
	}
}

function held(root: string, me: LockHolder, beatMs: number): FolderLock {
	const beat = setInterval(() => {
		const now = new Date();
		files.utimes(root, now, now, () => undefined);
	}, beatMs);
	beat.unref();
	return {
		release() {
			clearInterval(beat);
			if (read(root)?.token === me.token) files.rmSync(root, { force: true });
		}
	};
}

/**
 * Takes a folder for this process alone: two PGlite processes on one folder lose committed rows without
 * any error. A lock whose process died is taken over.
 */
export async function lockFolder(
	folder: string,
	watch: LockWatch = WATCH
): Promise<Outcome<FolderLock, StoreProblem>> {
	files.mkdirSync(folder, { recursive: true, mode: 0o700 });
	const root = join(folder, 'recount.lock');
	const me = holderHere(randomUUID());
	for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
		const claimed = await tryClaim(root, me, watch);
		if (claimed === 'mine') {
			sweepTraces(root);
			return done(held(root, me, watch.beatMs));
		}
		if (claimed !== 'again') return refused({ code: 'locked', folder, pid: claimed.pid });
		await pause(Math.random() * watch.beatMs * 0.05);
	}
	return refused({ code: 'locked', folder, pid: UNREADABLE_PID });
}
