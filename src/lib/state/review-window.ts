import type { FactId } from '#lib/bank/types.ts';
import { countsOf } from '#lib/domain/study/day-counts.ts';
import {
	chooseNext,
	takeFacts,
	type Candidates,
	type Choice,
	type StudyToday
} from '#lib/domain/study/queue.ts';
import type { CardId, Moment, ReviewEvent, StudyDay } from '#lib/domain/study/types.ts';
import type { DueCards, WaitingQuery } from '#lib/storage/due-cards.ts';
import type { Deck, StoredCard } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';

/** How many cards are taken before the window is read anew. */
const READ_AGAIN_AFTER = 5;
/** At least as many as a window holds: what is counted beyond a day's limit. */
const WINDOW = 35;
/** Windows grow no further: behind so many siblings of today nothing is found. */
const WIDEST = 400;
const MINUTE_MS = 60_000;

type Totals = StudyToday['totals'];

/**
 * The cards to choose from, in memory: a window of the deck and where the day stands. It moves on with
 * each answer at once and is read anew from the store behind the person's back.
 */
export class ReviewWindow {
	#app: App;
	#deck: Deck;
	#cards: DueCards = { timed: [], byDay: [], fresh: [] };
	#facts: Record<FactId, CardId> = {};
	#done = { firsts: 0, dues: 0 };
	#totals: Totals = { due: 0, fresh: 0 };
	#day: StudyDay = -1;
	#extraFrom: number | undefined;
	#extra = 0;
	#extraReviewsFrom: number | undefined;
	#extraReviews = 0;
	/** Moves with every read begun and every answer: what was read before it is out of date. */
	#turn = 0;
	#taken = 0;

	constructor(app: App, deck: Deck) {
		this.#app = app;
		this.#deck = deck;
	}

	/** The study day the window was read on. */
	get day(): StudyDay {
		return this.#day;
	}

	/** Whether enough was taken out of the window that it is worth reading again. */
	get isThin(): boolean {
		return this.#taken >= READ_AGAIN_AFTER;
	}

	/** Lifts today's limit of new cards by so many beyond what was or may be learned. */
	allowMore(more: number): void {
		this.#extraFrom ??= Math.max(this.#app.studySettings.newPerDay, this.#done.firsts);
		this.#extra += more;
	}

	/** Lifts today's limit of reviews by so many beyond what was or may be reviewed. */
	allowMoreReviews(more: number): void {
		this.#extraReviewsFrom ??= Math.max(this.#app.studySettings.reviewsPerDay, this.#done.dues);
		this.#extraReviews += more;
	}

	/**
	 * Reads the window and where the day stands; what waits behind the window is counted no further than
	 * today's limits reach. Gives up where an answer or a later read came between.
	 */
	read(): Promise<void> {
		const { newPerDay, reviewsPerDay } = this.#limits();
		return this.#read({ due: reviewsPerDay + WINDOW, fresh: newPerDay + WINDOW });
	}

	/**
	 * Fills the window up; where the day stands goes on by itself. As many rows are read behind the first
	 * answer of a day as behind the last. Gives up as {@link read} does.
	 */
	async refill(): Promise<void> {
		const turn = ++this.#turn;
		const cards = await this.#app.study.due({ deck: this.#deck, today: this.#day });
		await this.#know(cards);
		if (turn !== this.#turn) return;
		this.#cards = cards;
		this.#taken = 0;
	}

	/** What to study now, from what is in memory. */
	choose(moment: Moment, endsAt?: number): Choice {
		return chooseNext(this.#candidates(), {
			moment,
			limits: this.#limits(),
			done: this.#done,
			totals: this.#totals,
			factsToday: this.#facts,
			learnAheadMs: this.#app.studySettings.learnAheadMinutes * MINUTE_MS,
			seed: `${this.#app.learner.id}:${moment.studyDay}`,
			...(endsAt !== undefined && { endsAt })
		});
	}

