import { describe, expect, test } from 'vitest';
import { adviseOn, firmnessOf } from '#lib/domain/analysis/advise-on.ts';
import { analyseOptions } from '#lib/domain/analysis/analyse-options.ts';
import type { Figure, ItemAnalysis } from '#lib/domain/analysis/types.ts';

const none: Figure = { ok: false, problem: 'same-mark' };
const value = (number: number): Figure => ({ ok: true, value: number });

function item({
	seen = 30,
	facility = value(0.6),
	discriminationIndex = value(0.3)
}: Partial<ItemAnalysis> = {}): ItemAnalysis {
	return {
		key: 'q1',
		seen,
		facility,
		discriminationIndex,
		sdMarks: none,
		discriminativeEfficiency: none,
		intendedWeight: none,
		effectiveWeight: none,
		negativeCovariance: false,
		upperLower: none
	};
}

/** Choices from the best scorer down; B is the key, `-` was left open. */
function options(given: string) {
	const chosen = [...given];
	return analyseOptions({
		form: 'offered',
		options: ['A', 'B', 'C'].map((option) => ({ option, right: option === 'B' })),
		answers: chosen.map((option, i) => ({
			option: option === '-' ? null : option,
			total: chosen.length - i
		}))
	});
}

const READ = [{ code: 'read-paragraph' }, { code: 'keep-and-reteach' }];

test.each([
	[0, 'counts-only'],
	[9, 'counts-only'],
	[10, 'hint'],
	[29, 'hint'],
	[30, 'firm'],
	[300, 'firm']
])('%i attempts: %s', (attempts, firmness) => {
	expect(firmnessOf(attempts)).toBe(firmness);
});

describe('what is odd, and what to do in which order', () => {
	test.each([
		['a good question', item(), undefined, [], []],
		[
			'nothing is said below 10, however bad',
			item({ seen: 9, facility: value(0.1), discriminationIndex: value(-0.5) }),
			options('AAABBBBCC'),
			[],
			[]
		],
		[
			'those who know the rest miss it',
			item({ discriminationIndex: value(-0.2) }),
			undefined,
			[{ code: 'check-the-key', discriminationIndex: -0.2 }],
			READ
		],
		[
			'the best scorers choose another answer',
			item({ seen: 10 }),
			options('AABBBBBCCC'),
			[{ code: 'check-the-key', preferred: 'A' }],
			[...READ, { code: 'accept-option', option: 'A' }]
		],
		[
			'both at once',
			item({ discriminationIndex: value(-0.1) }),
			options('AACBBBCCBB'),
			[{ code: 'check-the-key', discriminationIndex: -0.1, preferred: 'A' }],
			[...READ, { code: 'accept-option', option: 'A' }]
		],
		['what one alone chose is no preference', item(), options('A--BBBCCCC'), [], []],
		['as many chose the key', item(), options('ABCACBBBBB'), [], []],
		[
			'hard, with a good key: teach it again, and accept nothing else',
			item({ facility: value(0.2) }),
			options('BBBAAAACCC'),
			[{ code: 'hard', facility: 0.2 }],
			READ
		],
		['not yet hard', item({ facility: value(0.35) }), undefined, [], []],
		[
			'too easy',
			item({ facility: value(0.96), discriminationIndex: none }),
			undefined,
			[{ code: 'too-easy', facility: 0.96 }],
			[]
		],
		['easy enough', item({ facility: value(0.95) }), undefined, [], []],
		[
			'distractors that do no work',
			item(),
			options('BBBBBABABA'),
			[{ code: 'replace-distractors', options: ['C'] }],
			[]
		],
		[
			'no facility, no index',
			item({ facility: none, discriminationIndex: none }),
			undefined,
			[],
			[]
		]
	])('%s', (...[, analysed, table, findings, steps]) => {
		expect(adviseOn(analysed, table)).toMatchObject({ findings, steps });
	});
});

test('of two wrong options that the best prefer, the one that more of them chose', () => {
	const [finding] = adviseOn(item(), options('ACACCBBBBBBBBBBBBBB')).findings;
	expect(finding).toEqual({ code: 'check-the-key', preferred: 'C' });
});
