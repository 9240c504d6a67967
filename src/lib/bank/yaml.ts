import { Composer, Lexer, LineCounter, Parser } from 'yaml';
import type { CST, Document } from 'yaml';
import { problem, type Place, type Problem } from './problems.ts';
import { plainData, nodeOffsets } from './yaml-nodes.ts';

/** Steps from the root of a file to one of its values. */
export type Path = readonly (string | number)[];

/** A file read as plain data, still knowing where each value stands. */
export interface YamlFile {
	file: string;
	/** Objects, arrays, strings, numbers, booleans and null only. */
	data: unknown;
	/** Where the value at a path starts; the nearest value around it where there is none. */
	valueAt: (path: Path) => Place;
	/** Where the key at the end of a path starts; its value's place where it has none. */
	keyAt: (path: Path) => Place;
}

/** The data of one file unless it cannot be understood, and every problem found. */
export interface YamlReading {
	yaml?: YamlFile;
	problems: Problem[];
}

const MOST_CHARACTERS = 2_000_000;
const MOST_DEPTH = 32;
const NOT_TEXT = /[^\P{Cc}\t\n\r]|\ufffd/u;

interface Source {
	text: string;
	lines: LineCounter;
	placeOf: (offset: number) => Place;
}

function source(file: string, text: string): Source {
	const lines = new LineCounter();
	lines.addNewLine(0);
	const placeOf = (offset: number): Place => {
		const { line, col } = lines.linePos(Math.min(offset, text.length));
		return { file, line, column: col };
	};
	return { text, lines, placeOf };
}

function refuseText({ text, placeOf, lines }: Source): Problem | undefined {
	if (text.length > MOST_CHARACTERS)
		return problem(placeOf(0), 'too-large', { characters: text.length, most: MOST_CHARACTERS });
	const character = NOT_TEXT.exec(text);
	if (!character) return undefined;
	for (const newline of text.slice(0, character.index).matchAll(/\n/g))
		lines.addNewLine(newline.index + 1);
	const code = character[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
	return problem(placeOf(character.index), 'not-text', { character: `U+${code}` });
}

/**
 * Tokens of a text, or where it nests too deep. Depth is watched token by token, because
 * composing a deeply nested document overflows the stack or the memory.
 */
function tokens({ text, lines }: Source): { tokens: CST.Token[] } | { tooDeepAt: number } {
	const parser = new Parser(lines.addNewLine);
	const found: CST.Token[] = [];
	for (const lexeme of new Lexer().lex(text)) {
		found.push(...parser.next(lexeme));
		if (parser.stack.length > MOST_DEPTH) return { tooDeepAt: parser.offset };
	}
	return { tokens: [...found, ...parser.end()] };
}

/** The first fault of the syntax: what follows it is seldom what the author wrote. */
function syntaxProblem(documents: Document.Parsed[], { placeOf }: Source): Problem | undefined {
	const [first] = documents
		.flatMap((document) => document.errors)
		.sort((a, b) => a.pos[0] - b.pos[0]);
	return first && problem(placeOf(first.pos[0]), 'yaml', { reason: first.message });
}

/**
 * Reads one YAML file as plain data with places. Anchors, aliases, tags, several documents,
 * keys that reach into prototypes, and files too large or too deep are refused.
 */
export function readYaml(file: string, text: string): YamlReading {
	const from = source(file, text);
	const refused = refuseText(from);
	if (refused) return { problems: [refused] };
	const read = tokens(from);
	if ('tooDeepAt' in read)
		return { problems: [problem(from.placeOf(read.tooDeepAt), 'yaml-too-deep', {})] };
	// The library's own check for doubled keys takes time that grows with the square of their number.
	const composer = new Composer({ uniqueKeys: false });
	const documents = [...composer.compose(read.tokens, true, text.length)];
	const fault = syntaxProblem(documents, from);
	return fault ? { problems: [fault] } : readDocuments(documents, from);
}

function readDocuments(documents: Document.Parsed[], from: Source): YamlReading {
	const [document, second] = documents;
	if (second) return { problems: [problem(from.placeOf(second.range[0]), 'yaml-documents', {})] };
	const root = document?.contents;
	if (!root) return { problems: [problem(from.placeOf(0), 'yaml-empty', {})] };
	const { data, problems } = plainData(root, from.placeOf);
	const { file } = from.placeOf(0);
	const yaml: YamlFile = {
		file,
		data,
		valueAt: (path) => from.placeOf(nodeOffsets(root, path).value),
		keyAt: (path) => from.placeOf(nodeOffsets(root, path).key)
	};
	return { yaml, problems };
}
