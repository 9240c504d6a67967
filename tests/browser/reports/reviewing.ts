import { previewOutcomes } from '#lib/domain/study/schedule.ts';
import type { Rating } from '#lib/domain/study/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { cardMeta } from '#lib/state/card-metas.ts';

/** Recalls one question with a rating, as a review would. */
export async function recall(app: App, id: string, rating: Rating): Promise<void> {
	const question = app.look.question(id);
	const [card] = await app.study.read([id]);
	if (!question || !card) throw new Error(`${id} has no card`);
	const kept = await app.study.review({
		meta: cardMeta(app.look, question),
		expectedLastEventId: card.lastEventId,
		rating,
		form: 'recall',
		origin: 'card',
		tookMs: 5000,
		outcome: previewOutcomes(card, app.moment(), app.studySettings)[rating]
	});
	if (!kept.ok) throw new Error(kept.problem.code);
}
