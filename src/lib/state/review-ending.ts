import type { Choice } from '#lib/domain/study/queue.ts';
import type { App } from './app.svelte.ts';
import type { ReviewWindow } from './review-window.ts';
import type { Deck } from './review-deck.ts';
import type { ReviewEnd } from './review-view.ts';
import { whatsNext } from './whats-next.ts';

/** What the last screen tells once a window has nothing more to show. */
export async function reviewEnd(
	app: App,
	deck: Deck,
	{ window, choice }: { window: ReviewWindow; choice: Choice }
): Promise<ReviewEnd> {
	const { counts, held, nextAt, over } = choice;
	const next = await whatsNext(app, deck);
	return {
		over,
		left: counts.learning + counts.review + counts.fresh,
		held: over ? 0 : held,
		...(nextAt !== undefined && {
			steps: { at: nextAt, count: Math.max(1, window.stepsUntil(nextAt)) }
		}),
		next
	};
}
