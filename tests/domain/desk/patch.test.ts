import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redoStep, takeStep, undoStep, type DeskHistory } from '#lib/domain/desk/history.ts';
import { applyPatch, applyToNames, inversePatch, mergeSteps } from '#lib/domain/desk/patch.ts';
import type { Desk, DeskPatch } from '#lib/domain/desk/types.ts';
import { someDesk, someNames, somePatch } from './arbitraries.ts';
import { smallDesk, WHERE } from './small-desk.ts';

const byId = (names: { id: string }[]) => Object.fromEntries(names.map((name) => [name.id, name]));
type Names = Parameters<typeof applyToNames>[0];
interface State {
	desk: Desk;
	names: Names;
}
const put = ({ desk, names }: State, patch: DeskPatch): State => ({
	desk: applyPatch(desk, patch),
	names: applyToNames(names, patch)
});

const state = fc.record({ desk: someDesk, names: someNames.map((names) => byId(names) as Names) });
const acts = fc.array(
	fc.record({
		what: fc.constantFrom('ask', 'answer', 'add'),
		target: fc.constantFrom('q-1', 'q-2'),
		patch: somePatch
	}),
	{ maxLength: 12 }
);

describe('a patch', () => {
	test('and its inverse change nothing', () => {
		fc.assert(
			fc.property(state, somePatch, (before, patch) => {
				const back = inversePatch(before.desk, before.names, patch);
				expect(put(put(before, patch), back)).toEqual(before);
			})
		);
	});
	test('takes away, changes and adds, and leaves the rest', () => {
		const desk = smallDesk();
		const changed = { ...WHERE, ask: 'Where?' };
		const added = { ...WHERE, id: 'q-new' };
		const questions = { 'q-dead': null, 'q-where': changed, 'q-new': added };
		const after = applyPatch(desk, { questions });
		expect(after.questions).toEqual({ 'q-where': changed, 'q-new': added });
		expect({ ...after, questions: desk.questions }).toEqual(desk);
	});
	test('under an id that objects have by themselves is put on and taken back', () => {
		const desk = smallDesk();
		const patch = { questions: { constructor: { ...WHERE, id: 'constructor' } } };
		const back = inversePatch(desk, {}, patch);
		expect(back).toEqual({ questions: { constructor: null } });
		expect(applyPatch(applyPatch(desk, patch), back)).toEqual(desk);
	});
	test('a comparison on a desk that had none', () => {
		const desk = smallDesk();
		const comparison = { id: 'c-1', factIds: [], relation: 'same' as const, why: 'Why.' };
		const patch = { comparisons: { 'c-1': comparison } };
		const after = applyPatch(desk, patch);
		expect(after.comparisons).toEqual({ 'c-1': comparison });
		expect(applyPatch(after, inversePatch(desk, {}, patch)).comparisons).toEqual({});
	});
	test('a dropped draft on a desk that had none', () => {
		const desk = smallDesk();
		const drop = { id: 'who-1-0-3', rule: 'subject', kind: 'who', reason: 'vague' } as const;
		const patch = { drops: { [drop.id]: drop } };
		const after = applyPatch(desk, patch);
		expect(after.drops).toEqual({ [drop.id]: drop });
		expect(applyPatch(after, inversePatch(desk, {}, patch)).drops).toEqual({});
	});
});

describe('steps', () => {
	const none: DeskHistory = { steps: [], at: 0 };
	const typed = (ask: string) => ({
		what: 'ask',
		target: 'q-where',
		patch: { questions: { 'q-where': { ...WHERE, ask } } }
	});
	function after(asks: string[]) {
		let [history, now] = [none, { desk: smallDesk(), names: {} } as State];
		for (const ask of asks) {
			const move = takeStep(history, typed(ask), now);
			[history, now] = [move.history, put(now, move.patch)];
		}
		return { history, now };
	}

	test('typing in one field is one step', () => {
		const { history, now } = after(['W', 'Wh', 'Who?']);
		expect(history).toMatchObject({ at: 1, steps: [{ no: 1, what: 'ask' }] });
		const back = undoStep(history);
		expect(back && put(now, back.patch).desk).toEqual(smallDesk());
		const again = back && redoStep(back.history);
		expect(back && again && put(put(now, back.patch), again.patch)).toEqual(now);
	});
	test('another field or another deed is a step of its own', () => {
		const [one] = after(['Who?']).history.steps;
		if (!one) throw new Error('no step');
		expect(mergeSteps(one, { ...one, no: 2, target: 'q-dead' })).toBeUndefined();
		expect(mergeSteps(one, { ...one, no: 2, what: 'answer' })).toBeUndefined();
		expect(mergeSteps(one, { ...one, no: 2 })).toMatchObject({ no: 1 });
	});
	test('a step after an undo takes the place of what was undone', () => {
		const { history, now } = after(['Who?']);
		const back = undoStep(history);
		if (!back) throw new Error('nothing to undo');
		const other = { ...typed('Where?'), what: 'paste' };
		const move = takeStep(back.history, other, put(now, back.patch));
		expect(move.history.steps.map(({ no, what }) => [no, what])).toEqual([[1, 'paste']]);
		expect(redoStep(move.history)).toBeUndefined();
		expect(move.steps).toEqual(move.history.steps);
	});
	test('nothing is undone or done again where nothing is', () => {
		expect(undoStep(none)).toBeUndefined();
		expect(redoStep(none)).toBeUndefined();
	});
	test('the first steps may be forgotten', () => {
		const { history } = after(['Who?']);
		const [step] = history.steps;
		if (!step) throw new Error('no step');
		const late = { steps: [{ ...step, no: 501 }], at: 501 };
		expect(undoStep(late)?.history.at).toBe(500);
		expect(undoStep({ ...late, at: 500 })).toBeUndefined();
	});

	test('any steps undone wholly give the first desk, done again the last', () => {
		fc.assert(
			fc.property(state, acts, (first, done) => {
				let [history, now] = [none, first];
				for (const act of done) {
					const move = takeStep(history, act, now);
					[history, now] = [move.history, put(now, move.patch)];
				}
				expect(history.steps.map(({ no }) => no)).toEqual(history.steps.map((_, at) => at + 1));
				const last = now;
				for (let move = undoStep(history); move; move = undoStep(history))
					[history, now] = [move.history, put(now, move.patch)];
				expect(now).toEqual(first);
				for (let move = redoStep(history); move; move = redoStep(history))
					[history, now] = [move.history, put(now, move.patch)];
				expect(now).toEqual(last);
			})
		);
	});
});
