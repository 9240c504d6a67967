import type { ClassServer } from '#lib/remote/class-server.ts';
import { JoinedRepository } from '#lib/storage/joined-repository.ts';
import { OutboxRepository } from '#lib/storage/outbox-repository.ts';
import type { WaitingAttempt } from '#lib/storage/outbox-waiting.ts';
import { ServedRepository } from '#lib/storage/served-repository.ts';
import type { ClassApp } from './class-app.ts';
import { closeTestedFacts } from './closed-facts.ts';
import { noneFetched, SyncRun, type SyncProblem, type SyncTools } from './sync-run.ts';
import { SyncTimer } from './sync-timer.ts';

/** What the engine is made with. */
export interface SyncParts {
	app: ClassApp;
	server: Pick<ClassServer, 'ask' | 'askSince'>;
	random?: () => number;
}

const AFTER_ANSWER_MS = 1500;
const POLL_MS = 30_000;
const OTHER_TAB_MS = 2000;
const LOCK = 'recount-class-sync';

/** Keeps the classes that were joined on this device and their server of one mind. */
export class ClassSync {
	#app: ClassApp;
	#tools: SyncTools;
	#timer: SyncTimer;
	#poll: ReturnType<typeof setTimeout> | undefined;
	#stays = 0;
	#wantsWhole = false;
	#isStarted = false;
	#waiting: WaitingAttempt[] = [];
	#turn: Promise<unknown> = Promise.resolve();

	/** Whether the server is being talked to. */
	busy = $state(false);
	/** Why the last try came to nothing; gone with the next that does not. */
	problem = $state.raw<SyncProblem>();

	constructor({ app, server, random }: SyncParts) {
		const { database, sittings } = app;
		this.#app = app;
		this.#tools = {
			server,
			sittings,
			fetched: noneFetched(),
			joined: new JoinedRepository(database),
			served: new ServedRepository(database),
			outbox: new OutboxRepository(database),
			now: () => app.now()
		};
		this.#timer = new SyncTimer(() => void this.#try(), random);
	}

	/** Begins to send and fetch by itself, until the returned function is called. */
	start(): () => void {
		if (this.#isStarted) return () => undefined;
		this.#isStarted = true;
		const onOnline = () => {
			this.#timer.reset();
			this.#wish(true);
		};
		const onVisible = () => {
			if (document.visibilityState === 'visible') this.#wish(true);
		};
		addEventListener('online', onOnline);
		document.addEventListener('visibilitychange', onVisible);
		const watched = this.#tools.outbox.watchWaiting().subscribe(
			(waiting) => this.#follow(waiting),
			// A store that is given up or lost is told by what is written to it.
			() => undefined
		);
		this.#wish(true);
		return () => {
			this.#isStarted = false;
			removeEventListener('online', onOnline);
			document.removeEventListener('visibilitychange', onVisible);
			watched.unsubscribe();
			this.#timer.stop();
			clearTimeout(this.#poll);
		};
	}

	/** Asks the server every half a minute, until the returned function is called. */
	stay(): () => void {
		this.#stays += 1;
		this.#wish(true);
		let stays = true;
		return () => {
			if (stays) this.#stays -= 1;
			stays = false;
		};
	}

	/** Sends and fetches at once; resolves when that was tried. */
	now(): Promise<void> {
		this.#wantsWhole = true;
		return this.#try();
	}

	/** Work that changes who is signed in: nothing is sent or fetched meanwhile, in no tab. */
	alone<T>(work: () => Promise<T>): Promise<T> {
		const locks = navigator.locks as LockManager | undefined;
		// Browsers give no locks on insecure origins: then only this tab is kept in order.
		return this.#inTurn(() => (locks ? locks.request(LOCK, work) : work()));
	}

	#wish(isUrgent = false): void {
		this.#wantsWhole = true;
		this.#timer.wish(0, isUrgent);
	}

	/** What is handed in goes at once, an answer with those that soon follow. */
	#follow(waiting: WaitingAttempt[]): void {
		const before = this.#waiting;
		this.#waiting = waiting;
		const wasEnded = (id: string) => before.some((each) => each.id === id && each.isEnded);
		if (waiting.some(({ id, isEnded }) => isEnded && !wasEnded(id))) this.#timer.wish(0, true);
		else if (waiting.length > 0) this.#timer.wish(AFTER_ANSWER_MS);
	}

	#try(): Promise<void> {
		return this.#inTurn(async () => {
			// Given up to another tab: that one goes on with it.
			if (!this.#app.database.isOpen()) return;
			const locks = navigator.locks as LockManager | undefined;
			if (!locks) await this.#all();
			else
				await locks.request(LOCK, { ifAvailable: true }, (lock) =>
					lock ? this.#all() : this.#leaveIt()
				);
		});
	}

	/** Another tab is at it. */
	async #leaveIt(): Promise<void> {
		if (this.#waiting.length > 0 || this.#stays > 0) this.#timer.wish(OTHER_TAB_MS);
	}

	async #all(): Promise<void> {
		const whole = this.#wantsWhole;
		this.#wantsWhole = false;
		this.busy = true;
		let problem: SyncProblem | undefined;
		try {
			problem = await this.#each(whole);
		} catch (cause) {
			problem = { code: 'lost', cause };
		}
		this.busy = false;
		this.problem = problem;
		// What was to be fetched still is.
		if (problem) this.#wantsWhole ||= whole;
		const retryAfterS = problem && 'retryAfterS' in problem ? problem.retryAfterS : undefined;
		this.#timer.note({ isDone: problem === undefined, retryAfterS });
		if (!problem && whole) this.#askAgain();
	}

	#askAgain(): void {
		clearTimeout(this.#poll);
		// A page that nobody sees asks again once it is seen.
		this.#poll = setTimeout(() => {
			if (this.#stays > 0 && document.visibilityState === 'visible') this.#wish();
		}, POLL_MS);
	}

	/** One class after the other; that one cannot be reached keeps none of the others. */
	async #each(whole: boolean): Promise<SyncProblem | undefined> {
		let problem: SyncProblem | undefined;
		let isNews = false;
		for (const row of await this.#tools.joined.all()) {
			if (row.isSignedOut || row.isGone) continue;
			const run = new SyncRun(this.#tools, row);
			const ended = await run.run(whole);
			isNews ||= run.isNews;
			if (!ended.ok) problem ??= ended.problem;
		}
		if (isNews) await closeTestedFacts(this.#app);
		return problem;
	}

	/** One thing after the other in this tab. */
	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#turn.then(work);
		this.#turn = turn.catch(() => undefined);
		return turn;
	}
}
