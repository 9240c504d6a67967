/** A point in a file of the bank; lines and columns count from 1. */
export interface Place {
	file: string;
	line: number;
	column: number;
}

/** Files of other sorts that a person may take for a bank file. */
export type ForeignFile =
	'backup' | 'json' | 'web-page' | 'gzip' | 'zip' | 'pdf' | 'picture' | 'database' | 'binary';

/** What each code of a problem carries; the words are made in `problem-words.ts`. */
export interface ProblemData {
	'file-name': object;
	'no-report': object;
	'too-large': { characters: number; most: number };
	'not-text': { character: string };
	yaml: { reason: string };
	'yaml-empty': object;
	'yaml-documents': object;
	'yaml-alias': { name: string };
	'yaml-tag': { tag: string };
	'yaml-too-deep': object;
	'bad-key': { key: string };
	'duplicate-key': { key: string };
	'unknown-key': { key: string; known: string[]; suggestion?: string };
	'missing-key': { key: string };
	'foreign-file': { what: ForeignFile };
	'wrong-kind': { kind: string };
	'wrong-version': { version: string; known: number };
	'not-own': { id: string };
	'wrong-type': { expected: string; received: string };
	'not-listed': { value: string; listed: string[]; suggestion?: string };
	empty: object;
	'too-long': { most: number };
	'too-few': { least: number };
	'bad-id': { id: string };
	'bad-date': { value: string };
	'answer-form': { found: string[] };
	'report-file': { id: string };
	'duplicate-id': { id: string; first: string };
	'reserved-id': { id: string };
	'lost-id': { id: string };
	'bad-lock-line': { text: string };
	'was-in-use': { id: string };
	dangling: { id: string; what: 'name' | 'fact'; suggestion?: string };
	'not-a-place': { id: string; type: string };
	'circular-part': { id: string; through: string[] };
	'ambiguous-name': { text: string; id: string; first: string };
	'repeated-fact': { id: string };
	'lone-fact': { relation: string };
	'paragraph-range': { paragraph: number; paragraphs: number };
	'brief-length': { level: 'plain' | 'full'; words: number };
	'bad-quantity': { text: string };
	'answer-in-question': { text: string };
	'answer-in-cue': { text: string };
	'answer-kind': { kind: string; found: string; wants: string };
	'distractor-right': { text: string; equals: string };
	'distractor-repeated': { text: string; first: string };
	'distractor-part': { text: string; answer: string };
	'near-miss-right': { text: string; equals: string };
	'time-word': { word: string };
	'missing-explain': { because: 'core' | 'comparison' | 'choose' };
	'long-explain': { words: number };
	'duplicate-question': { first: string };
	'duplicate-answer': { first: string };
	'grave-open': object;
	'grave-form': { form: string };
	'invented-figure': { text: string };
	'shared-words': { report: string; words: string };
}

export type ProblemCode = keyof ProblemData;

/** Something wrong in the bank's source, at a place, as a value. */
export type Problem = {
	[C in ProblemCode]: Place & { code: C; data: ProblemData[C] };
}[ProblemCode];

/** Makes a problem of a code at a place. */
export function problem<C extends ProblemCode>(place: Place, code: C, data: ProblemData[C]) {
	return { ...place, code, data } as Extract<Problem, { code: C }>;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Orders problems by file, line, column, code: the same source always prints the same list. */
export function sortProblems(problems: Problem[]): Problem[] {
	return [...problems].sort(
		(a, b) =>
			byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.code, b.code)
	);
}
