import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { makeReleaseCode } from '#lib/domain/classroom/release.ts';
import type {
	Assignment,
	AssignmentMode,
	AssignmentRules,
	AttemptRule,
	ClassQuiz,
	Exception,
	FeedbackTime,
	Pupil,
	PupilNo
} from '#lib/domain/classroom/types.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { Live } from '#lib/state/live.svelte.ts';
import { NamesHidden } from './names-hidden.svelte.ts';
import { calmed, freezeFor, givenItems, publicCount, untimed } from './quiz-freezing.ts';

/**
 * Why a quiz was not assigned. `closes-early`: it would close before it opens, or has closed already;
 * `nobody`: no pupil is ticked; `nothing`: every question is left out; `insecure`: this page was not
 * fetched safely, so the browser gives no cryptography.
 */
export type AssignProblem =
	{ code: 'no-class' | 'nobody' | 'nothing' | 'closes-early' | 'insecure' } | StoreProblem;

/** A pupil's exception as it stands in the form. */
export type ExceptionDraft = Omit<Exception, 'no'>;

const DEFAULTS = {
	practice: { attempts: 3, counts: 'best', feedback: 'each', order: 'per-pupil' },
	test: { attempts: 1, counts: 'first', feedback: 'release', order: 'per-pupil' }
} as const satisfies Record<AssignmentMode, Partial<AssignmentRules>>;

/** A teacher giving a published quiz to a class. */
export class Assigning {
	#app: ClassApp;
	#quizId: string;
	#classes: ClassRepository;
	#assignments: AssignmentRepository;
	#rows: Live<ClassRow[]>;
	#quizzes: Live<ClassQuiz[]>;
	#chosenClass = $state<string>();
	/** Pupils who do not get it; empty for the whole class. */
	#without = new SvelteSet<PupilNo>();
	#exceptions = new SvelteMap<PupilNo, ExceptionDraft>();

	#names: NamesHidden;

	mode = $state<AssignmentMode>('practice');
	/** epoch ms; absent: from now on */
	opensAt = $state<number>();
	/** epoch ms; absent: until the teacher closes it */
	closesAt = $state<number>();
	/** 0: no limit. */
	minutes = $state(0);
	attempts = $state<number>(DEFAULTS.practice.attempts);
	counts = $state<AttemptRule>(DEFAULTS.practice.counts);
	order = $state<AssignmentRules['order']>(DEFAULTS.practice.order);
	feedback = $state<FeedbackTime>(DEFAULTS.practice.feedback);
	/** How many left-out questions found no other to stand for them. */
	irreplaceable = $state(0);
	busy = $state(false);
	problem = $state.raw<AssignProblem>();

	constructor(app: ClassApp, quizId: string, classId?: string) {
		this.#app = app;
		this.#quizId = quizId;
		this.#chosenClass = classId;
		this.#classes = new ClassRepository(app.database);
		this.#assignments = new AssignmentRepository(app.database);
		this.#rows = new Live(this.#classes.watch());
		this.#quizzes = new Live(this.#classes.watchQuizzes());
		this.#names = new NamesHidden(app);
	}

