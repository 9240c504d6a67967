import { describe, expect, it } from 'vitest';
import { draftFacts, reportFacts } from '#lib/domain/drafting/ranking/facts.ts';
import { TRAIT_NAMES, traitsOf, type Trait } from '#lib/domain/drafting/ranking/traits.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';
import { draft } from './make-draft.ts';

const REPORT = 'Bonn has a bridge. Bonn is old, and Bonn is small. Anna Bell left.';

function heldBy(each: Draft, confidence = 0.8): Trait[] {
	const values = traitsOf(draftFacts({ draft: each, confidence }, reportFacts(REPORT)));
	return TRAIT_NAMES.filter((_, at) => values[at] === 1);
}

const what = (question: string, answer: string, more: Partial<Draft> = {}) =>
	draft(question, answer, { kind: 'what', ...more });

describe('traitsOf', () => {
	it.each<[Trait, Draft, Draft]>([
		['noName', what('What burned in May?', 'a barn'), what('What burned in Bonn?', 'a barn')],
		[
			'onlyYear',
			what('What burned in 1950?', 'a barn'),
			what('What burned in Bonn in 1950?', 'it')
		],
		['centralName', what('What burned in Bonn?', 'a barn'), what('What burned in Lyon?', 'a barn')],
		['noBareThing', what('What burned in Bonn?', 'a barn'), what('What hit the barn?', 'a car')],
		['ofTheDay', what('What burned last year?', 'a barn'), what('What burned in 1950?', 'a barn')],
		['ofTheDay', what('What now burns?', 'a barn'), what('What is known of Bonn?', 'little')],
		['timeBound', what('What recently burned?', 'a barn'), what('What burned in 1950?', 'it')],
		['pointing', what('What else burned there?', 'a barn'), what('What burned in Bonn?', 'a barn')],
		['stranded', what('What did he live in?', 'a barn'), what('What burned in Bonn?', 'a barn')],
		['fewWords', what('What burned?', 'a barn'), what('What burned in Bonn near Lyon?', 'a barn')],
		['nameAnswer', what('What burned?', 'Bonn Hall'), what('What burned?', 'Houses of wood')],
		['bareDefinite', what('What burned?', 'The barn'), what('What burned?', 'the Bonn Hall')],
		['bareIndefinite', what('What burned?', 'a barn'), what('What burned?', 'a Bonn barn')],
		['bareNoun', what('What burned?', 'wood'), what('What burned?', 'the wood')],
		['ownerAnswer', what('What burned?', 'his barn'), what('What burned?', 'the barn')],
		['namelessDoer', draft('Who burned it?', 'miners'), draft('Who burned it?', 'Carl Dorn')],
		['ofSubject', draft('Who left?', 'Anna Bell'), draft('Who left?', 'Anna', { rule: 'object' })],
		[
			'firstSentence',
			draft('Who left?', 'A'),
			draft('Who left?', 'A', { sentence: { start: 9, end: 12 } })
		]
	])('%s', (trait, holds, not) => {
		expect(heldBy(holds)).toContain(trait);
		expect(heldBy(not)).not.toContain(trait);
	});

	it('does not take the source of a claim for a name of its question', () => {
		const own = what('According to Anna Bell, what burned?', 'a barn', { source: 'Anna Bell' });
		expect(heldBy(own)).toEqual(expect.arrayContaining(['noName', 'namedSource']));
	});

	it('tells how far a trait holds', () => {
		const late = draft('Who left?', 'Anna Bell', { sentence: { start: 51, end: REPORT.length } });
		const values = traitsOf(draftFacts({ draft: late, confidence: 0.5 }, reportFacts(REPORT)));
		expect(values[TRAIT_NAMES.indexOf('sure')]).toBe(0.5);
		expect(values[TRAIT_NAMES.indexOf('late')]).toBeCloseTo(51 / REPORT.length);
	});
});
