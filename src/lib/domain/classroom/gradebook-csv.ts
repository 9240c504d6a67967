import { printCsv, type Cell } from './csv.ts';
import type { Gradebook, GradebookCell, GradebookColumn } from './gradebook.ts';
import type { Pupil, PupilNo } from './types.ts';

/** A gradebook to be handed to another program. */
export interface GradebookFile {
	book: Gradebook;
	pupils: readonly Pupil[];
	/** Private names by number; in the file only where they are given. */
	names?: Readonly<Record<PupilNo, string>>;
}

const MOODLE_PUPIL = [
	'First name',
	'Last name',
	'ID number',
	'Institution',
	'Department',
	'Email address'
];
const MOODLE_NO_GRADE = '-';
const CANVAS_PUPIL = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];
const CANVAS_EXCUSED = 'EX';

/** Points of a final result, at the column's own number of parts: an attempt at an older version is rescaled. */
function pointsOf({ result, isFinal }: GradebookCell, { outOf }: GradebookColumn): number | null {
	if (!isFinal || result?.share === undefined) return null;
	return result.outOf === outOf ? result.credit : Math.round(result.share * outOf * 100) / 100;
}

function cellOf(column: GradebookColumn, no: PupilNo): GradebookCell | undefined {
	return column.cells.find((cell) => cell.no === no);
}

/** Titles as headers: both programs tell columns apart by nothing else. */
function distinct(titles: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return titles.map((title) => {
		const times = (seen.get(title) ?? 0) + 1;
		seen.set(title, times);
		return times === 1 ? title : `${title} #${times}`;
	});
}

function shownName({ pupils, names }: GradebookFile, no: PupilNo): string | undefined {
	return names?.[no] || pupils.find((pupil) => pupil.no === no)?.pseudonym || undefined;
}

/**
 * A gradebook in the columns of Moodle's own export, to be imported by "ID number" (here the pupil's
 * number) or another identifier that the teacher fills in. Points, not shares: the grade item's most is
 * the column's `outOf`. What is not final has no grade yet.
 * @see https://docs.moodle.org/en/Grade_import
 */
export function moodleCsv(file: GradebookFile): string {
	const { pupils, columns } = file.book;
	const titles = distinct(columns.map(({ title }) => title));
	const rows = pupils.map((no): Cell[] => [
		shownName(file, no) ?? '',
		'',
		no,
		'',
		'',
		'',
		...columns.map((column) => {
			const cell = cellOf(column, no);
			return (cell && pointsOf(cell, column)) ?? MOODLE_NO_GRADE;
		})
	]);
	return printCsv([[...MOODLE_PUPIL, ...titles.map((title) => `Quiz: ${title} (Real)`)], ...rows]);
}

/** A title that Canvas takes neither for one of its own totals nor for one that ends with its number. */
function canvasTitle(title: string): string {
	return title
		.replace(/\((\d+)\)\s*$/, '[$1]')
		.replace(/\b(Current|Final|Override) (Score|Points|Grade|Status)/g, '$1-$2');
}

function canvasCell(column: GradebookColumn, no: PupilNo): Cell {
	const cell = cellOf(column, no);
	if (cell?.state === 'excused') return CANVAS_EXCUSED;
	return cell ? pointsOf(cell, column) : null;
}

/**
 * A gradebook in the columns of Canvas's own export. Its quizzes are new to Canvas, so their titles have
 * no number behind them; pupils it does not know by name are asked for. What is not final stays empty.
 * @see https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb
 */
export function canvasCsv(file: GradebookFile): string {
	const { pupils, columns } = file.book;
	const titles = distinct(columns.map(({ title }) => canvasTitle(title)));
	const points: Cell[] = [
		'    Points Possible',
		'',
		'',
		'',
		'',
		...columns.map((one) => one.outOf)
	];
	const rows = pupils.map((no): Cell[] => [
		file.names?.[no] || `${no} ${shownName(file, no) ?? ''}`.trim(),
		'',
		'',
		'',
		'',
		...columns.map((column) => canvasCell(column, no))
	]);
	return printCsv([[...CANVAS_PUPIL, ...titles], points, ...rows]);
}
