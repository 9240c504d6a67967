import { inversePatch, mergeSteps, type NamesById } from './patch.ts';
import type { Desk, DeskPatch, DeskStep } from './types.ts';

/** The steps of a desk; those behind `at`, the number of the last that is done, can be done again. */
export interface DeskHistory {
	steps: DeskStep[];
	at: number;
}

/** A move in the history: what it does to the desk, and the steps that are new or other than before. */
export interface DeskMove {
	history: DeskHistory;
	patch: DeskPatch;
	steps: DeskStep[];
}

/** Something a person does on a desk. */
export interface DeskAct {
	what: string;
	target: string;
	patch: DeskPatch;
}

/** Takes a step; where the last was of the same target and did the same, the two are one. */
export function takeStep(
	{ steps, at }: DeskHistory,
	{ what, target, patch }: DeskAct,
	{ desk, names }: { desk: Desk; names: NamesById }
): DeskMove {
	const step = { no: at + 1, what, target, back: inversePatch(desk, names, patch), forth: patch };
	const done = steps.filter(({ no }) => no <= at);
	const last = done.length === steps.length ? done.at(-1) : undefined;
	const merged = last && mergeSteps(last, step);
	const taken = merged ?? step;
	const history = { steps: [...(merged ? done.slice(0, -1) : done), taken], at: taken.no };
	return { history, patch, steps: [taken] };
}

/** Takes the last step back; nothing where none is left. */
export function undoStep({ steps, at }: DeskHistory): DeskMove | undefined {
	const step = steps.find(({ no }) => no === at);
	return step && { history: { steps, at: at - 1 }, patch: step.back, steps: [] };
}

/** Does the step again that was taken back last; nothing where none was. */
export function redoStep({ steps, at }: DeskHistory): DeskMove | undefined {
	const step = steps.find(({ no }) => no === at + 1);
	return step && { history: { steps, at: at + 1 }, patch: step.forth, steps: [] };
}
