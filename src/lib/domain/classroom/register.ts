import { done, refused, type Outcome } from './outcome.ts';
import type { Pupil, PupilNo } from './types.ts';

/** Most pupils a class begins with. */
export const MOST_PUPILS = 60;
/** The highest number of a register. */
export const HIGHEST_NO = 999;
const MOST_NAME_LETTERS = 100;

/** A line of a pasted register. */
export interface RegisterLine {
	no: PupilNo;
	/** Empty where the line is a bare number. */
	name: string;
}

/** Why a pasted register cannot be taken; `line` counts from 1, blank ones too. */
export type RegisterProblem =
	| { code: 'empty' }
	| { code: 'too-many'; count: number }
	| { code: 'number-range'; line: number; no: number }
	| { code: 'number-twice'; line: number; no: number };

const NUMBERED = /^(\d+)(?:[\s.,;:)-]+(.*))?$/;

/** A name as it is kept: spaces single, not endless. */
export function tidyName(name: string): string {
	const single = name.normalize('NFC').replace(/\s+/g, ' ').trim();
	return Array.from(single).slice(0, MOST_NAME_LETTERS).join('');
}

interface RawLine {
	line: number;
	no?: number;
	name: string;
}

function rawLine(text: string, line: number): RawLine {
	const [, digits, name = ''] = NUMBERED.exec(text) ?? [];
	return digits === undefined
		? { line, name: tidyName(text) }
		: { line, no: Number(digits), name: tidyName(name) };
}

/** The first line whose number no register has, or another line has too. */
function numberProblem(lines: readonly RawLine[]): RegisterProblem | undefined {
	const seen = new Set<number>();
	for (const { line, no } of lines) {
		if (no === undefined) continue;
		if (no < 1 || no > HIGHEST_NO) return { code: 'number-range', line, no };
		if (seen.has(no)) return { code: 'number-twice', line, no };
		seen.add(no);
	}
	return undefined;
}

/**
 * Reads a register pasted from anywhere, a pupil a line: "7 Anna", "7. Anna", "7<tab>Anna", a bare
 * number, or a bare name, which gets the lowest number that is free. By number.
 */
export function readRegister(text: string): Outcome<RegisterLine[], RegisterProblem> {
	const lines = text
		.split(/\r\n?|\n/)
		.map((line, at) => rawLine(line.trim(), at + 1))
		.filter(({ no, name }) => no !== undefined || name !== '');
	if (lines.length === 0) return refused({ code: 'empty' });
	if (lines.length > MOST_PUPILS) return refused({ code: 'too-many', count: lines.length });
	const problem = numberProblem(lines);
	if (problem) return refused(problem);
	const taken = new Set(lines.flatMap(({ no }) => no ?? []));
	const read = lines.map(({ no = freeNo(taken), name }) => {
		taken.add(no);
		return { no, name };
	});
	return done(read.sort((a, b) => a.no - b.no));
}

/** The lowest number that is not taken. */
export function freeNo(taken: Iterable<PupilNo>): PupilNo {
	const all = new Set(taken);
	let no = 1;
	while (all.has(no)) no++;
	return no;
}

/**
 * A class's register of two devices in one: of a pupil on both, the newer device's word holds, but a
 * slip that was replaced on either stays so. No pupil is lost. By number.
 */
export function joinRegisters(newer: readonly Pupil[], older: readonly Pupil[]): Pupil[] {
	const joined = new Map(older.map((pupil) => [pupil.no, pupil]));
	for (const pupil of newer) {
		const slip = Math.max(pupil.slip, joined.get(pupil.no)?.slip ?? 1);
		joined.set(pupil.no, { ...pupil, slip });
	}
	return [...joined.values()].sort((a, b) => a.no - b.no);
}
