import * as v from 'valibot';
import {
	servedSubmissions,
	type PutAssignment,
	type ServedSubmissions
} from '#lib/domain/classroom/api/class-api.ts';
import { judgeArrival } from '#lib/domain/classroom/arrivals.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { Assignment, Submission } from '#lib/domain/classroom/types.ts';
import { versionsByHash } from '#lib/domain/classroom/versions.ts';
import type { ClassServer, RemoteProblem } from '#lib/remote/class-server.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import type { Taken } from '#lib/storage/assignment-repository.ts';
import type { MissingProblem } from '#lib/storage/class-repository.ts';
import type { ServedClassRow, SubmissionRow } from '#lib/storage/class-rows.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { ServedClassRepository, ServedRecord } from '#lib/storage/served-class-repository.ts';
import { isKept } from './result-opening.ts';
import type { ServedPlan } from './served-plan.ts';
import { putBased, withPut, withSent } from './served-put.ts';
import { bars, type Refusal } from './served-standing.ts';

/** Why a round with the server came to an end. */
export type RoundProblem = RemoteProblem | StoreProblem;

/** What a round is made with. */
export interface RoundTools {
	app: Pick<ClassApp, 'newId' | 'now'>;
	server: Pick<ClassServer, 'ask'>;
	store: ServedClassRepository;
}

/** Of two that commit at the same time the earlier may be seen later. */
const OVERLAP_MS = 60_000;
const RULINGS_AT_ONCE = 500;
const FRESH_MS = 60_000;

/** Problems of one thing; after any other nothing else would fare better. */
const OF_ONE: readonly RemoteProblem['code'][] = [
	...(['missing', 'gone', 'unfit', 'forbidden', 'too-large', 'not-json'] as const),
	'changed-elsewhere'
];

type Ended = RoundProblem | undefined;
type Kept = Promise<Outcome<unknown, MissingProblem | StoreProblem>>;

/** One class and the class server told of each other, once. */
export class ServedRound {
	#tools: RoundTools;
	#record: ServedRecord;
	#plan: ServedPlan;

	/** By id of the class or the assignment. */
	readonly refusals = new Map<string, Refusal>();

	constructor(tools: RoundTools, record: ServedRecord, plan: ServedPlan) {
		this.#tools = tools;
		this.#record = record;
		this.#plan = plan;
	}

