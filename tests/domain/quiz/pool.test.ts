import { describe, expect, test } from 'vitest';
import type { Bank, Level, Question } from '#lib/bank/types.ts';
import { bankIndex } from '#lib/domain/quiz/bank-index.ts';
import { drawOrder, eligible, poolSize } from '#lib/domain/quiz/pool.ts';
import { seededRandom } from '#lib/domain/quiz/random.ts';
import type { Blueprint } from '#lib/domain/quiz/types.ts';
import { ANYTHING } from './papers.ts';
import { sampleBank } from './sample-bank.ts';

const sample = sampleBank();

function admitted(bank: Bank, blueprint: Partial<Blueprint>): string[] {
	const pool = eligible(bankIndex(bank), { ...ANYTHING, ...blueprint });
	expect(poolSize(pool)).toBe(pool.flatMap(({ questions }) => questions).length);
	return pool.flatMap(({ questions }) => questions.map(({ id }) => id)).sort();
}

describe('eligible', () => {
	const old = { ...sample.questions[0], was: ['r0/gone/who'] } as Question;
	const bank = { ...sample, questions: [old, ...sample.questions.slice(1)] };
	const comparisons = bank.questions.filter(({ comparisonId }) => comparisonId);

	test.each<[string, Partial<Blueprint>, (question: Question) => boolean]>([
		['all', {}, () => true],
		['a level', { levels: ['fine'] }, ({ level }) => level === 'fine'],
		['some kinds', { length: { who: 2, where: 0 } }, ({ kind }) => kind === 'who'],
		['nothing grave', { grave: false }, ({ grave }) => !grave],
		['nothing grave under a limit', { minutes: 3 }, ({ grave }) => !grave],
		['comparisons', { about: 'comparisons' }, (question) => comparisons.includes(question)],
		[
			'one report, without its comparisons',
			{ reports: ['r1'] },
			({ factIds }) => factIds.every((id) => id.startsWith('r1/'))
		],
		['both reports, each comparison once', { reports: ['r1', 'r0'] }, () => true],
		['a pick, by old ids too', { only: ['r0/gone/who', old.id] }, ({ id }) => id === old.id],
		['a pick that has left the bank', { only: ['gone'] }, () => false]
	])('%s', (_, blueprint, admits) => {
		const expected = bank.questions.filter(admits).map(({ id }) => id);
		expect(admitted(bank, blueprint)).toEqual(expected.sort());
	});
});

describe('drawOrder', () => {
	const bank = sampleBank({ reports: 4, factsPerReport: 160 });
	const whos = eligible(bankIndex(bank), { ...ANYTHING, length: { who: 1 } });

	test('draws the first by its weight: core, detail and fine as 6 to 2 to 1 a question', () => {
		const drawn: Record<Level, number> = { core: 0, detail: 0, fine: 0 };
		const draws = 2000;
		// One report, so that no turn of reports comes between.
		const pool = whos.map((group) => ({
			...group,
			questions: group.questions.filter(({ id }) => id.startsWith('r0/'))
		}));
		for (let i = 0; i < draws; i++) {
			const [first] = drawOrder(bankIndex(bank), pool, seededRandom(`draw ${i}`));
			if (first) drawn[first.level]++;
		}
		const weights = { core: 6, detail: 2, fine: 1 };
		const all = pool.reduce(
			(sum, { level, questions }) => sum + weights[level] * questions.length,
			0
		);
		for (const { level, questions } of pool) {
			const share = (weights[level] * questions.length) / all;
			const spread = Math.sqrt((share * (1 - share)) / draws);
			expect(Math.abs(drawn[level] / draws - share)).toBeLessThan(4 * spread);
		}
	});

	test('takes the reports in turn', () => {
		const order = drawOrder(bankIndex(bank), whos, seededRandom('turn'));
		const reports = order.slice(0, 5).map(({ id }) => id.split('/')[0]);
		expect(reports.sort()).toEqual(['compare', 'r0', 'r1', 'r2', 'r3']);
	});
});
