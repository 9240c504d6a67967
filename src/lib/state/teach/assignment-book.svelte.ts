import {
	answerGroups,
	type AnswerGroup,
	type PartAnswers
} from '#lib/domain/classroom/answer-groups.ts';
import { gradebookColumn, type GradebookColumn } from '#lib/domain/classroom/gradebook.ts';
import { markAssignment, type MarkedAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import { answerId, answerLabel, answerOf } from '#lib/domain/classroom/part-answers.ts';
import { notSat } from '#lib/domain/classroom/pupil-states.ts';
import { allParts } from '#lib/domain/classroom/question-counts.ts';
import type { QuizPart } from '#lib/domain/classroom/quiz-parts.ts';
import { previewRegrade, type RegradePreview } from '#lib/domain/classroom/regrade.ts';
import type { RulingInForce } from '#lib/domain/classroom/rulings.ts';
import type { Assignment, Pupil, PupilNo } from '#lib/domain/classroom/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { Live } from '#lib/state/live.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository, type MissingProblem } from '#lib/storage/class-repository.ts';
import {
	EVERY_ASSIGNMENT,
	type ArrivalRow,
	type AssignmentRow,
	type ClassRow
} from '#lib/storage/class-rows.ts';
import type { Outcome, StoreProblem } from '#lib/storage/outcome.ts';
import { saveMarks, type MarksFormat } from './assignment-files.ts';
import { watchReady, type ReadyRecord } from './assignment-record.ts';
import {
	draftReteaching,
	draftSecond,
	giveSecond,
	type PaperProblem,
	type SecondPaper
} from './more-papers.ts';
import { NO_PUPILS } from './live-counts.ts';
import { NamesHidden } from './names-hidden.svelte.ts';
import { partColumns, pupilRows, type PartColumn, type PupilRow } from './pupil-rows.ts';
import { questionsTable, type QuestionsTable } from './question-rows.ts';
import { rulingsOf, rulingsOn, scopeOf, type Decision } from './rulings-log.ts';

/** Everything of one assignment that came back: marks, questions, decisions, release. */
export class AssignmentBook {
	readonly id: string;
	readonly names: NamesHidden;
	#app: ClassApp;
	#store: AssignmentRepository;
	#record: Live<ReadyRecord | undefined>;
	#all: Live<AssignmentRow[]>;
	#classes: Live<ClassRow[]>;

	/** Who is at it now, as far as a class server hears of it. */
	working = $state.raw(NO_PUPILS);
	busy = $state(false);
	problem = $state.raw<PaperProblem>();

	constructor(app: ClassApp, id: string) {
		this.#app = app;
		this.id = id;
		this.#store = new AssignmentRepository(app.database);
		this.#record = new Live(watchReady(this.#store.watch(id)));
		this.#all = new Live(this.#store.watchAll());
		this.#classes = new Live(new ClassRepository(app.database).watch());
		this.names = new NamesHidden(app);
	}

	get status(): 'loading' | 'missing' | 'failed' | 'ready' {
		const [record, classes] = [this.#record.current, this.#classes.current];
		if (record.status === 'failed' || classes.status === 'failed') return 'failed';
		if (record.status === 'loading' || classes.status === 'loading') return 'loading';
		return record.value && this.schoolClass ? 'ready' : 'missing';
	}

	get assignment(): Assignment | undefined {
		return this.#record.value?.assignment;
	}

	get schoolClass(): ClassRow | undefined {
		return this.#classes.value?.find(({ id }) => id === this.assignment?.classId);
	}

	readonly marked: MarkedAssignment | undefined = $derived.by(() => {
		const record = this.#record.value;
		return record && markAssignment({ ...record, working: this.working });
	});
	readonly parts: QuizPart[] = $derived.by(() => (this.marked ? allParts(this.marked) : []));
	readonly columns: PartColumn[] = $derived.by(() => partColumns(this.parts));
	readonly column: GradebookColumn | undefined = $derived.by(
		() => this.marked && gradebookColumn(this.marked, this.#app.now())
	);
	readonly rows: PupilRow[] = $derived.by(() => {
		const { marked, column, parts } = this;
		const arrivals = this.#record.value?.arrivals ?? [];
		return marked && column ? pupilRows({ marked, cells: column.cells, parts, arrivals }) : [];
	});
	readonly questions: QuestionsTable | undefined = $derived.by(
		() => this.marked && questionsTable(this.marked, this.columns)
	);
	readonly answers: PartAnswers[] = $derived.by(() =>
		this.marked ? answerGroups(this.marked) : []
	);
	/** What was decided and holds, newest first. */
	readonly log: RulingInForce[] = $derived.by(() => (this.marked ? rulingsOn(this.marked) : []));

	/** Answers that wait for a decision. */
	get undecided(): number {
		return this.answers.reduce((sum, { undecided }) => sum + undecided, 0);
	}

	/** What came and could not be counted. */
	get unused(): ArrivalRow[] {
		const useless = ['unknown-number', 'wrong-code', 'wrong-version', 'altered', 'unreadable'];
		return (this.#record.value?.arrivals ?? []).filter(({ state }) => useless.includes(state));
	}

	/** Who has still to sit it. */
	get notSat(): PupilNo[] {
		const record = this.#record.value;
		return record ? notSat(record, this.#all.value) : [];
	}

	/** Parallel papers for those who have not sat this one. */
	get seconds(): AssignmentRow[] {
		return (this.#all.value ?? []).filter(({ parallelOf }) => parallelOf === this.id);
	}

	pupil(no: PupilNo): Pupil | undefined {
		return this.schoolClass?.pupils.find((each) => each.no === no);
	}

	/** A pupil's private name, where there is one and it may be seen. */
	nameOf(no: PupilNo): string | undefined {
		return this.schoolClass && this.names.nameOf(this.schoolClass, no);
	}

	/** What accepting an answer, or all that read so, comes to as decisions. */
	judgement(
		part: QuizPart,
		groups: readonly AnswerGroup[],
		{ credit, remember }: { credit: 0 | 0.5 | 1; remember: boolean }
	): Decision[] {
		const { questionId, hash } = part;
		return groups.map(({ answer }) => ({
			type: 'judge',
			...(!remember && { assignmentId: this.id }),
			part: { questionId, hash },
			answer,
			credit
		}));
	}

	/** The groups of answers to a part that the analysis calls by one label. */
	groupsCalled(part: QuizPart, label: string): AnswerGroup[] {
		const groups = this.answers.find((each) => each.part.key === part.key)?.groups ?? [];
		// However it is spelt, a typed answer is told apart as the grader reads it.
		const typed = answerOf(part, { form: 'type', text: label });
		return groups.filter(({ answer }) =>
			typed ? answerId(answer) === answerId(typed) : answerLabel(part.item, answer) === label
		);
	}

	/** Whose marks decisions would change, among attempts that can count. */
	preview(decisions: readonly Decision[]): RegradePreview | undefined {
		const record = this.#record.value;
		if (!record || !this.marked) return undefined;
		const able = this.marked.pupils
			.filter(({ state }) => state !== 'excused')
			.flatMap(({ attempts }) => attempts.filter(({ isExtra }) => !isExtra));
		return previewRegrade({
			versions: record.versions,
			submissions: able.map(({ submission }) => submission),
			rulings: record.rulings,
			next: rulingsOf(decisions, record.rulings, this.#app.now())
		});
	}

	/** Keeps decisions; whether all of them are. */
	async decide(decisions: readonly Decision[]): Promise<boolean> {
		const record = this.#record.value;
		if (!record) return false;
		for (const ruling of rulingsOf(decisions, record.rulings, this.#app.now())) {
			const scope = ruling.type === 'undo' ? this.#scopeOf(ruling.of) : scopeOf(ruling);
			if (!this.#keep(await this.#store.rule(ruling, scope))) return false;
		}
		return true;
	}

	/** Takes a decision back; whether it was. */
	undo(id: string): Promise<boolean> {
		return this.decide([{ type: 'undo', of: id }]);
	}

	/** Takes the newest decision on this assignment back. */
	async undoLast(): Promise<RulingInForce | undefined> {
		const [last] = this.log;
		return last && (await this.undo(last.id)) ? last : undefined;
	}

	/** Lets pupils open what was right: from then on the code is theirs. */
	async release(): Promise<boolean> {
		const now = this.#app.now();
		return this.#keep(
			await this.#store.change(this.id, (row) => ({ ...row, releasedAt: row.releasedAt ?? now }))
		);
	}

	/** A draft quiz on what these parts asked; its id. */
	reteach(keys: readonly string[], title: string): Promise<string | undefined> {
		const parts = keys.flatMap((key) => this.parts.find((part) => part.key === key) ?? []);
		return this.#make(async () => {
			const made = await draftReteaching(this.#app, { title, parts, asked: this.parts });
			return this.#keep(made) && made.ok ? made.value.id : undefined;
		});
	}

	/** A parallel paper as a draft. */
	drawSecond(title: string): Promise<SecondPaper | undefined> {
		return this.#make(async () => {
			const { assignment } = this;
			if (!assignment) return undefined;
			const made = await draftSecond(this.#app, assignment, { title });
			return this.#keep(made) && made.ok ? made.value : undefined;
		});
	}

	/** Gives a parallel paper to those who have not sat this one; the id of its assignment. */
	giveSecond(quizId: string, numbers: readonly PupilNo[]): Promise<string | undefined> {
		return this.#make(async () => {
			const { assignment } = this;
			if (!assignment || numbers.length === 0) return undefined;
			const made = await giveSecond(this.#app, assignment, { quizId, numbers });
			return this.#keep(made) && made.ok ? made.value.id : undefined;
		});
	}

	/** Hands the marks to the downloads. */
	saveMarks(format: MarksFormat, withNames: boolean): void {
		const { marked, column, schoolClass } = this;
		if (marked && column && schoolClass)
			saveMarks({ format, marked, column, schoolClass, withNames });
	}

	/** One at a time: a second tap makes no second paper. */
	async #make<T>(work: () => Promise<T | undefined>): Promise<T | undefined> {
		if (this.busy) return undefined;
		this.busy = true;
		try {
			return await work();
		} finally {
			this.busy = false;
		}
	}

	#scopeOf(id: string): string {
		const ruling = this.log.find((each) => each.id === id);
		return ruling ? scopeOf(ruling) : EVERY_ASSIGNMENT;
	}

	#keep(kept: Outcome<unknown, PaperProblem | MissingProblem | StoreProblem>): boolean {
		this.problem = kept.ok ? undefined : kept.problem;
		return kept.ok;
	}
}
