import * as v from 'valibot';
import { count, text } from './backup-fields.ts';
import {
	BACKUP_KIND,
	BACKUP_TABLES,
	TABLES_OF,
	type BackupFooter,
	type BackupHeader,
	type BackupTable,
	type BackupVersion
} from './backup-format.ts';

const header = v.strictObject({
	kind: v.literal(BACKUP_KIND),
	version: v.picklist([1, 2, 3]),
	app: text,
	learner: text,
	exportedAt: count
});

const NONE = Object.fromEntries(BACKUP_TABLES.map((table) => [table, 0]));

/** Exactly the tables of a version are counted. */
function footerOf(version: BackupVersion) {
	const counts = Object.fromEntries(TABLES_OF[version].map((table) => [table, count]));
	return v.strictObject({
		rows: count,
		counts: v.pipe(
			v.strictObject(counts),
			v.transform((given) => ({ ...NONE, ...given }) as Record<BackupTable, number>)
		),
		sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
	});
}

/** The first line's value, where it is a header. */
export function asHeader(value: unknown): BackupHeader | undefined {
	return v.is(header, value) ? value : undefined;
}

/** The last line's value, where it is the footer of a backup of that version. */
export function asFooter(value: unknown, version: BackupVersion): BackupFooter | undefined {
	const read = v.safeParse(footerOf(version), value);
	return read.success ? read.output : undefined;
}
