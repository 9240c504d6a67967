import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarise } from '#lib/domain/quiz/results.ts';
import type { MarkedPart } from '#lib/domain/quiz/types.ts';
import { sampleBank } from './sample-bank.ts';

const bank = sampleBank({ factsPerReport: 24 });
const VERDICTS = { 0: 'wrong', 0.5: 'partly', 1: 'right', undecided: 'review' } as const;

function partOf(
	questionId: string,
	credit: keyof typeof VERDICTS,
	more: Partial<MarkedPart> = {}
): MarkedPart {
	const mark = { verdict: VERDICTS[credit], credit, rule: 'test' } as MarkedPart['mark'];
	const raw = { form: 'type', text: '' } as const;
	return {
		itemNo: 0,
		part: 0,
		questionId,
		form: 'type',
		raw,
		mark,
		skipped: false,
		repeat: false,
		...more
	};
}

const WHO = 'r0/fact-0/who';
const WHERE = 'r0/fact-1/where';
const COUNT = 'r0/fact-2/how-many';
const WHAT = 'r0/fact-3/what';

test('adds up by kind and lists what to look at first', () => {
	const parts = [
		partOf(WHO, 1),
		partOf(WHERE, 0.5),
		partOf(COUNT, 0),
		partOf(WHAT, 0, { confidence: 'sure' }),
		partOf('r0/fact-4/who', 'undecided'),
		partOf('r0/fact-5/where', 1, { form: 'sort' })
	];
	const summary = summarise(bank, parts);
	expect(summary).toMatchObject({
		credit: 2.5,
		outOf: 5,
		undecided: 1,
		byKind: {
			who: { credit: 1, outOf: 1 },
			where: { credit: 0.5, outOf: 1 },
			'how-many': { credit: 0, outOf: 1 },
			what: { credit: 1, outOf: 2 }
		},
		missedQuestionIds: [WHERE, COUNT, WHAT]
	});
	expect(summary.sureButWrong.map(({ questionId }) => questionId)).toEqual([WHAT]);
	expect(summary.inOrder.map(({ questionId }) => questionId)).toEqual([
		WHAT,
		COUNT,
		WHERE,
		'r0/fact-4/who',
		WHO,
		'r0/fact-5/where'
	]);
});

test('neither repeats nor free passes count', () => {
	const parts = [partOf(WHO, 0, { repeat: true }), partOf(COUNT, 0, { skipped: true })];
	expect(summarise(bank, parts)).toMatchObject({
		credit: 0,
		outOf: 0,
		byKind: {},
		missedQuestionIds: [],
		inOrder: []
	});
});

test('credit lies between nothing and all, and kinds add up to the whole', () => {
	const anyPart = fc
		.record({
			question: fc.constantFrom(...bank.questions),
			credit: fc.constantFrom(0 as const, 0.5 as const, 1 as const, 'undecided' as const),
			repeat: fc.boolean(),
			skipped: fc.boolean()
		})
		.map(({ question, credit, ...more }) => partOf(question.id, credit, more));
	fc.assert(
		fc.property(fc.array(anyPart), (parts) => {
			const { credit, outOf, byKind } = summarise(bank, parts);
			expect(credit).toBeGreaterThanOrEqual(0);
			expect(credit).toBeLessThanOrEqual(outOf);
			const kinds = Object.values(byKind);
			expect(kinds.reduce((sum, score) => sum + score.outOf, 0)).toBe(outOf);
			expect(kinds.reduce((sum, score) => sum + score.credit, 0)).toBe(credit);
		})
	);
});
