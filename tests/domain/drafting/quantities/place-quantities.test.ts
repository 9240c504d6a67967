import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeQuantities } from '#lib/domain/drafting/quantities/place-quantities.ts';
import { readSentences } from '#lib/domain/drafting/words/read-sentences.ts';
import type { Amount, Hedge, VagueClass } from '#lib/text/types.ts';

const value = (number: number): Amount => ({ type: 'value', value: number });
const range = (low: number, high: number): Amount => ({ type: 'range', low, high });
const vague = (name: VagueClass): Amount => ({ type: 'vague', vague: name });

const placed = (text: string) =>
	readSentences(text).flatMap((sentence) => placeQuantities(text, sentence));

describe('the counts of a sentence', () => {
	test.each<[string, string, Hedge, Amount, string]>([
		['About 70 people were killed.', 'About 70 people', 'about', value(70), 'people'],
		['It took some 900 km of rail.', 'some 900 km', 'about', value(900), 'km'],
		['Nearly 2,000 workers left.', 'Nearly 2,000 workers', 'almost', value(2000), 'workers'],
		['They lost more than 350 houses.', 'more than 350 houses', 'more-than', value(350), 'houses'],
		['At least 12 boats sank.', 'At least 12 boats', 'at-least', value(12), 'boats'],
		['It could last up to a year.', 'up to a year', 'at-most', value(1), 'year'],
		['As many as 500 men came.', 'As many as 500 men', 'at-most', value(500), 'men'],
		['An estimated 40 farms burned.', 'An estimated 40 farms', 'about', value(40), 'farms'],
		['Fewer than 20 seats were free.', 'Fewer than 20 seats', 'less-than', value(20), 'seats'],
		['Perhaps 300 sheep died.', 'Perhaps 300', 'about', value(300), ''],
		[
			'The army has 15,000-20,000 soldiers.',
			'15,000-20,000 soldiers',
			'exact',
			range(15_000, 20_000),
			'soldiers'
		],
		['Between 15 and 20 ships passed.', 'Between 15 and 20 ships', 'exact', range(15, 20), 'ships'],
		[
			'Five to six million voters stayed away.',
			'Five to six million voters',
			'exact',
			range(5e6, 6e6),
			'voters'
		],
		[
			'The dead, half of whom were women, were buried.',
			'half of whom',
			'exact',
			value(0.5),
			'share'
		],
		[
			'Two thirds of the houses burned.',
			'Two thirds of the houses',
			'exact',
			value(2 / 3),
			'share'
		],
		['He lost a quarter of his cows.', 'a quarter of his cows', 'exact', value(0.25), 'share'],
		['One in ten pupils failed.', 'One in ten', 'exact', value(0.1), 'share'],
		[
			'Tens of thousands of troops moved in.',
			'Tens of thousands of troops',
			'exact',
			vague('tens-of-thousands'),
			'troops'
		],
		['Dozens of cars were stuck.', 'Dozens of cars', 'exact', vague('dozens'), 'cars'],
		['Hundreds of people marched.', 'Hundreds of people', 'exact', vague('hundreds'), 'people'],
		['Several villages were cut off.', 'Several villages', 'exact', vague('several'), 'villages'],
		['Prices rose by 3.5 per cent.', '3.5 per cent', 'exact', value(0.035), 'share'],
		['About 20% of voters stayed away.', 'About 20% of voters', 'about', value(0.2), 'share'],
		['The deal is worth $4.2bn.', '$4.2bn', 'exact', value(4.2e9), '$'],
		[
			'She paid more than US$300,000 in tax.',
			'more than US$300,000',
			'more-than',
			value(300_000),
			'$'
		],
		['The flood covered 7,343 sq mi of land.', '7,343 sq mi', 'exact', value(7343), 'sq mi'],
		['Only 14 goals were scored.', '14 goals', 'exact', value(14), 'goals'],
		["Nearly half of the town's sheep died.", 'Nearly half', 'almost', value(0.5), 'share'],
		['Two and a half years passed.', 'Two and a half years', 'exact', value(2.5), 'years']
	])('%s', (...[text, span, hedge, amount, unit]) => {
		const [first, ...more] = placed(text);
		expect(more).toEqual([]);
		expect(text.slice(first?.start, first?.end)).toBe(span);
		expect(first?.quantity).toMatchObject({ hedge, amount, unit });
	});

	test.each([
		['a year', 'The town fell in 1263 and rose again from 1273 to 1274.'],
		['an age between commas', 'Ann Miller, 25, was not hurt.'],
		['an age in words', 'Children under the age of 12 stay free.'],
		['an age behind it', 'The tree is 400 years old.'],
		['an ordinal', 'The third attack came on the 22nd day.'],
		['a compound', 'The five-year war ended with a 10-point plan.'],
		['a score', 'Milltown won 25–9 and lost the second set 20-25.'],
		['a number in a name', 'Flight 370 left from Gate 12.'],
		['a date', 'It began on 3 May and ended on October 5, 2014.'],
		['a time', 'The shop opens at 7 pm.'],
		['a bracket', 'The lake (3,000 km2) is dry.'],
		['one of', 'It was one of the worst storms.']
	])('no count: %s', (_, text) => {
		expect(placed(text).map(({ start, end }) => text.slice(start, end))).toEqual([]);
	});

	test('stand on whole words of their sentence', () => {
		const pieces = fc.constantFrom(
			...'about,70,people,(,),US$,4.2bn,km,5–3,Ann,in,1999,half,of,whom,the,dead,said,.,just,9,"'.split(
				','
			)
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 20 }), (list) => {
				const text = list.join(' ');
				for (const sentence of readSentences(text)) {
					for (const { first, last, start, end } of placeQuantities(text, sentence)) {
						expect(first).toBeLessThanOrEqual(last);
						expect(sentence.words[first]?.start).toBeLessThanOrEqual(start);
						expect(sentence.words[last]?.end).toBeGreaterThanOrEqual(end);
					}
				}
			})
		);
	});
});
