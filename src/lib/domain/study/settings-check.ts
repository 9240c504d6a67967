import { DEFAULT_STUDY_SETTINGS, type StudySettings } from './settings.ts';
import { WEIGHT_COUNT } from './weights.ts';

type NumberField =
	| 'newPerDay'
	| 'reviewsPerDay'
	| 'learnAheadMinutes'
	| 'desiredRetention'
	| 'dayStartHour'
	| 'maximumIntervalDays';

/** The bounds of each number, for checking and for the settings screen. */
export const SETTING_RANGES: Readonly<
	Record<NumberField, { low: number; high: number; whole: boolean }>
> = {
	newPerDay: { low: 0, high: 9999, whole: true },
	reviewsPerDay: { low: 0, high: 9999, whole: true },
	learnAheadMinutes: { low: 0, high: 999, whole: true },
	desiredRetention: { low: 0.7, high: 0.99, whole: false },
	dayStartHour: { low: 0, high: 23, whole: true },
	maximumIntervalDays: { low: 1, high: 36_500, whole: true }
};

const MOST_STEPS = 10;
const LONGEST_STEP_MINUTES = 30 * 24 * 60;

/** Lowest and highest value of each weight, in order. @see fsrs-rs 6.6.1, parameter clipper; w19 may be 0 (FSRS-5) */
const WEIGHT_RANGES: readonly (readonly [number, number])[] = [
	...Array.from({ length: 4 }, () => [0.001, 100] as const),
	[1, 10],
	[0.001, 4],
	[0.001, 4],
	[0.001, 0.75],
	[0, 4.5],
	[0, 0.8],
	[0.001, 3.5],
	[0.001, 5],
	[0.001, 0.25],
	[0.001, 0.9],
	[0, 4],
	[0, 1],
	[1, 6],
	[0, 2],
	[0, 2],
	[0, 0.8],
	[0.1, 0.8]
];

/** What is wrong with a setting that came from outside. */
export type SettingProblem =
	| { code: 'not-settings' }
	| { code: 'out-of-range'; field: NumberField; low: number; high: number }
	| { code: 'not-whole'; field: NumberField }
	| { code: 'bad-choice'; field: 'buttons' | 'fuzz' }
	| { code: 'bad-steps'; field: 'learningStepsMinutes' | 'relearningStepsMinutes' }
	| { code: 'bad-weights' };

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isWithin = (value: unknown, low: number, high: number) =>
	typeof value === 'number' && value >= low && value <= high;

function numberProblem(field: NumberField, value: unknown): SettingProblem | undefined {
	const { low, high, whole } = SETTING_RANGES[field];
	if (!isWithin(value, low, high)) return { code: 'out-of-range', field, low, high };
	return whole && !Number.isInteger(value) ? { code: 'not-whole', field } : undefined;
}

const areSteps = (value: unknown) =>
	Array.isArray(value) &&
	value.length <= MOST_STEPS &&
	value.every((step) => typeof step === 'number' && step > 0 && step <= LONGEST_STEP_MINUTES);

function areWeights(value: unknown): boolean {
	if (!isObject(value) || typeof value.version !== 'string' || value.version === '') return false;
	const { values } = value;
	return (
		Array.isArray(values) &&
		values.length === WEIGHT_COUNT &&
		WEIGHT_RANGES.every(([low, high], i) => isWithin(values[i], low, high))
	);
}

function settingProblems(settings: Record<string, unknown>): SettingProblem[] {
	const problems: SettingProblem[] = [];
	for (const field of Object.keys(SETTING_RANGES) as NumberField[]) {
		const problem = numberProblem(field, settings[field]);
		if (problem) problems.push(problem);
	}
	if (settings.buttons !== 2 && settings.buttons !== 4)
		problems.push({ code: 'bad-choice', field: 'buttons' });
	if (typeof settings.fuzz !== 'boolean') problems.push({ code: 'bad-choice', field: 'fuzz' });
	for (const field of ['learningStepsMinutes', 'relearningStepsMinutes'] as const)
		if (!areSteps(settings[field])) problems.push({ code: 'bad-steps', field });
	if (!areWeights(settings.weights)) problems.push({ code: 'bad-weights' });
	return problems;
}

/**
 * Settings from outside (a form, a backup, an older version), what is missing filled with the
 * defaults, or everything that is wrong with them.
 */
export function checkStudySettings(
	given: unknown
): { ok: true; value: StudySettings } | { ok: false; problems: SettingProblem[] } {
	if (!isObject(given)) return { ok: false, problems: [{ code: 'not-settings' }] };
	const settings: Record<string, unknown> = { ...DEFAULT_STUDY_SETTINGS, ...given };
	const problems = settingProblems(settings);
	if (problems.length > 0) return { ok: false, problems };
	const known = Object.keys(DEFAULT_STUDY_SETTINGS).map((field) => [field, settings[field]]);
	return { ok: true, value: Object.fromEntries(known) as StudySettings };
}
