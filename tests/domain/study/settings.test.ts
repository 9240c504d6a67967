import { describe, expect, it } from 'vitest';
import { checkStudySettings } from '#lib/domain/study/settings-check.ts';
import { DEFAULT_STUDY_SETTINGS } from '#lib/domain/study/settings.ts';

const weights = DEFAULT_STUDY_SETTINGS.weights;
const withWeight = (index: number, value: unknown) => ({
	weights: { version: 'x', values: weights.values.map((w, i) => (i === index ? value : w)) }
});

describe('checkStudySettings', () => {
	it('the defaults are in order, and fill what is missing', () => {
		expect(checkStudySettings(DEFAULT_STUDY_SETTINGS)).toEqual({
			ok: true,
			value: DEFAULT_STUDY_SETTINGS
		});
		expect(checkStudySettings({ newPerDay: 3 })).toEqual({
			ok: true,
			value: { ...DEFAULT_STUDY_SETTINGS, newPerDay: 3 }
		});
	});
	it('leaves out what it does not know', () => {
		const checked = checkStudySettings(JSON.parse('{"colour":"red","__proto__":{"x":1}}'));
		expect(checked).toEqual({ ok: true, value: DEFAULT_STUDY_SETTINGS });
	});
	it.each([
		['no limit of new questions is fine', { newPerDay: 0 }],
		['never learning ahead is fine', { learnAheadMinutes: 0 }],
		['no steps are fine', { learningStepsMinutes: [], relearningStepsMinutes: [] }],
		['weights of FSRS-5 are fine', withWeight(19, 0)]
	])('%s', (_name, given) => {
		expect(checkStudySettings(given).ok).toBe(true);
	});
	it.each([
		['no object', null, { code: 'not-settings' }],
		['a list', [], { code: 'not-settings' }],
		[
			'too many',
			{ newPerDay: 10_000 },
			{ code: 'out-of-range', field: 'newPerDay', low: 0, high: 9999 }
		],
		[
			'no number',
			{ reviewsPerDay: '200' },
			{ code: 'out-of-range', field: 'reviewsPerDay', low: 0, high: 9999 }
		],
		[
			'retention too high',
			{ desiredRetention: 0.995 },
			{ code: 'out-of-range', field: 'desiredRetention', low: 0.7, high: 0.99 }
		],
		[
			'not a number',
			{ desiredRetention: NaN },
			{ code: 'out-of-range', field: 'desiredRetention', low: 0.7, high: 0.99 }
		],
		[
			'a day and more ahead',
			{ learnAheadMinutes: 1440 },
			{ code: 'out-of-range', field: 'learnAheadMinutes', low: 0, high: 999 }
		],
		[
			'half a minute',
			{ learnAheadMinutes: 0.5 },
			{ code: 'not-whole', field: 'learnAheadMinutes' }
		],
		['half an hour', { dayStartHour: 4.5 }, { code: 'not-whole', field: 'dayStartHour' }],
		['three buttons', { buttons: 3 }, { code: 'bad-choice', field: 'buttons' }],
		['fuzz by word', { fuzz: 'yes' }, { code: 'bad-choice', field: 'fuzz' }],
		[
			'a step of nothing',
			{ learningStepsMinutes: [0] },
			{ code: 'bad-steps', field: 'learningStepsMinutes' }
		],
		[
			'steps by word',
			{ relearningStepsMinutes: ['10m'] },
			{ code: 'bad-steps', field: 'relearningStepsMinutes' }
		],
		['too few weights', { weights: { version: 'x', values: [1] } }, { code: 'bad-weights' }],
		['a weight out of range', withWeight(20, 0.9), { code: 'bad-weights' }],
		['a weight that is no number', withWeight(3, '8'), { code: 'bad-weights' }],
		['weights without a name', { weights: { ...weights, version: '' } }, { code: 'bad-weights' }]
	])('refuses %s', (_name, given, problem) => {
		expect(checkStudySettings(given)).toEqual({ ok: false, problems: [problem] });
	});
	it('tells everything at once', () => {
		const checked = checkStudySettings({ newPerDay: -1, buttons: 5, fuzz: 1 });
		expect(checked.ok ? [] : checked.problems).toHaveLength(3);
	});
});
