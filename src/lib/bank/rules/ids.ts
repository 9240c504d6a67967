import { lineOf, placeIn, type Book, type Piece } from '#lib/bank/book.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';

interface Identified extends Piece<unknown> {
	id: string;
}

/** Ids stand once among their kind; a question's also beside the facts'. */
function doubled(pieces: Identified[]): Problem[] {
	const first = new Map<string, string>();
	return pieces.flatMap((piece) => {
		const place = placeIn(piece, 'id');
		const earlier = first.get(piece.id);
		if (earlier !== undefined)
			return [problem(place, 'duplicate-id', { id: piece.id, first: earlier })];
		first.set(piece.id, lineOf(place));
		return [];
	});
}

function reserved(book: Book): Problem[] {
	return book.reports
		.filter((report) => ['compare', 'names', 'comparisons'].includes(report.id))
		.map((report) => problem(placeIn(report, 'id'), 'reserved-id', { id: report.id }));
}

function fileNames(book: Book): Problem[] {
	return book.reports
		.filter(({ id, yaml }) => {
			const name = yaml.file.replace(/^.*[\\/]/, '');
			return !isOwnReport(id) && name !== `${id}.yaml`;
		})
		.map((report) => problem(placeIn(report, 'id'), 'report-file', { id: report.id }));
}

/** A comparison is no other bank's: its questions' ids do not name a report. */
function takenElsewhere(book: Book): Problem[] {
	return book.comparisons
		.filter(({ id }) => book.around?.comparison(id))
		.map((comparison) => {
			const data = { id: comparison.id, first: 'another bank of this device' };
			return problem(placeIn(comparison, 'id'), 'duplicate-id', data);
		});
}

/** Ids are not doubled or reserved; a report's is its file's name. */
export function checkIds(book: Book): Problem[] {
	const lists = [book.reports, book.names, book.facts, book.comparisons, book.questions];
	return [
		...lists.flatMap(doubled),
		...takenElsewhere(book),
		...reserved(book),
		...fileNames(book)
	];
}
