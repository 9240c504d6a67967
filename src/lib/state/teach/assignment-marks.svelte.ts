import { answerGroups, type PartAnswers } from '#lib/domain/classroom/answer-groups.ts';
import { gradebookColumn, type GradebookColumn } from '#lib/domain/classroom/gradebook.ts';
import { markAssignment, type MarkedAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import { notSat } from '#lib/domain/classroom/pupil-states.ts';
import { allParts } from '#lib/domain/classroom/question-counts.ts';
import type { QuizPart } from '#lib/domain/classroom/quiz-parts.ts';
import type { RulingInForce } from '#lib/domain/classroom/rulings.ts';
import type { Assignment, Pupil, PupilNo } from '#lib/domain/classroom/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { Live } from '#lib/state/live.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { ArrivalRow, AssignmentRow, ClassRow } from '#lib/storage/class-rows.ts';
import { watchReady, type ReadyRecord } from './assignment-record.ts';
import { NO_PUPILS } from './live-counts.ts';
import { NamesHidden } from './names-hidden.svelte.ts';
import { partColumns, pupilRows, type PartColumn, type PupilRow } from './pupil-rows.ts';
import { questionsTable, type QuestionsTable } from './question-rows.ts';
import { rulingsOn } from './rulings-log.ts';

/** What came back of one assignment, marked: by pupil, by question, and by what was answered. */
export class AssignmentMarks {
	readonly id: string;
	readonly names: NamesHidden;
	protected readonly app: ClassApp;
	protected readonly store: AssignmentRepository;
	#record: Live<ReadyRecord | undefined>;
	#all: Live<AssignmentRow[]>;
	#classes: Live<ClassRow[]>;

	/** Who is at it now, as far as a class server hears of it. */
	working = $state.raw(NO_PUPILS);

	constructor(app: ClassApp, id: string) {
		this.app = app;
		this.id = id;
		this.store = new AssignmentRepository(app.database);
		this.#record = new Live(watchReady(this.store.watch(id)));
		this.#all = new Live(this.store.watchAll());
		this.#classes = new Live(new ClassRepository(app.database).watch());
		this.names = new NamesHidden(app);
	}

	protected get record(): ReadyRecord | undefined {
		return this.#record.value;
	}

	get status(): 'loading' | 'missing' | 'failed' | 'ready' {
		const [record, classes] = [this.#record.current, this.#classes.current];
		if (record.status === 'failed' || classes.status === 'failed') return 'failed';
		if (record.status === 'loading' || classes.status === 'loading') return 'loading';
		return record.value && this.schoolClass ? 'ready' : 'missing';
	}

	get assignment(): Assignment | undefined {
		return this.record?.assignment;
	}

	get schoolClass(): ClassRow | undefined {
		return this.#classes.value?.find(({ id }) => id === this.assignment?.classId);
	}

	readonly marked: MarkedAssignment | undefined = $derived.by(() => {
		const record = this.record;
		return record && markAssignment({ ...record, working: this.working });
	});
	readonly parts: QuizPart[] = $derived.by(() => (this.marked ? allParts(this.marked) : []));
	readonly columns: PartColumn[] = $derived.by(() => partColumns(this.parts));
	readonly column: GradebookColumn | undefined = $derived.by(
		() => this.marked && gradebookColumn(this.marked, this.app.now())
	);
	readonly rows: PupilRow[] = $derived.by(() => {
		const { marked, column, parts } = this;
		const arrivals = this.record?.arrivals ?? [];
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
		return (this.record?.arrivals ?? []).filter(({ state }) => useless.includes(state));
	}

	/** Who has still to sit it. */
	get notSat(): PupilNo[] {
		const record = this.record;
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
}
