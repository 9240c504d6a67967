import type { ReportId } from '#lib/bank/types.ts';
import type { WholeReport } from '#lib/storage/own-report-repository.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { App } from './app.svelte.ts';

/** The last thing that was done to a whole report, with what it takes to undo it. */
interface LastDone {
	/** `taken`: from a bank file, which was not here before. */
	what: 'removed' | 'taken' | 'updated';
	id: ReportId;
	title: string;
	/** How many questions it had, or has now. */
	questions: number;
	before: WholeReport;
}

/** Taking back the last delete or import, on whatever screen the person is by then. */
class OwnUndo {
	/** Gone once something else is done, or the page is loaded anew. */
	last = $state.raw<LastDone>();
	/** Title of the report whose delete or import was just taken back. */
	undone = $state<string>();
	problem = $state.raw<StoreProblem>();
	isBusy = $state(false);

	did(last: LastDone): void {
		this.last = last;
		this.undone = undefined;
		this.problem = undefined;
	}

	drop(): void {
		this.last = undefined;
		this.undone = undefined;
		this.problem = undefined;
	}

	async undo(app: App): Promise<void> {
		const { last } = this;
		if (!last || this.isBusy) return;
		this.isBusy = true;
		const { OwnReports } = await import('./own-reports.ts');
		const outcome = await new OwnReports(app).restore(last.id, last.before);
		this.isBusy = false;
		this.problem = outcome.ok ? undefined : outcome.problem;
		if (!outcome.ok) return;
		this.last = undefined;
		this.undone = last.title;
	}
}

/** One for the page. */
export const ownUndo = new OwnUndo();
