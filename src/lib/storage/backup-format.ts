import type { Name } from '#lib/bank/types.ts';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import type {
	ArrivalRow,
	AssignmentRow,
	ClassRow,
	HandinRow,
	HandoutRow,
	QuizRow,
	RulingRow,
	ServedClassRow,
	SubmissionRow
} from './class-rows.ts';
import type { CardMeta, DeskRow, OwnReportRow, SettingRow, StoredAnswer } from './rows.ts';

/**
 * A backup file, version 3: gzip (RFC 1952) of UTF-8 lines, each one JSON value ended by `\n`.
 *
 * - First line, the header: `{ kind: 'recount-backup', version: 3, app, learner, exportedAt }`.
 * - Then one line a row, `{ table, row }`: `events`, `answers`, `sittings`, `cards` (what a card's
 *   question says of it; its memory is folded from the events again) and `settings`, then what a
 *   person wrote: `names`, `reports` and `desks`, these with the texts they stand on, without the steps
 *   that could be taken back, then what classes are made of: `classes` with their private keys and
 *   names and, where they are on a class server, what is known of them there, PINs too, `quizzes`, `assignments`, `submissions`, `arrivals`, `rulings`, and what a pupil holds,
 *   `handouts` and `handins`. A report that is being added is the setting `intake`. A setting this
 *   program does not know is passed over.
 * - Last line, the footer: `{ rows, counts, sha256 }`: how many rows, how many a table, and a hash in hex.
 *
 * Version 1 ended with the settings, version 2 with the desks.
 *
 * The hash runs over header and rows in blocks of 1,000 lines, the last one shorter:
 * `h0` = 32 zero bytes, `h(i)` = SHA-256(`h(i-1)` followed by the block's bytes, line ends included).
 */
export const BACKUP_KIND = 'recount-backup';
export const BACKUP_VERSION = 3;
export const BLOCK_LINES = 1000;
/** Characters of the longest sealed result that a backup holds; those of a class have a few hundred. */
export const MOST_SEALED = 1_000_000;

const FIRST_TABLES = ['events', 'answers', 'sittings', 'cards', 'settings'] as const;
const SECOND_TABLES = [...FIRST_TABLES, 'names', 'reports', 'desks'] as const;
/** What classes are made of. */
export const CLASS_TABLES = [
	...(['classes', 'quizzes', 'assignments', 'submissions'] as const),
	...(['arrivals', 'rulings', 'handouts', 'handins'] as const)
] as const;
export type ClassTable = (typeof CLASS_TABLES)[number];
export const BACKUP_TABLES = [...SECOND_TABLES, ...CLASS_TABLES] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];

export type BackupVersion = 1 | 2 | typeof BACKUP_VERSION;

/** The tables of a backup of a version. */
export const TABLES_OF: Record<BackupVersion, readonly BackupTable[]> = {
	1: FIRST_TABLES,
	2: SECOND_TABLES,
	3: BACKUP_TABLES
};

export interface BackupHeader {
	kind: typeof BACKUP_KIND;
	version: BackupVersion;
	/** Version of the program that wrote it. */
	app: string;
	/** The learner's local name. */
	learner: string;
	/** epoch ms */
	exportedAt: number;
}

/** A finished report; which edition its cards are of is this device's own affair. */
export type BackupReport = Omit<OwnReportRow, 'cardsEdition'>;

/** A desk without its place among the steps, which stay where they were taken. */
export type BackupDesk = Pick<DeskRow, 'id' | 'desk' | 'state' | 'changedAt'>;

/** What a teacher's device knows of a class on a class server; nothing in it signs anybody in but the PINs. */
export type BackupServed = Omit<ServedClassRow, 'id'>;

/** A class; `served` is absent where it is on no server, and in backups of programs that did not keep it. */
export interface BackupClass extends ClassRow {
	served?: BackupServed;
}

/** The rows of each table. */
export interface BackupRows {
	events: StudyEvent[];
	answers: StoredAnswer[];
	sittings: Sitting[];
	cards: CardMeta[];
	settings: SettingRow[];
	names: Name[];
	reports: BackupReport[];
	desks: BackupDesk[];
	classes: BackupClass[];
	quizzes: QuizRow[];
	assignments: AssignmentRow[];
	submissions: SubmissionRow[];
	arrivals: ArrivalRow[];
	rulings: RulingRow[];
	handouts: HandoutRow[];
	handins: HandinRow[];
}

export interface BackupFooter {
	rows: number;
	/** Of a table that its version has not: 0. */
	counts: Record<BackupTable, number>;
	sha256: string;
}

/** A backup that was read whole and found sound. */
export interface BackupContents {
	header: BackupHeader;
	rows: BackupRows;
	footer: BackupFooter;
}
