import { bankTree } from '#lib/bank/bank-tree.ts';
import { emptyBook, type Book } from '#lib/bank/book.ts';
import { checkBook } from '#lib/bank/check.ts';
import { lookUp } from '#lib/bank/look-up.ts';
import type { Problem } from '#lib/bank/problems.ts';
import { readData } from '#lib/bank/read-files.ts';
import type { Bank, Name } from '#lib/bank/types.ts';
import type { Path, YamlFile } from '#lib/bank/yaml.ts';
import { questionIdOf, sourceOfDesk } from './source.ts';
import type { Desk } from './types.ts';

/** What a desk is written among. */
export interface DeskAround {
	/** Every name that is offered. */
	names: readonly Name[];
	/** What the device has, without this desk's report. */
	bank?: Bank;
}

/** What a place on a desk belongs to: one of the ids is there, or none where it is the report's head. */
export interface DeskPlace {
	questionId?: string;
	factId?: string;
	nameId?: string;
	comparisonId?: string;
	/** Steps to the field within it, joined by `/`: `ask`, `answer/text`, `distractors/1`. */
	field: string;
}

/** A desk as the checker reads it: its problems stand at paths instead of lines. */
export interface DeskBook {
	book: Book;
	problems: Problem[];
	/** What a path (`facts/0/questions/1/ask`) means on the desk. */
	placeOf: (path: string) => DeskPlace;
}

/** A file that is a bank's data itself; its places are paths. */
function fileOf(data: unknown): YamlFile {
	const at = (path: Path) => ({ file: path.join('/'), line: 1, column: 1 });
	return { file: '', data, valueAt: at, keyAt: at };
}

function stepInto(value: unknown, step: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
		? (value as Record<string, unknown>)[step]
		: undefined;
}

const idAt = (tree: unknown, path: string[]) => {
	const id = stepInto(path.reduce(stepInto, tree), 'id');
	return typeof id === 'string' ? id : undefined;
};

function questionAt(desk: Desk, tree: unknown, path: string[]): string | undefined {
	const owner = idAt(tree, path.slice(0, 2)) ?? '';
	const own = idAt(tree, path) ?? stepInto(path.reduce(stepInto, tree), 'kind');
	const full = `${path[0] === 'facts' ? desk.id : 'compare'}/${owner}/${String(own)}`;
	return Object.values(desk.questions).find((each) => questionIdOf(desk, each) === full)?.id;
}

const OWNERS: Record<string, 'factId' | 'nameId' | 'comparisonId'> = {
	facts: 'factId',
	names: 'nameId',
	comparisons: 'comparisonId'
};

function placeOn(desk: Desk, tree: unknown, path: string): DeskPlace {
	const steps = path === '' ? [] : path.split('/');
	const key = OWNERS[steps[0] ?? ''];
	if (!key) return { field: steps.slice(1).join('/') };
	if (steps[2] === 'questions' && steps[3] !== undefined) {
		const questionId = questionAt(desk, tree, steps.slice(0, 4));
		return { questionId, field: steps.slice(4).join('/') };
	}
	return { [key]: idAt(tree, steps.slice(0, 2)), field: steps.slice(2).join('/') };
}

/** Reads and checks a desk as if it were a bank file. */
export function readDesk(desk: Desk, { names, bank }: DeskAround): DeskBook {
	const tree = bankTree(sourceOfDesk(desk, names));
	const book: Book = emptyBook();
	if (bank) book.around = lookUp(bank);
	const problems = readData(fileOf(tree), book, true);
	problems.push(...checkBook(book));
	return { book, problems, placeOf: (path) => placeOn(desk, tree, path) };
}
