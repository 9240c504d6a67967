import type { Kind } from '#lib/bank/types.ts';
import {
	countedWork,
	gradebook,
	gradebookColumn,
	scoresByKind,
	type Gradebook,
	type KindScore
} from '#lib/domain/classroom/gradebook.ts';
import { markAssignment, type MarkedAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import type { PupilNo } from '#lib/domain/classroom/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { Live } from '#lib/state/live.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { watchAllReady, type ReadyRecord } from './assignment-record.ts';
import { ClassRoom } from './class-room.svelte.ts';

/** The marks of a class over all its assignments: pupils by assignments, and by kind. */
export class ClassMarks {
	readonly room: ClassRoom;
	#app: ClassApp;
	#records: Live<ReadyRecord[]>;

	constructor(app: ClassApp, id: string) {
		this.#app = app;
		this.room = new ClassRoom(app, id);
		const store = new AssignmentRepository(app.database);
		this.#records = new Live(watchAllReady(store.watchClass(id)));
	}

	get status(): ClassRoom['status'] {
		const { status } = this.#records.current;
		return status === 'ready' ? this.room.status : status;
	}

	readonly marked: MarkedAssignment[] = $derived.by(() =>
		(this.#records.value ?? []).map((record) => markAssignment(record))
	);
	readonly book: Gradebook = $derived.by(() =>
		gradebook(this.marked.map((each) => gradebookColumn(each, this.#app.now())))
	);
	/** What the counted attempts of each pupil come to by kind, over all assignments; as `book.pupils`. */
	readonly kinds: Partial<Record<Kind, KindScore>>[] = $derived.by(() =>
		this.book.pupils.map((no) => this.#kindsOf(no))
	);

	/** What a pupil is called here: the private name where it may be seen, else the pseudonym. */
	called(no: PupilNo): string {
		const { row, names } = this.room;
		const pupil = row?.pupils.find((each) => each.no === no);
		return (row && names.nameOf(row, no)) ?? pupil?.pseudonym ?? '';
	}

	#kindsOf(no: PupilNo): Partial<Record<Kind, KindScore>> {
		const marks = this.marked.flatMap(({ assignment, pupils }) => {
			const work = pupils.find((each) => each.no === no);
			return (work && countedWork(work, assignment.rules.counts)?.attempt.marks) ?? [];
		});
		return scoresByKind(marks);
	}
}
