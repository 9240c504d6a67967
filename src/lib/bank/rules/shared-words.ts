import { placeIn, type Book, type Piece } from '#lib/bank/book.ts';
import { problem, type Place, type Problem } from '#lib/bank/problems.ts';
import type { Path } from '#lib/bank/yaml.ts';
import { sharedRuns } from '#lib/text/word-runs.ts';

/** The words of a report that the bank is drawn from. */
export interface ReportText {
	name: string;
	text: string;
}

const LONGEST_SHARED = 7;

interface Written {
	text: string;
	path: Path;
}

function texts(value: unknown, path: Path): Written[] {
	if (typeof value === 'string') return [{ text: value, path }];
	if (typeof value !== 'object' || value === null) return [];
	const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
	return [...entries].flatMap(([key, inner]) => texts(inner, [...path, key]));
}

/** Every piece once: a fact's and a comparison's questions are pieces of their own. */
function pieces(book: Book): Piece<unknown>[] {
	const owners = [...book.facts, ...book.comparisons].map((entry) => ({
		...entry,
		value: { ...entry.value, questions: [] }
	}));
	return [...book.reports, ...book.names, ...owners, ...book.questions];
}

/** A word no report holds, so that no run of words goes from one text into the next. */
const BREAK = ' recounttextbreak ';

/** All texts as one, for the report is taken apart anew at each comparison. */
function join(written: { text: string; place: Place }[]) {
	let length = 0;
	const starts = written.map(({ text }) => {
		const start = length;
		length += text.length + BREAK.length;
		return start;
	});
	const placeAt = (offset: number) =>
		written[starts.findLastIndex((start) => start <= offset)]?.place;
	return { whole: written.map(({ text }) => text).join(BREAK), placeAt };
}

/** No eight words in a row are a report's: its text is not ours to ship. */
export function checkSharedWords(book: Book, reports: ReportText[]): Problem[] {
	if (reports.length === 0) return [];
	const written = pieces(book).flatMap((piece) =>
		texts(piece.value, []).map(({ text, path }) => ({ text, place: placeIn(piece, ...path) }))
	);
	const { whole, placeAt } = join(written);
	return reports.flatMap((report) =>
		sharedRuns(whole, report.text, LONGEST_SHARED + 1).flatMap(({ start, end }) => {
			const place = placeAt(start);
			const data = { report: report.name, words: whole.slice(start, end) };
			return place ? [problem(place, 'shared-words', data)] : [];
		})
	);
}
