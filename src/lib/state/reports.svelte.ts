import type { Report } from '#lib/bank/types.ts';
import type { App } from './app.svelte.ts';
import { COMPARE } from './card-metas.ts';
import { Live } from './live.svelte.ts';
import { cellTotals, groupProgress, type GroupProgress } from './progress-counts.ts';
import { comparisonViews, type ComparisonView } from './report-views.ts';

/** A report as the list shows it. */
export interface ReportEntry {
	report: Report;
	place: string;
	facts: number;
	progress: GroupProgress;
}

/** All reports of the bank with what is known of each, and what holds them against each other. */
export class ReportShelf {
	#app: App;
	#totals: ReturnType<typeof cellTotals>;
	#counts = $derived.by(() => new Live(this.#app.study.watchCounts(this.#app.today, 0)));

	readonly comparisons: ComparisonView[];
	#cells = $derived(this.#counts.value?.cells);

	entries = $derived.by((): ReportEntry[] =>
		this.#app.look.bank.reports.map((report) => ({
			report,
			place: this.#app.look.name(report.place)?.name ?? report.place,
			facts: this.#app.look.factsOf(report.id).length,
			progress: groupProgress(this.#totals, this.#cells, { reportId: report.id })
		}))
	);
	compared = $derived.by(() => groupProgress(this.#totals, this.#cells, { reportId: COMPARE }));
	failed = $derived.by(() => this.#counts.current.status === 'failed');

	constructor(app: App) {
		this.#app = app;
		this.#totals = cellTotals(app.look);
		this.comparisons = comparisonViews(app.look);
	}

	get today() {
		return this.#app.today;
	}
}
