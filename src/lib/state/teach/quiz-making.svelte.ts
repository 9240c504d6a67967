import type { Question, QuestionId } from '#lib/bank/types.ts';
import { bankIndex } from '#lib/domain/quiz/bank-index.ts';
import type { SingleForm } from '#lib/domain/quiz/single-items.ts';
import type { Blueprint, Item } from '#lib/domain/quiz/types.ts';
import type { ClassQuiz } from '#lib/domain/classroom/types.ts';
import { loadPapers } from '#lib/state/quiz-start.ts';
import { askedIn, bankFor, formsOf, isGrave, remade, standIn, wished } from './quiz-items.ts';
import { QuizSteps, type MakingNews, type PublishProblem } from './quiz-steps.svelte.ts';
import { quizWarnings, type QuizWarning } from './quiz-warnings.ts';

/** What is drawn into a quiz. */
interface DrawWish {
	blueprint: Blueprint;
	/** For a quiz that has no title of its own yet. */
	title?: string;
}

const MOST_ITEMS = 100;

/** A teacher making a quiz: drawing, picking, placing and publishing. */
export class QuizMaking extends QuizSteps {
	busy = $state(false);

	readonly items: readonly Item[] = $derived.by(() => this.quiz.items);
	readonly #bank = $derived.by(() => bankFor(this.app, this.items));
	readonly warnings: QuizWarning[] = $derived.by(() => quizWarnings(this.#bank, this.items));
	readonly asked: readonly QuestionId[] = $derived.by(() => askedIn(this.items));

	/** The questions of an item as the library has them. */
	questionsOf(item: Item): Question[] {
		const { questions } = bankIndex(this.app.look.bank);
		return item.parts.flatMap(({ questionId }) => questions.get(questionId) ?? []);
	}

	/** The forms an item can be changed to; none where it asks several questions. */
	formsFor(item: Item): SingleForm[] {
		const [question, more] = this.questionsOf(item);
		return question && !more ? formsOf(question) : [];
	}

	isGrave(item: Item): boolean {
		return isGrave({ bank: this.app.look.bank }, item);
	}

	rename(title: string): void {
		this.put({ title }, true);
	}

	/** Draws a paper into an empty quiz, or adds to what is there what goes with it. */
	async draw({ blueprint, title }: DrawWish): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		const before = this.quiz.title;
		try {
			const { drawPaper } = await loadPapers();
			const { items, shortfalls } = drawPaper(this.app, blueprint);
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
			const { items } = drawPaper(this.app, blueprint);
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
		this.put({ items: [], blueprint: undefined });
		this.news = { code: 'emptied' };
	}

	/** Moves an item up (-1) or down (1); whether it moved. */
	move(itemNo: number, by: -1 | 1): boolean {
		const items = [...this.items];
		const [item] = items.splice(itemNo, 1);
		const place = itemNo + by;
		if (!item || place < 0 || place > items.length) return false;
		items.splice(place, 0, item);
		this.put({ items });
		this.news = { code: 'moved', itemNo: place };
		return true;
	}

	/** Puts another question of the same kind and level in an item's place. */
	replace(itemNo: number): void {
		const { items } = this;
		const { bank } = this.app.look;
		const question = standIn({ bank, items }, { itemNo, seed: this.app.newId() });
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
		if (this.quiz.state !== 'published') this.put({ state: 'published' });
		return true;
	}

	withdraw(): void {
		this.put({ state: 'draft' });
	}

	#lack(): PublishProblem | undefined {
		if (this.items.length === 0) return 'no-items';
		return this.quiz.title.trim() === '' ? 'no-title' : undefined;
	}

	#remake(items: readonly Item[]): Item[] {
		return remade({ bank: bankFor(this.app, items), seed: this.quiz.seed, items });
	}

	/** Makes other items the quiz's; tells where one had to become another form. */
	#place(
		items: readonly Item[],
		news: MakingNews | undefined,
		change: Partial<ClassQuiz> = {}
	): void {
		const made = this.#remake(items);
		const itemNo = made.findIndex(({ form }, i) => form !== items[i]?.form);
		this.put({ ...change, items: made });
		this.news = itemNo === -1 ? news : { code: 'typed', itemNo };
	}
}

/** Items with others in the place of one. */
function withItem(items: readonly Item[], itemNo: number, others: readonly Item[]): Item[] {
	return [...items.slice(0, itemNo), ...others, ...items.slice(itemNo + 1)];
}
