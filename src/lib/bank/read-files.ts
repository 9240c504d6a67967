import type { GenericSchema, InferOutput } from 'valibot';
import { emptyBook, type Book, type Piece, type QuestionEntry } from './book.ts';
import { isOwnReport } from './own-reports.ts';
import { problem, type Problem } from './problems.ts';
import { readPiece } from './schema-problems.ts';
import {
	BANK_FILE,
	BankFileSchema,
	ComparisonSchema,
	ComparisonsFileSchema,
	FactSchema,
	NameSchema,
	NamesFileSchema,
	QuestionSchema,
	ReportFileSchema,
	ReportSchema
} from './schema.ts';
import { readYaml, type Path, type YamlFile } from './yaml.ts';

/** A file of the bank's source. */
export interface BankFile {
	path: string;
	text: string;
}

interface Reader {
	yaml: YamlFile;
	book: Book;
	problems: Problem[];
}

type Owner = Pick<QuestionEntry, 'fact' | 'comparison'>;

function read<const S extends GenericSchema>(
	reader: Reader,
	schema: S,
	path: Path
): Piece<InferOutput<S>> | undefined {
	const { value, problems } = readPiece(schema, reader.yaml, path);
	reader.problems.push(...problems);
	return value === undefined ? undefined : { value, yaml: reader.yaml, path };
}

function field(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[key]
		: undefined;
}

function listAt({ yaml }: Reader, key: string): unknown[] {
	const list = field(yaml.data, key);
	return Array.isArray(list) ? list : [];
}

/** File name without folder and ending. */
const stemOf = (file: string) => file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');

function readQuestions(reader: Reader, path: Path, owned?: { prefix: string; owner: Owner }) {
	const owner = path.reduce<unknown>((value, step) => field(value, String(step)), reader.yaml.data);
	const questions = field(owner, 'questions');
	if (!Array.isArray(questions)) return;
	for (const index of questions.keys()) {
		const piece = read(reader, QuestionSchema, [...path, 'questions', index]);
		if (!piece || !owned) continue;
		const id = `${owned.prefix}/${piece.value.id ?? piece.value.kind}`;
		reader.book.questions.push({ ...piece, ...owned.owner, id });
	}
}

function readReport(reader: Reader): void {
	const { book, yaml } = reader;
	const head = field(yaml.data, 'report');
	if (head !== undefined) {
		const report = read(reader, ReportSchema, ['report']);
		if (report) book.reports.push({ ...report, id: report.value.id });
	}
	const own = field(head, 'id');
	const reportId = typeof own === 'string' ? own : stemOf(yaml.file);
	for (const [index, item] of listAt(reader, 'facts').entries()) {
		const path = ['facts', index];
		const id = `${reportId}/${String(field(item, 'id'))}`;
		book.factIds.add(id);
		const piece = read(reader, FactSchema, path);
		const fact = piece && { ...piece, id, reportId };
		if (fact) book.facts.push(fact);
		readQuestions(reader, path, fact && { prefix: id, owner: { fact } });
	}
}

function readNames(reader: Reader): void {
	for (const [index, item] of listAt(reader, 'names').entries()) {
		reader.book.nameIds.add(String(field(item, 'id')));
		const name = read(reader, NameSchema, ['names', index]);
		if (name) reader.book.names.push({ ...name, id: name.value.id });
	}
}

function readComparisons(reader: Reader): void {
	for (const index of listAt(reader, 'comparisons').keys()) {
		const path = ['comparisons', index];
		const piece = read(reader, ComparisonSchema, path);
		const comparison = piece && { ...piece, id: piece.value.id };
		if (comparison) reader.book.comparisons.push(comparison);
		const owned = comparison && { prefix: `compare/${comparison.id}`, owner: { comparison } };
		readQuestions(reader, path, owned);
	}
}

const shown = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Why a file's pieces are not even looked at: it says itself that it is something else. */
function otherFile({ yaml }: Reader): Problem | undefined {
	const [kind, version] = [field(yaml.data, 'kind'), field(yaml.data, 'version')];
	if (kind !== BANK_FILE.kind)
		return problem(yaml.valueAt(['kind']), 'wrong-kind', { kind: shown(kind) });
	if (version !== BANK_FILE.version) {
		const data = { version: shown(version), known: BANK_FILE.version };
		return problem(yaml.valueAt(['version']), 'wrong-version', data);
	}
	const id = field(field(yaml.data, 'report'), 'id');
	if (typeof id !== 'string' || isOwnReport(id)) return undefined;
	return problem(yaml.valueAt(['report', 'id']), 'not-own', { id });
}

/** Reads a whole bank: its one report is a person's own. */
function readWhole(reader: Reader): void {
	const { book, problems } = reader;
	const other = otherFile(reader);
	if (other) {
		problems.push(other);
		book.isIncomplete = true;
		return;
	}
	read(reader, BankFileSchema, []);
	readReport(reader);
	readNames(reader);
	readComparisons(reader);
}

function readParts(reader: Reader): void {
	const stem = stemOf(reader.yaml.file);
	if (stem === 'names') {
		read(reader, NamesFileSchema, []);
		readNames(reader);
	} else if (stem === 'comparisons') {
		read(reader, ComparisonsFileSchema, []);
		readComparisons(reader);
	} else {
		read(reader, ReportFileSchema, []);
		readReport(reader);
	}
}

/** Reads one file's data into a book; `isWhole` where nothing but a bank file will do. */
export function readData(yaml: YamlFile, book: Book, isWhole = false): Problem[] {
	const reader: Reader = { yaml, book, problems: [] };
	if (isWhole || field(yaml.data, 'kind') !== undefined) readWhole(reader);
	else readParts(reader);
	return reader.problems;
}

function readFile(file: BankFile, book: Book, isWhole: boolean): Problem[] {
	const { yaml, problems } = readYaml(file.path, file.text);
	if (yaml) return [...problems, ...readData(yaml, book, isWhole)];
	book.isIncomplete = true;
	return problems;
}

const byPath = (a: BankFile, b: BankFile) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** Reads the bank's files piece by piece, in the order of their paths. */
export function readFiles(files: BankFile[], isWhole = false): { book: Book; problems: Problem[] } {
	const book = emptyBook();
	const problems: Problem[] = [];
	for (const file of [...files].sort(byPath)) {
		if (/\.yaml$/.test(file.path)) problems.push(...readFile(file, book, isWhole));
		else problems.push(problem({ file: file.path, line: 1, column: 1 }, 'file-name', {}));
	}
	return { book, problems };
}
