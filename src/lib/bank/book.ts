import type { LookUp } from './look-up.ts';
import { isOwnReport } from './own-reports.ts';
import type { Place } from './problems.ts';
import type { ComparisonPiece, FactPiece, NamePiece, QuestionPiece, ReportHead } from './schema.ts';
import type { Fact } from './types.ts';
import type { Path, YamlFile } from './yaml.ts';

/** A piece of the source that fits its schema, and where it stands. */
export interface Piece<T> {
	value: T;
	yaml: YamlFile;
	path: Path;
}

/** Where a value inside a piece stands; the piece itself without steps. */
export function placeIn(piece: Piece<unknown>, ...steps: Path): Place {
	return piece.yaml.valueAt([...piece.path, ...steps]);
}

/** `file:line`, to point from one problem at another place. */
export function lineOf(place: Place): string {
	return `${place.file}:${place.line}`;
}

export interface ReportEntry extends Piece<ReportHead> {
	id: string;
}

export interface FactEntry extends Piece<FactPiece> {
	/** `report/fact` */
	id: string;
	reportId: string;
}

interface ComparisonEntry extends Piece<ComparisonPiece> {
	id: string;
}

export interface NameEntry extends Piece<NamePiece> {
	id: string;
}

/** A question under its fact or its comparison: one of the two is there. */
export interface QuestionEntry extends Piece<QuestionPiece> {
	/** `report/fact/kind` or `compare/comparison/kind`, or with its own id at the end */
	id: string;
	fact?: FactEntry;
	comparison?: ComparisonEntry;
}

/** What the rules read: every piece that fits its schema, in the order of files and lines. */
export interface Book {
	reports: ReportEntry[];
	names: NameEntry[];
	facts: FactEntry[];
	comparisons: ComparisonEntry[];
	questions: QuestionEntry[];
	/** Every id that stands in the files, of pieces that do not fit their schema too. */
	nameIds: Set<string>;
	factIds: Set<string>;
	/** Whether a file could not be read at all, so that what it holds is unknown. */
	isIncomplete: boolean;
	/** What is known beside the files, of the other banks of a device. */
	around?: LookUp;
}

/** An empty book. */
export function emptyBook(): Book {
	return {
		reports: [],
		names: [],
		facts: [],
		comparisons: [],
		questions: [],
		nameIds: new Set(),
		factIds: new Set(),
		isIncomplete: false
	};
}

/** The names of a book by id; of a doubled id the first. */
function namesById(book: Book): Map<string, NameEntry> {
	return new Map([...book.names].reverse().map((entry) => [entry.id, entry]));
}

/** The names of a book and around it by id; the book's own come first. */
export function knownNames(book: Book): Map<string, NamePiece> {
	const names = new Map<string, NamePiece>();
	for (const name of book.around?.bank.names ?? []) names.set(name.id, name);
	for (const [id, { value }] of namesById(book)) names.set(id, value);
	return names;
}

/** What is said of the facts a question rests on, as far as they are there. */
export function factsOf(question: QuestionEntry, book: Book): Pick<Fact, 'grave'>[] {
	if (question.fact) return [question.fact.value];
	const ids = question.comparison?.value.facts ?? [];
	const own = book.facts.filter((fact) => ids.includes(fact.id)).map(({ value }) => value);
	return [...own, ...ids.flatMap((id) => book.around?.fact(id) ?? [])];
}

/** Whether a question is of a person's own report, or compares one. */
export function isOwnQuestion({ fact, comparison }: QuestionEntry): boolean {
	if (fact) return isOwnReport(fact.reportId);
	return (comparison?.value.facts ?? []).some((id) => isOwnReport(id.split('/')[0] ?? ''));
}
