import type { Name, NameId, ReportId } from '#lib/bank/types.ts';
import {
	redoStep,
	takeStep,
	undoStep,
	type DeskHistory,
	type DeskMove
} from '#lib/domain/desk/history.ts';
import type { Hint } from '#lib/domain/desk/live-checks.ts';
import { applyPatch, applyToNames, type NamesById } from '#lib/domain/desk/patch.ts';
import { deskProgress, type DeskProgress } from '#lib/domain/desk/progress.ts';
import type { Desk, DeskPatch, DeskQuestion } from '#lib/domain/desk/types.ts';
import { DeskRepository, type DeskProblem } from '#lib/storage/desk-repository.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { App } from './app.svelte.ts';
import { DeskJournal, type DeskEntry } from './desk-journal.svelte.ts';
import type { Around } from './desk-publishing.ts';
import { inOrder, shownIn, withItsFacts } from './desk-parts.ts';
import { OwnReports } from './own-reports.ts';
import { TabLock } from './tab-lock.svelte.ts';

/** Where a desk stands for its screen. */
type DeskStatus = 'loading' | 'missing' | 'ready' | 'failed';

/** A problem that kept a change from being stored, or a finish from being made. */
export type DeskTrouble = DeskProblem | StoreProblem | { code: 'unfinished'; hints: Hint[] };

/** A desk as it is kept: each change is shown and stored at once, and can be taken back. */
export class DeskKeeping {
	readonly id: ReportId;
	readonly lock: TabLock;
	#app: App;
	#desks: DeskRepository;
	#ownReports: OwnReports;
	#journal: DeskJournal;
	/** What the desk is written among; nothing before that is read. */
	protected around = $state.raw<Around>();
	#history = $state.raw<DeskHistory>({ steps: [], at: 0 });
	#unfinished = $state.raw<DeskTrouble>();

	status = $state<DeskStatus>('loading');
	desk = $state.raw<Desk>() as Desk;
	/** Names of the person's own, by id. */
	ownNames = $state.raw<NamesById>({});
	/** The question that is open for writing. */
	openId = $state<string>();
	/** Whether the report was finished as it stands. */
	isFinished = $state(false);
	/** What the last undo or redo did, to be told. */
	said = $state.raw<{ done: 'undone' | 'redone'; what: string }>();

	progress = $derived.by((): DeskProgress | undefined => this.desk && deskProgress(this.desk));
	/** All questions, in the order of the report. */
	questions = $derived.by((): DeskQuestion[] => (this.desk ? inOrder(this.desk) : []));
	/** All names the desk can speak of: its own first. */
	names = $derived.by((): Name[] => {
		const own = this.ownNames;
		const others = this.around?.names ?? [];
		return [...Object.values(own), ...others.filter(({ id }) => !Object.hasOwn(own, id))];
	});

	constructor(app: App, id: ReportId) {
		this.#app = app;
		this.#desks = new DeskRepository(app.database);
		this.#ownReports = new OwnReports(app);
		this.#journal = new DeskJournal({ desks: this.#desks, id, now: () => app.now() });
		this.id = id;
		// Another tab may have changed the desk while it held the lock.
		this.lock = new TabLock(`recount-desk-${id}`, () => void this.#read());
	}

	/** Sits down at the desk; gives back how to leave it. */
	open(): () => void {
		this.lock.hold();
		return () => void this.close();
	}

	/** Lets go of the desk once everything is stored. */
	async close(): Promise<void> {
		await this.#journal.rest();
		this.lock.release();
	}

	get canUndo(): boolean {
		return this.#history.steps.some(({ no }) => no === this.#history.at);
	}

	get canRedo(): boolean {
		return this.#history.steps.some(({ no }) => no > this.#history.at);
	}

	get trouble(): DeskTrouble | undefined {
		return this.#journal.trouble ?? this.#unfinished;
	}

	/** Whether every change is in the store. */
	get isStored(): boolean {
		return this.#journal.waiting.length === 0;
	}

	name(id: NameId | undefined): Name | undefined {
		return id === undefined ? undefined : this.names.find((name) => name.id === id);
	}

	/** Does something: shown at once, stored behind it in order. */
	act(what: string, target: string, patch: DeskPatch): void {
		const step = { what, target, patch };
		const move = takeStep(this.#history, step, { desk: this.desk, names: this.ownNames });
		this.#move(move, what, target);
	}

	undo(): void {
		this.#step('undone', this.#history.at, undoStep(this.#history));
	}

	redo(): void {
		this.#step('redone', this.#history.at + 1, redoStep(this.#history));
	}

	/** Makes the report one to study, or says what is still to do. */
	async finish(): Promise<boolean> {
		await this.#journal.rest();
		if (!this.isStored) return false;
		const { desk } = this;
		const outcome = await this.#ownReports.finish(desk);
		this.#unfinished = outcome.ok ? undefined : outcome.problem;
		this.isFinished = outcome.ok && desk === this.desk;
		return outcome.ok;
	}

	/** Reads the desk anew and does again on it what could not be stored. */
	async again(): Promise<void> {
		await this.#read();
	}

	/** Takes a step back or again, and shows the question it was about. */
	#step(done: 'undone' | 'redone', no: number, move: DeskMove | undefined): void {
		if (!move) return;
		const what = this.#history.steps.find((step) => step.no === no)?.what ?? '';
		if (!this.#move(move, what, `${done} ${no}`)) return;
		this.said = { done, what };
		this.openId = shownIn(this.desk, move.patch) ?? this.openId;
	}

	#move({ history, patch, steps }: DeskMove, what: string, target: string): boolean {
		if (!this.lock.isHeld || this.status !== 'ready') return false;
		this.said = undefined;
		this.isFinished = false;
		this.#unfinished = undefined;
		this.#history = history;
		this.desk = applyPatch(this.desk, patch);
		this.ownNames = applyToNames(this.ownNames, patch);
		if (this.openId && !Object.hasOwn(this.desk.questions, this.openId)) this.openId = undefined;
		this.#journal.put({ what, target, patch, steps, at: history.at });
		return true;
	}

	async #read(): Promise<void> {
		await this.#journal.rest();
		try {
			const [record, names, around] = await Promise.all([
				this.#desks.read(this.id),
				this.#app.reports.names(),
				this.#ownReports.around(this.id)
			]);
			const before = this.desk as Desk | undefined;
			this.status = record ? 'ready' : 'missing';
			if (!record) return;
			this.desk = record.row.desk;
			this.#history = { steps: record.steps, at: record.row.at };
			this.isFinished = record.row.state === 'finished';
			this.ownNames = Object.fromEntries(names.map((name) => [name.id, name]));
			this.around = around;
			this.#doAgain(this.#journal.startAt(record.row.revision), before);
		} catch {
			// What is on the screen is not in the store: it stays there to be seen.
			if (this.isStored) this.status = 'failed';
		}
	}

	#doAgain(left: readonly DeskEntry[], before: Desk | undefined): void {
		for (const { what, target, patch } of left)
			this.act(what, target, withItsFacts(patch, this.desk, before));
	}
}
