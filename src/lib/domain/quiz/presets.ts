import type { Blueprint } from './types.ts';

/** A quiz that one tap makes; the screen has its name. */
export interface Preset {
	id:
		'quick-10' | 'whos-who' | 'the-numbers' | 'where' | 'compare-the-reports' | 'claims-and-facts';
	blueprint: Blueprint;
}

const ALL = { reports: [], levels: [], grave: true } satisfies Partial<Blueprint>;

/** The one-tap quizzes, in the order they are offered. */
export const PRESETS: readonly Preset[] = [
	{
		id: 'quick-10',
		blueprint: {
			...ALL,
			levels: ['core', 'detail'],
			length: 10,
			forms: ['choose', 'type', 'true-false', 'match']
		}
	},
	{
		id: 'whos-who',
		blueprint: { ...ALL, length: { who: 10 }, forms: ['choose', 'type', 'match'] }
	},
	{
		id: 'the-numbers',
		blueprint: { ...ALL, length: { 'how-many': 10 }, forms: ['choose', 'type'] }
	},
	{
		id: 'where',
		blueprint: { ...ALL, length: { where: 8 }, forms: ['choose', 'type', 'true-false', 'match'] }
	},
	{
		id: 'compare-the-reports',
		blueprint: { ...ALL, length: 8, forms: ['choose', 'type'], about: 'comparisons' }
	},
	{
		id: 'claims-and-facts',
		blueprint: { ...ALL, length: 10, forms: ['choose', 'type', 'sort'], about: 'claims' }
	}
];
