import type { Question, QuestionId } from '#lib/bank/types.ts';
import { bankIndex } from '#lib/domain/quiz/bank-index.ts';
import type { SingleForm } from '#lib/domain/quiz/single-items.ts';
import type { Blueprint, Item } from '#lib/domain/quiz/types.ts';
import type { ClassQuiz } from '#lib/domain/classroom/types.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { loadPapers } from '#lib/state/quiz-start.ts';
import { askedIn, bankFor, formsOf, isGrave, remade, standIn, wished } from './quiz-items.ts';
import { quizWarnings, type QuizWarning } from './quiz-warnings.ts';

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

/** What is drawn into a quiz. */
interface DrawWish {
	blueprint: Blueprint;
	/** For a quiz that has no title of its own yet. */
	title?: string;
}

const MOST_STEPS = 50;
const MOST_ITEMS = 100;

/** A teacher making a quiz; every change is stored at once and can be taken back. */
export class QuizMaking {
	#app: ClassApp;
	#classes: ClassRepository;
	#steps = $state.raw<ClassQuiz[]>([]);
	/** What the last step changed: letters typed in a row are taken back as one. */
	#typing = false;
	#saving: Promise<unknown> = Promise.resolve();

	readonly id: string;
	status = $state<'loading' | 'ready' | 'missing' | 'failed'>('loading');
	quiz = $state.raw<ClassQuiz>() as ClassQuiz;
	busy = $state(false);
	news = $state.raw<MakingNews>();
	refusal = $state<PublishProblem>();
	problem = $state.raw<StoreProblem>();

