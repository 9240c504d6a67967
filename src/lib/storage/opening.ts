import type { Dexie } from 'dexie';
import { RecountDatabase, type StoreFactory } from './database.ts';
import { DeviceDatabase } from './device-database.ts';
import { done, refused, type Outcome } from './outcome.ts';

/**
 * Why a store could not be opened; it is left exactly as it was.
 * `blocked`: an older tab holds it; `newer`: a newer program wrote it; `unavailable`: this browser gives
 * no storage here; `timeout`: no answer in time; `failed`: it failed twice.
 */
export type OpenProblem =
	| { code: 'blocked' }
	| { code: 'newer'; version: number; /** what the store is called */ store: string }
	| { code: 'unavailable'; cause: unknown }
	| { code: 'timeout' }
	| { code: 'failed'; cause: unknown };

/** What another tab does with a store that was let go. */
export type GivenUp = 'upgraded' | 'deleted';

export interface OpenOptions {
	/** Another place than the browser's own. */
	factory?: StoreFactory;
	/** How long to wait for an answer; 8,000 unless given. */
	timeoutMs?: number;
	/** How long to wait for an older tab to let go; 2,000 unless given. */
	blockedMs?: number;
	/** Told once the store was given up so that another tab can upgrade or delete it. */
	onGivenUp?: (why: GivenUp) => void;
}

/** An open store; `created` where it did not exist before. */
export interface Opened<D extends Dexie> {
	database: D;
	created: boolean;
}

/** Opens one learner's database; a passing fault is tried once more, and nothing is ever deleted. */
export function openDatabase(
	learnerId: string,
	options: OpenOptions = {}
): Promise<Outcome<Opened<RecountDatabase>, OpenProblem>> {
	return open((factory) => new RecountDatabase(learnerId, factory), options);
}

/** Opens the list of this device's learners, with the same care. */
export function openDeviceDatabase(
	options: OpenOptions = {}
): Promise<Outcome<Opened<DeviceDatabase>, OpenProblem>> {
	return open((factory) => new DeviceDatabase(factory), options);
}

async function open<D extends Dexie>(
	make: (factory?: StoreFactory) => D,
	options: OpenOptions
): Promise<Outcome<Opened<D>, OpenProblem>> {
	const first = await openOnce(make, options);
	const again = !first.ok && first.problem.code === 'failed';
	return again ? openOnce(make, options) : first;
}

async function openOnce<D extends Dexie>(
	make: (factory?: StoreFactory) => D,
	options: OpenOptions
): Promise<Outcome<Opened<D>, OpenProblem>> {
	const factory = options.factory ?? browserFactory();
	if (!factory) return refused({ code: 'unavailable', cause: undefined });
	const database = make(careful(factory));
	const declared = database.verno;
	let created = false;
	database.on('populate', () => {
		created = true;
	});
	giveUpForOthers(database, options.onGivenUp);
	const problem = (await waitFor(database, options)) ?? newerThan(declared, database);
	if (problem) {
		database.close();
		return refused(problem);
	}
	return done({ database, created });
}

function browserFactory(): StoreFactory | undefined {
	return typeof indexedDB === 'undefined' ? undefined : { indexedDB, IDBKeyRange };
}

/**
 * The factory without any way to delete, and without the step by which Dexie would add its own tables
 * to a store that a newer program wrote.
 */
function careful({ indexedDB, IDBKeyRange }: StoreFactory): StoreFactory {
	const native = indexedDB as IDBFactory;
	let declared: number | undefined;
	return {
		IDBKeyRange,
		indexedDB: {
			open(name: string, version?: number) {
				if (version === undefined) return native.open(name);
				declared ??= version;
				if (version >= declared + 10) throw new DOMException('newer', 'VersionError');
				return native.open(name, version);
			},
			// Without it Dexie keeps a database of database names.
			databases: () => native.databases()
		} as Pick<IDBFactory, 'open' | 'databases'>
	};
}

/** Lets go at once when another tab upgrades or deletes the store, and never opens it again by itself. */
function giveUpForOthers(database: Dexie, onGivenUp: OpenOptions['onGivenUp']): void {
	database.on('versionchange', ({ newVersion }) => {
		database.close();
		onGivenUp?.(newVersion === null ? 'deleted' : 'upgraded');
		return false;
	});
}

async function waitFor(database: Dexie, options: OpenOptions): Promise<OpenProblem | undefined> {
	const { timeoutMs = 8000, blockedMs = 2000 } = options;
	const timers: ReturnType<typeof setTimeout>[] = [];
	const after = (ms: number, problem: OpenProblem) =>
		new Promise<OpenProblem>((resolve) => {
			timers.push(setTimeout(() => resolve(problem), ms));
		});
	const blocked = new Promise<OpenProblem>((resolve) => {
		database.on('blocked', () => void after(blockedMs, { code: 'blocked' }).then(resolve));
	});
	const opened = Promise.resolve(database.open()).then(() => undefined, openProblem);
	const problem = await Promise.race([opened, blocked, after(timeoutMs, { code: 'timeout' })]);
	timers.forEach(clearTimeout);
	return problem;
}

function newerThan(declared: number, database: Dexie): OpenProblem | undefined {
	const version = Math.floor(database.backendDB().version / 10);
	return version > declared ? { code: 'newer', version, store: database.name } : undefined;
}

const withheld = ['MissingAPIError', 'SecurityError', 'NotAllowedError', 'NotSupportedError'];

function openProblem(cause: { name?: string }): OpenProblem {
	const unavailable = withheld.includes(cause.name ?? '') || mutationRefused(cause);
	return { code: unavailable ? 'unavailable' : 'failed', cause };
}

/** Firefox refuses to open a store in a private window with an InvalidStateError. */
function mutationRefused(cause: { name?: string; message?: string }): boolean {
	return cause.name === 'InvalidStateError' && /mutation/i.test(cause.message ?? '');
}
