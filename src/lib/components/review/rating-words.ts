import type { Rating } from '#lib/domain/study/types.ts';
import { m } from '#lib/paraglide/messages.js';

const FOUR: Record<Rating, () => string> = {
	1: m.rating_again,
	2: m.rating_hard,
	3: m.rating_good,
	4: m.rating_easy
};

/** The word on a rating button: with two buttons, Not yet and Got it. */
export function ratingWord(rating: Rating, buttons: number): string {
	if (buttons > 2) return FOUR[rating]();
	return rating === 1 ? m.rating_not_yet() : m.rating_got_it();
}
