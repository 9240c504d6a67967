import type { Question } from '#lib/bank/types.ts';
import type { Outcome, Rating } from '#lib/domain/study/types.ts';
import type { Deck, StoredCard } from '#lib/storage/rows.ts';
import type { QuestionView } from './question-view.ts';
import type { WhatsNext } from './whats-next.ts';

/** What a person wants to review. */
export interface ReviewWish {
	deck: Deck;
	/** The two-minute version. */
	short?: boolean;
	/** New cards beyond today's limit. */
	more?: number;
}

/** The card on the screen. */
export interface ShownCard {
	card: StoredCard;
	question: Question;
	view: QuestionView;
}

/** A rating button and where it would put the card. */
export interface RatingButton {
	rating: Rating;
	outcome: Outcome;
	/** epoch ms and study day it was computed at */
	now: number;
	today: number;
	/** What Space and Enter take: the grader's proposal, else that it was known. */
	proposed: boolean;
}

/** What the last screen tells. */
export interface ReviewEnd {
	/** The two minutes are over. */
	over: boolean;
	/** How many of today's cards are left. */
	left: number;
	/** How many more are due, but wait because today's limit of reviews is reached. */
	held: number;
	/** epoch ms: when the next card in steps comes back today, and how many do by then. */
	steps?: { at: number; count: number };
	next: WhatsNext;
}

/** Why the last answer was not taken: `full`, `closed`, `lost`. Nothing of it was stored. */
export type ReviewProblem = 'full' | 'closed' | 'lost';
