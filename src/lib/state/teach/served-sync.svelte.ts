import type { Assignment } from '#lib/domain/classroom/types.ts';
import type { ClassServer } from '#lib/remote/class-server.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import type { ServedClassRow } from '#lib/storage/class-rows.ts';
import { ServedClassRepository, type ServedRecord } from '#lib/storage/served-class-repository.ts';
import type { ServerAccount } from './server-account.svelte.ts';
import { ServedPlanning, type ServedPlan } from './served-plan.ts';
import { ServedRound, type RoundProblem } from './served-round.ts';
import {
	hasNews,
	standingOf,
	type Refusal,
	type Refusals,
	type Standing
} from './served-standing.ts';

/** What the syncing is made with. */
export interface SyncTools {
	app: Pick<ClassApp, 'database' | 'newId' | 'now'>;
	server: Pick<ClassServer, 'ask'>;
	account: Pick<ServerAccount, 'signedOut'>;
	/** 0 to 1 */
	random?: () => number;
}

const AFTER_CHANGE_MS = 2000;
const FOLLOW_MS = 10_000;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 300_000;
/** Results of an assignment that closed longer ago are looked for at the start only. */
const STILL_COMING_MS = 86_400_000;

/** Keeps the classes on the server and those of this device alike, while a page of Teach is open. */
export class ServedSync {
	#tools: SyncTools;
	#store: ServedClassRepository;
	#planning = new ServedPlanning();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#dueAt = Infinity;
	#failures = 0;
	#followers = 0;
	#isOpen = false;
	/** A whole round was done since this was opened. */
	#hasLooked = false;
	#turn = 0;
	/** One after the other. */
	#rounds: Promise<unknown> = Promise.resolve();

	/** `undefined` while they are read. */
	records = $state.raw<ServedRecord[]>();
	/** By class. */
	#plans = $state.raw<Readonly<Record<string, ServedPlan>>>({});
	#refusals = $state.raw<Refusals>({});
	busy = $state(false);
	/** What ended the last round early. */
	problem = $state.raw<RoundProblem>();

	constructor(tools: SyncTools) {
		this.#tools = tools;
		this.#store = new ServedClassRepository(tools.app.database);
	}

	/** Begins, and goes on until what it returns is called. */
	open(): () => void {
		this.#isOpen = true;
		const { unsubscribe } = this.#store.watch().subscribe(
			(records) => void this.#follow(records).catch(() => undefined),
			// A store that is given up is told by what is written to it.
			() => undefined
		);
		const wake = () => this.#wake();
		addEventListener('online', wake);
		document.addEventListener('visibilitychange', wake);
		return () => {
			this.#isOpen = false;
			clearTimeout(this.#timer);
			unsubscribe();
			removeEventListener('online', wake);
			document.removeEventListener('visibilitychange', wake);
		};
	}

	/** Looks for results every few seconds, until what it returns is called. */
	stayClose(): () => void {
		this.#followers += 1;
		this.#schedule(0);
		return () => void (this.#followers -= 1);
	}

	/** The class as it is known to be on the server. */
	rowOf(classId: string | undefined): ServedClassRow | undefined {
		return this.records?.find(({ served }) => served.id === classId)?.served;
	}

	/** How a class, or one of its assignments, stands with the server; nothing where the class is not there. */
	standing(classId: string | undefined, assignmentId?: string): Standing | undefined {
		const plan = classId === undefined ? undefined : this.#plans[classId];
		return plan && standingOf(plan, this.#refusals, assignmentId);
	}

	/** Does a round now; whether all was told and fetched. */
	now(): Promise<boolean> {
		clearTimeout(this.#timer);
		this.#dueAt = Infinity;
		const turn = this.#rounds.then(() => this.#locked());
		this.#rounds = turn.catch(() => undefined);
		return turn;
	}

	#wake(): void {
		if (document.visibilityState === 'hidden') return;
		this.#failures = 0;
		this.#schedule(0);
	}

	async #follow(records: ServedRecord[]): Promise<void> {
		const turn = ++this.#turn;
		const isFirst = this.records === undefined;
		const plans = await Promise.all(records.map((record) => this.#planning.plan(record)));
		if (turn !== this.#turn) return;
		this.records = records;
		this.#plans = Object.fromEntries(plans.map((plan) => [plan.classId, plan]));
		if (records.length === 0) return;
		if (isFirst) this.#schedule(0);
		else if (plans.some((plan) => hasNews(plan, this.#refusals))) this.#schedule(AFTER_CHANGE_MS);
	}

	#schedule(waitMs: number): void {
		if (!this.#isOpen || !this.records?.length) return;
		const at = Date.now() + Math.max(waitMs, this.#failures > 0 ? this.#backoffMs : 0);
		if (at >= this.#dueAt) return;
		clearTimeout(this.#timer);
		this.#dueAt = at;
		this.#timer = setTimeout(() => void this.now(), at - Date.now());
	}

	get #backoffMs(): number {
		const wait = Math.min(FIRST_WAIT_MS * 2 ** (this.#failures - 1), LONGEST_WAIT_MS);
		const { retryAfterS = 0 } = this.problem && 'retryAfterS' in this.problem ? this.problem : {};
		return Math.max(wait * (0.5 + (this.#tools.random ?? Math.random)() / 2), retryAfterS * 1000);
	}

	/** One tab at a time; the others see what it did in the store. */
	#locked(): Promise<boolean> {
		const name = `recount-served-sync-${this.#tools.app.database.name}`;
		const locks = navigator.locks as LockManager | undefined;
		if (!locks) return this.#round();
		return locks.request(name, { ifAvailable: true }, (lock) =>
			lock ? this.#round() : this.#passOver()
		);
	}

	#passOver(): false {
		if (this.#followers > 0) this.#schedule(FOLLOW_MS);
		return false;
	}

	async #round(): Promise<boolean> {
		this.busy = true;
		try {
			this.problem = await this.#all();
		} catch (cause) {
			this.problem = { code: 'lost', cause };
		} finally {
			this.busy = false;
		}
		const { problem } = this;
		if (problem?.code === 'signed-out') this.#tools.account.signedOut();
		this.#failures = problem ? this.#failures + 1 : 0;
		// Whoever is signed out, is so until they sign in.
		if (problem && problem.code !== 'signed-out') this.#schedule(0);
		else if (this.#followers > 0) this.#schedule(FOLLOW_MS);
		return problem === undefined;
	}

	async #all(): Promise<RoundProblem | undefined> {
		const { app, server } = this.#tools;
		const refusals: Record<string, Refusal> = {};
		const tools = { app, server, store: this.#store };
		try {
			for (const record of await this.#store.records()) {
				if (!record.schoolClass) continue;
				const round = new ServedRound(tools, record, await this.#planning.plan(record));
				const ended = await round.run(this.#wanted(record));
				Object.assign(refusals, Object.fromEntries(round.refusals));
				if (ended) return ended;
			}
			this.#hasLooked = true;
			return undefined;
		} finally {
			this.#refusals = refusals;
		}
	}

	/** Assignments that something can have come for. */
	#wanted({ assignments }: ServedRecord): Assignment[] {
		if (!this.#hasLooked) return assignments;
		const now = this.#tools.app.now();
		return assignments.filter(({ rules, exceptions }) => {
			const ends = [rules, ...exceptions].map(({ closesAt }) => closesAt ?? rules.closesAt);
			return ends.some((end) => end === undefined || end + STILL_COMING_MS > now);
		});
	}
}
