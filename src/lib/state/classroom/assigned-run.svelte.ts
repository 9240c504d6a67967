import { isTest } from '#lib/domain/classroom/handout-state.ts';
import { toBase64Url } from '#lib/domain/classroom/bytes.ts';
import { gateOf, startAssigned, termsFor, type Terms } from '#lib/domain/classroom/assigned.ts';
import { findException } from '#lib/domain/classroom/exceptions.ts';
import { readReleaseCode, type ReleaseCodeProblem } from '#lib/domain/classroom/release.ts';
import { pupilToken, readSlipCode, type SlipProblem } from '#lib/domain/classroom/slips.ts';
import type { Handout, PupilNo } from '#lib/domain/classroom/types.ts';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { HandinRow, HandoutRow } from '#lib/storage/class-rows.ts';
import type { MissingProblem } from '#lib/storage/class-repository.ts';
import { HandoutRepository } from '#lib/storage/handout-repository.ts';
import { done, refused, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import { Live, type Snapshot } from '#lib/state/live.svelte.ts';
import type { ClassApp } from './class-app.ts';
import { closeTestedFacts } from './closed-facts.ts';
import { sealEnded } from './hand-in.ts';
import { releaseHandout, type ReleaseProblem } from './handout-release.ts';

/** Why a pupil cannot begin: a code that is not that number's, no attempt left, too early or too late. */
export type BeginProblem =
	| SlipProblem
	| { code: 'no-attempt-left'; most: number }
	| { code: 'early'; opensAt: number }
	| { code: 'closed'; closesAt: number };

/** Why something was not done; a release code has its own reasons. */
export type AssignedProblem =
	BeginProblem | ReleaseCodeProblem | ReleaseProblem | MissingProblem | StoreProblem;

/** Who sits here, with the code of their slip. */
type Pupil = NonNullable<HandoutRow['pupil']>;

/** An assignment on a pupil's device: who sits it, their attempts, and what they handed in. */
export class AssignedRun {
	readonly id: string;
	#app: ClassApp;
	#handouts: HandoutRepository;
	#row: Live<HandoutRow | undefined>;
	#sittings: Live<Sitting[]>;
	#handins: Live<HandinRow[]>;
	/** Who sits here until the page is left, where the device is shared. */
	#guest = $state.raw<Pupil>();

	/** The number that was tapped, before its code is typed. */
	number = $state<PupilNo>();
	busy = $state(false);
	problem = $state.raw<AssignedProblem>();

	constructor(app: ClassApp, id: string) {
		this.id = id;
		this.#app = app;
		this.#handouts = new HandoutRepository(app.database);
		this.#row = new Live(this.#handouts.watchOne(id));
		this.#sittings = new Live(app.sittings.watchAssigned(id));
		this.#handins = new Live(this.#handouts.watchHandins(id));
	}

	get status(): Snapshot<unknown>['status'] | 'missing' {
		const { current } = this.#row;
		return current.status === 'ready' && !current.value ? 'missing' : current.status;
	}

	get row(): HandoutRow | undefined {
		return this.#row.value;
	}

	get handout(): Handout | undefined {
		return this.row?.handout;
	}

	/** Who sits here; on a shared device forgotten when the page is left. */
	get pupil(): Pupil | undefined {
		return this.row?.isShared ? this.#guest : this.row?.pupil;
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
		const used = usedBy(this.pupil?.no, this.attempts, this.#handins.value ?? []);
		return Math.max(0, (this.handout?.rules.attempts ?? 0) - used);
	}

	/** The terms as the rules have them; a pupil's own are known only once their code is. */
	get terms(): Terms {
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
		return this.#keep(await this.#handouts.change(this.id, { pupil }));
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
			const begun = this.open ? done(this.open) : await this.#begin();
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

	async #begin(): Promise<Outcome<Sitting, AssignedProblem>> {
		// Read anew: another tab may have begun one meanwhile.
		const [row, sittings, handins] = await Promise.all([
			this.#handouts.read(this.id),
			this.#app.sittings.assigned(this.id),
			this.#handouts.handins(this.id)
		]);
		const pupil = row?.isShared ? this.#guest : row?.pupil;
		if (!row || !pupil) return refused({ code: 'missing' });
		const { handout } = row;
		const { rules, assignmentId } = handout;
		const token = await pupilToken(crypto, { ...pupil, assignmentId });
		const exception = await findException(crypto, handout.exceptions, token);
		const terms = termsFor(rules, exception);
		const now = this.#app.now();
		const shut = shutProblem(terms, now);
		if (shut) return refused(shut);
		const used = usedBy(pupil.no, sittings, handins);
		if (used >= rules.attempts) return refused({ code: 'no-attempt-left', most: rules.attempts });
		const start = { handout, no: pupil.no, attempt: used + 1, terms, now };
		const sitting = startAssigned({ ...start, id: this.#app.newId(), token: toBase64Url(token) });
		return this.#app.sittings.create(sitting);
	}

	#keep(outcome: Outcome<unknown, AssignedProblem>): boolean {
		return outcome.ok || this.#refuse(outcome.problem);
	}

	#refuse(problem: AssignedProblem): false {
		this.problem = problem;
		return false;
	}
}

/** How many attempts a pupil began here, whether they still stand here or were sealed and deleted. */
function usedBy(
	no: PupilNo | undefined,
	sittings: readonly Sitting[],
	handins: readonly HandinRow[]
): number {
	const begun = sittings.filter(({ assigned }) => assigned?.no === no);
	const handed = handins.filter((handin) => handin.no === no);
	return new Set([...begun, ...handed].map(({ id }) => id)).size;
}

function shutProblem(terms: Terms, now: number): BeginProblem | undefined {
	const gate = gateOf(terms, now);
	if (gate === 'early') return { code: 'early', opensAt: terms.opensAt ?? now };
	return gate === 'closed' ? { code: 'closed', closesAt: terms.closesAt ?? now } : undefined;
}
