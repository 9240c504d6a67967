import type { GenericSchema, InferOutput } from 'valibot';
import { emptyBook, type Book, type Piece, type QuestionEntry } from './book.ts';
import { problem, type Problem } from './problems.ts';
import { readPiece } from './schema-problems.ts';
import {
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
	read(reader, ReportFileSchema, []);
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
	read(reader, NamesFileSchema, []);
	for (const [index, item] of listAt(reader, 'names').entries()) {
		reader.book.nameIds.add(String(field(item, 'id')));
		const name = read(reader, NameSchema, ['names', index]);
		if (name) reader.book.names.push({ ...name, id: name.value.id });
	}
}

function readComparisons(reader: Reader): void {
	read(reader, ComparisonsFileSchema, []);
	for (const index of listAt(reader, 'comparisons').keys()) {
		const path = ['comparisons', index];
		const piece = read(reader, ComparisonSchema, path);
		const comparison = piece && { ...piece, id: piece.value.id };
		if (comparison) reader.book.comparisons.push(comparison);
		const owned = comparison && { prefix: `compare/${comparison.id}`, owner: { comparison } };
		readQuestions(reader, path, owned);
	}
}

function readFile(file: BankFile, book: Book): Problem[] {
	const { yaml, problems } = readYaml(file.path, file.text);
	if (!yaml) {
		book.isIncomplete = true;
		return problems;
	}
	const reader: Reader = { yaml, book, problems: [...problems] };
	const stem = stemOf(file.path);
	if (stem === 'names') readNames(reader);
	else if (stem === 'comparisons') readComparisons(reader);
	else readReport(reader);
	return reader.problems;
}

const byPath = (a: BankFile, b: BankFile) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** Reads the bank's files piece by piece, in the order of their paths. */
export function readFiles(files: BankFile[]): { book: Book; problems: Problem[] } {
	const book = emptyBook();
	const problems: Problem[] = [];
	for (const file of [...files].sort(byPath)) {
		if (/\.yaml$/.test(file.path)) problems.push(...readFile(file, book));
		else problems.push(problem({ file: file.path, line: 1, column: 1 }, 'file-name', {}));
	}
	return { book, problems };
}