	constructor(app: ClassApp, id: string) {
		this.#app = app;
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

	readonly items: readonly Item[] = $derived.by(() => this.quiz.items);
	readonly #bank = $derived.by(() => bankFor(this.#app, this.items));
	readonly warnings: QuizWarning[] = $derived.by(() => quizWarnings(this.#bank, this.items));
	readonly asked: readonly QuestionId[] = $derived.by(() => askedIn(this.items));

	get canUndo(): boolean {
		return this.#steps.length > 0;
	}

	/** The questions of an item as the library has them. */
	questionsOf(item: Item): Question[] {
		const { questions } = bankIndex(this.#app.look.bank);
		return item.parts.flatMap(({ questionId }) => questions.get(questionId) ?? []);
	}

	/** The forms an item can be changed to; none where it asks several questions. */
	formsFor(item: Item): SingleForm[] {
		const [question, more] = this.questionsOf(item);
		return question && !more ? formsOf(question) : [];
	}

	isGrave(item: Item): boolean {
		return isGrave({ bank: this.#app.look.bank }, item);
	}

	rename(title: string): void {
		this.#put({ title }, true);
	}

	/** Draws a paper into an empty quiz, or adds to what is there what goes with it. */
	async draw({ blueprint, title }: DrawWish): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		const before = this.quiz.title;
		try {
			const { drawPaper } = await loadPapers();
			const { items, shortfalls } = drawPaper(this.#app, blueprint);
			const fresh = items.filter(
				({ parts }) => !parts.some(({ questionId }) => this.asked.includes(questionId))
			);
			const added = fresh.slice(0, MOST_ITEMS - this.items.length);
			const missing = shortfalls.reduce((sum, short) => sum + short.asked - short.found, 0);
			const drawnBy = this.items.length === 0 ? { blueprint } : {};
			const news = { code: 'drawn' as const, added: added.length, asked: items.length + missing };
			this.#place([...this.items, ...added], news, {
				...drawnBy,
				// What was typed meanwhile stands.
				title: this.quiz.title === before ? (title ?? before) : this.quiz.title
			});
		} finally {
			this.busy = false;
		}
	}

	/** Puts other questions of the same blueprint in the place of all. */
	async drawAgain(): Promise<void> {
		const { blueprint } = this.quiz;
		if (!blueprint || this.busy) return;
		this.busy = true;
		try {
			const { drawPaper } = await loadPapers();
			const { items } = drawPaper(this.#app, blueprint);
			this.#place(items, { code: 'drawn', added: items.length, asked: items.length });
		} finally {
			this.busy = false;
		}
	}

	/** Adds a question at the end, once. */
	add(questionId: QuestionId, form: SingleForm): void {
		if (this.asked.includes(questionId) || this.items.length >= MOST_ITEMS) return;
		this.#place([...this.items, wished(questionId, form)], { code: 'added' });
	}

	/** Takes a question that was added by hand out again. */
	drop(questionId: QuestionId): void {
		const itemNo = this.items.findIndex(({ parts }) =>
			parts.some((part) => part.questionId === questionId)
		);
		if (itemNo !== -1) this.remove(itemNo);
	}

	remove(itemNo: number): void {
		this.#place(withItem(this.items, itemNo, []), { code: 'removed', itemNo });
	}

	clear(): void {
		this.#put({ items: [], blueprint: undefined });
		this.news = { code: 'emptied' };
	}

	/** Moves an item up (-1) or down (1); whether it moved. */
	move(itemNo: number, by: -1 | 1): boolean {
		const items = [...this.items];
		const [item] = items.splice(itemNo, 1);
		const place = itemNo + by;
		if (!item || place < 0 || place > items.length) return false;
		items.splice(place, 0, item);
		this.#put({ items });
		this.news = { code: 'moved', itemNo: place };
		return true;
	}

	/** Puts another question of the same kind and level in an item's place. */
	replace(itemNo: number): void {
		const { items } = this;
		const { bank } = this.#app.look;
		const question = standIn({ bank, items }, { itemNo, seed: this.#app.newId() });
		const old = items[itemNo];
		if (!question || !old) return void (this.news = { code: 'none-left' });
		const form = formsOf(question).find((each) => each === old.form) ?? 'type';
		this.#place(withItem(items, itemNo, [wished(question.id, form)]), { code: 'replaced', itemNo });
	}

	/** Asks an item's question in another form. */
	setForm(itemNo: number, form: SingleForm): void {
		const [part] = this.items[itemNo]?.parts ?? [];
		if (!part) return;
		this.#place(withItem(this.items, itemNo, [wished(part.questionId, form)]), undefined);
	}

	/** Asks the questions of a match or sort item one by one, each in a form that it bears. */
	split(itemNo: number): void {
		const item = this.items[itemNo];
		if (!item) return;
		const singles = this.questionsOf(item).map((question) =>
			wished(question.id, formsOf(question)[0] ?? 'type')
		);
		this.#place(withItem(this.items, itemNo, singles), { code: 'replaced', itemNo });
	}

	/** Makes it ready to be assigned, or says what is missing. */
	publish(): boolean {
		this.refusal = this.#lack();
		if (this.refusal) return false;
		if (this.quiz.state !== 'published') this.#put({ state: 'published' });
		return true;
	}

	withdraw(): void {
		this.#put({ state: 'draft' });
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

	#lack(): PublishProblem | undefined {
		if (this.items.length === 0) return 'no-items';
		return this.quiz.title.trim() === '' ? 'no-title' : undefined;
	}

	#remake(items: readonly Item[]): Item[] {
		return remade({ bank: bankFor(this.#app, items), seed: this.quiz.seed, items });
	}

	/** Makes other items the quiz's; tells where one had to become another form. */
	#place(
		items: readonly Item[],
		news: MakingNews | undefined,
		change: Partial<ClassQuiz> = {}
	): void {
		const made = this.#remake(items);
		const itemNo = made.findIndex(({ form }, i) => form !== items[i]?.form);
		this.#put({ ...change, items: made });
		this.news = itemNo === -1 ? news : { code: 'typed', itemNo };
	}

	#put(change: Partial<ClassQuiz>, isTyping = false): void {
		const before = this.quiz;
		const next = { ...before, ...change, changedAt: this.#stamp() };
		if (next.items.length === 0) next.state = 'draft';
		if (!(isTyping && this.#typing)) this.#steps = [...this.#steps, before].slice(-MOST_STEPS);
		this.#typing = isTyping;
		this.news = undefined;
		this.refusal = undefined;
		this.#save(next);
	}

	/** Later than what is there, so that the newest can be told in two tabs. */
	#stamp(): number {
		return Math.max(this.#app.now(), this.quiz.changedAt + 1);
	}

	#save(quiz: ClassQuiz): void {
		this.quiz = quiz;
		this.#saving = this.#saving.then(async () => {
			const outcome = await this.#classes.saveQuiz(quiz);
			this.problem = outcome.ok ? undefined : outcome.problem;
		});
	}
}

/** Items with others in the place of one. */
function withItem(items: readonly Item[], itemNo: number, others: readonly Item[]): Item[] {
	return [...items.slice(0, itemNo), ...others, ...items.slice(itemNo + 1)];
}
