import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specificityOf } from '#lib/domain/drafting/ranking/specificity.ts';

describe('specificityOf', () => {
	it.each<[string, string, number]>([
		['no name', 'Who attacked from four fronts?', 0],
		['a name', 'Who closed the school in Bonn?', 1],
		['a name of many words', 'Who leads the Bank of New England?', 1],
		['two names', 'Who met Anna Bell in Bonn?', 2],
		['the same name twice', 'Who left Bonn before Bonn fell?', 1],
		['a name and a year', 'Who left Bonn in 1950?', 2],
		['a decade', 'What was rebuilt in the 1970s?', 1],
		['a people', 'Who is the Armenian general?', 0.5],
		['a weekday', 'Who left on Friday?', 0],
		['only its source', 'According to Anna Bell, who left?', 0],
		['a long quotation', 'Who said “the bridge is not safe at all”?', 1]
	])('counts what a question holds on to: %s', (_, question, anchors) => {
		expect(specificityOf(question).anchors).toBe(anchors);
	});

	it.each<[string, number]>([
		['What was introduced alongside the package?', 1],
		['How many lives has a war taken?', 1],
		['Who lost the case against the bank?', 2],
		['Who is the head of Nato?', 0],
		['Who opened the new bridge in Bonn?', 0],
		['What is the largest river?', 0],
		['What rose into the sky?', 0]
	])('counts what only the report explains: %s', (question, bareCount) => {
		expect(specificityOf(question).bareCount).toBe(bareCount);
	});

	it.each<[string, boolean]>([
		['Who attacked from four fronts?', true],
		['Who did the princes place on the throne?', true],
		['What do some schools receive?', false]
	])('tells what happened from what is: %s', (question, isPast) => {
		expect(specificityOf(question).isPast).toBe(isPast);
	});

	it('takes any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const { anchors, bareCount } = specificityOf(text);
				expect(anchors).toBeGreaterThanOrEqual(0);
				expect(bareCount).toBeGreaterThanOrEqual(0);
			})
		);
	});
});
