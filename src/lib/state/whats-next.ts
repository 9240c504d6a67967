import type { StudyDay } from '#lib/domain/study/types.ts';
import type { Deck } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';

/** New questions are counted no further than this beyond a day's limit: more are never offered at once. */
const OFFERED = 20;

/** What waits in a deck once today's cards are done. */
export interface WhatsNext {
	/** How many cards tomorrow brings. */
	tomorrow: number;
	/** The day of the next card, where one waits. */
	nextDay?: StudyDay;
	/** Questions of the deck that were never studied; where there are many, at least as many as a day takes. */
	fresh: number;
}

/** What a deck brings tomorrow, else when its next card falls due. */
export async function whatsNext(app: App, deck: Deck): Promise<WhatsNext> {
	const { newPerDay, reviewsPerDay } = app.studySettings;
	const today = app.moment().studyDay;
	const most = { due: reviewsPerDay + 1, fresh: newPerDay + OFFERED };
	const [nextDay, { due, fresh }] = await Promise.all([
		app.study.nextDueDay({ deck, today }),
		app.study.waiting({ deck, today: today + 1, most })
	]);
	const tomorrow = Math.min(due, reviewsPerDay) + Math.min(fresh, newPerDay);
	return {
		tomorrow,
		fresh: Math.min(fresh, most.fresh),
		...(nextDay !== undefined && { nextDay })
	};
}
