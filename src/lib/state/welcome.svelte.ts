import type { Question } from '#lib/bank/types.ts';
import { proposeRating } from '#lib/domain/study/ratings.ts';
import type { Outcome, Rating, StudyDay } from '#lib/domain/study/types.ts';
import type { App } from './app.svelte.ts';
import { cardMeta } from './card-metas.ts';
import { fetchSoon } from './fetch-soon.ts';
import { questionView, type QuestionView } from './question-view.ts';
import type { ReviewProblem } from './review-view.ts';
import { loadGrader, TypedRecall } from './typed-recall.svelte.ts';
import {
	firstQuestions,
	firstTry,
	litBrief,
	reportOfFirst,
	type FirstTry,
	type LitSentence
} from './welcome-questions.ts';

export type WelcomeStep = 'about' | 'try' | 'brief' | 'typed' | 'end';

/** The first run: five guesses, a brief, the same five typed. It goes on where it was left. */
export class Welcome {
	readonly app: App;
	readonly questions: Question[];
	#shownAt = 0;
	#release: (() => void) | undefined;

	step = $state<WelcomeStep>('about');
	at = $state(0);
	recall = $state.raw(new TypedRecall());
	saving = $state(false);
	problem = $state<ReviewProblem>();

	constructor(app: App) {
		this.app = app;
		const { welcome } = app.settings;
		const kept = welcome?.questions.map((id) => app.look.question(id)) ?? [];
		const known = kept.filter((question) => question !== undefined);
		const isWhole = known.length > 0 && known.length === kept.length;
		this.questions = isWhole ? known : firstQuestions(app.library.shipped);
		if (welcome && isWhole) {
			this.step = welcome.step;
			this.at = Math.min(welcome.at, known.length - 1);
		}
		this.#shownAt = app.now();
		this.#readyKey();
	}

	/** What to expect of the reports, before anything is shown. */
	get notices(): string[] {
		return this.app.look.bank.reports.flatMap(({ notice }) => notice ?? []);
	}

	get question(): Question | undefined {
		return this.questions[this.at];
	}

	get tried(): FirstTry | undefined {
		return this.question && firstTry(this.app.look, this.question);
	}

	get view(): QuestionView | undefined {
		return this.question && questionView(this.app.look, this.question);
	}

	get title(): string {
		return reportOfFirst(this.app.look, this.questions)?.title ?? '';
	}

	get brief(): LitSentence[] {
		return litBrief(this.app.look, this.questions);
	}

	/** The rating of the typed answer; absent where only the person can say. */
	get proposal(): Rating | undefined {
		const { mark } = this.recall;
		return mark && proposeRating(mark.verdict, this.app.studySettings.buttons);
	}

	/** How far it has come, 0 to 1. */
	get share(): number {
		const tried = this.questions.length;
		const all = 2 * tried + 1;
		const done = { about: 0, try: this.at, brief: tried, typed: tried + 1 + this.at, end: all };
		return done[this.step] / all;
	}

	async begin(): Promise<void> {
		if (this.questions.length === 0) return this.finish();
		await this.#go('try', 0);
	}

	/** A guess was made; it counts for nothing. */
	async guessed(): Promise<void> {
		const next = this.at + 1;
		await (next < this.questions.length ? this.#go('try', next) : this.#go('brief', 0));
	}

	/** Fetches what grades and stores a typed answer, ahead of the first. */
	async prepare(): Promise<void> {
		await Promise.all([loadGrader(), this.app.study.prepare()]);
	}

	async read(): Promise<void> {
		await this.#go('typed', 0);
	}

	type(text: string): void {
		this.recall.text = text;
		if (text !== '') this.#release ??= this.app.updates.hold();
	}

	/** Grades what was typed. */
	async check(): Promise<void> {
		if (this.question && !this.recall.mark) await this.recall.check(this.app.look, this.question);
	}

	/** Stores the typed answer as the card's first review, due tomorrow, then asks the next. */
	async keep(rating: Rating): Promise<void> {
		const { question } = this;
		if (!question || this.saving || !this.recall.mark) return;
		this.saving = true;
		this.problem = undefined;
		try {
			if (!(await this.#store(question, rating))) return;
			const next = this.at + 1;
			await (next < this.questions.length ? this.#go('typed', next) : this.finish());
		} finally {
			this.saving = false;
		}
	}

	/** Ends the first run: every question of the bank is a card to come. */
	async finish(): Promise<void> {
		const kept = await this.app.set({ firstRunAt: this.app.now(), welcome: undefined });
		if (!kept.ok) {
			this.problem = kept.problem.code;
			return;
		}
		this.stop();
		this.step = 'end';
		await this.app.syncCards();
	}

	/** Lets go; what was answered is stored. */
	stop(): void {
		this.#release?.();
		this.#release = undefined;
	}

	/** Whether the answer is stored, now or already. */
	async #store(question: Question, rating: Rating): Promise<boolean> {
		const { app } = this;
		const [card] = await app.study.read([question.id]);
		if (card && card.reviews > 0) return true;
		const kept = await app.study.review({
			meta: cardMeta(app.look, question),
			expectedLastEventId: card?.lastEventId,
			rating,
			form: 'type',
			origin: 'card',
			tookMs: Math.max(0, app.now() - this.#shownAt),
			outcome: tomorrow(rating, app.moment().studyDay)
		});
		if (!kept.ok && kept.problem.code !== 'moved-on') this.problem = kept.problem.code;
		return kept.ok || kept.problem.code === 'moved-on';
	}

	async #go(step: 'try' | 'brief' | 'typed', at: number): Promise<void> {
		const questions = this.questions.map(({ id }) => id);
		const kept = await this.app.set({ welcome: { step, at, questions } });
		if (!kept.ok) this.problem = kept.problem.code;
		this.stop();
		this.recall = new TypedRecall();
		this.step = step;
		this.at = at;
		this.#shownAt = this.app.now();
		this.#readyKey();
	}

	/** A typed answer's key is built while its question is read. */
	#readyKey(): void {
		const { app, recall, question, step } = this;
		if (question && step === 'typed') fetchSoon(() => recall.prepare(app.look, question));
	}
}

/** Read a moment ago, an answer says little yet: whatever it was, the card comes back tomorrow. */
function tomorrow(rating: Rating, today: StudyDay): Outcome {
	const dueDay = today + 1;
	return rating > 2
		? { phase: 'review', step: 0, dueDay, intervalDays: 1 }
		: { phase: 'learning', step: 0, dueDay, intervalDays: 0 };
}
