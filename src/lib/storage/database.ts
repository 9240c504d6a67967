import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Name } from '#lib/bank/types.ts';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import type {
	ArrivalRow,
	AssignmentRow,
	ClassRow,
	HandinRow,
	HandoutRow,
	JoinedRow,
	OutboxRow,
	QuizRow,
	RulingRow,
	ServedClassRow,
	ServedHandoutRow,
	SubmissionRow
} from './class-rows.ts';
import type {
	CounterRow,
	DeskRow,
	DeskStepRow,
	LaterRow,
	OwnReportRow,
	SettingRow,
	StoredAnswer,
	StoredCard
} from './rows.ts';

/** The version this program writes; a store with a higher one is left alone. */
export const DATABASE_VERSION = 4;

/** Where databases live; given by tests and by the in-memory store, else the browser's own. */
export type StoreFactory = Required<Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>>;

/** All that one learner did on this device. Tables marked append-only never lose or change a row. */
export class RecountDatabase extends Dexie {
	/** Append-only: what memory and schedule are folded from. */
	events!: Table<StudyEvent, string>;
	/** Snapshots of the folds. */
	cards!: Table<StoredCard, string>;
	sittings!: Table<Sitting, string>;
	/** Append-only: the answers of all sittings. */
	answers!: Table<StoredAnswer, string>;
	reports!: Table<OwnReportRow, string>;
	/** Names that a person's own reports brought. */
	names!: Table<Name, string>;
	desks!: Table<DeskRow, string>;
	deskSteps!: Table<DeskStepRow, [string, number]>;
	drafts!: Table<LaterRow, string>;
	classes!: Table<ClassRow, string>;
	quizzes!: Table<QuizRow, string>;
	assignments!: Table<AssignmentRow, string>;
	/** Append-only: what pupils handed in. */
	submissions!: Table<SubmissionRow, string>;
	/** Append-only but for its state: everything that arrived, readable or not. */
	arrivals!: Table<ArrivalRow, string>;
	/** Append-only: what the teacher decided. */
	rulings!: Table<RulingRow, string>;
	/** Assignments that pupils sit on this device. */
	handouts!: Table<HandoutRow, string>;
	/** Sealed results handed in on this device. */
	handins!: Table<HandinRow, string>;
	/** Classes joined through a class server, with what it says of their assignments. */
	joined!: Table<JoinedRow, string>;
	servedHandouts!: Table<ServedHandoutRow, string>;
	/** What a class server still has to get. */
	outbox!: Table<OutboxRow, string>;
	/** Classes that their teacher put on a class server. */
	servedClasses!: Table<ServedClassRow, string>;
	counters!: Table<CounterRow, [CounterRow['group'], CounterRow['key']]>;
	settings!: Table<SettingRow, string>;

	constructor(learnerId: string, factory?: StoreFactory) {
		super(databaseName(learnerId), storeOptions(factory));
		// Versions are only ever added below the last one; each keeps a fixture in tests/fixtures.
		this.version(1).stores({
			events: 'id, cardId, [device+seq], studyDay',
			cards:
				'id, [queue+due], [reportId+queue+due], [kind+queue+due], [missed+queue+due], *factIds',
			sittings: 'id, state, [startedAt+id]',
			answers: 'id, [sittingId+seq]',
			reports: 'id',
			drafts: 'id, reportId',
			classes: 'id',
			assignments: 'id, classId',
			submissions: 'id, assignmentId',
			outbox: 'id, createdAt',
			counters: '[group+key]',
			settings: 'key'
		});
		this.version(2).stores({
			names: 'id',
			desks: 'id, state',
			deskSteps: '[deskId+no], deskId'
		});
		this.version(3).stores({
			sittings: 'id, state, [startedAt+id], assigned.assignmentId',
			quizzes: 'id',
			arrivals: 'id, assignmentId, state',
			rulings: 'id, scope',
			handouts: 'id, handout.classId',
			handins: 'id, assignmentId'
		});
		this.version(4).stores({
			joined: 'id',
			servedHandouts: 'id, classId',
			outbox: 'id, classId, assignmentId',
			servedClasses: 'id'
		});
	}
}

/** What a learner's database is called. */
export function databaseName(learnerId: string): string {
	return `recount-${learnerId}`;
}

/** Commits reach the disk before they are acknowledged, and no read is served from a cache. */
export function storeOptions(factory?: StoreFactory): DexieOptions {
	return { ...factory, chromeTransactionDurability: 'strict', cache: 'disabled' };
}
