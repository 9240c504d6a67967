import { TWO_MINUTES_MS, type Choice, type StudyCounts } from '#lib/domain/study/queue.ts';
import { proposeRating } from '#lib/domain/study/ratings.ts';
import type { Rating, ReviewForm } from '#lib/domain/study/types.ts';
import type { StoredCard } from '#lib/storage/rows.ts';
import type { CardChange } from '#lib/storage/study-repository.ts';
import type { App } from './app.svelte.ts';
import { showBadge } from './badge.ts';
import { questionView } from './question-view.ts';
import {
	loadSchedule,
	prepareAnswering,
	ratingButtons,
	type Schedule
} from './review-answering.ts';
import { ReviewDesk } from './review-desk.ts';
import type {
	RatingButton,
	ReviewEnd,
	ReviewProblem,
	ReviewWish,
	ShownCard
} from './review-view.ts';
import { TabLock } from './tab-lock.svelte.ts';
import { TypedRecall } from './typed-recall.svelte.ts';
import { whatsNext } from './whats-next.ts';

const SHORTLY_MS = 50;

/** Working through the day's cards of a deck. An answer is stored before the next card shows. */
export class ReviewRun {
	readonly app: App;
	readonly wish: ReviewWish;
	readonly lock: TabLock;
	#desk: ReviewDesk;
	#shownAt = 0;
	#endsAt: number | undefined;
	#release: (() => void) | undefined;
	#stopped = false;
	#schedule = $state.raw<Schedule>();

	/** `opening`: reading the store; `asking`: the question alone; `shown`: with its answer. */
	stage = $state<'opening' | 'asking' | 'shown' | 'ended'>('opening');
	shown = $state.raw<ShownCard>();
	recall = $state.raw(new TypedRecall());
	form = $state<ReviewForm>('recall');
	counts = $state.raw<StudyCounts>({ learning: 0, review: 0, fresh: 0 });
	/** Cards that are done for today. */
	finished = $state(0);
	answered = $state(0);
	saving = $state(false);
	canUndo = $state(false);
	problem = $state<ReviewProblem>();
	/** What just happened besides an answer; gone with the next one. */
	notice = $state<'moved-on' | 'taken-back'>();
	end = $state.raw<ReviewEnd>();

