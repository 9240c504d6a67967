import { TWO_MINUTES_MS, type Choice, type StudyCounts } from '#lib/domain/study/queue.ts';
import type { Rating } from '#lib/domain/study/types.ts';
import type { StoredCard } from '#lib/storage/rows.ts';
import type { CardChange } from '#lib/storage/study-repository.ts';
import type { App } from './app.svelte.ts';
import { showBadge } from './badge.ts';
import { keepReview, lastToday } from './review-answering.ts';
import { reviewEnd } from './review-ending.ts';
import { ReviewFace } from './review-face.svelte.ts';
import type { ReviewEnd, ReviewProblem, ReviewWish } from './review-view.ts';
import { ReviewWindow } from './review-window.ts';
import { TabLock } from './tab-lock.svelte.ts';

const SHORTLY_MS = 50;

/** Working through the day's cards of a deck. An answer is stored before the next card shows. */
export class ReviewRun extends ReviewFace {
	readonly wish: ReviewWish;
	readonly lock: TabLock;
	#window: ReviewWindow;
	#endsAt: number | undefined;
	#stopped = false;

	counts = $state.raw<StudyCounts>({ learning: 0, review: 0, fresh: 0 });
	answered = $state(0);
	saving = $state(false);
	canUndo = $state(false);
	problem = $state<ReviewProblem>();
	/** What just happened besides an answer; gone with the next one. */
	notice = $state<'moved-on' | 'taken-back'>();
	end = $state.raw<ReviewEnd>();

	constructor(app: App, wish: ReviewWish) {
		super(app);
		this.wish = wish;
		this.#window = new ReviewWindow(app, wish.deck);
		this.lock = new TabLock(`recount-study-${app.learner.id}`, () => void this.#begin());
	}

	/** How many cards are left today, the shown one included. */
	get left(): number {
		return this.counts.learning + this.counts.review + this.counts.fresh;
	}

	/** How far along the day's cards are, 0 to 1: each answer counts, and a new card takes two. */
	get share(): number {
		const { learning, review, fresh } = this.counts;
		const toCome = learning + review + 2 * fresh;
		return this.answered + toCome > 0 ? this.answered / (this.answered + toCome) : 1;
	}

	/** Shows the first card as soon as no other tab is reviewing. */
	start(): void {
		this.lock.hold();
	}

	/** Lets go of everything; the answers are stored already. */
	stop(): void {
		this.#stopped = true;
		this.letGo();
		this.lock.release();
	}

	/** Goes on after the two minutes, or once a card in steps is back. */
	async goOn(): Promise<void> {
		this.#endsAt = undefined;
		await this.#alone(() => this.#goOn());
	}

	/** Lifts today's limit of new cards and goes on. */
	async learnMore(more: number): Promise<void> {
		this.#window.allowMore(more);
		await this.goOn();
	}

	/** Lifts today's limit of reviews and goes on. */
	async reviewMore(more: number): Promise<void> {
		this.#window.allowMoreReviews(more);
		await this.goOn();
	}

	/** A new study day has begun: what had ended may go on. */
	async turnDay(): Promise<void> {
		if (this.stage === 'ended' && this.#window.day !== this.app.moment().studyDay)
			await this.goOn();
	}

	/** Stores how well the shown card was recalled, then shows the next. A second tap does nothing. */
	async rate(rating: Rating): Promise<void> {
		const { shown } = this;
		if (this.stage !== 'shown' || !shown || this.saving) return;
		await this.#alone(() => this.#rate(shown.card, rating));
	}

	/** Suspends the shown card or puts it off until tomorrow. */
	async putAside(how: 'suspend' | 'bury'): Promise<void> {
		const { shown } = this;
		if (!shown || this.saving) return;
		await this.#alone(async () => {
			const { card } = shown;
			const until = this.app.moment().studyDay + 1;
			const body: CardChange = how === 'bury' ? { type: how, untilDay: until } : { type: how };
			const kept = await this.app.study.change(card, body, card.lastEventId);
			if (!kept.ok) return this.#refused(kept.problem.code);
			this.#window.took(card, kept.value.card);
			this.canUndo = true;
			await this.#goOn();
		});
	}

