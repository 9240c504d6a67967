import type { ClassQuiz } from '#lib/domain/classroom/types.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';

/**
 * What came of the last change, where the screen does not show it by itself. `typed`: there are too few
 * wrong options to choose from, so the question is typed; `none-left`: no other question goes in that
 * place; `elsewhere`: another tab changed the quiz.
 */
export type MakingNews =
	| { code: 'drawn'; added: number; asked: number }
	| { code: 'typed' | 'removed' | 'moved' | 'replaced'; itemNo: number }
	| { code: 'added' | 'none-left' | 'elsewhere' | 'undone' | 'emptied' };

/** Why a quiz cannot be published. */
export type PublishProblem = 'no-items' | 'no-title';

const MOST_STEPS = 50;

/** A quiz in the making as it is stored: every change at once, and each can be taken back. */
export class QuizSteps {
	protected readonly app: ClassApp;
	#classes: ClassRepository;
	#steps = $state.raw<ClassQuiz[]>([]);
	/** What the last step changed: letters typed in a row are taken back as one. */
	#typing = false;
	#saving: Promise<unknown> = Promise.resolve();

	readonly id: string;
	status = $state<'loading' | 'ready' | 'missing' | 'failed'>('loading');
	quiz = $state.raw<ClassQuiz>() as ClassQuiz;
	news = $state.raw<MakingNews>();
	refusal = $state<PublishProblem>();
	problem = $state.raw<StoreProblem>();

	constructor(app: ClassApp, id: string) {
		this.app = app;
		this.#classes = new ClassRepository(app.database);
		this.id = id;
	}

	/** Reads the quiz and follows what other tabs do to it; returns what ends that. */
	open(): () => void {
		const { unsubscribe } = this.#classes.watchQuizzes().subscribe(
			(quizzes) => this.#follow(quizzes.find(({ id }) => id === this.id)),
			() => (this.status = 'failed')
		);
		return () => unsubscribe();
	}

	get canUndo(): boolean {
		return this.#steps.length > 0;
	}

	/** Takes the last change back. */
	undo(): void {
		const before = this.#steps.at(-1);
		if (!before) return;
		this.#steps = this.#steps.slice(0, -1);
		this.#typing = false;
		this.news = { code: 'undone' };
		this.#save({ ...before, changedAt: this.#stamp() });
	}

	/** Resolves once everything so far is stored. */
	async settled(): Promise<void> {
		await this.#saving;
	}

	/** Changes the quiz; a quiz without items is a draft. */
	protected put(change: Partial<ClassQuiz>, isTyping = false): void {
		const before = this.quiz;
		const next = { ...before, ...change, changedAt: this.#stamp() };
		if (next.items.length === 0) next.state = 'draft';
		if (!(isTyping && this.#typing)) this.#steps = [...this.#steps, before].slice(-MOST_STEPS);
		this.#typing = isTyping;
		this.news = undefined;
		this.refusal = undefined;
		this.#save(next);
	}

	#follow(row: ClassQuiz | undefined): void {
		if (!row) return void (this.status = 'missing');
		const mine = this.status === 'ready' ? this.quiz : undefined;
		if (mine && row.changedAt <= mine.changedAt) return;
		if (mine) this.#steps = [...this.#steps, mine].slice(-MOST_STEPS);
		if (mine) this.news = { code: 'elsewhere' };
		this.#typing = false;
		this.quiz = row;
		this.status = 'ready';
	}

	/** Later than what is there, so that the newest can be told in two tabs. */
	#stamp(): number {
		return Math.max(this.app.now(), this.quiz.changedAt + 1);
	}

	#save(quiz: ClassQuiz): void {
		this.quiz = quiz;
		this.#saving = this.#saving.then(async () => {
			const outcome = await this.#classes.saveQuiz(quiz);
			this.problem = outcome.ok ? undefined : outcome.problem;
		});
	}
}
