import type { QuestionId } from '#lib/bank/types.ts';
import { progressOf, type Progress } from '#lib/domain/study/statistics.ts';
import type { StudyDay } from '#lib/domain/study/types.ts';
import type { StoredCard } from '#lib/storage/rows.ts';

/** What is known of one question, as its card says; a question without a card is fresh. */
export interface Knowledge {
	progress: keyof Progress;
	suspended: boolean;
	/** Forgotten once it was known, or missed in a quiz. */
	missed: boolean;
	/** When it comes back; absent for fresh and suspended ones. Overdue ones come back today. */
	dueDay?: StudyDay;
}

/** What a card says of its question on a study day. */
export function knowledgeOf(card: StoredCard | undefined, today: StudyDay): Knowledge {
	const progress = progressOf(card?.phase);
	const suspended = card?.suspended ?? false;
	const missed = card?.missed === 1;
	if (!card || suspended || progress === 'fresh') return { progress, suspended, missed };
	const dueDay = Math.max(card.dueDay ?? today, card.buriedUntil ?? today, today);
	return { progress, suspended, missed, dueDay };
}

/** What the cards of some questions say, by question; cards stand in the questions' order. */
export function knowledgeOfAll(
	ids: readonly QuestionId[],
	cards: readonly (StoredCard | undefined)[],
	today: StudyDay
): ReadonlyMap<QuestionId, Knowledge> {
	return new Map(ids.map((id, i) => [id, knowledgeOf(cards[i], today)]));
}