	/** Takes the last thing back that was done with a card today, before a reload too, and shows that card. */
	async undo(): Promise<void> {
		if (this.saving) return;
		await this.#alone(async () => {
			const last = await lastToday(this.app);
			if (!last) {
				this.canUndo = false;
				return;
			}
			const undone = await this.app.study.undo(last.id);
			if (!undone.ok && undone.problem.code !== 'missing')
				return this.#refused(undone.problem.code);
			if (last.type === 'review') this.answered = Math.max(0, this.answered - 1);
			await this.#window.read();
			this.canUndo = (await lastToday(this.app)) !== undefined;
			const card = undone.ok ? undone.value.card : undefined;
			if (!card || !this.show(card)) await this.#goOn();
			this.notice = 'taken-back';
		});
	}

	/** This tab is the one that reviews; another may have until now. */
	async #begin(): Promise<void> {
		await this.#alone(async () => {
			await this.#window.read();
			if (this.stage === 'opening') {
				if (this.wish.more) {
					this.#window.allowMore(this.wish.more);
					await this.#window.read();
				}
				if (this.wish.short) this.#endsAt = this.app.now() + TWO_MINUTES_MS;
			}
			await this.#goOn();
		});
		// The first card does not wait for it, nor does its answer.
		if (await lastToday(this.app)) this.canUndo = true;
	}

	async #rate(card: StoredCard, rating: Rating): Promise<void> {
		const kept = await keepReview(this.app, await this.schedule(), {
			card,
			rating,
			form: this.recall.mark ? 'type' : 'recall',
			shownAt: this.shownAt
		});
		if (!kept.ok) return this.#refused(kept.problem.code);
		const { event, card: after } = kept.value;
		this.#window.took(card, after, event.type === 'review' ? event : undefined);
		this.answered += 1;
		this.canUndo = true;
		await this.#goOn();
	}

	/** Nothing was stored: the card stays, or another tab has dealt with it and the next one shows. */
	async #refused(code: ReviewProblem | 'moved-on'): Promise<void> {
		if (code !== 'moved-on') {
			this.problem = code;
			return;
		}
		await this.#window.read();
		await this.#goOn();
		this.notice = 'moved-on';
	}

	async #goOn(): Promise<void> {
		const { app } = this;
		const moment = app.moment();
		let choice = this.#window.choose(moment, this.#endsAt);
		const isOld = this.#window.day !== moment.studyDay;
		if (isOld || (!choice.next && !choice.over))
			choice = await this.#window.search(moment, this.#endsAt);
		this.counts = choice.counts;
		const card = choice.next && this.#window.card(choice.next.cardId);
		if (!card || !this.show(card)) await this.#finish(choice);
		if (this.#window.isThin) setTimeout(() => void this.#readAhead(), SHORTLY_MS);
	}

	async #finish(choice: Choice): Promise<void> {
		const { app, wish } = this;
		const end = await reviewEnd(app, wish.deck, { window: this.#window, choice });
		this.letGo();
		this.end = end;
		this.stage = 'ended';
		if (wish.deck.of === 'all') void showBadge(this.left);
	}

	async #readAhead(): Promise<void> {
		if (!this.#stopped && !this.saving) await this.#window.refill();
	}

	/** One thing at a time: whatever comes while something is being stored does nothing. */
	async #alone(work: () => Promise<void>): Promise<void> {
		if (this.saving) return;
		this.saving = true;
		this.problem = undefined;
		this.notice = undefined;
		try {
			await work();
		} catch (cause) {
			this.problem = 'lost';
			throw cause;
		} finally {
			this.saving = false;
		}
	}
}
