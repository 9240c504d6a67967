import type { Health } from '#lib/domain/classroom/api/teacher-api.ts';
import type { JoinedRow } from '#lib/storage/class-rows.ts';
import { JoinedRepository } from '#lib/storage/joined-repository.ts';
import { OutboxRepository } from '#lib/storage/outbox-repository.ts';
import type { WaitingAttempt } from '#lib/storage/outbox-waiting.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import { ServedRepository } from '#lib/storage/served-repository.ts';
import { Live } from '#lib/state/live.svelte.ts';
import type { ClassApp } from './class-app.ts';
import type { ClassSync } from './class-sync.svelte.ts';
import { closeTestedFacts } from './closed-facts.ts';
import { classSync, schoolServer, stayInTouch } from './school-server.ts';

/**
 * How a class stands with its server: heard of, being asked, not to be reached, not signed in any more, or
 * deleted there for good.
 */
export type ClassState = 'there' | 'asking' | 'away' | 'signed-out' | 'gone';

/** A class that was joined, as screens show it. */
export type JoinedClassRow = JoinedRow;

/** What is still to be sent of a class. */
export interface WaitingWork {
	answers: number;
	/** Attempts to be handed in. */
	attempts: number;
	/** Other numbers that sat here before: theirs goes when they sign in again. */
	others: number[];
}

/** The classes that were joined on this device. */
export class JoinedClasses {
	#app: ClassApp;
	#rows: Live<JoinedRow[]>;
	#waiting: Live<WaitingAttempt[]>;
	#sync = $state.raw<ClassSync>();

	/** Whether a class can be joined at the address this app came from; asked anew on each visit. */
	hasServer = $state(false);
	busy = $state(false);
	problem = $state.raw<StoreProblem>();

	constructor(app: ClassApp) {
		this.#app = app;
		this.#rows = new Live(new JoinedRepository(app.database).watch());
		this.#waiting = new Live(new OutboxRepository(app.database).watchWaiting());
	}

	/** epoch ms */
	get now(): number {
		return this.#app.now();
	}

	/** The classes, the one joined first first; `undefined` while they are read. */
	get rows(): JoinedRow[] | undefined {
		return this.#rows.value;
	}

	stateOf({ isGone, isSignedOut, syncedAt }: JoinedRow): ClassState {
		if (isGone) return 'gone';
		if (isSignedOut) return 'signed-out';
		if (this.#sync?.busy && syncedAt === undefined) return 'asking';
		return this.#sync?.problem ? 'away' : 'there';
	}

	/** What of a class is still to be sent. */
	waitingOf({ id, no }: JoinedRow): WaitingWork {
		const waiting = (this.#waiting.value ?? []).filter(({ classId }) => classId === id);
		const own = waiting.filter((each) => each.no === no);
		const others = waiting.filter((each) => each.no !== no).map((each) => each.no);
		return {
			answers: own.reduce((sum, { answers }) => sum + answers, 0),
			attempts: own.filter(({ isEnded }) => isEnded).length,
			others: others.filter((no, i) => others.indexOf(no) === i).sort((a, b) => a - b)
		};
	}

	/** Looks whether a class can be joined here. */
	async look(): Promise<void> {
		const health = await schoolServer().ask<Partial<Health>>('GET', 'health');
		this.hasServer = health.ok && ['off', undefined].indexOf(health.value.classServer) === -1;
	}

	/** Stays in touch with the classes' server until the returned function is called. */
	stay(): () => void {
		return stayInTouch(this.#app, (sync) => (this.#sync = sync));
	}

	/** Leaves a class that was joined by mistake. */
	async leaveById(id: string): Promise<void> {
		const row = await new JoinedRepository(this.#app.database).read(id);
		if (row) await this.leave(row);
	}

	/**
	 * Signs out of a class and takes what came of it off this device. What was not sent stays and goes once
	 * the number signs in again; a class that is gone takes it along.
	 */
	async leave({ id, isGone = false }: JoinedRow): Promise<void> {
		this.busy = true;
		try {
			const sync = await classSync(this.#app).catch(() => undefined);
			const work = async () => {
				if (!isGone) await schoolServer().ask('POST', `pupil/${id}/sign-out`);
				return new ServedRepository(this.#app.database).leave(id, isGone);
			};
			const left = await (sync ? sync.alone(work) : work());
			this.problem = left.ok ? undefined : left.problem;
			await closeTestedFacts(this.#app);
		} finally {
			this.busy = false;
		}
	}
}
