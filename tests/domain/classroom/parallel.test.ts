import { describe, expect, test } from 'vitest';
import { drawParallel } from '#lib/domain/classroom/parallel.ts';
import { assemblePaper } from '#lib/domain/quiz/assemble-paper.ts';
import { bankIndex } from '#lib/domain/quiz/bank-index.ts';
import type { Blueprint, Item } from '#lib/domain/quiz/types.ts';
import { shipped } from './classroom-support.ts';
import { bank as tiny, items as tinyItems } from './marking-support.ts';

const index = bankIndex(shipped);
const MIXED: Blueprint = { reports: [], length: 10, levels: [], forms: [], grave: true };

const asked = (items: readonly Item[]) =>
	items.flatMap(({ parts }) => parts.map(({ questionId }) => questionId));
const questions = (items: readonly Item[]) =>
	asked(items).flatMap((id) => index.questions.get(id) ?? []);
const facts = (items: readonly Item[]) => questions(items).flatMap(({ factIds }) => factIds);
const shape = ({ form, parts: [part] }: Item) => {
	const question = index.questions.get(part?.questionId ?? '');
	return form === 'match' || form === 'sort' ? form : `${form} ${question?.kind}`;
};
const firstPaper = (changes: Partial<Blueprint>, seed = 'first') => {
	const blueprint = { ...MIXED, ...changes };
	return { blueprint, items: assemblePaper(shipped, blueprint, seed).items };
};

describe('a parallel paper', () => {
	const quizzes: [string, ReturnType<typeof firstPaper>][] = [
		['mixed', firstPaper({})],
		['typed and chosen', firstPaper({ forms: ['type', 'choose'] }, 'other')],
		['of one kind', firstPaper({ length: { who: 6 }, forms: ['choose', 'type'] })],
		['not grave', firstPaper({ grave: false, forms: ['type', 'choose'] })]
	];

	test.each(quizzes)('asks other questions of the same kinds and forms: %s', (_, quiz) => {
		const { items, notReplaced, sameFacts, otherForms } = drawParallel(shipped, quiz, 'second');
		const used = new Set(asked(quiz.items));
		expect(asked(items).filter((id) => used.has(id))).toEqual([]);
		expect(new Set(asked(items)).size).toBe(asked(items).length);
		expect(items.length + notReplaced.length).toBe(quiz.items.length);
		const kept = quiz.items.filter((__, itemNo) => !notReplaced.includes(itemNo));
		const keptForms = kept.filter((item) => !otherForms.includes(quiz.items.indexOf(item)));
		const shapes = items.map(shape);
		for (const wanted of keptForms.map(shape)) {
			expect(shapes).toContain(wanted);
			shapes.splice(shapes.indexOf(wanted), 1);
		}
		expect(shapes.length).toBe(otherForms.length);
		const usedFacts = new Set(facts(quiz.items));
		expect(facts(items).some((id) => usedFacts.has(id))).toBe(sameFacts.length > 0);
		expect(items.length).toBeGreaterThanOrEqual(0.8 * quiz.items.length);
		expect(otherForms.length).toBeLessThanOrEqual(0.5 * quiz.items.length);
	});

	test('keeps to the blueprint', () => {
		const quiz = firstPaper({ grave: false, levels: ['core', 'detail'], forms: ['type'] });
		const { items } = drawParallel(shipped, quiz, 'second');
		expect(questions(items).length).toBeGreaterThan(0);
		for (const { grave, level } of questions(items)) {
			expect(grave).toBeUndefined();
			expect(['core', 'detail']).toContain(level);
		}
	});

	test('of one picked by hand draws from its reports and levels', () => {
		const [report] = shipped.reports;
		if (!report) throw new Error('no report');
		const { items: picked } = firstPaper({
			reports: [report.id],
			length: 5,
			levels: ['core'],
			forms: ['type']
		});
		const { items } = drawParallel(shipped, { items: picked }, 'second');
		expect(items.length).toBe(5);
		expect(questions(items).every(({ id }) => id.startsWith(report.id))).toBe(true);
		expect(questions(items).filter(({ level }) => level === 'core').length).toBeGreaterThan(0);
	});

	test('is the same for the same seed, and another for another', () => {
		const quiz = firstPaper({});
		const draw = (seed: string) => asked(drawParallel(shipped, quiz, seed).items);
		expect(draw('x')).toEqual(draw('x'));
		expect(new Set(['a', 'b', 'c'].map((seed) => draw(seed).join())).size).toBe(3);
	});

	test('says what it could not replace', () => {
		const quiz = { items: tinyItems };
		expect(drawParallel(tiny, quiz, 's')).toEqual({
			items: [],
			notReplaced: [0, 1, 2, 3, 4, 5],
			sameFacts: [],
			otherForms: []
		});
	});

	test('says where another question on the same facts had to do', () => {
		const [first] = tiny.questions;
		if (!first) throw new Error('no question');
		const bank = {
			...tiny,
			questions: [first, { ...first, id: 'r/city/other', ask: 'Where else was it?' }]
		};
		const items: Item[] = [{ form: 'type', parts: [{ questionId: first.id }] }];
		expect(drawParallel(bank, { items }, 's')).toEqual({
			items: [{ form: 'type', parts: [{ questionId: 'r/city/other' }] }],
			notReplaced: [],
			sameFacts: [0],
			otherForms: []
		});
	});

	test('of nothing is nothing', () => {
		expect(drawParallel(shipped, { items: [] }, 's').items).toEqual([]);
	});
});
