/** The study words: events, memory, scheduling. */

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Rating = 1 | 2 | 3 | 4;
export type ReviewForm = 'recall' | 'type';
/** A card is a question being learned; its id is the question's. */
export type CardId = string;
/** Whole days since 1970-01-01 in the person's own calendar, rolled over at `dayStartHour`. */
export type StudyDay = number;

export type Phase = 'new' | 'learning' | 'review' | 'relearning';

/** Where a review put the card: either a time (steps under a day) or a day. */
export interface Outcome {
	phase: Phase;
	/** Index of the learning step it now stands on; 0 outside steps. */
	step: number;
	/** epoch ms, in (re)learning */
	dueAt?: number;
	/** in review, and in (re)learning where the step ends on a later study day */
	dueDay?: StudyDay;
	/** 0 within steps */
	intervalDays: number;
}

/** The clock as the scheduler sees it: a time and what it means in the person's calendar. */
export interface Moment {
	/** epoch ms UTC, as the device's clock says */
	now: number;
	/** IANA */
	zone: string;
	studyDay: StudyDay;
}

/** An event's place in the total order: by `at`, then `device`, then `seq`. */
export interface EventKey {
	/** epoch ms UTC, never below the device's last */
	at: number;
	device: string;
	/** Counts up per device from 1. */
	seq: number;
}

/** What every event carries. Events are only ever added. */
export interface EventHead extends EventKey {
	/** uuid v7 */
	id: string;
	offsetMinutes: number;
	/** IANA */
	zone: string;
	studyDay: StudyDay;
	cardId: CardId;
}

export interface ReviewEvent extends EventHead {
	type: 'review';
	rating: Rating;
	form: ReviewForm;
	/** `card` or `quiz:<sitting>/<item>` */
	origin: string;
	tookMs: number;
	/** Version of the weights the outcome was made with. */
	weights: string;
	outcome: Outcome;
}

export type StudyEvent =
	| ReviewEvent
	| (EventHead & { type: 'undo'; /** id of the event it takes back */ of: string })
	| (EventHead & { type: 'add' })
	| (EventHead & { type: 'suspend' })
	| (EventHead & { type: 'unsuspend' })
	| (EventHead & { type: 'bury'; untilDay: StudyDay })
	| (EventHead & { type: 'reset' });

/** Stability in days, difficulty 1 to 10 (FSRS-6). */
export interface Memory {
	stability: number;
	difficulty: number;
}

/** A card's snapshot: a pure fold over its events, rebuildable at any time. */
export interface Card {
	id: CardId;
	phase: Phase;
	step: number;
	memory?: Memory;
	dueAt?: number;
	dueDay?: StudyDay;
	intervalDays: number;
	lastReviewAt?: number;
	lastReviewDay?: StudyDay;
	reviews: number;
	lapses: number;
	suspended: boolean;
	/** Hidden on study days before this one. */
	buriedUntil?: StudyDay;
	addedAt: number;
	/** Last event applied, in the total order (at, device, seq), undo and taken-back events included. */
	lastEventId: string;
	/** That event's place in the order: what comes at or before it calls for a refold. */
	lastEvent: EventKey;
}
