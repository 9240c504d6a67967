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
import type { Counts } from '#lib/storage/counts.ts';
import type { DueCards } from '#lib/storage/due-cards.ts';
import type { Deck, StoredCard } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';
import { firstValue } from './first-value.ts';
import { inDeck } from './review-deck.ts';

/** How many cards are taken before the window is read anew. */
const READ_AGAIN_AFTER = 5;
/** Windows grow no further: behind so many siblings of today nothing is found. */
const WIDEST = 400;

type Totals = StudyToday['totals'];

/**
 * The cards to choose from, in memory: a window of the deck and where the day stands. It moves on with
 * each answer at once and is read anew from the store behind the person's back.
 */
export class ReviewDesk {
	#app: App;
	#deck: Deck;
	#cards: DueCards = { timed: [], byDay: [], fresh: [] };
	#facts: Record<FactId, CardId> = {};
	#done = { firsts: 0, dues: 0 };
	#totals: Totals = { due: 0, fresh: 0 };
	#day: StudyDay = -1;
	#extraFrom: number | undefined;
	#extra = 0;
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

	/** Reads the window, as much wider as cards wait for a sibling. Gives up where an answer or a later read came between. */
	async read(widen = 0): Promise<void> {
		const app = this.#app;
		const turn = ++this.#turn;
		const today = app.moment().studyDay;
		const [cards, counts, recalled] = await Promise.all([
			app.study.due({ deck: this.#deck, today, widen }),
			firstValue(app.study.watchCounts(today, today)),
			app.study.recalledOn(today).then((ids) => app.study.read(ids))
		]);
		if (turn !== this.#turn) return;
		this.#cards = cards;
		this.#totals = totalsOf(counts, this.#deck);
		this.#done = { firsts: counts.today.firsts, dues: counts.today.dues };
		this.#facts = {};
		for (const card of recalled) {
			if (card) this.#facts = takeFacts(this.#facts, card.id, card.factIds);
		}
		this.#day = today;
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
			seed: `${this.#app.learner.id}:${moment.studyDay}`,
			...(endsAt !== undefined && { endsAt })
		});
	}

	/** As {@link choose}, from the store where the memory has nothing left. */
	async search(moment: Moment, endsAt?: number): Promise<Choice> {
		let widen = 0;
		await this.read();
		let choice = this.choose(moment, endsAt);
		while (!choice.next && !choice.over && this.#hidden(choice) > widen && widen < WIDEST) {
			widen = Math.max(this.#hidden(choice), widen * 2);
			await this.read(widen);
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

	#limits(): StudyToday['limits'] {
		const { newPerDay, reviewsPerDay } = this.#app.studySettings;
		const lifted = this.#extraFrom === undefined ? newPerDay : this.#extraFrom + this.#extra;
		return { newPerDay: Math.max(newPerDay, lifted), reviewsPerDay };
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

function totalsOf({ due, cells, today }: Counts, deck: Deck): Totals {
	// No counter knows which missed cards are due; the window itself says it then.
	if (deck.of === 'missed') return { due: 0, fresh: 0 };
	let dueCount = 0;
	for (const row of due) {
		if (row.day > today.day) continue;
		for (const [cell, count] of Object.entries(row.cells)) {
			if (inDeck(deck, cell)) dueCount += count;
		}
	}
	let fresh = 0;
	for (const [cell, counts] of Object.entries(cells)) if (inDeck(deck, cell)) fresh += counts.fresh;
	return { due: dueCount, fresh };
}
