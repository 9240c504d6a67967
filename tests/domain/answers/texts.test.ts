import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '#lib/domain/answers/grade-answer.ts';
import type { Verdict } from '#lib/domain/answers/types.ts';
import { textKey } from './keys.ts';

const south = textKey('To the south', {
	kind: 'where',
	ask: 'Where, seen from the city, was that fight?',
	rivals: ['To the north', 'To the east', 'To the west']
});
const aircraft = textKey('Keeping military aircraft away from contested areas', {
	ask: 'What did John Kerry name as the one way to bring the ceasefire back?',
	accept: ['a no-fly zone'],
	not: [{ text: 'a new ceasefire', why: 'That is what it was for.' }],
	rivals: ['Withdrawing foreign ground troops from the cities']
});
const siege = textKey('A siege', { rivals: ['A truce'] });
const storm = textKey('A storm', { rivals: ['An earthquake'] });
const position = textKey('A better position', {
	accept: ['a stronger position', 'more bargaining power', 'an advantage']
});
const weak = textKey('Neither side was strong enough', { accept: ['both sides were too weak'] });
const tunnels = textKey('Underground tunnels');

describe('a text', () => {
	test.each<[string, typeof south, string, Verdict, string]>([
		['exact', south, 'to the south', 'right', 'exact'],
		['a digit too many', textKey('2012'), '20122', 'wrong', 'no-rule'],
		['another year of equal digits', textKey('2012'), '2011', 'wrong', 'no-rule'],
		['other small words', south, 'in the south', 'right', 'wording'],
		['the bare word', south, 'South', 'right', 'wording'],
		['its adjective', south, 'southern', 'right', 'wording'],
		['words of the question', south, 'the south of the city', 'right', 'wording'],
		['another side', south, 'to the north', 'wrong', 'rival'],
		['another side, other words', south, 'in the north', 'wrong', 'rival'],
		['between the sides', south, 'south-east', 'wrong', 'veto'],
		['not that side', south, 'not the south', 'wrong', 'veto'],
		['accepted', aircraft, 'No-fly zone', 'right', 'alias'],
		[
			'other endings',
			aircraft,
			'keep military aircraft away from the contested area',
			'right',
			'wording'
		],
		['slips', aircraft, 'Keeping miltary aircraft away from contsted areas', 'spelling', 'typo'],
		['the most of it', aircraft, 'military aircraft away from there', 'review', 'overlap'],
		[
			'with more',
			aircraft,
			'by keeping all military aircraft away from contested areas',
			'review',
			'contains'
		],
		[
			'turned round',
			aircraft,
			'not keeping military aircraft away from contested areas',
			'wrong',
			'veto'
		],
		['a near miss', aircraft, 'A new ceasefire', 'wrong', 'near-miss'],
		['an option', aircraft, 'withdrawing foreign ground troops from the cities', 'wrong', 'rival'],
		[
			'much of an option',
			aircraft,
			'military withdrawing ground troops cities away',
			'wrong',
			'no-rule'
		],
		['anything', aircraft, 'peace', 'wrong', 'no-rule'],
		['one word', siege, 'Siege', 'right', 'exact'],
		['its plural', siege, 'sieges', 'right', 'wording'],
		['a short word is not misspelt', siege, 'siegx', 'wrong', 'no-rule'],
		['two options', siege, 'a siege or a truce', 'wrong', 'several'],
		['two letters swapped', storm, 'strom', 'spelling', 'typo'],
		['a letter left out', storm, 'a stom', 'spelling', 'typo'],
		['a letter doubled', storm, 'stoorm', 'spelling', 'typo'],
		['a letter changed', storm, 'storn', 'wrong', 'no-rule'],
		['another first letter', storm, 'torm', 'wrong', 'no-rule'],
		['the contrary', position, 'a weaker position', 'wrong', 'veto'],
		['a contrary turned back', position, 'a not weaker position', 'review', 'overlap'],
		[
			'outside for in',
			textKey('Inside the city', { accept: ['in the city'] }),
			'outside the city',
			'wrong',
			'veto'
		],
		['half the contrary', position, 'less bargaining power', 'wrong', 'veto'],
		['another half', position, 'more political power', 'review', 'overlap'],
		['a "neither" left out', weak, 'one side was strong enough', 'wrong', 'veto'],
		['the contrary of one wording', weak, 'both sides were too strong', 'wrong', 'veto'],
		['one slip', tunnels, 'undergroud tunnels', 'spelling', 'typo'],
		['a space less', tunnels, 'undergroundtunnels', 'spelling', 'typo'],
		['million is not billion', textKey('a million'), 'a billion', 'wrong', 'no-rule'],
		['million is not billion', textKey('one million dead'), 'one billion dead', 'wrong', 'veto'],
		['increase is not decrease', textKey('an increase'), 'a decrease', 'wrong', 'no-rule'],
		['safe is not unsafe', textKey('reliable'), 'unreliable', 'wrong', 'no-rule'],
		['nothing', siege, ' .,! ', 'wrong', 'empty']
	])('%s', (_, key, typed, ...wanted) => {
		const { verdict, rule } = gradeAnswer(key, typed);
		expect([verdict, rule]).toEqual(wanted);
	});

	test('says which word is the contrary of which', () => {
		const tell = { code: 'opposite', typed: 'weaker', of: 'stronger' };
		expect(gradeAnswer(textKey('A stronger position now'), 'a weaker position now').tell).toEqual(
			tell
		);
	});

	test('says what a rival answers', () => {
		const key = textKey('A siege');
		key.rivals = [{ form: 'text', text: 'A truce', tells: 'What broke down?' }];
		expect(gradeAnswer(key, 'truce').tell).toEqual({
			code: 'answers-other',
			text: 'A truce',
			tells: 'What broke down?'
		});
	});
});