	/** Puts what differs, and fetches of these assignments; tells what ended it early. */
	async run(fetched: readonly Assignment[]): Promise<Ended> {
		const steps = [
			() => this.#delete(),
			() => this.#putClass(),
			() => this.#putAssignments(),
			() => this.#rule(),
			() => this.#fetchAll(fetched),
			() => this.#note()
		];
		for (const step of steps) {
			const ended = await step();
			if (ended) return ended;
			// Without the class nothing of it is taken.
			if (bars(this.refusals.get(this.#plan.classId))) return undefined;
		}
		return undefined;
	}

	async #delete(): Promise<Ended> {
		for (const id of this.#plan.deletes) {
			const gone = await this.#ask('DELETE', `/assignments/${id}`);
			const isGone = gone.ok || gone.problem.code === 'missing' || gone.problem.code === 'gone';
			if (!isGone) return gone.problem;
			const ended = await this.#change((row) => ({
				...row,
				put: Object.fromEntries(Object.entries(row.put).filter(([key]) => key !== id)),
				deletes: row.deletes.filter((each) => each !== id)
			}));
			if (ended) return ended;
		}
		return undefined;
	}

	async #putClass(): Promise<Ended> {
		const { schoolClass } = this.#plan;
		if (!schoolClass) return undefined;
		const { hash, id } = schoolClass;
		const { served } = this.#record;
		const noted = served.sent?.includes(hash)
			? undefined
			: await this.#change((row) => withSent(row, hash));
		if (noted) return noted;
		const put = await putBased((...asked) => this.#ask(...asked), schoolClass, served);
		if (!put.ok) return this.#refused(put.problem, id, hash);
		return this.#change((row) => withPut(row, put.value, hash));
	}

	async #putAssignments(): Promise<Ended> {
		for (const { id, body, hash } of this.#plan.assignments) {
			const put = await this.#ask<PutAssignment>('PUT', `/assignments/${id}`, body);
			const ended = put.ok
				? await this.#change((row) => ({
						...row,
						put: { ...row.put, [id]: hash },
						// What was of no use may be of use to what it is now.
						fetchedTo: { ...row.fetchedTo, [id]: 0 }
					}))
				: this.#refused(put.problem, id, hash);
			if (ended) return ended;
		}
		return undefined;
	}

	async #rule(): Promise<Ended> {
		const { rulings, classId } = this.#plan;
		for (let from = 0; from < rulings.length; from += RULINGS_AT_ONCE) {
			const some = rulings.slice(from, from + RULINGS_AT_ONCE);
			const told = await this.#ask('POST', '/rulings', { rulings: some });
			if (!told.ok) return this.#refused(told.problem, `${classId}/rulings`);
			const ids = some.map(({ id }) => id);
			const ended = await this.#change((row) => ({
				...row,
				rulings: [...new Set([...row.rulings, ...ids])]
			}));
			if (ended) return ended;
		}
		return undefined;
	}

	async #fetchAll(assignments: readonly Assignment[]): Promise<Ended> {
		for (const assignment of assignments) {
			if (this.refusals.has(assignment.id)) continue;
			const ended = await this.#fetch(assignment);
			if (ended) return ended;
		}
		return undefined;
	}

	async #fetch(assignment: Assignment): Promise<Ended> {
		const { id } = assignment;
		// A put in this very round begins anew.
		const isPut = this.#plan.assignments.some((each) => each.id === id);
		const to = isPut ? 0 : (this.#record.served.fetchedTo[id] ?? 0);
		let after = Math.max(0, to - OVERLAP_MS);
		for (;;) {
			const page = await this.#page(id, after);
			if (!page.ok) return this.#refused(page.problem, id);
			const ended = await this.#take(assignment, page.value.submissions);
			if (ended || !page.value.more) return ended;
			const last = page.value.submissions.at(-1)?.arrivedAt ?? after;
			after = Math.max(last, after + 1);
		}
	}

	async #page(id: string, after: number): Promise<Outcome<ServedSubmissions, RemoteProblem>> {
		const path = `/assignments/${id}/submissions?after=${after}`;
		const page = await this.#ask<unknown>('GET', path);
		if (!page.ok) return page;
		const read = v.safeParse(servedSubmissions, page.value);
		return read.success ? done(read.output) : refused({ code: 'unexpected' });
	}

	async #take(
		assignment: Assignment,
		came: readonly (Submission & { arrivedAt: number })[]
	): Promise<Ended> {
		const { store, app } = this.#tools;
		const versions = await versionsByHash(crypto, assignment);
		const submissions = came
			.filter(({ assignmentId }) => assignmentId === assignment.id)
			.sort((a, b) => (a.id < b.id ? -1 : 1));
		const judge = (submission: SubmissionRow, known: readonly SubmissionRow[]): Taken => {
			const { id, no, arrivedAt, assignmentId } = submission;
			const own = known.filter((other) => other.no === no);
			const judged = { assignment, versions, submission, known: own, now: arrivedAt };
			const { state } = judgeArrival(judged);
			const what = { state, assignmentId, no, submissionId: id, sealed: '' };
			const arrival = { id: app.newId(), at: arrivedAt, route: 'server' as const, ...what };
			return isKept(state) ? { arrival, submission } : { arrival };
		};
		const { classId } = this.#plan;
		const kept = await store.take({ classId, assignmentId: assignment.id, submissions }, judge);
		return kept.ok ? undefined : kept.problem;
	}

	/** Notes that the server answered; not each time, for every note wakes who watches. */
	#note(): Promise<Ended> | undefined {
		const now = this.#tools.app.now();
		const { syncedAt = 0 } = this.#record.served;
		return now - syncedAt < FRESH_MS
			? undefined
			: this.#change((row) => ({ ...row, syncedAt: now }));
	}

	#refused(problem: RemoteProblem, id: string, hash?: string): Ended {
		if (!OF_ONE.includes(problem.code)) return problem;
		this.refusals.set(id, { problem, ...(hash !== undefined && { hash }) });
		return undefined;
	}

	#ask<T>(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) {
		return this.#tools.server.ask<T>(method, `classes/${this.#plan.classId}${path}`, body);
	}

	async #change(change: (row: ServedClassRow) => ServedClassRow): Promise<Ended> {
		const kept: Awaited<Kept> = await this.#tools.store.change(this.#plan.classId, change);
		if (kept.ok) return undefined;
		// Taken off the server meanwhile: nothing of it is to be told any more.
		const { problem } = kept;
		if (problem.code !== 'missing') return problem;
		this.refusals.set(this.#plan.classId, { problem: { code: 'missing' } });
		return undefined;
	}
}
