import { describe, expect, it } from 'vitest';
import { stepDelays } from '#lib/domain/study/steps.ts';

const SECOND = 1000;

describe('stepDelays', () => {
	it.each([
		['one step: Hard is half as much again', [10], 0, [600, 900, undefined]],
		['one long step: Hard is at most a day more', [4320], 0, [259_200, 345_600, undefined]],
		['first of two: Hard is their mean', [1, 10], 0, [60, 330, 600]],
		['last of two: Good leaves the steps', [1, 10], 1, [60, 600, undefined]],
		['middle of three', [1, 10, 100], 1, [60, 600, 6000]],
		['a step that is gone counts as the last', [1, 10], 7, [60, 600, undefined]],
		['a mean of more than a day is whole days', [1, 4320], 0, [60, 172_800, 259_200]]
	])('%s', (_name, minutes, step, [again, hard, good]) => {
		expect(stepDelays(minutes, step)).toEqual({
			againMs: (again ?? NaN) * SECOND,
			hardMs: (hard ?? NaN) * SECOND,
			...(good !== undefined && { goodMs: good * SECOND })
		});
	});
	it('knows of no delay without steps', () => {
		expect(stepDelays([], 0)).toBeUndefined();
	});
});
