import {
	readHandoutFile,
	readHandoutLink,
	type HandoutProblem
} from '#lib/domain/classroom/handout-codec.ts';
import { readIdLink, type IdProblem } from '#lib/domain/classroom/id-handout.ts';
import { fromIdHandout } from '#lib/domain/classroom/id-quiz.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { readReleaseQr, type Release } from '#lib/domain/classroom/release.ts';
import type { Handout } from '#lib/domain/classroom/types.ts';
import type { HandoutRow } from '#lib/storage/class-rows.ts';
import { HandoutRepository } from '#lib/storage/handout-repository.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import { Live } from '#lib/state/live.svelte.ts';
import type { ClassApp } from './class-app.ts';
import { closeTestedFacts } from './closed-facts.ts';
import { releaseHandout, type ReleaseProblem } from './handout-release.ts';
import { withOwnEnd } from './own-terms.ts';

/**
 * Why something a pupil was given could not be taken. `insecure`: this page was not fetched safely, so the
 * browser gives no cryptography; `other-quiz`: this program makes other questions of the same ids.
 */
export type TakingProblem =
	| HandoutProblem
	| IdProblem
	| ReleaseProblem
	| StoreProblem
	| { code: 'insecure' | 'other-quiz' | 'empty' };

/** An assignment on this device, as a list shows it. */
export type HandoutLine = Pick<HandoutRow, 'id' | 'handout'>;

/** Something a pupil was given that says it is of a class known here, but is signed with another key. */
export interface Doubt {
	handout: Handout;
	knownAs: string;
}

const LINK = /#([hq]\d+\.[\w-]+)/i;

/** Takes what a teacher gives out, by link, code or file: assignments and release codes. */
export class HandoutTaking {
	#app: ClassApp;
	#handouts: HandoutRepository;
	#rows: Live<HandoutRow[]>;

	busy = $state(false);
	problem = $state.raw<TakingProblem>();
	/** Waits for the person's word. */
	doubt = $state.raw<Doubt>();

	constructor(app: ClassApp) {
		this.#app = app;
		this.#handouts = new HandoutRepository(app.database);
		this.#rows = new Live(this.#handouts.watch());
	}

	/** What was taken so far, newest first; `undefined` while it is read. */
	get lines(): HandoutLine[] | undefined {
		return this.#rows.value;
	}

	/** Takes what stands behind the `#` of a link; the id of its assignment. */
	takeLink(fragment: string): Promise<string | undefined> {
		return this.#take(async () => this.#receive(await this.#read(fragment)));
	}

	/** Takes a pasted message with a link or a release code in it, or the whole text of a file. */
	takeText(text: string): Promise<string | undefined> {
		return this.#take(async () => {
			const release = readReleaseQr(text);
			if (release) return this.#release(release);
			const fragment = LINK.exec(text)?.[1];
			if (fragment !== undefined) return this.#receive(await this.#read(fragment));
			if (text.trim() === '') return refused({ code: 'empty' });
			const read = await readHandoutFile(crypto, text);
			return this.#receive(read.ok ? done(read.value.handout) : read);
		});
	}

	/** Takes a `.recount` file. */
	takeFile(file: Blob): Promise<string | undefined> {
		return this.#take(async () => {
			const read = await readHandoutFile(crypto, new Uint8Array(await file.arrayBuffer()));
			return this.#receive(read.ok ? done(read.value.handout) : read);
		});
	}

	/** Takes it although the class was known by another key: the teacher said it is theirs. */
	trust(): Promise<string | undefined> {
		const { doubt } = this;
		this.doubt = undefined;
		return this.#take(async () =>
			doubt ? this.#receive(done(doubt.handout), true) : refused({ code: 'empty' })
		);
	}

	async #release(release: Release): Promise<Outcome<string, ReleaseProblem>> {
		const released = await releaseHandout(this.#handouts, release);
		await closeTestedFacts(this.#app);
		return released;
	}

	async #read(fragment: string): Promise<Outcome<Handout, TakingProblem>> {
		if (/^#?h/i.test(fragment)) {
			const read = await readHandoutLink(crypto, fragment);
			return read.ok ? done(read.value.handout) : read;
		}
		const { bank } = this.#app.library.shipped;
		const { edition, questions } = bank;
		const at = { edition, questionCount: questions.length };
		const ids = await readIdLink(crypto, fragment, at);
		return ids.ok ? fromIdHandout(crypto, ids.value, bank) : ids;
	}

	async #receive(
		read: Outcome<Handout, TakingProblem>,
		trust = false
	): Promise<Outcome<string | undefined, TakingProblem>> {
		if (!read.ok) return read;
		const handout = read.value;
		const row = { id: handout.assignmentId, handout, receivedAt: this.#app.now() };
		const kept = await this.#handouts.receive(row, trust);
		if (kept.ok) {
			await this.#followEnd(kept.value);
			await closeTestedFacts(this.#app);
			return done(kept.value.id);
		}
		if (kept.problem.code !== 'other-signer') return refused(kept.problem);
		this.doubt = { handout, knownAs: kept.problem.knownAs };
		return done(undefined);
	}

	/** A pupil's own closing time may be another now. */
	async #followEnd({ id, handout, pupil }: HandoutRow): Promise<void> {
		if (!pupil?.code) return;
		await this.#handouts.change(id, { pupil: await withOwnEnd(handout, pupil) });
	}

	async #take(
		work: () => Promise<Outcome<string | undefined, TakingProblem>>
	): Promise<string | undefined> {
		if (this.busy) return undefined;
		this.busy = true;
		this.problem = undefined;
		try {
			const isSafe = (crypto.subtle as SubtleCrypto | undefined) !== undefined;
			const taken = isSafe ? await work() : refused({ code: 'insecure' as const });
			if (!taken.ok) this.problem = taken.problem;
			return taken.ok ? taken.value : undefined;
		} finally {
			this.busy = false;
		}
	}
}