	/** As {@link choose}, from the store where the memory has nothing left; what is due is counted to the last. */
	async search(moment: Moment, endsAt?: number): Promise<Choice> {
		let widen = 0;
		const fresh = this.#limits().newPerDay + WINDOW;
		await this.#read({ fresh });
		let choice = this.choose(moment, endsAt);
		while (!choice.next && !choice.over && this.#hidden(choice) > widen && widen < WIDEST) {
			widen = Math.max(this.#hidden(choice), widen * 2);
			await this.#read({ fresh: fresh + widen }, widen);
			choice = this.choose(moment, endsAt);
		}
		return choice;
	}

	/** A card of the window. */
	card(id: CardId): StoredCard | undefined {
		const { timed, byDay, fresh } = this.#cards;
		return [...timed, ...byDay, ...fresh].find((card) => card.id === id);
	}

	/** How many cards in steps come back until a time (epoch ms). */
	stepsUntil(at: number): number {
		return this.#cards.timed.filter((card) => (card.dueAt ?? 0) <= at).length;
	}

	/** Moves on with what was just stored: the card before and after, and the review that did it, if one did. */
	took(before: StoredCard, after: StoredCard, review?: ReviewEvent): void {
		this.#turn += 1;
		this.#taken += 1;
		const others = (cards: StoredCard[]) => cards.filter((card) => card.id !== before.id);
		const { timed, byDay, fresh } = this.#cards;
		const stepping = after.queue === 'learning' ? [after] : [];
		this.#cards = {
			timed: [...others(timed), ...stepping],
			byDay: others(byDay),
			fresh: others(fresh)
		};
		this.#totals = {
			due: this.#totals.due - (before.queue === 'review' ? 1 : 0),
			fresh: this.#totals.fresh - (before.phase === 'new' ? 1 : 0)
		};
		if (!review) return;
		const counts = countsOf(before, review);
		this.#done = {
			firsts: this.#done.firsts + counts.firsts,
			dues: this.#done.dues + counts.dues
		};
		this.#facts = takeFacts(this.#facts, before.id, before.factIds);
	}

	/** `widen`: by how much more than usual, as many as wait for a sibling. */
	async #read(most: WaitingQuery['most'], widen = 0): Promise<void> {
		const { study } = this.#app;
		const turn = ++this.#turn;
		const today = this.#app.moment().studyDay;
		const deck = this.#deck;
		const [cards, waiting, { firsts, dues }, recalled] = await Promise.all([
			study.due({ deck, today, widen }),
			study.waiting({ deck, today, most }),
			study.day(today),
			study.recalledOn(today).then((ids) => study.read(ids))
		]);
		await this.#know(cards);
		if (turn !== this.#turn) return;
		this.#cards = cards;
		this.#totals = waiting;
		this.#done = { firsts, dues };
		this.#facts = {};
		for (const card of recalled) {
			if (card) this.#facts = takeFacts(this.#facts, card.id, card.factIds);
		}
		this.#day = today;
		this.#taken = 0;
	}

	/** Finds the questions of cards, also where their reports are not read yet. */
	#know({ timed, byDay, fresh }: DueCards): Promise<void> {
		return this.#app.library.withQuestions([...timed, ...byDay, ...fresh].map(({ id }) => id));
	}

	#limits(): StudyToday['limits'] {
		const { newPerDay, reviewsPerDay } = this.#app.studySettings;
		const lifted = (this.#extraFrom ?? 0) + this.#extra;
		const liftedReviews = (this.#extraReviewsFrom ?? 0) + this.#extraReviews;
		return {
			newPerDay: Math.max(newPerDay, lifted),
			reviewsPerDay: Math.max(reviewsPerDay, liftedReviews)
		};
	}

	/** A question that left the bank keeps its history but cannot be asked. */
	#isAsked = (card: StoredCard): boolean => this.#app.look.question(card.id) !== undefined;

	#candidates(): Candidates {
		const { timed, byDay, fresh } = this.#cards;
		return {
			due: [...timed, ...byDay]
				.filter(this.#isAsked)
				.map((card) => ({ card, factIds: card.factIds })),
			fresh: fresh.filter(this.#isAsked).map((card) => ({
				questionId: card.id,
				// The position tells level and order, and what was missed before both.
				level: 'core',
				order: card.position,
				factIds: card.factIds,
				card
			}))
		};
	}

	#hidden(choice: Choice): number {
		const { timed, byDay, fresh } = this.#cards;
		const unasked = [...timed, ...byDay, ...fresh].filter((card) => !this.#isAsked(card));
		return choice.hidden + unasked.length;
	}
}
