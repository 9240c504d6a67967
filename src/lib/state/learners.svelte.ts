import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { Learner } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';
import { LearnerRemoval } from './learner-removal.svelte.ts';
import { Live } from './live.svelte.ts';

/** What is wrong with a learner's name. */
export type NameProblem = 'empty' | 'long' | 'taken';

const LONGEST_NAME = 40;

/** The people who learn on this device. */
export class Learners {
	#app: App;
	#version: string;
	#live: Live<Learner[]>;

	/** Why the last change was not kept. */
	problem = $state.raw<StoreProblem | { code: 'missing' }>();
	/** The deletion of one of them, from the question to its end. */
	removal = $state.raw<LearnerRemoval>();

	constructor(app: App, version: string) {
		this.#app = app;
		this.#version = version;
		this.#live = new Live(app.learners.watch());
	}

	/** All of them, oldest first. */
	get list(): Learner[] {
		return this.#live.value ?? [this.#app.learner];
	}

	/** Id of the one who learns now. */
	get currentId(): string {
		return this.#app.learner.id;
	}

	/** More than one can only be kept where the browser keeps anything. */
	get canAdd(): boolean {
		return !this.#app.isVolatile;
	}

	/** One must stay. */
	get canRemove(): boolean {
		return this.list.length > 1;
	}

	/** What stands in the way of a name, for a new learner or for the one of that id. */
	nameProblem(name: string, id?: string): NameProblem | undefined {
		const wanted = name.trim();
		if (wanted === '') return 'empty';
		if (wanted.length > LONGEST_NAME) return 'long';
		const others = this.list.filter((other) => other.id !== id);
		return others.some((other) => other.name === wanted) ? 'taken' : undefined;
	}

	/** Gives a learner another name; says whether it was kept. */
	async rename(id: string, name: string): Promise<boolean> {
		const outcome = await this.#app.learners.update(id, { name: name.trim() });
		this.problem = outcome.ok ? undefined : outcome.problem;
		if (outcome.ok && id === this.currentId) this.#app.learner = outcome.value;
		return outcome.ok;
	}

	/** Adds a learner and opens their empty store. */
	async add(name: string): Promise<void> {
		const learner = { id: this.#app.newId(), name: name.trim(), createdAt: this.#app.now() };
		const outcome = await this.#app.learners.add(learner);
		this.problem = outcome.ok ? undefined : outcome.problem;
		if (outcome.ok) await this.#app.switchLearner(learner.id);
	}

	/** Asks whether a learner shall be deleted; nothing is, until that is confirmed. */
	async askToRemove(learner: Learner): Promise<void> {
		this.removal = new LearnerRemoval(this.#app, learner, this.#version);
		await this.removal.open();
	}

	/** Opens another learner's store. */
	switchTo(id: string): Promise<void> {
		return this.#app.switchLearner(id);
	}
}
