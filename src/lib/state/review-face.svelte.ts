import { proposeRating } from '#lib/domain/study/ratings.ts';
import type { Rating, ReviewForm } from '#lib/domain/study/types.ts';
import type { StoredCard } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';
import { questionView } from './question-view.ts';
import {
	loadSchedule,
	prepareAnswering,
	prepareKey,
	ratingButtons,
	type Schedule
} from './review-answering.ts';
import type { RatingButton, ShownCard } from './review-view.ts';
import { TypedRecall } from './typed-recall.svelte.ts';

/** The card on the screen: its question, then its answer and what each rating would do. */
export class ReviewFace {
	readonly app: App;
	/** epoch ms */
	protected shownAt = 0;
	#release: (() => void) | undefined;
	#schedule = $state.raw<Schedule>();

	/** `opening`: reading the store; `asking`: the question alone; `shown`: with its answer. */
	stage = $state<'opening' | 'asking' | 'shown' | 'ended'>('opening');
	shown = $state.raw<ShownCard>();
	recall = $state.raw(new TypedRecall());
	form = $state<ReviewForm>('recall');

	constructor(app: App) {
		this.app = app;
		this.form = app.settings.reviewForm;
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

	/** Types into the answer; from then on nothing may reload the page. */
	type(text: string): void {
		this.recall.text = text;
		if (text !== '') this.#hold();
	}

	/** Asks the shown card by heart or typed, and those after it. */
	async setForm(form: ReviewForm): Promise<void> {
		this.form = form;
		prepareKey(this);
		await this.app.set({ reviewForm: form });
	}

	/** Turns the card: by heart at once, typed after the grader has looked. */
	async reveal(): Promise<void> {
		const { shown } = this;
		if (this.stage !== 'asking' || !shown) return;
		this.#hold();
		await this.schedule();
		if (this.form === 'type') await this.recall.check(this.app.look, shown.question);
		if (this.shown === shown) this.stage = 'shown';
	}

	protected async schedule(): Promise<Schedule> {
		return (this.#schedule ??= await loadSchedule());
	}

	/** Whether the card could be shown: its question may have left the bank. */
	protected show(card: StoredCard): boolean {
		const question = this.app.look.question(card.id);
		if (!question) return false;
		this.letGo();
		this.shown = { card, question, view: questionView(this.app.look, question) };
		this.recall = new TypedRecall();
		this.stage = 'asking';
		this.shownAt = this.app.now();
		if (!this.#schedule) prepareAnswering(this.app);
		prepareKey(this);
		return true;
	}

	/** Lets the page be loaded anew. */
	protected letGo(): void {
		this.#release?.();
		this.#release = undefined;
	}

	#hold(): void {
		this.#release ??= this.app.updates.hold();
	}
}
