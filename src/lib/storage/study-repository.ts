import { liveQuery } from 'dexie';
import type { ReportId } from '#lib/bank/types.ts';
import type { DayCounts } from '#lib/domain/study/day-counts.ts';
import { compareEvents } from '#lib/domain/study/events.ts';
import type { CardId, ReviewEvent, StudyDay, StudyEvent } from '#lib/domain/study/types.ts';
import { dayCounts, readCounts, readDays, type Counts } from './counts.ts';
import {
	dueCards,
	nextDueDay,
	waitingCards,
	type DueCards,
	type DueQuery,
	type Waiting,
	type WaitingQuery
} from './due-cards.ts';
import type { EventBody, MovedOn, StudySetup, Written } from './event-log.ts';
import { lastUndoable } from './last-undoable.ts';
import type { Observable } from './observable.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';
import { eventsOf, idNow, NONE_RENAMED, type Renamed } from './renamed.ts';
import type { CardMeta, StoredCard } from './rows.ts';

/** A graded recall of the card a screen showed. */
export interface NewReview extends Pick<
	ReviewEvent,
	'rating' | 'form' | 'origin' | 'tookMs' | 'outcome'
> {
	meta: CardMeta;
	/** The shown card's last event; absent where the question had no card yet. */
	expectedLastEventId?: string;
}

/** A change a person makes to a card without recalling it. */
export type CardChange = Extract<
	EventBody,
	{ type: 'suspend' } | { type: 'unsuspend' } | { type: 'bury' } | { type: 'reset' }
>;

type Kept = Written & { card: StoredCard };

/** What writes and computes memory is fetched when it is first needed: reading does without. */
const eventLog = () => import('./event-log.ts');
type EventLog = Awaited<ReturnType<typeof eventLog>>;

/** The cards of one learner and every event they came from. */
export class StudyRepository {
	#setup: StudySetup;
	#log: EventLog | undefined;

	constructor(setup: StudySetup) {
		this.#setup = setup;
	}

	/** Fetches what writing needs ahead of the first answer. */
	async prepare(): Promise<void> {
		this.#log = await eventLog();
	}

	/**
	 * Adds questions to learn and returns their cards; one already there stays, taking over what its
	 * question now says, so that what was missed in a quiz comes first among the new ones.
	 */
	add(metas: readonly CardMeta[]): Promise<Outcome<StoredCard[], StoreProblem>> {
		return this.#inLog(async (log) => done(await log.addCards(this.#setup, metas)));
	}

	/** Takes the cards of a report's other questions out of every deck; what was studied of them stays. */
	async keepOnly(
		reportId: ReportId,
		kept: ReadonlySet<CardId>
	): Promise<Outcome<number, StoreProblem>> {
		const { keepOnly } = await import('./gone-cards.ts');
		return this.#inLog(async () => done(await keepOnly(this.#setup.database, reportId, kept)));
	}

	/** Brings the cards of renamed questions under the ids they have now; their histories go on. */
	async adoptRenamed(): Promise<Outcome<void, StoreProblem>> {
		if (this.#renamed.size === 0) return done(undefined);
		const { adoptRenamed } = await import('./renamed-cards.ts');
		const { database, settings } = this.#setup;
		return this.#inLog(async () =>
			done(await adoptRenamed(database, this.#renamed, settings().weights))
		);
	}

	/** Keeps a review: the event, its card and the counters, or nothing of them. */
	review(review: NewReview): Promise<Outcome<Kept, MovedOn | StoreProblem>> {
		const { meta, expectedLastEventId, rating, form, origin, tookMs, outcome } = review;
		const weights = this.#setup.settings().weights.version;
		return this.#inLog((log) =>
			log.appendEvent(this.#setup, {
				meta,
				expectedLastEventId,
				body: { type: 'review', rating, form, origin, tookMs, weights, outcome }
			})
		);
	}

	/** Suspends, brings back, buries or resets the card a screen showed. */
	change(
		meta: CardMeta,
		body: CardChange,
		expectedLastEventId?: string
	): Promise<Outcome<Kept, MovedOn | StoreProblem>> {
		return this.#inLog((log) => log.appendEvent(this.#setup, { meta, body, expectedLastEventId }));
	}

	/** Takes one event back. `missing`: there is none of that id that could be. */
	undo(eventId: string): Promise<Outcome<Written, MovedOn | { code: 'missing' } | StoreProblem>> {
		return this.#inLog((log) => log.undoEvent(this.#setup, eventId));
	}

	/** What `undo` would take back next, after a reload too: the last event of this device that stands. */
	lastUndoable(): Promise<StudyEvent | undefined> {
		return lastUndoable(this.#setup);
	}

	/** The next cards of a deck, from indexes. */
	due(query: DueQuery): Promise<DueCards> {
		return dueCards(this.#setup.database, query);
	}

	/** How many cards of a deck wait, counted as far as is asked. */
	waiting(query: WaitingQuery): Promise<Waiting> {
		return waitingCards(this.#setup.database, query);
	}

	/** The study day after today on which the deck's next card falls due. */
	nextDueDay(query: DueQuery): Promise<StudyDay | undefined> {
		return nextDueDay(this.#setup.database, query);
	}

	/** Cards by id, an earlier one too; `undefined` for a question that has none. */
	async read(ids: readonly CardId[]): Promise<(StoredCard | undefined)[]> {
		return this.#setup.database.cards.bulkGet(ids.map((id) => idNow(this.#renamed, id)));
	}

	/** Tells each change of some cards. */
	watch(ids: readonly CardId[]): Observable<(StoredCard | undefined)[]> {
		return liveQuery(() => this.read(ids));
	}

	/** All events of a card in order, those taken back and the undos included. */
	async history(id: CardId): Promise<StudyEvent[]> {
		const events = await eventsOf(this.#setup.database, this.#renamed, idNow(this.#renamed, id));
		return events.sort(compareEvents);
	}

	/** The cards recalled on a study day, first recall first, those taken back left out. */
	async recalledOn(day: StudyDay): Promise<CardId[]> {
		const events = await this.#setup.database.events.where('studyDay').equals(day).toArray();
		const undone = new Set(events.map((event) => (event.type === 'undo' ? event.of : '')));
		const reviews = events.filter((event) => event.type === 'review' && !undone.has(event.id));
		const ids = reviews.sort(compareEvents).map(({ cardId }) => idNow(this.#renamed, cardId));
		return [...new Set(ids)];
	}

	/** What was recalled on one study day. */
	async day(day: StudyDay): Promise<DayCounts> {
		const [counts] = await readDays(this.#setup.database, day, day);
		return counts ?? dayCounts(day);
	}

	/** Tells each change of the counts of a study day, and of what falls due until `lastDay`. */
	watchCounts(today: StudyDay, lastDay: StudyDay): Observable<Counts> {
		return liveQuery(() => readCounts(this.#setup.database, today, lastDay));
	}

	/** Tells each change of what was recalled on the days of a span. */
	watchDays(from: StudyDay, to: StudyDay): Observable<DayCounts[]> {
		return liveQuery(() => readDays(this.#setup.database, from, to));
	}

	get #renamed(): Renamed {
		return this.#setup.renamed?.() ?? NONE_RENAMED;
	}

	async #inLog<T, P>(
		work: (log: EventLog) => Promise<Outcome<T, P>>
	): Promise<Outcome<T, P | StoreProblem>> {
		// Before the transaction: one that waits for something else is over.
		const log = (this.#log ??= await eventLog());
		return attempt(() => log.inLog(this.#setup.database, () => work(log)));
	}
}
