import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { Health } from '#lib/domain/classroom/api/teacher-api.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from './context.ts';
import type { ClassStore, StoreProblem } from './store/types.ts';

/** `on`: opened at the start; `off`: never; `asked`: once somebody asks for a class. */
export type ClassServerMode = 'on' | 'off' | 'asked';

/** What the class server is made of; tests hand in their own. */
export interface ClassServerParts {
	mode: ClassServerMode;
	open(): Promise<Outcome<ClassStore, StoreProblem>>;
	/** A context over a store that is open. */
	context(store: ClassStore, origin: string): ServerContext;
	/** Where browsers reach this server, for what no request asked. */
	origin: string;
	/** Once the store is open: whatever is to be told or done then. */
	opened(context: ServerContext): Promise<void>;
	/** Every hour, and once the store is open. */
	hourly(context: ServerContext): Promise<unknown>;
	/** Whether no teacher was made yet. */
	needsSetUp(context: ServerContext): Promise<boolean>;
	/** Tells the operator why the store did not open; asked once for each reason. */
	failed(problem: StoreProblem): void;
	/** What nobody expected. */
	unexpected(error: unknown): void;
	sleep(ms: number): Promise<void>;
}

const HOUR_MS = 3_600_000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
/** Health never waits longer for the store. */
const HEALTH_MS = 200;

const STARTING: ApiProblem = { code: 'starting', retryAfterS: 1 };
const AWAY: ApiProblem = { code: 'unavailable', retryAfterS: 5 };

/** The store's life in this process: opened behind the pages' back, asked by the API, closed at the end. */
export class ClassServer {
	readonly #parts: ClassServerParts;
	#state: Health['classServer'];
	#store: ClassStore | undefined;
	#opening: Promise<void> | undefined;
	#isClosed = false;
	#told: string | undefined;
	#hasTeacher = false;
	#hours: NodeJS.Timeout | undefined;

	constructor(parts: ClassServerParts) {
		this.#parts = parts;
		this.#state = parts.mode === 'off' ? 'off' : 'asleep';
	}

	/** Opens the store at the start of the process where it is to be there by itself. */
	start(): void {
		if (this.#parts.mode === 'on') this.wake();
	}

	/** Opens the store in the background, once. */
	wake(): void {
		if (this.#state !== 'asleep' || this.#isClosed) return;
		this.#state = 'starting';
		this.#opening = this.#open().catch((error: unknown) => {
			this.#state = 'failed';
			this.#parts.unexpected(error);
		});
	}

	/**
	 * What an endpoint works with; the first one asked wakes a server that is asleep.
	 * @returns `off`, `starting` or `unavailable` while there is no store
	 */
	contextFor(origin: string): Outcome<ServerContext, ApiProblem> {
		this.wake();
		if (this.#state === 'ready' && this.#store) {
			return done(this.#parts.context(this.#store, origin));
		}
		if (this.#state === 'off') return refused({ code: 'off' });
		return refused(this.#state === 'starting' ? STARTING : AWAY);
	}

	/** Where the class server stands, at once whatever the store does. */
	async health(): Promise<Health> {
		const health: Health = { app: 'ok', classServer: this.#state };
		const store = this.#store;
		if (!store || this.#hasTeacher) return health;
		const late = this.#parts.sleep(HEALTH_MS).then(() => undefined);
		const asked = this.#parts.needsSetUp(this.#own(store)).catch(() => undefined);
		const needsSetUp = await Promise.race([asked, late]);
		this.#hasTeacher = needsSetUp === false;
		return needsSetUp === true ? { ...health, needsSetUp } : health;
	}

	/** Closes the store, also one that is only being opened. */
	async close(): Promise<void> {
		this.#isClosed = true;
		clearInterval(this.#hours);
		if (this.#state === 'starting') await this.#opening;
		const store = this.#store;
		this.#store = undefined;
		if (this.#state !== 'off') this.#state = 'failed';
		await store?.close();
	}

	async #open(): Promise<void> {
		for (let waitMs = FIRST_RETRY_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS)) {
			const opened = await this.#parts.open();
			if (opened.ok) return this.#ready(opened.value);
			this.#state = 'failed';
			this.#tell(opened.problem);
			if (opened.problem.code !== 'unreachable' || this.#isClosed) return;
			await this.#parts.sleep(waitMs);
			if (this.#isClosed) return;
		}
	}

	#tell(problem: StoreProblem): void {
		const told = JSON.stringify(problem);
		if (told === this.#told) return;
		this.#told = told;
		this.#parts.failed(problem);
	}

	async #ready(store: ClassStore): Promise<void> {
		if (this.#isClosed) return store.close();
		this.#store = store;
		this.#state = 'ready';
		this.#told = undefined;
		this.#hours = setInterval(() => void this.#try(store, 'hourly'), HOUR_MS);
		this.#hours.unref();
		await this.#try(store, 'opened');
		await this.#try(store, 'hourly');
	}

	#own(store: ClassStore): ServerContext {
		return this.#parts.context(store, this.#parts.origin);
	}

	async #try(store: ClassStore, what: 'opened' | 'hourly'): Promise<void> {
		if (this.#isClosed) return;
		try {
			await this.#parts[what](this.#own(store));
		} catch (error) {
			this.#parts.unexpected(error);
		}
	}
}
