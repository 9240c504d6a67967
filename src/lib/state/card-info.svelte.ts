import type { Question } from '#lib/bank/types.ts';
import { metaOf } from '#lib/storage/card-row.ts';
import type { StoredCard } from '#lib/storage/rows.ts';
import type { CardChange } from '#lib/storage/study-repository.ts';
import type { App } from './app.svelte.ts';
import { cardLines, type CardLine } from './card-lines.ts';
import { cardMeta } from './card-metas.ts';
import { Live } from './live.svelte.ts';
import { questionView, type QuestionView } from './question-view.ts';
import type { ReviewProblem } from './review-view.ts';

/** Everything there is to know of one card, and what can be done with it. */
export class CardInfo {
	readonly app: App;
	readonly question: Question | undefined;
	readonly view: QuestionView | undefined;
	#id: string;
	#live: Live<(StoredCard | undefined)[]>;

	/** Newest first. */
	lines = $state.raw<CardLine[]>([]);
	saving = $state(false);
	problem = $state<ReviewProblem>();

	constructor(app: App, id: string) {
		this.app = app;
		this.#id = id;
		this.question = app.look.question(id);
		this.view = this.question && questionView(app.look, this.question);
		this.#live = new Live(app.study.watch([id]));
		$effect(() => {
			void this.card?.lastEventId;
			void this.#readHistory();
		});
	}

	/** Whether the store has answered yet. */
	get isRead(): boolean {
		return this.#live.current.status !== 'loading';
	}

	/** Absent where the question is no card yet. */
	get card(): StoredCard | undefined {
		return this.#live.value?.[0];
	}

	/** The event that can be taken back: the last that stands, if a person made it. */
	get undoable(): CardLine | undefined {
		const last = this.lines.find((line) => line.type !== 'undo' && !line.undone);
		return last?.type === 'add' ? undefined : last;
	}

	suspend(): Promise<void> {
		return this.#change({ type: 'suspend' });
	}

	unsuspend(): Promise<void> {
		return this.#change({ type: 'unsuspend' });
	}

	/** Makes it a new card again; its history stays. */
	reset(): Promise<void> {
		return this.#change({ type: 'reset' });
	}

	/** Takes the last thing back that was done with this card. */
	async undo(): Promise<void> {
		const { undoable } = this;
		if (undoable) await this.#keep(() => this.app.study.undo(undoable.id));
	}

	async #change(body: CardChange): Promise<void> {
		const { card, question, app } = this;
		if (!card && !question) return;
		const meta = card ? metaOf(card) : question && cardMeta(app.look, question);
		if (meta) await this.#keep(() => app.study.change(meta, body, card?.lastEventId));
	}

	/** A card that moved on meanwhile shows anew by itself: nothing to say. */
	async #keep(
		work: () => Promise<{ ok: true } | { ok: false; problem: { code: string } }>
	): Promise<void> {
		if (this.saving) return;
		this.saving = true;
		this.problem = undefined;
		try {
			const kept = await work();
			if (!kept.ok && isProblem(kept.problem.code)) this.problem = kept.problem.code;
		} finally {
			this.saving = false;
		}
	}

	async #readHistory(): Promise<void> {
		const events = await this.app.study.history(this.#id);
		this.lines = cardLines(events);
	}
}

const isProblem = (code: string): code is ReviewProblem =>
	code === 'full' || code === 'closed' || code === 'lost';
