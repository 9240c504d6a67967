import type { StudyDay } from '#lib/domain/study/types.ts';
import type { Counts } from '#lib/storage/counts.ts';
import type { Deck } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';
import { firstValue } from './first-value.ts';
import { inDeck } from './review-deck.ts';

/** What waits in a deck once today's cards are done. */
export interface WhatsNext {
	/** How many cards tomorrow brings; absent where only the day is known. */
	tomorrow?: number;
	/** With nothing tomorrow: the day of the next card. */
	nextDay?: StudyDay;
	/** Questions of the deck that were never studied. */
	fresh: number;
}

function countOf(counts: Counts, deck: Deck): { due: number; fresh: number } {
	let due = 0;
	let fresh = 0;
	for (const { cells } of counts.due) {
		for (const [cell, count] of Object.entries(cells)) if (inDeck(deck, cell)) due += count;
	}
	for (const [cell, count] of Object.entries(counts.cells)) {
		if (inDeck(deck, cell)) fresh += count.fresh;
	}
	return { due, fresh };
}

/** What a deck brings tomorrow, else when its next card falls due. */
export async function whatsNext(app: App, deck: Deck): Promise<WhatsNext> {
	const { newPerDay, reviewsPerDay } = app.studySettings;
	const today = app.moment().studyDay;
	const nextDay = await app.study.nextDueDay({ deck, today });
	if (deck.of === 'missed') return { fresh: 0, ...(nextDay !== undefined && { nextDay }) };
	const counts = await firstValue(app.study.watchCounts(today, today + 1));
	const { due, fresh } = countOf(counts, deck);
	const tomorrow = Math.min(due, reviewsPerDay) + Math.min(fresh, newPerDay);
	return { tomorrow, fresh, ...(nextDay !== undefined && { nextDay }) };
}
