import type { ReviewForm } from '#lib/domain/study/types.ts';
import type { App } from './app.svelte.ts';
import { loadGrader } from './typed-recall.svelte.ts';

/** What the person does not wait for begins once the screen is drawn. */
export const AFTER_PAINT_MS = 50;

/** Fetches the schedule: only a shown answer needs it, so that the first question does not wait. */
export const loadSchedule = () => import('#lib/domain/study/schedule.ts');

/** What says where each rating would put a card. */
export type Schedule = Awaited<ReturnType<typeof loadSchedule>>;

/**
 * Fetches what showing, grading and storing an answer need, while its question is read. Where that
 * fails, it is fetched once it is needed.
 */
export function prepareAnswering({ study }: App, form: ReviewForm): void {
	const load = () => [loadSchedule(), study.prepare(), ...(form === 'type' ? [loadGrader()] : [])];
	setTimeout(() => void Promise.all(load()).catch(() => undefined), AFTER_PAINT_MS);
}
