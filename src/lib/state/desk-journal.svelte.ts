import type { ReportId } from '#lib/bank/types.ts';
import type { DeskAct } from '#lib/domain/desk/history.ts';
import { bothPatches } from '#lib/domain/desk/patch.ts';
import type { DeskPatch, DeskStep } from '#lib/domain/desk/types.ts';
import type { DeskProblem, DeskRepository } from '#lib/storage/desk-repository.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';

/** A change of a desk on its way to the store. */
export interface DeskEntry extends DeskAct {
	/** The steps that are new or other than before. */
	steps: DeskStep[];
	/** The number of the last step that is done. */
	at: number;
}

interface Writing {
	desks: DeskRepository;
	id: ReportId;
	/** epoch ms */
	now: () => number;
}

/** Writes the changes of a desk one behind the other; what came up during a write goes in one. */
export class DeskJournal {
	#writing: Writing;
	#revision = 0;
	#running: Promise<void> | undefined;

	/** What is not stored yet, in order. */
	waiting = $state.raw<readonly DeskEntry[]>([]);
	/** Why nothing is stored any more; what waits is kept. */
	trouble = $state.raw<DeskProblem | StoreProblem>();

	constructor(writing: Writing) {
		this.#writing = writing;
	}

	/** Begins on a desk as it was read, and gives back what never got into the store. */
	startAt(revision: number): readonly DeskEntry[] {
		const left = this.waiting;
		this.#revision = revision;
		this.waiting = [];
		this.trouble = undefined;
		return left;
	}

	put(entry: DeskEntry): void {
		this.waiting = [...this.waiting, entry];
		if (!this.trouble) this.#running ??= this.#run();
	}

	/** Resolves once nothing is being written. */
	async rest(): Promise<void> {
		await this.#running;
	}

	async #run(): Promise<void> {
		while (this.waiting.length > 0 && !this.trouble) await this.#write(this.waiting);
		this.#running = undefined;
	}

	async #write(entries: readonly DeskEntry[]): Promise<void> {
		const { desks, id, now } = this.#writing;
		try {
			const change = { ...together(entries), now: now(), expected: this.#revision };
			const outcome = await desks.change(id, change);
			if (!outcome.ok) {
				this.trouble = outcome.problem;
				return;
			}
			this.#revision = outcome.value.revision;
			this.waiting = this.waiting.slice(entries.length);
		} catch (cause) {
			this.trouble = { code: 'lost', cause };
		}
	}
}

/** Entries in a row as one change. */
function together(entries: readonly DeskEntry[]): {
	patch: DeskPatch;
	steps: DeskStep[];
	at: number;
} {
	let patch: DeskPatch = {};
	let steps: DeskStep[] = [];
	let at = 0;
	for (const entry of entries) {
		patch = bothPatches(patch, entry.patch);
		const first = entry.steps[0]?.no ?? Infinity;
		steps = [...steps.filter(({ no }) => no < first), ...entry.steps];
		at = entry.at;
	}
	return { patch, steps, at };
}
