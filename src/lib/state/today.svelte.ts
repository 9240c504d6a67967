import { KINDS, type Kind } from '#lib/bank/types.ts';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { Choice } from '#lib/domain/study/queue.ts';
import { meanTookMs, minutesLeft, type Progress } from '#lib/domain/study/statistics.ts';
import type { StudyDay } from '#lib/domain/study/types.ts';
import type { CellCounts, Counts, TotalCounts } from '#lib/storage/counts.ts';
import type { App } from './app.svelte.ts';
import { showBadge } from './badge.ts';
import { firstValue } from './first-value.ts';
import { Live } from './live.svelte.ts';
import { ReviewWindow } from './review-window.ts';
import { whatsNext, type WhatsNext } from './whats-next.ts';

/** What is left today, and what comes once it is done. */
export interface TodayPlan {
	/** Cards to review, those in steps included, and new ones. */
	review: number;
	fresh: number;
	minutes: number;
	/** epoch ms: when the next card in steps comes back today, and how many do by then. */
	steps?: { at: number; count: number };
	next: WhatsNext;
}

/** A sitting that can be gone on with; `at` counts from 1. */
export interface OpenSitting {
	id: string;
	title: string;
	at: number;
	of: number;
}

/** Reviews that no backup holds. */
export interface BackupNudge {
	reviews: number;
	/** Whole days since the last backup; absent where there never was one. */
	days?: number;
}

const DAY_MS = 86_400_000;
const NUDGE_REVIEWS = 100;
const NUDGE_DAYS = 7;
const NUDGE_AT_ONCE = 200;
const PACE_DAYS = 30;

/** The start screen: what is due, what is known, what else there is. */
export class TodayScreen {
	readonly app: App;

	plan = $state.raw<TodayPlan>();
	sitting = $state.raw<OpenSitting>();

	#live = $derived.by(() => {
		const { study, today } = this.app;
		return new Live<Counts>(study.watchCounts(today, today));
	});

	constructor(app: App) {
		this.app = app;
		$effect(() => {
			// Whatever changes a counter, here or in another tab, and the turn of the day, plans anew.
			if (this.#live.value) void this.#look(app.today);
		});
	}

	/** What is known of each kind. Absent until it is read. */
	get kinds(): { kind: Kind; progress: Progress }[] | undefined {
		const counts = this.#live.value;
		return counts && KINDS.map((kind) => ({ kind, progress: progressOf(counts.cells, kind) }));
	}

	/** The nudge to save a backup, where it is time for one. */
	get nudge(): BackupNudge | undefined {
		const total = this.#live.value?.total;
		return total && !this.app.isVolatile ? nudgeOf(total, this.app) : undefined;
	}

	async #look(today: StudyDay): Promise<void> {
		const { app } = this;
		const window = new ReviewWindow(app, { of: 'all' });
		const choice = await window.search(app.moment());
		const days = await firstValue(app.study.watchDays(today - PACE_DAYS, today));
		const { learning, review, fresh } = choice.counts;
		const steps = app.studySettings.learningStepsMinutes.length;
		const plan: TodayPlan = {
			review: learning + review,
			fresh,
			minutes: minutesLeft(choice.counts, meanTookMs(days), steps),
			...stepsOf(window, choice),
			next: await whatsNext(app, { of: 'all' })
		};
		const [newest] = await app.sittings.open();
		if (today !== app.today) return;
		this.plan = plan;
		this.sitting = newest && openSitting(newest);
		void showBadge(plan.review + plan.fresh);
	}
}

function nudgeOf(total: TotalCounts, app: App): BackupNudge | undefined {
	const { lastBackup, firstRunAt = 0 } = app.settings;
	const reviews = lastBackup ? total.events - lastBackup.events : total.reviews;
	const days = Math.floor((app.now() - (lastBackup?.at ?? firstRunAt)) / DAY_MS);
	const isTime = reviews >= NUDGE_AT_ONCE || (reviews >= NUDGE_REVIEWS && days >= NUDGE_DAYS);
	return isTime ? { reviews, ...(lastBackup && { days }) } : undefined;
}

function stepsOf(window: ReviewWindow, { nextAt }: Choice): Pick<TodayPlan, 'steps'> {
	return nextAt === undefined
		? {}
		: { steps: { at: nextAt, count: Math.max(1, window.stepsUntil(nextAt)) } };
}

function openSitting({ id, title, at, paper, repeats }: Sitting): OpenSitting {
	const of = paper.items.length + repeats.length;
	return { id, title, at: Math.min(at + 1, of), of };
}

function progressOf(cells: Record<string, CellCounts>, kind: Kind): Progress {
	const progress: Progress = { known: 0, learning: 0, fresh: 0 };
	for (const [cell, counts] of Object.entries(cells)) {
		if (!cell.endsWith(`/${kind}`)) continue;
		progress.known += counts.young + counts.mature;
		progress.learning += counts.learning;
		progress.fresh += counts.fresh;
	}
	return progress;
}
