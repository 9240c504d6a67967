import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { knownBytes, toBase64Url } from './bytes.ts';
import { longPoint, SHORT_POINT_BYTES, shortPoint } from './points.ts';
import type { Handout, PupilNo } from './types.ts';
import { uuidBytes, uuidText } from './uuid.ts';

/** What links and QR codes say of an assignment in bytes, before any words. */
type HandoutHead = Pick<
	Handout,
	'assignmentId' | 'classId' | 'rules' | 'pupils' | 'exceptions' | 'sealTo' | 'signedBy'
>;

/** A head as it was read; a schema is still to look at it. */
type ReadHead = Record<keyof HandoutHead, unknown>;

/** Each in the order of their numbers in the format. */
const MODES = ['practice', 'test'] as const;
const COUNTED = ['first', 'best', 'last'] as const;
const ORDERS = ['fixed', 'per-pupil'] as const;
const FEEDBACK = ['each', 'handed-in', 'release'] as const;

const ID_BYTES = 16;
const MOST_LISTED = 999;
const MOST_EXCEPTION_BYTES = 150;

/** A number from 0, or that there is none. */
function writeOptional(writer: ByteWriter, value: number | undefined): void {
	writer.count(value === undefined ? 0 : value + 1);
}

function readOptional(reader: ByteReader): number | undefined {
	const value = reader.count();
	return value === 0 ? undefined : value - 1;
}

function writeRules(writer: ByteWriter, rules: HandoutHead['rules']): void {
	writer
		.byte(MODES.indexOf(rules.mode))
		.byte(COUNTED.indexOf(rules.counts))
		.byte(ORDERS.indexOf(rules.order))
		.byte(FEEDBACK.indexOf(rules.feedback))
		.byte(rules.attempts);
	for (const value of [rules.opensAt, rules.closesAt, rules.minutes]) writeOptional(writer, value);
}

function readRules(reader: ByteReader) {
	const rules = {
		mode: MODES[reader.byte()],
		counts: COUNTED[reader.byte()],
		order: ORDERS[reader.byte()],
		feedback: FEEDBACK[reader.byte()],
		attempts: reader.byte()
	};
	const times = {
		opensAt: readOptional(reader),
		closesAt: readOptional(reader),
		minutes: readOptional(reader)
	};
	const given = Object.entries(times).filter(([, value]) => value !== undefined);
	return { ...rules, ...Object.fromEntries(given) };
}

/** Numbers as runs that follow each other: 1 to 30 is one. */
function runsOf(numbers: readonly PupilNo[]): { from: number; length: number }[] {
	const runs: { from: number; length: number }[] = [];
	for (const no of numbers) {
		const run = runs.at(-1);
		if (run && run.from + run.length === no) run.length++;
		else runs.push({ from: no, length: 1 });
	}
	return runs;
}

function writeNumbers(writer: ByteWriter, numbers: readonly PupilNo[]): void {
	const runs = runsOf(numbers);
	writer.count(runs.length);
	for (const { from, length } of runs) writer.count(from).count(length);
}

function readNumbers(reader: ByteReader): PupilNo[] {
	const numbers: PupilNo[] = [];
	for (let runs = reader.count(MOST_LISTED); runs > 0 && !reader.isBroken; runs--) {
		const from = reader.count(MOST_LISTED);
		const length = reader.count(MOST_LISTED);
		for (let i = 0; i < length; i++) numbers.push(from + i);
		if (numbers.length > MOST_LISTED) reader.refuse();
	}
	return numbers;
}

/** Writes the head of a handout. */
export function writeHead(writer: ByteWriter, head: HandoutHead): void {
	writer.raw(uuidBytes(head.assignmentId)).raw(uuidBytes(head.classId));
	writer.raw(shortPoint(knownBytes(head.sealTo))).raw(shortPoint(knownBytes(head.signedBy)));
	writeRules(writer, head.rules);
	writeNumbers(writer, head.pupils);
	writer.count(head.exceptions.length);
	for (const exception of head.exceptions) writer.block(knownBytes(exception));
}

function readPoint(reader: ByteReader): string {
	const point = longPoint(reader.raw(SHORT_POINT_BYTES));
	if (!point) reader.refuse();
	return point ? toBase64Url(point) : '';
}

/** Reads the head of a handout. */
export function readHead(reader: ByteReader): ReadHead {
	return {
		assignmentId: uuidText(reader.raw(ID_BYTES)),
		classId: uuidText(reader.raw(ID_BYTES)),
		sealTo: readPoint(reader),
		signedBy: readPoint(reader),
		rules: readRules(reader),
		pupils: readNumbers(reader),
		exceptions: readMany(reader, MOST_LISTED, () => toBase64Url(reader.block(MOST_EXCEPTION_BYTES)))
	};
}

/** Reads a count of at most `most`, and so many of what `read` gives. */
export function readMany<T>(reader: ByteReader, most: number, read: () => T): T[] {
	const values: T[] = [];
	for (let left = reader.count(most); left > 0 && !reader.isBroken; left--) values.push(read());
	return values;
}