	get status(): 'loading' | 'ready' | 'missing' | 'failed' {
		const [rows, quizzes] = [this.#rows.current, this.#quizzes.current];
		if (rows.status === 'failed' || quizzes.status === 'failed') return 'failed';
		if (rows.status === 'loading' || quizzes.status === 'loading') return 'loading';
		return this.quiz ? 'ready' : 'missing';
	}

	get quiz(): ClassQuiz | undefined {
		return this.#quizzes.value?.find(({ id }) => id === this.#quizId);
	}

	/** Newest first: mostly the one that is taught now. */
	get classes(): ClassRow[] {
		return [...(this.#rows.value ?? [])].reverse();
	}

	get schoolClass(): ClassRow | undefined {
		const { classes } = this;
		return classes.find(({ id }) => id === this.#chosenClass) ?? classes[0];
	}

	/** Those in the class now. */
	get pupils(): Pupil[] {
		return (this.schoolClass?.pupils ?? []).filter(({ leftAt }) => leftAt === undefined);
	}

	/** Numbers of those who get it. */
	get chosen(): PupilNo[] {
		return this.pupils.map(({ no }) => no).filter((no) => !this.#without.has(no));
	}

	get exceptions(): (ExceptionDraft & { no: PupilNo })[] {
		return [...this.#exceptions].map(([no, draft]) => ({ no, ...draft }));
	}

	get rules(): AssignmentRules {
		const { mode, opensAt, closesAt, minutes, attempts, counts, order, feedback } = this;
		return {
			mode,
			...(opensAt !== undefined && { opensAt }),
			...(closesAt !== undefined && { closesAt }),
			...(minutes > 0 && { minutes }),
			...{ attempts, counts, order, feedback }
		};
	}

	/** Numbers of the items that the time limit leaves out. */
	get leftOut(): number[] {
		return this.minutes > 0 && this.quiz ? untimed(this.#app, this.quiz.items) : [];
	}

	/** What is asked first in an item, to name it by. */
	askOf(itemNo: number): string {
		const [part] = this.quiz?.items[itemNo]?.parts ?? [];
		return (part && this.#app.look.question(part.questionId)?.ask) ?? '';
	}

	/** How many questions are given, and how many of these anyone can look up. */
	get given(): { items: number; isPublic: number } {
		const items = this.quiz ? givenItems(this.#app, this.quiz, this.rules) : [];
		return { items: items.length, isPublic: publicCount(this.#app, items) };
	}

	/** A pupil's private name, where there is one and it may be seen. */
	nameOf(no: PupilNo): string | undefined {
		return this.schoolClass && this.#names.nameOf(this.schoolClass, no);
	}

	/** Changes the quiz: other questions take the places of those that the time limit leaves out. */
	async replaceLeftOut(): Promise<void> {
		const { quiz, leftOut } = this;
		if (!quiz || this.busy) return;
		this.busy = true;
		const items = calmed(this.#app, quiz, leftOut);
		this.irreplaceable = untimed(this.#app, items).length;
		if (this.irreplaceable < leftOut.length) {
			const changedAt = Math.max(this.#app.now(), quiz.changedAt + 1);
			const saved = await this.#classes.saveQuiz({ ...quiz, items, changedAt });
			this.problem = saved.ok ? undefined : saved.problem;
		}
		this.busy = false;
	}

	chooseClass(id: string): void {
		if (id === this.schoolClass?.id) return;
		this.#chosenClass = id;
		this.#without.clear();
		this.#exceptions.clear();
	}

	/** Practice or Test, with what goes with it. */
	chooseMode(mode: AssignmentMode): void {
		this.mode = mode;
		Object.assign(this, DEFAULTS[mode]);
	}

	/** Gives it to some pupils only. */
	choosePupils(numbers: readonly PupilNo[]): void {
		this.#without.clear();
		for (const { no } of this.pupils) if (!numbers.includes(no)) this.#without.add(no);
	}

	/** Other terms for a pupil; nothing takes them away. */
	except(no: PupilNo, draft: ExceptionDraft | undefined): void {
		if (draft) this.#exceptions.set(no, draft);
		else this.#exceptions.delete(no);
	}

	/** Gives the quiz to the class; the id of the assignment. */
	async assign(): Promise<string | undefined> {
		if (this.busy) return undefined;
		this.busy = true;
		try {
			this.problem = this.#lack();
			return this.problem ? undefined : await this.#create();
		} finally {
			this.busy = false;
		}
	}

	#lack(): AssignProblem | undefined {
		const { opensAt, closesAt } = this;
		if ((crypto.subtle as SubtleCrypto | undefined) === undefined) return { code: 'insecure' };
		if (!this.schoolClass) return { code: 'no-class' };
		if (this.chosen.length === 0) return { code: 'nobody' };
		if (this.given.items === 0) return { code: 'nothing' };
		const from = Math.max(opensAt ?? 0, this.#app.now());
		return closesAt !== undefined && closesAt <= from ? { code: 'closes-early' } : undefined;
	}

	/** Only what is not as for everybody, and only of pupils who get it. */
	get #terms(): Exception[] {
		const { chosen, minutes } = this;
		return this.exceptions.flatMap(({ no, extraMinutes = 0, closesAt }) => {
			const extra = minutes > 0 ? extraMinutes : 0;
			if (!chosen.includes(no) || (extra === 0 && closesAt === undefined)) return [];
			const later = closesAt === undefined ? {} : { closesAt };
			return [{ no, ...(extra > 0 && { extraMinutes: extra }), ...later }];
		});
	}

	async #create(): Promise<string | undefined> {
		const { quiz, schoolClass, rules, chosen } = this;
		if (!quiz || !schoolClass) return undefined;
		const assignment: Assignment = {
			id: this.#app.newId(),
			classId: schoolClass.id,
			quizId: quiz.id,
			title: quiz.title.trim(),
			rules,
			exceptions: this.#terms,
			pupils: chosen,
			versions: [await freezeFor(this.#app, quiz, { rules, version: 1 })],
			...(rules.mode === 'test' && { releaseCode: makeReleaseCode(crypto) }),
			createdAt: this.#app.now()
		};
		const outcome = await this.#assignments.create(assignment);
		if (outcome.ok) return outcome.value.id;
		this.problem = outcome.problem;
		return undefined;
	}
}
