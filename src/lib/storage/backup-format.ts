import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import type { CardMeta, SettingRow, StoredAnswer } from './rows.ts';

/**
 * A backup file, version 1: gzip (RFC 1952) of UTF-8 lines, each one JSON value ended by `\n`.
 *
 * - First line, the header: `{ kind: 'recount-backup', version: 1, app, learner, exportedAt }`.
 * - Then one line a row, `{ table, row }`: `events`, `answers`, `sittings`, `cards` (what a card's
 *   question says of it; its memory is folded from the events again) and `settings`.
 * - Last line, the footer: `{ rows, counts, sha256 }`: how many rows, how many a table, and a hash in hex.
 *
 * The hash runs over header and rows in blocks of 1,000 lines, the last one shorter:
 * `h0` = 32 zero bytes, `h(i)` = SHA-256(`h(i-1)` followed by the block's bytes, line ends included).
 */
export const BACKUP_KIND = 'recount-backup';
export const BACKUP_VERSION = 1;
export const BLOCK_LINES = 1000;

export const BACKUP_TABLES = ['events', 'answers', 'sittings', 'cards', 'settings'] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];

export interface BackupHeader {
	kind: typeof BACKUP_KIND;
	version: typeof BACKUP_VERSION;
	/** Version of the program that wrote it. */
	app: string;
	/** The learner's local name. */
	learner: string;
	/** epoch ms */
	exportedAt: number;
}

/** The rows of each table. */
export interface BackupRows {
	events: StudyEvent[];
	answers: StoredAnswer[];
	sittings: Sitting[];
	cards: CardMeta[];
	settings: SettingRow[];
}

export interface BackupFooter {
	rows: number;
	counts: Record<BackupTable, number>;
	sha256: string;
}

/** A backup that was read whole and found sound. */
export interface BackupContents {
	header: BackupHeader;
	rows: BackupRows;
	footer: BackupFooter;
}
