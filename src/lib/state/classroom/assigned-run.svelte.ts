import { termsFor, type Terms } from '#lib/domain/classroom/assigned.ts';
import { isTest } from '#lib/domain/classroom/handout-state.ts';
import { readReleaseCode, type ReleaseCodeProblem } from '#lib/domain/classroom/release.ts';
import { readSlipCode } from '#lib/domain/classroom/slips.ts';
import type { Handout, PupilNo } from '#lib/domain/classroom/types.ts';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { HandinRow, HandoutPupil, HandoutRow } from '#lib/storage/class-rows.ts';
import type { MissingProblem } from '#lib/storage/class-repository.ts';
import { HandoutRepository } from '#lib/storage/handout-repository.ts';
import { done, refused, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import { Live, type Snapshot } from '#lib/state/live.svelte.ts';
import { beginAttempt, usedBy, type BeginProblem } from './attempt-begin.ts';
import type { ClassApp } from './class-app.ts';
import { closeTestedFacts } from './closed-facts.ts';
import { sealEnded, sealWithSlip } from './hand-in.ts';
import { releaseHandout, type ReleaseProblem } from './handout-release.ts';
import { withOwnEnd } from './own-terms.ts';
import { ServedWay } from './served-way.svelte.ts';

/** Why something was not done; a release code has its own reasons. */
export type AssignedProblem =
	BeginProblem | ReleaseCodeProblem | ReleaseProblem | MissingProblem | StoreProblem;

/** An assignment on a pupil's device: who sits it, their attempts, and what they handed in. */
export class AssignedRun {
	readonly id: string;
	/** Where a class server gave it out. */
	readonly way: ServedWay;
	#app: ClassApp;
	#handouts: HandoutRepository;
	#row: Live<HandoutRow | undefined>;
	#sittings: Live<Sitting[]>;
	#handins: Live<HandinRow[]>;
	/** Who sits here until the page is left, where the device is shared. */
	#guest = $state.raw<HandoutPupil>();

	/** The number that was tapped, before its code is typed. */
	number = $state<PupilNo>();
	busy = $state(false);
	problem = $state.raw<AssignedProblem>();

	constructor(app: ClassApp, id: string) {
		this.id = id;
		this.#app = app;
		this.way = new ServedWay(app, id);
		this.#handouts = new HandoutRepository(app.database);
		this.#row = new Live(this.#handouts.watchOne(id));
		this.#sittings = new Live(app.sittings.watchAssigned(id));
		this.#handins = new Live(this.#handouts.watchHandins(id));
	}

	get status(): Snapshot<unknown>['status'] | 'missing' {
		const { current } = this.#row;
		if (current.status !== 'ready') return current.status;
		if (!current.value) return 'missing';
		return this.way.isRead ? 'ready' : 'loading';
	}

	/** epoch ms */
	get now(): number {
		return this.#app.now();
	}

	get row(): HandoutRow | undefined {
		return this.#row.value;
	}

	get handout(): Handout | undefined {
		return this.row?.handout;
	}

	/** Who sits here; on a shared device forgotten when the page is left. */
	get pupil(): HandoutPupil | undefined {
		const { row } = this;
		return row?.isShared ? this.#guest : this.#known(row);
	}

	/** Whether a class server gave it out to this pupil. */
	get isServed(): boolean {
		const { handout } = this.way;
		return handout !== undefined && handout.no === this.row?.pupil?.no;
	}

	/** The pupil's attempts on this device that still stand here, oldest first. */
	get attempts(): Sitting[] {
		const all = this.#sittings.value ?? [];
		return all.filter(({ assigned }) => assigned?.no === this.pupil?.no);
	}

	/** The attempt that was begun and not handed in. */
	get open(): Sitting | undefined {
		return this.attempts.find(({ state }) => state === 'open');
	}

	/** What was handed in here, newest first: the pupil's own, or on a shared device everyone's. */
	get handins(): HandinRow[] {
		const all = this.#handins.value ?? [];
		return this.row?.isShared ? all : all.filter(({ no }) => no === this.pupil?.no);
	}

	get attemptsLeft(): number {
		const { handout: served } = this.way;
		const before = { sittings: this.attempts, handins: this.#handins.value ?? [], served };
		const used = usedBy(this.pupil?.no, before).size;
		return Math.max(0, (this.handout?.rules.attempts ?? 0) - used);
	}

	/** An attempt was begun on another device and not handed in. */
	get isElsewhere(): boolean {
		const here = this.attempts.map(({ id }) => id);
		const known = this.isServed ? (this.way.handout?.attempts ?? []) : [];
		return known.some(
			({ submissionId, handedInAt }) => !handedInAt && !here.includes(submissionId)
		);
	}

	/** The attempts that are over and go to a class server, newest first. */
	get sent(): Sitting[] {
		const ended = this.attempts.filter(({ state }) => state !== 'open' && state !== 'abandoned');
		return ended.filter(({ id }) => this.way.stateOf(id) !== undefined).reverse();
	}

	/** The terms as the rules have them; a pupil's own are known once their code is, or from a class server. */
	get terms(): Terms {
		if (this.isServed) return this.way.handout?.terms ?? {};
		return this.handout ? termsFor(this.handout.rules) : {};
	}

	/** Takes a number and the code of its slip; keeps them, unless others sit here after. */
	async choose(no: PupilNo, typed: string): Promise<boolean> {
		const { handout, row } = this;
		if (!handout || !row) return false;
		const code = readSlipCode(typed, { classId: handout.classId, no });
		if (!code.ok) return this.#refuse(code.problem);
		const pupil = { no, code: code.value };
		this.problem = undefined;
		if (row.isShared) {
			this.#guest = pupil;
			return true;
		}
		const own = await withOwnEnd(handout, pupil);
		const isKept = this.#keep(await this.#handouts.change(this.id, { pupil: own }));
		await closeTestedFacts(this.#app);
		return isKept;
	}

	/** The next pupil of a shared device: what the last one did is sealed already. */
	async next(): Promise<void> {
		this.#guest = undefined;
		this.number = undefined;
		await this.tidy();
	}

	/** Lets several pupils sit it here one after the other, or only one. */
	async share(isShared: boolean): Promise<void> {
		this.#keep(await this.#handouts.change(this.id, { isShared, pupil: undefined }));
	}

	/** Begins the next attempt, or goes on with the open one; the id of its sitting. */
	async begin(): Promise<string | undefined> {
		if (this.busy) return undefined;
		this.busy = true;
		try {
			const begun = await this.#begin();
			this.problem = begun.ok ? undefined : begun.problem;
			return begun.ok ? begun.value.id : undefined;
		} finally {
			this.busy = false;
		}
	}

	/** Opens what a Test withheld, with the code its teacher gives out. */
	async release(typed: string): Promise<boolean> {
		const code = readReleaseCode(typed);
		if (!code.ok) return this.#refuse(code.problem);
		this.problem = undefined;
		const { id } = this;
		const release = { assignmentId: id, code: code.value };
		const isReleased = this.#keep(await releaseHandout(this.#handouts, release));
		await closeTestedFacts(this.#app);
		return isReleased;
	}

	/** Whether what was right may be told of an attempt that ended. */
	get isTold(): boolean {
		const { handout, row } = this;
		return handout !== undefined && (!isTest(handout) || row?.released !== undefined);
	}

	/** Deletes what ended and is sealed, on a device that pupils share. */
	async tidy(): Promise<void> {
		this.#keep(await sealEnded({ app: this.#app, handouts: this.#handouts }, this.id));
		if (!this.row?.isShared) return;
		for (const { id, state } of await this.#app.sittings.assigned(this.id))
			if (state !== 'open') await this.#app.sittings.forget(id);
	}

	/** Notes that the teacher has results. */
	async tick(ids: readonly string[]): Promise<void> {
		const ticked = await this.#handouts.tick(ids);
		if (!ticked.ok) this.#refuse(ticked.problem);
	}

	/** Takes the assignment off this device, with its attempts. */
	async remove(): Promise<boolean> {
		for (const { id } of await this.#app.sittings.assigned(this.id))
			await this.#app.sittings.forget(id);
		const isRemoved = this.#keep(await this.#handouts.remove(this.id));
		await closeTestedFacts(this.#app);
		return isRemoved;
	}

	/**
	 * Seals an attempt that its class server does not take with the code of the pupil's slip, so that it can
	 * go to the teacher without the server.
	 */
	async copy(sittingId: string, typed: string): Promise<boolean> {
		const { handout, pupil } = this;
		if (!handout || !pupil) return false;
		const code = readSlipCode(typed, { classId: handout.classId, no: pupil.no });
		if (!code.ok) return this.#refuse(code.problem);
		this.problem = undefined;
		const sealing = { app: this.#app, handouts: this.#handouts };
		return this.#keep(await sealWithSlip(sealing, sittingId, code.value));
	}

	async #begin(): Promise<Outcome<Sitting, AssignedProblem>> {
		const row = await this.#handouts.read(this.id);
		const pupil = row?.isShared ? this.#guest : this.#known(row);
		if (!row || !pupil) return refused({ code: 'missing' });
		return this.open ? done(this.open) : beginAttempt(this.#app, row, pupil);
	}

	/** Without the code of a slip, a class server must know the pupil. */
	#known(row: HandoutRow | undefined): HandoutPupil | undefined {
		const { pupil } = row ?? {};
		return pupil?.code === '' && this.way.handout?.no !== pupil.no ? undefined : pupil;
	}

	#keep(outcome: Outcome<unknown, AssignedProblem>): boolean {
		return outcome.ok || this.#refuse(outcome.problem);
	}

	#refuse(problem: AssignedProblem): false {
		this.problem = problem;
		return false;
	}
}
