import { KINDS, type Kind, type ReportId } from '#lib/bank/types.ts';
import { calendar, trueRetention } from '#lib/domain/study/statistics.ts';
import type { StudyDay } from '#lib/domain/study/types.ts';
import type { App } from './app.svelte.ts';
import { COMPARE } from './card-metas.ts';
import { listedReports } from './listed-reports.ts';
import { Live } from './live.svelte.ts';
import { cellTotals, forecastOf, groupProgress, type GroupProgress } from './progress-counts.ts';

const FORECAST_DAYS = 30;
const CALENDAR_DAYS = 365;
/** How many reports are told of at a time. */
const PAGE = 20;
/** How many of many at first. */
const FIRST = 6;
const DAY_MS = 86_400_000;
/** Below this many recalls a share says little. */
const ENOUGH_RECALLS = 20;

/** When the last backup was made and what came since. */
export interface BackupAge {
	/** Whole days since; absent where there never was one. */
	daysAgo?: number;
	/** Reviews and answers since. */
	since: number;
}

/** What is known, what falls due and what was done, from counters alone. */
export class ProgressSheet {
	#app: App;
	#totals = $derived.by(() => cellTotals(this.#app.look));
	#counts = $derived.by(
		() => new Live(this.#app.study.watchCounts(this.today, this.today + FORECAST_DAYS - 1))
	);
	#days = $derived.by(
		() => new Live(this.#app.study.watchDays(this.today - CALENDAR_DAYS, this.today))
	);

	/** The report looked at, `compare` for comparisons, or all. */
	reportId = $state<ReportId>();

	/** How many reports are told of, one by one. */
	shown = $state(0);

	today: StudyDay = $derived.by(() => this.#app.today);
	#now = $derived(this.#counts.value);
	#studied = $derived.by(() => (this.#days.value ?? []).filter((day) => day.reviews > 0));

	status = $derived.by(() => {
		const both = [this.#counts.current.status, this.#days.current.status];
		if (both.includes('failed')) return 'failed';
		return both.includes('loading') ? 'loading' : 'ready';
	});
	/** Nothing was ever recalled. */
	isFresh = $derived.by(() => this.#now?.total.reviews === 0);
	totalReviews = $derived.by(() => this.#now?.total.reviews ?? 0);
	reviewsToday = $derived.by(() => this.#now?.today.reviews ?? 0);
	/** Rounded up. */
	minutesToday = $derived.by(() => Math.ceil((this.#now?.today.tookMs ?? 0) / 60_000));

	whole = $derived.by(() => this.#progress({ reportId: this.reportId }));
	byKind = $derived.by((): { kind: Kind; progress: GroupProgress }[] =>
		KINDS.map((kind) => ({ kind, progress: this.#progress({ reportId: this.reportId, kind }) }))
	);
	byReport = $derived.by((): { id: ReportId; title?: string; progress: GroupProgress }[] =>
		this.reports
			.slice(0, this.#isMany ? FIRST + this.shown : PAGE)
			.map(({ id, title }) => ({ id, title, progress: this.#progress({ reportId: id }) }))
	);
	/** Reviews falling due on each of 30 days, today first. */
	forecast = $derived.by(() =>
		forecastOf(
			this.#now?.due ?? [],
			{ today: this.today, days: FORECAST_DAYS },
			{ reportId: this.reportId }
		)
	);
	/** `share` is there once enough was recalled to say one. */
	retention = $derived.by(() => {
		const { recalls, share } = trueRetention(this.#days.value ?? [], this.today);
		return { recalls, share: recalls < ENOUGH_RECALLS ? undefined : share };
	});
	/** One row a study day, from the first one (a year back at most) to today. */
	calendar = $derived.by(() =>
		calendar(this.#studied, this.#studied[0]?.day ?? this.today, this.today)
	);
	daysStudied = $derived.by(() => this.#studied.length);
	backup = $derived.by((): BackupAge => {
		const { lastBackup } = this.#app.settings;
		const { reviews, answers, events } = this.#now?.total ?? { reviews: 0, answers: 0, events: 0 };
		if (!lastBackup) return { since: reviews + answers };
		return {
			daysAgo: Math.max(0, Math.floor((this.#app.now() - lastBackup.at) / DAY_MS)),
			since: Math.max(0, events - lastBackup.events) + Math.max(0, answers - lastBackup.answers)
		};
	});

	constructor(app: App) {
		this.#app = app;
	}

	/** The reports to choose among, comparisons last and without a title. */
	get reports(): { id: ReportId; title?: string }[] {
		const { look } = this.#app;
		const titled = listedReports(look).map(({ id, title }) => ({ id, title }));
		return look.bank.comparisons.length > 0 ? [...titled, { id: COMPARE }] : titled;
	}

	get #isMany(): boolean {
		return this.reports.length > PAGE;
	}

	more(): void {
		this.shown += PAGE;
	}

	/** Whether the first run lies behind the person. */
	get hasBegun(): boolean {
		return this.#app.settings.firstRunAt !== undefined;
	}

	#progress(group: { reportId?: ReportId; kind?: Kind }): GroupProgress {
		return groupProgress(this.#totals, this.#now?.cells, group);
	}
}
