import * as v from 'valibot';
import { nearest } from './nearest.ts';
import { problem, type Problem } from './problems.ts';
import { WANTED } from './schema.ts';
import type { Path, YamlFile } from './yaml.ts';

type Fault = v.BaseIssue<unknown>;

interface Found {
	yaml: YamlFile;
	fault: Fault;
	path: Path;
}

const shown = (value: unknown) =>
	typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');

function typeOf(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'an object';
	return (
		{ string: 'text', number: 'a number', boolean: 'true or false' }[String(typeof value)] ?? ''
	);
}

const EXPECTED: Record<string, string> = {
	string: 'text',
	number: 'a number',
	integer: 'a whole number',
	min_value: 'at least 1',
	max_value: 'at most 1000',
	array: 'a list',
	custom: 'an object'
};

function unknownKeys({ yaml, fault, path }: Found): Problem[] {
	const known = fault.message.split(' ');
	const owner = path.slice(0, -1);
	const input = fault.path?.at(-1)?.input;
	return Object.keys(input ?? {})
		.filter((key) => !known.includes(key))
		.map((key) => {
			const suggestion = nearest(key, known);
			return problem(yaml.keyAt([...owner, key]), 'unknown-key', { key, known, suggestion });
		});
}

function keyProblems(found: Found): Problem[] {
	const { yaml, fault, path } = found;
	if (fault.expected === 'never') return unknownKeys(found);
	if (fault.path?.at(-1)?.origin === 'key')
		return [problem(yaml.valueAt(path.slice(0, -1)), 'missing-key', { key: String(path.at(-1)) })];
	return [wrongType(found)];
}

function wrongType({ yaml, fault, path }: Found): Problem {
	if (fault.input === null) return problem(yaml.keyAt(path), 'empty', {});
	const expected = EXPECTED[fault.type] ?? fault.expected ?? fault.type;
	return problem(yaml.valueAt(path), 'wrong-type', { expected, received: typeOf(fault.input) });
}

function notListed(found: Found): Problem {
	const { yaml, fault, path } = found;
	if (fault.input === null) return wrongType(found);
	const listed = [...(fault.expected ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
	const value = shown(fault.input);
	const suggestion = nearest(value, listed);
	return problem(yaml.valueAt(path), 'not-listed', { value, listed, suggestion });
}

function answerForms({ yaml, fault, path }: Found): Problem {
	const found = Object.keys(fault.input as object).filter(
		(key) => key !== 'accept' && key !== 'not'
	);
	return problem(yaml.valueAt(path), 'answer-form', { found });
}

function unionProblem(found: Found): Problem[] {
	const { fault } = found;
	const inner = fault.issues?.find((issue) => issue.kind === 'validation');
	return inner ? faultProblems({ ...found, fault: inner }) : [wrongType(found)];
}

const requirement = (fault: Fault) => Number(fault.requirement);

const BY_TYPE: Record<string, (found: Found) => Problem[]> = {
	strict_object: keyProblems,
	union: unionProblem,
	picklist: (found) => [notListed(found)],
	non_empty: ({ yaml, path }) => [problem(yaml.valueAt(path), 'empty', {})],
	max_length: ({ yaml, path, fault }) => [
		problem(yaml.valueAt(path), 'too-long', { most: requirement(fault) })
	],
	min_length: ({ yaml, path, fault }) => [
		problem(yaml.valueAt(path), 'too-few', { least: requirement(fault) })
	]
};

function faultProblems(found: Found): Problem[] {
	const { yaml, fault, path } = found;
	const value = shown(fault.input);
	if (fault.message === WANTED.id) return [problem(yaml.valueAt(path), 'bad-id', { id: value })];
	if (fault.message === WANTED.date) return [problem(yaml.valueAt(path), 'bad-date', { value })];
	if (fault.message === WANTED.answer) return [answerForms(found)];
	return BY_TYPE[fault.type]?.(found) ?? [wrongType(found)];
}

/** A piece read by its schema, unless it does not fit it, and every problem of it. */
export interface PieceReading<T> {
	value?: T;
	problems: Problem[];
}

/** Reads the piece of a file that stands at a path. */
export function readPiece<const S extends v.GenericSchema>(
	schema: S,
	yaml: YamlFile,
	path: Path
): PieceReading<v.InferOutput<S>> {
	const input = path.reduce<unknown>(
		(value, step) => (value as Record<string | number, unknown>)[step],
		yaml.data
	);
	const result = v.safeParse(schema, input);
	if (result.success) return { value: result.output, problems: [] };
	const problems = result.issues.flatMap((fault) => {
		const steps = (fault.path ?? []).map((item) => item.key as string | number);
		return faultProblems({ yaml, fault, path: [...path, ...steps] });
	});
	return { problems };
}
