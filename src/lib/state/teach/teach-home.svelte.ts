import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { Live } from '#lib/state/live.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { AssignmentRow, ClassRow, QuizRow } from '#lib/storage/class-rows.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import { ClassFileOpening } from './class-file-opening.svelte.ts';
import { ClassMaking } from './class-making.svelte.ts';

/** A class as the list shows it. */
export interface ClassLine {
	id: string;
	name: string;
	/** Who have not left. */
	pupils: number;
	/** Assignments that can still be sat. */
	open: number;
}

/** A quiz as the list shows it. */
export type QuizLine = Pick<QuizRow, 'id' | 'title' | 'state'> & { items: number };

/** The classes and quizzes of a teacher, and what new ones begin with. */
export class TeachHome {
	#app: ClassApp;
	#store: ClassRepository;
	#classes: Live<ClassRow[]>;
	#quizzes: Live<QuizRow[]>;
	#assignments: Live<AssignmentRow[]>;

	readonly making: ClassMaking;
	readonly opening: ClassFileOpening;
	busy = $state(false);
	problem = $state.raw<StoreProblem>();

	constructor(app: ClassApp) {
		this.#app = app;
		this.#store = new ClassRepository(app.database);
		this.#classes = new Live(this.#store.watch());
		this.#quizzes = new Live(this.#store.watchQuizzes());
		this.#assignments = new Live(new AssignmentRepository(app.database).watchAll());
		this.making = new ClassMaking(app);
		this.opening = new ClassFileOpening(app);
	}

	get failed(): boolean {
		return [this.#classes, this.#quizzes].some(({ current }) => current.status === 'failed');
	}

	/** Oldest first; `undefined` while they are read. */
	get classes(): ClassLine[] | undefined {
		const open = (this.#assignments.value ?? []).filter((one) => isOpen(one, this.#app.now()));
		return this.#classes.value?.map(({ id, name, pupils }) => ({
			id,
			name,
			pupils: pupils.filter(({ leftAt }) => leftAt === undefined).length,
			open: open.filter(({ classId }) => classId === id).length
		}));
	}

	/** Last changed first; `undefined` while they are read. */
	get quizzes(): QuizLine[] | undefined {
		return this.#quizzes.value?.map(({ id, title, state, items }) => ({
			id,
			title,
			state,
			items: items.length
		}));
	}

	/** Begins a quiz and returns its id; a second tap meanwhile begins none. */
	async makeQuiz(title: string): Promise<string | undefined> {
		if (this.busy) return undefined;
		this.busy = true;
		try {
			const id = this.#app.newId();
			const quiz: QuizRow = {
				id,
				title,
				// The last part of an id is random.
				seed: id.slice(-12),
				items: [],
				state: 'draft',
				changedAt: this.#app.now()
			};
			const saved = await this.#store.saveQuiz(quiz);
			this.problem = saved.ok ? undefined : saved.problem;
			return saved.ok ? id : undefined;
		} finally {
			this.busy = false;
		}
	}

	/** Deletes a quiz; what was assigned of it stays. */
	async deleteQuiz(id: string): Promise<void> {
		const gone = await this.#store.removeQuiz(id);
		this.problem = gone.ok ? undefined : gone.problem;
	}
}

/** Whether an assignment can still be sat. */
export function isOpen({ rules, releasedAt }: AssignmentRow, now: number): boolean {
	return releasedAt === undefined && (rules.closesAt ?? Infinity) > now;
}
