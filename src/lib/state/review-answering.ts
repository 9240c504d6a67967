import { ratingsOf } from '#lib/domain/study/ratings.ts';
import type { Rating, ReviewForm, StudyEvent } from '#lib/domain/study/types.ts';
import type { StoredCard } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';
import { fetchSoon } from './fetch-soon.ts';
import type { ReviewFace } from './review-face.svelte.ts';
import type { RatingButton } from './review-view.ts';

/** Fetches the schedule: only a shown answer needs it, so that the first question does not wait. */
export const loadSchedule = () => import('#lib/domain/study/schedule.ts');

/** What says where each rating would put a card. */
export type Schedule = Awaited<ReturnType<typeof loadSchedule>>;

/** Fetches what showing and storing an answer need, while its question is read. */
export function prepareAnswering({ study }: App): void {
	fetchSoon(loadSchedule);
	fetchSoon(() => study.prepare());
}

/** Builds the key of a typed answer while its question is read. */
export function prepareKey({
	app,
	form,
	shown,
	recall
}: Pick<ReviewFace, 'app' | 'form' | 'shown' | 'recall'>): void {
	if (shown && form === 'type') fetchSoon(() => recall.prepare(app.look, shown.question));
}

/** The rating buttons of a shown card, with where each would put it now. */
export function ratingButtons(
	{ previewOutcomes }: Schedule,
	app: App,
	{ card, proposal }: { card: StoredCard; proposal: Rating | undefined }
): RatingButton[] {
	const settings = app.studySettings;
	const moment = app.moment();
	const outcomes = previewOutcomes(card, moment, settings);
	return ratingsOf(settings.buttons).map((rating) => ({
		rating,
		outcome: outcomes[rating],
		now: moment.now,
		// Read so that the buttons follow when the day turns.
		today: Math.max(moment.studyDay, app.today),
		proposed: rating === proposal
	}));
}

/** A rating given to a shown card. */
export interface GivenRating {
	card: StoredCard;
	rating: Rating;
	form: ReviewForm;
	/** epoch ms */
	shownAt: number;
}

/** Stores how well a card was recalled, with the outcome that its button promised. */
export function keepReview(
	app: App,
	{ previewOutcomes }: Schedule,
	{ card, rating, form, shownAt }: GivenRating
): ReturnType<App['study']['review']> {
	return app.study.review({
		meta: card,
		expectedLastEventId: card.lastEventId,
		rating,
		form,
		origin: 'card',
		tookMs: Math.max(0, app.now() - shownAt),
		outcome: previewOutcomes(card, app.moment(), app.studySettings)[rating]
	});
}

/** The last thing done with a card today that can be taken back. */
export async function lastToday(app: App): Promise<StudyEvent | undefined> {
	const last = await app.study.lastUndoable();
	return last?.studyDay === app.moment().studyDay ? last : undefined;
}
