import type { StoreProblem } from '#lib/storage/outcome.ts';
import {
	forgetLastDone,
	UNDO_DAYS,
	watchLastDone,
	type LastDone
} from '#lib/storage/own-undo-note.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';

const DAY_MS = 86_400_000;
/** Whoever comes to the screen by then has just done it. */
const JUST_NOW_MS = 10_000;

/** Taking back the last delete or import of a report: also later, and after the page was loaded anew. */
export class OwnUndo {
	#app: App;
	#last: Live<LastDone | undefined>;

	/** Title of the report whose delete or import was just taken back. */
	undone = $state<string>();
	problem = $state.raw<{ code: 'moved-on' } | StoreProblem>();
	isBusy = $state(false);

	/** What can be taken back. */
	last = $derived.by(() => {
		const last = this.#last.value;
		const isTooLongAgo = last && this.#app.now() - last.at > UNDO_DAYS * DAY_MS;
		return isTooLongAgo ? undefined : last;
	});

	constructor(app: App) {
		this.#app = app;
		this.#last = new Live(watchLastDone(app.database));
	}

	/** Whether it was done on the way to this screen. */
	get isNew(): boolean {
		return this.last !== undefined && this.#app.now() - this.last.at < JUST_NOW_MS;
	}

	/** The study day on which it can still be taken back. */
	get until(): number {
		const { today } = this.#app;
		const passed = Math.floor((this.#app.now() - (this.last?.at ?? 0)) / DAY_MS);
		return today + UNDO_DAYS - passed - 1;
	}

	async undo(): Promise<void> {
		const { last } = this;
		if (!last || this.isBusy) return;
		this.isBusy = true;
		const { OwnReports } = await import('./own-reports.ts');
		const outcome = await new OwnReports(this.#app).undo(last);
		this.isBusy = false;
		this.problem = outcome.ok ? undefined : outcome.problem;
		this.undone = outcome.ok ? last.title : undefined;
	}

	/** Lets go of it, and of what was told. */
	async drop(): Promise<void> {
		this.undone = undefined;
		this.problem = undefined;
		if (!this.last) return;
		const outcome = await forgetLastDone(this.#app.database);
		this.problem = outcome.ok ? undefined : outcome.problem;
	}
}
