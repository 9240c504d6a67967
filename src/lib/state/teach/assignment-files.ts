import { everythingCsv } from '#lib/domain/classroom/everything-csv.ts';
import { gradebook, type GradebookColumn } from '#lib/domain/classroom/gradebook.ts';
import { canvasCsv, moodleCsv } from '#lib/domain/classroom/gradebook-csv.ts';
import type { MarkedAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import { browserHanding, type FileKind } from '#lib/state/backup-handing.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';

/** The files an assignment's marks can leave in. */
export type MarksFormat = 'moodle' | 'canvas' | 'everything';

/** What a file of marks is made of. */
interface MarksFile {
	format: MarksFormat;
	marked: MarkedAssignment;
	column: GradebookColumn;
	schoolClass: ClassRow;
	/** Whether private names go with it. */
	withNames: boolean;
}

const CSV: FileKind = { mime: 'text/csv', ending: '.csv' };

/** The text of a file of marks. */
export function marksText({ format, marked, column, schoolClass, withNames }: MarksFile): string {
	const { pupils, privateNames } = schoolClass;
	const shared = { pupils, ...(withNames && { names: privateNames }) };
	if (format === 'everything') return everythingCsv({ assignments: [marked], ...shared });
	const file = { book: gradebook([column]), ...shared };
	return format === 'moodle' ? moodleCsv(file) : canvasCsv(file);
}

/** Hands a file of marks to the downloads. */
export function saveMarks(file: MarksFile): void {
	const { title } = file.marked.assignment;
	const plain = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
	const name = `${plain.slice(0, 60) || 'recount'}-${file.format}${CSV.ending}`;
	browserHanding(CSV).download(new Blob([marksText(file)], { type: CSV.mime }), name);
}
