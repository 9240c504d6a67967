import { describe, expect, test } from 'vitest';
import { tellsWhatOf } from '#lib/domain/drafting/asking/figures/figure-anchor.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';

const draft = (question: string, source?: string): Draft => ({
	kind: 'how-many',
	question,
	answer: { form: 'quantity', quantity: '12' },
	answerSpan: { start: 0, end: 2 },
	sentence: { start: 0, end: 20 },
	paragraph: 0,
	...(source !== undefined && { source }),
	standing: 'stated',
	rule: 'figure',
	score: 0,
	flags: [],
	distractors: []
});

describe('tellsWhatOf', () => {
	test.each<[string, string | undefined, boolean]>([
		['How many people were killed?', undefined, false],
		['According to the Lima Courier, how many people were killed?', 'the Lima Courier', false],
		['How many soldiers were inside the fort?', undefined, false],
		['How many metres long is the animal?', undefined, false],
		['How many people were killed in Aden?', undefined, true],
		['How many ships were sold in 1912?', undefined, true],
		['How many people does river fever kill each year?', undefined, true],
		['According to Anna Bell, how many people drowned after heavy rain?', 'Anna Bell', true],
		['According to officials, how many people were hurt during a march?', 'officials', false]
	])('%s (%s): %s', (question, source, isTold) => {
		expect(tellsWhatOf(draft(question, source))).toBe(isTold);
	});

	test('other kinds are not its business', () => {
		const asked = draft('Who was killed?');
		expect(tellsWhatOf({ ...asked, kind: 'who' })).toBe(true);
	});
});