	constructor(app: App, wish: ReviewWish) {
		this.app = app;
		this.wish = wish;
		this.#desk = new ReviewDesk(app, wish.deck);
		this.lock = new TabLock(`recount-study-${app.learner.id}`, () => void this.#begin());
		this.form = app.settings.reviewForm;
	}

	/** How many cards are left today, the shown one included. */
	get left(): number {
		return this.counts.learning + this.counts.review + this.counts.fresh;
	}

	/** The rating buttons of the shown card, once its answer is shown. */
	readonly buttons: RatingButton[] = $derived.by(() => {
		if (this.stage !== 'shown' || !this.shown || !this.#schedule) return [];
		return ratingButtons(this.#schedule, this.app, { ...this.shown, proposal: this.proposal });
	});

	/** The rating proposed: by the grader for a typed answer, none where a person must decide. */
	get proposal(): Rating | undefined {
		const mark = this.recall.mark;
		return mark ? proposeRating(mark.verdict, this.app.studySettings.buttons) : 3;
	}

	/** Shows the first card as soon as no other tab is reviewing. */
	start(): void {
		this.lock.hold();
	}

	/** Lets go of everything; the answers are stored already. */
	stop(): void {
		this.#stopped = true;
		this.#letGo();
		this.lock.release();
	}

	/** Goes on after the two minutes, or once a card in steps is back. */
	async goOn(): Promise<void> {
		this.#endsAt = undefined;
		await this.#alone(() => this.#goOn());
	}

	/** Lifts today's limit of new cards and goes on. */
	async learnMore(more: number): Promise<void> {
		this.#desk.allowMore(more);
		await this.goOn();
	}

	/** A new study day has begun: what had ended may go on. */
	async turnDay(): Promise<void> {
		if (this.stage === 'ended' && this.#desk.day !== this.app.moment().studyDay) await this.goOn();
	}

	/** Types into the answer; from then on nothing may reload the page. */
	type(text: string): void {
		this.recall.text = text;
		if (text !== '') this.#hold();
	}

	/** Asks the shown card by heart or typed, and those after it. */
	async setForm(form: ReviewForm): Promise<void> {
		this.form = form;
		await this.app.set({ reviewForm: form });
	}

	/** Turns the card: by heart at once, typed after the grader has looked. */
	async reveal(): Promise<void> {
		const { shown } = this;
		if (this.stage !== 'asking' || !shown) return;
		this.#hold();
		this.#schedule ??= await loadSchedule();
		if (this.form === 'type') await this.recall.check(this.app.look, shown.question);
		if (this.shown === shown) this.stage = 'shown';
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
			this.#desk.took(card, kept.value.card);
			this.canUndo = true;
			await this.#goOn();
		});
	}

	/** Takes the last thing back that was done with a card today, before a reload too, and shows that card. */
	async undo(): Promise<void> {
		if (this.saving) return;
		await this.#alone(async () => {
			const last = await this.app.study.lastUndoable();
			if (!last || last.studyDay !== this.app.moment().studyDay) {
				this.canUndo = false;
				return;
			}
			const undone = await this.app.study.undo(last.id);
			if (!undone.ok && undone.problem.code !== 'missing')
				return this.#refused(undone.problem.code);
			if (last.type === 'review') this.answered = Math.max(0, this.answered - 1);
			await this.#desk.read();
			await this.#lookForUndo();
			const card = undone.ok ? undone.value.card : undefined;
			if (!card || !this.#show(card)) await this.#goOn();
			this.notice = 'taken-back';
		});
	}

	/** This tab is the one that reviews; another may have until now. */
	async #begin(): Promise<void> {
		await this.#alone(async () => {
			await this.#desk.read();
			if (this.stage === 'opening') {
				if (this.wish.more) this.#desk.allowMore(this.wish.more);
				if (this.wish.short) this.#endsAt = this.app.now() + TWO_MINUTES_MS;
			}
			await this.#lookForUndo();
			await this.#goOn();
		});
	}

	async #rate(card: StoredCard, rating: Rating): Promise<void> {
		const { app } = this;
		const { previewOutcomes } = (this.#schedule ??= await loadSchedule());
		const outcome = previewOutcomes(card, app.moment(), app.studySettings)[rating];
		const kept = await app.study.review({
			meta: card,
			expectedLastEventId: card.lastEventId,
			rating,
			form: this.recall.mark ? 'type' : 'recall',
			origin: 'card',
			tookMs: Math.max(0, app.now() - this.#shownAt),
			outcome
		});
		if (!kept.ok) return this.#refused(kept.problem.code);
		const { event, card: after } = kept.value;
		this.#desk.took(card, after, event.type === 'review' ? event : undefined);
		this.answered += 1;
		this.canUndo = true;
		if (after.queue !== 'learning') this.finished += 1;
		await this.#goOn();
	}

	/** Nothing was stored: the card stays, or another tab has dealt with it and the next one shows. */
	async #refused(code: ReviewProblem | 'moved-on'): Promise<void> {
		if (code !== 'moved-on') {
			this.problem = code;
			return;
		}
		await this.#desk.read();
		await this.#goOn();
		this.notice = 'moved-on';
	}

	async #goOn(): Promise<void> {
		const { app } = this;
		const moment = app.moment();
		let choice = this.#desk.choose(moment, this.#endsAt);
		const isOld = this.#desk.day !== moment.studyDay;
		if (isOld || (!choice.next && !choice.over))
			choice = await this.#desk.search(moment, this.#endsAt);
		this.counts = choice.counts;
		const card = choice.next && this.#desk.card(choice.next.cardId);
		if (!card || !this.#show(card)) await this.#finish(choice);
		if (this.#desk.isThin) setTimeout(() => void this.#readAhead(), SHORTLY_MS);
	}

	/** Whether the card could be shown: its question may have left the bank. */
	#show(card: StoredCard): boolean {
		const question = this.app.look.question(card.id);
		if (!question) return false;
		this.#letGo();
		this.shown = { card, question, view: questionView(this.app.look, question) };
		this.recall = new TypedRecall();
		this.stage = 'asking';
		this.#shownAt = this.app.now();
		if (!this.#schedule) prepareAnswering(this.app, this.form);
		return true;
	}

	async #finish(choice: Choice): Promise<void> {
		const next = await whatsNext(this.app, this.wish.deck);
		const { nextAt } = choice;
		this.#letGo();
		this.end = {
			over: choice.over,
			left: this.left,
			...(nextAt !== undefined && {
				steps: { at: nextAt, count: Math.max(1, this.#desk.stepsUntil(nextAt)) }
			}),
			next
		};
		this.stage = 'ended';
		if (this.wish.deck.of === 'all') void showBadge(this.left);
	}

	async #readAhead(): Promise<void> {
		if (!this.#stopped && !this.saving) await this.#desk.read();
	}

	async #lookForUndo(): Promise<void> {
		const last = await this.app.study.lastUndoable();
		this.canUndo = last?.studyDay === this.app.moment().studyDay;
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

	#hold(): void {
		this.#release ??= this.app.updates.hold();
	}

	#letGo(): void {
		this.#release?.();
		this.#release = undefined;
	}
}
