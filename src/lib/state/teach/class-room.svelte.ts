import { fingerprintWords, publicPoint } from '#lib/domain/classroom/class-keys.ts';
import { pupilStates } from '#lib/domain/classroom/pupil-states.ts';
import { tidyName } from '#lib/domain/classroom/register.ts';
import type { Assignment, Pupil } from '#lib/domain/classroom/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { Live } from '#lib/state/live.svelte.ts';
import { AssignmentRepository, type AssignmentRecord } from '#lib/storage/assignment-repository.ts';
import { ClassRepository, type MissingProblem } from '#lib/storage/class-repository.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import { ClassFileSaving } from './class-file-saving.svelte.ts';
import { ClassRegister } from './class-register.svelte.ts';
import { NamesHidden } from './names-hidden.svelte.ts';
import { isOpen } from './teach-home.svelte.ts';

/** An assignment of the class as the list shows it. */
export type AssignmentLine = Pick<Assignment, 'id' | 'title' | 'rules' | 'releasedAt'> & {
	handedIn: number;
	/** Who should: those it is for and who are not excused. */
	of: number;
	isOpen: boolean;
};

/** One class: its register, its assignments, its keys. */
export class ClassRoom {
	#app: ClassApp;
	#store: ClassRepository;
	#classes: Live<ClassRow[]>;
	#assignments: Live<AssignmentRecord[]>;

	readonly id: string;
	readonly names: NamesHidden;
	readonly register: ClassRegister;
	readonly saving: ClassFileSaving;
	problem = $state.raw<StoreProblem | MissingProblem>();

	constructor(app: ClassApp, id: string) {
		this.#app = app;
		this.id = id;
		this.#store = new ClassRepository(app.database);
		this.#classes = new Live(this.#store.watch());
		this.#assignments = new Live(new AssignmentRepository(app.database).watchClass(id));
		this.names = new NamesHidden(app);
		this.saving = new ClassFileSaving(app);
		this.register = new ClassRegister(app, (change) => this.#change(change));
	}

	get status(): 'loading' | 'missing' | 'failed' | 'ready' {
		const { status } = this.#classes.current;
		if (status !== 'ready') return status;
		return this.row ? 'ready' : 'missing';
	}

	get row(): ClassRow | undefined {
		return this.#classes.value?.find(({ id }) => id === this.id);
	}

	/** Who are in the class, by number. */
	get pupils(): Pupil[] {
		return this.row?.pupils.filter(({ leftAt }) => leftAt === undefined) ?? [];
	}

	/** Who have left it. */
	get left(): Pupil[] {
		return this.row?.pupils.filter(({ leftAt }) => leftAt !== undefined) ?? [];
	}

	/** Four words that tell the class's key from another's. */
	get words(): string[] {
		return this.row ? fingerprintWords(publicPoint(this.row.keys.sign.publicKey)) : [];
	}

	/** Newest first; `undefined` while they are read. */
	get assignments(): AssignmentLine[] | undefined {
		return this.#assignments.value?.map((record) => this.#line(record)).reverse();
	}

	/** Results that would go with the class. */
	get results(): number {
		return (this.#assignments.value ?? []).reduce((sum, one) => sum + one.submissions.length, 0);
	}

	/** Gives the class another name; an empty one is passed over. */
	async rename(typed: string): Promise<void> {
		const name = tidyName(typed);
		if (name !== '' && name !== this.row?.name) await this.#change((row) => ({ ...row, name }));
	}

	/** Deletes the class, its keys, its assignments and all results; whether it is gone. */
	async remove(): Promise<boolean> {
		const gone = await this.#store.remove(this.id);
		this.problem = gone.ok ? undefined : gone.problem;
		return gone.ok;
	}

	async #change(change: (row: ClassRow) => ClassRow): Promise<boolean> {
		const now = this.#app.now();
		const kept = await this.#store.change(this.id, (row) => {
			const next = change(row);
			// Private names are no part of the class file: it does not grow old by them.
			const isSame = next.pupils === row.pupils && next.name === row.name;
			return { ...next, changedAt: isSame ? row.changedAt : now };
		});
		this.problem = kept.ok ? undefined : kept.problem;
		return kept.ok;
	}

	#line({ assignment, submissions, rulings }: AssignmentRecord): AssignmentLine {
		const { id, title, rules, releasedAt } = assignment;
		const states = [...pupilStates({ assignment, submissions, rulings }).values()];
		return {
			id,
			title,
			rules,
			releasedAt,
			handedIn: states.filter((state) => state === 'handed-in').length,
			of: states.filter((state) => state !== 'excused').length,
			isOpen: isOpen(assignment, this.#app.now())
		};
	}
}
