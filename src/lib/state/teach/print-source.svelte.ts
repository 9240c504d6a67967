import type { Bank } from '#lib/bank/types.ts';
import { presentQuiz } from '#lib/domain/classroom/hand-out.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { Live, type Snapshot } from '#lib/state/live.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { AssignmentRow, ClassRow, QuizRow } from '#lib/storage/class-rows.ts';
import { bankFor } from './quiz-items.ts';

/** What there is to print. */
export interface Printable {
	title: string;
	items: readonly Item[];
	bank: Bank;
	/** Where it was given to a class. */
	className?: string;
	/** The answers of a Test that were not released yet. */
	isSecret: boolean;
}

/** Where the printed comes from: `ready` with nothing where it is not on this device. */
export interface PrintSource {
	/** Where the way back leads. */
	readonly from: 'quiz' | 'assignment';
	readonly id: string;
	readonly current: Snapshot<Printable | undefined>;
}

/** A quiz as it is now. */
export class QuizSource implements PrintSource {
	readonly from = 'quiz';
	readonly id: string;
	#app: ClassApp;
	#quizzes: Live<QuizRow[]>;

	constructor(app: ClassApp, id: string) {
		this.#app = app;
		this.id = id;
		this.#quizzes = new Live(new ClassRepository(app.database).watchQuizzes());
	}

	readonly current: Snapshot<Printable | undefined> = $derived.by(() => {
		const quizzes = this.#quizzes.current;
		if (quizzes.status !== 'ready') return quizzes;
		const quiz = quizzes.value.find(({ id }) => id === this.id);
		if (!quiz) return { status: 'ready', value: undefined };
		const { title, items } = quiz;
		const bank = bankFor(this.#app, items);
		return { status: 'ready', value: { title, items, bank, isSecret: false } };
	});
}

/** The quiz of an assignment, as it is handed out now. */
export class AssignmentSource implements PrintSource {
	readonly from = 'assignment';
	readonly id: string;
	#assignments: Live<AssignmentRow[]>;
	#classes: Live<ClassRow[]>;

	constructor(app: ClassApp, id: string) {
		this.id = id;
		this.#assignments = new Live(new AssignmentRepository(app.database).watchAll());
		this.#classes = new Live(new ClassRepository(app.database).watch());
	}

	readonly current: Snapshot<Printable | undefined> = $derived.by(() => {
		const [assignments, classes] = [this.#assignments.current, this.#classes.current];
		if (assignments.status !== 'ready') return assignments;
		if (classes.status !== 'ready') return classes;
		const row = assignments.value.find(({ id }) => id === this.id);
		const quiz = row && presentQuiz(row);
		if (!quiz) return { status: 'ready', value: undefined };
		const className = classes.value.find(({ id }) => id === row.classId)?.name;
		const isSecret = row.rules.mode === 'test' && row.releasedAt === undefined;
		const { items, bank } = quiz;
		return { status: 'ready', value: { title: row.title, items, bank, className, isSecret } };
	});
}
