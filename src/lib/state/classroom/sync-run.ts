import {
	readAck,
	readPupil,
	readWork,
	type ReadWork
} from '#lib/domain/classroom/api/pupil-answers.ts';
import type { AttemptUpload, Upload } from '#lib/domain/classroom/api/pupil-api.ts';
import { expireIfDue } from '#lib/domain/quiz/sitting.ts';
import type { Answered, ClassServer, RemoteProblem } from '#lib/remote/class-server.ts';
import type { JoinedRow } from '#lib/storage/class-rows.ts';
import type { JoinedNote, JoinedRepository } from '#lib/storage/joined-repository.ts';
import type { OutboxRecord, OutboxRepository } from '#lib/storage/outbox-repository.ts';
import { done, refused, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import type { ServedRepository } from '#lib/storage/served-repository.ts';
import type { SittingRepository } from '#lib/storage/sitting-repository.ts';
import { nextUpload, uploadOf } from './upload.ts';

/** Why a class and its server could not tell each other everything; what was to be sent waits. */
export type SyncProblem = RemoteProblem | StoreProblem;

/** What a run is made with. */
export interface SyncTools {
	server: Pick<ClassServer, 'ask' | 'askSince'>;
	/** By class: what was fetched last, so that it is not fetched again as it is. */
	fetched: FetchedStates;
	joined: JoinedRepository;
	served: ServedRepository;
	outbox: OutboxRepository;
	sittings: Pick<SittingRepository, 'finish'>;
	/** epoch ms */
	now(): number;
}

/** What was fetched of a class and is on this device whole. */
interface FetchedState {
	/** The server's name for it. */
	tag: string;
	/** Tells membership and rows from others: what was changed here since is fetched anew. */
	sign: string;
}

export type FetchedStates = Map<string, FetchedState>;

/** Nothing was fetched yet, as when the program was just opened. */
export const noneFetched = (): FetchedStates => new Map();

/** A tab that shows a sitting ends it by itself when its time is over; others wait so long. */
const GRACE_MS = 60_000;
/** A clock that is wrong by less than so much is right enough. */
const CLOCK_OFF_MS = 5 * 60_000;
const MOST_ROUNDS = 100;

type Ended<T = undefined> = Promise<Outcome<T, SyncProblem>>;

/** One class told of what was done here, and asked for what there is to do. */
export class SyncRun {
	#tools: SyncTools;
	#row: JoinedRow;
	/** The assignments that the server was told are here. */
	#told: string | undefined;

	/** Whether something on this device is other than before. */
	isNews = false;

	constructor(tools: SyncTools, row: JoinedRow) {
		this.#tools = tools;
		this.#row = row;
	}

	/** Sends what waits; `whole` fetches too. */
	async run(whole: boolean): Ended {
		const ended = await this.#steps(whole);
		if (ended.ok) return ended;
		const { code } = ended.problem;
		if (code === 'signed-out') return this.#note({ isSignedOut: true });
		if (code === 'gone') return this.#note({ isGone: true });
		return ended;
	}

	async #steps(whole: boolean): Ended {
		const steps = [
			() => this.#meet(),
			() => this.#tools.outbox.restore(this.#of),
			() => this.#sendAll(),
			...(whole ? [() => this.#fetch(), () => this.#tellReady()] : [])
		];
		for (const step of steps) {
			const ended: Outcome<undefined, SyncProblem> = await step();
			if (!ended.ok) return ended;
		}
		return done(undefined);
	}

	get #of() {
		return { classId: this.#row.id, no: this.#row.no };
	}

	/** Another learner of this browser may have signed in since: nothing is sent in their name. */
	async #meet(): Ended {
		const answer = await this.#ask('GET', 'me');
		// Who left the class is let in nowhere.
		if (!answer.ok && answer.problem.code === 'forbidden') return refused({ code: 'gone' });
		if (!answer.ok) return answer;
		const me = readPupil(answer.value);
		if (!me) return refused({ code: 'unreachable' });
		if (me.no !== this.#row.no) return refused({ code: 'signed-out' });
		const { className, pseudonym } = me;
		const isOther = className !== this.#row.className || pseudonym !== this.#row.pseudonym;
		return isOther ? this.#note({ className, pseudonym }) : done(undefined);
	}

	async #sendAll(): Ended {
		for (let round = 0; round < MOST_ROUNDS; round++) {
			const records = await this.#tools.outbox.records(this.#of);
			const expired = await this.#expire(records);
			if (!expired.ok) return expired;
			if (expired.value) continue;
			const attempts = nextUpload(records.flatMap((record) => uploadOf(record) ?? []));
			if (attempts.length === 0) return done(undefined);
			const sent = await this.#send(attempts);
			if (!sent.ok) return sent;
			// Nothing came of it: once more would be no better now.
			if (!sent.value) return refused({ code: 'unexpected' });
		}
		return done(undefined);
	}

	/** Ends what ran out of time while no tab showed it; whether anything did. */
	async #expire(records: readonly OutboxRecord[]): Ended<boolean> {
		const now = this.#tools.now() - GRACE_MS;
		const due = records.map(({ sitting }) => sitting).filter(({ state }) => state === 'open');
		let isAny = false;
		for (const sitting of due) {
			const { state, endedAt = now } = expireIfDue(sitting, now);
			if (state !== 'expired') continue;
			const ended = await this.#tools.sittings.finish(sitting.id, 'expired', endedAt);
			if (!ended.ok && ended.problem.code !== 'over' && ended.problem.code !== 'missing')
				return refused(ended.problem);
			isAny = true;
		}
		return done(isAny);
	}

	/** Whether anything came of it. */
	async #send(attempts: readonly AttemptUpload[]): Ended<boolean> {
		const ready = await this.#tools.served.ready(this.#row.id);
		const body: Upload = { attempts: [...attempts], ready };
		const answer = await this.#ask('POST', 'work', body);
		if (!answer.ok) return this.#unsent(answer.problem, attempts);
		const ack = readAck(answer.value);
		if (!ack) return refused({ code: 'unreachable' });
		this.#told = ready.join();
		const sent = new Map(
			attempts.map(({ submissionId, answers }) => [submissionId, answers.at(-1)?.seq ?? 0])
		);
		const kept = await this.#tools.outbox.acknowledge(ack.attempts, sent);
		if (!kept.ok) return kept;
		const clock = await this.#clock(ack.serverTime);
		return clock.ok ? kept : clock;
	}

	/** An attempt that no upload can hold is kept here; with others beside it, fewer are tried. */
	async #unsent(problem: RemoteProblem, attempts: readonly AttemptUpload[]): Ended<boolean> {
		if (problem.code !== 'too-large') return refused(problem);
		const [first, ...others] = attempts;
		if (!first) return refused(problem);
		if (others.length > 0) return this.#send(attempts.slice(0, Math.ceil(attempts.length / 2)));
		const kept = await this.#tools.outbox.refuse(first.submissionId, 'unfit');
		return kept.ok ? done(true) : kept;
	}

	async #fetch(): Ended {
		const { fetched, served } = this.#tools;
		const { id } = this.#row;
		const known = fetched.get(id);
		const sign = await this.#sign();
		const tag = known?.sign === sign ? known.tag : undefined;
		const answer = await this.#tools.server.askSince(`pupil/${id}/assignments`, tag);
		if (!answer.ok) return answer;
		const now = this.#tools.now();
		if (answer.value.value === undefined) return this.#noteSame(answer.value, now);
		const work = readWork(answer.value.value, id);
		if (!work) return refused({ code: 'unreachable' });
		const { assignments, withdrawn } = work;
		const taken = await served.take({ of: this.#of, assignments, withdrawn, now });
		if (!taken.ok) return taken;
		this.isNews = taken.value;
		await this.#remember(work, answer.value.tag);
		return this.#noteFetched(work, now);
	}

	/** What came is asked for again where this device could not take all of it. */
	async #remember({ unread, withdrawn }: ReadWork, tag: string | undefined): Promise<void> {
		const { fetched, served } = this.#tools;
		const { id } = this.#row;
		const isWhole = unread === 0 && !(await served.hasAny(withdrawn));
		if (tag !== undefined && isWhole) fetched.set(id, { tag, sign: await this.#sign() });
		else fetched.delete(id);
	}

	async #sign(): Promise<string> {
		const { id, no, joinedAt } = this.#row;
		return JSON.stringify([no, joinedAt, await this.#tools.served.held(id)]);
	}

	/** Nothing is other than before but the time. */
	#noteSame({ serverTime }: Answered, now: number): Ended {
		const clock = serverTime === undefined ? {} : { clockAheadMs: clockAhead(now, serverTime) };
		return this.#note({ syncedAt: now, ...clock });
	}

	#noteFetched({ serverTime, unread }: ReadWork, now: number): Ended {
		return this.#note({
			syncedAt: now,
			clockAheadMs: clockAhead(now, serverTime),
			unread: unread || undefined
		});
	}

	async #clock(serverTime: number): Ended {
		const clockAheadMs = clockAhead(this.#tools.now(), serverTime);
		const isOther = (clockAheadMs === undefined) !== (this.#row.clockAheadMs === undefined);
		return isOther ? this.#note({ clockAheadMs }) : done(undefined);
	}

	/** For the teacher who looks whether everybody has it, and who is there. */
	async #tellReady(): Ended {
		const ready = await this.#tools.served.ready(this.#row.id);
		if (this.#told === ready.join()) return done(undefined);
		const sent = await this.#send([]);
		return sent.ok ? done(undefined) : sent;
	}

	#ask(method: 'GET' | 'POST', path: string, body?: unknown) {
		return this.#tools.server.ask<unknown>(method, `pupil/${this.#row.id}/${path}`, body);
	}

	#note(changes: JoinedNote): Ended {
		this.#row = { ...this.#row, ...changes };
		return this.#tools.joined.note(this.#row.id, changes);
	}
}

function clockAhead(now: number, serverTime: number): number | undefined {
	const ahead = now - serverTime;
	return Math.abs(ahead) > CLOCK_OFF_MS ? ahead : undefined;
}
