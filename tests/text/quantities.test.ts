import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuantity, scanQuantities } from '#lib/text/quantities.ts';
import type { Amount, Hedge, VagueClass } from '#lib/text/types.ts';

const value = (number: number): Amount => ({ type: 'value', value: number });
const range = (low: number, high: number): Amount => ({ type: 'range', low, high });
const vague = (name: VagueClass): Amount => ({ type: 'vague', vague: name });

describe('parseQuantity reads amounts', () => {
	test.each<[string, Amount, string]>([
		['two hundred and fifty thousand', value(250_000), ''],
		['a quarter of a million', value(250_000), ''],
		['quarter of a million', value(250_000), ''],
		['250k', value(250_000), ''],
		['$1.2bn', value(1.2e9), '$'],
		['2.5m', value(2.5e6), ''],
		['3tn', value(3e12), ''],
		['15,000-20,000', range(15_000, 20_000), ''],
		['250 000', value(250_000), ''],
		['250\u202f000', value(250_000), ''],
		["250'000", value(250_000), ''],
		['٢٥٠٬٠٠٠', value(250_000), ''],
		['۲۵۰', value(250), ''],
		['２５０', value(250), ''],
		['a dozen', value(12), ''],
		['٣٠٠ ألف', value(300_000), ''],
		['٣٠٠ ألف شخص', value(300_000), 'شخص'],
		['٣ آلاف', value(3000), ''],
		['٢٫٥ مليون', value(2.5e6), ''],
		['مليون', value(1e6), ''],
		['مليار', value(1e9), ''],
		['مئة', value(100), ''],
		['مائة', value(100), ''],
		['سبعون', value(70), ''],
		['خمسة أيام', value(5), 'ايام'],
		['نصف', value(0.5), 'share'],
		['ربع', value(0.25), 'share'],
		['ثلث', value(1 / 3), 'share'],
		['نصف مليون', value(500_000), ''],
		['ربع مليون', value(250_000), ''],
		['٥٠٪', value(0.5), 'share'],
		['خمسون في المئة', value(0.5), 'share'],
		['خمسون بالمئة', value(0.5), 'share'],
		['۲۵۰ هزار', value(250_000), ''],
		['نیم میلیون', value(500_000), ''],
		['two dozen eggs', value(24), 'eggs'],
		['half a dozen', value(6), ''],
		['three score', value(60), ''],
		['a couple of hospitals', value(2), 'hospitals'],
		['nineteen ninety-nine', value(1999), ''],
		['twenty sixteen', value(2016), ''],
		['2016', value(2016), ''],
		['250.000', { type: 'value', value: 250_000, other: 250 }, ''],
		['1.234', { type: 'value', value: 1.234, other: 1234 }, ''],
		['1.234.567,8', value(1_234_567.8), ''],
		['1,234,567.8', value(1_234_567.8), ''],
		['12,34,567', value(1_234_567), ''],
		['1,5', value(1.5), ''],
		['0.125', value(0.125), ''],
		['half', value(0.5), 'share'],
		['one half', value(0.5), 'share'],
		['a half', value(0.5), 'share'],
		['½', value(0.5), 'share'],
		['1/2', value(0.5), 'share'],
		['50%', value(0.5), 'share'],
		['50 %', value(0.5), 'share'],
		['50 per cent', value(0.5), 'share'],
		['fifty percent', value(0.5), 'share'],
		['one in two', value(0.5), 'share'],
		['1 in 2', value(0.5), 'share'],
		['nine out of ten', value(0.9), 'share'],
		['two thirds', value(2 / 3), 'share'],
		['three-quarters', value(0.75), 'share'],
		['a third', value(1 / 3), 'share'],
		['10-15%', range(0.1, 0.15), 'share'],
		['half a million', value(500_000), ''],
		['two and a half million', value(2.5e6), ''],
		['1½ million', value(1.5e6), ''],
		['half an hour', value(0.5), 'hour'],
		['twenty-five', value(25), ''],
		['twenty five', value(25), ''],
		['one hundred and five', value(105), ''],
		['three million two hundred thousand and one', value(3_200_001), ''],
		['a million', value(1e6), ''],
		['a year', value(1), 'year'],
		['one', value(1), ''],
		['12 months', value(12), 'months'],
		['15-20 thousand', range(15_000, 20_000), ''],
		['15 to 20 thousand troops', range(15_000, 20_000), 'troops'],
		['fifteen to twenty thousand', range(15_000, 20_000), ''],
		['two to three hundred', range(200, 300), ''],
		['between 15 and 20', range(15, 20), ''],
		['from 15,000 to 20,000', range(15_000, 20_000), ''],
		['$1-2bn', range(1e9, 2e9), '$'],
		['five or six people', range(5, 6), 'people'],
		['tens of thousands of troops', vague('tens-of-thousands'), 'troops'],
		['hundreds of thousands', vague('hundreds-of-thousands'), ''],
		['dozens', vague('dozens'), ''],
		['scores of people', vague('scores'), 'people'],
		['several hundred', vague('hundreds'), ''],
		['a few thousand men', vague('thousands'), 'men'],
		['a few', vague('few'), ''],
		['several hospitals', vague('several'), 'hospitals'],
		['It was 70 people.', value(70), 'people'],
		['there were 70', value(70), ''],
		['1.5 million dollars', value(1.5e6), 'dollars']
	])('%s', (text, amount, unit) => {
		expect(parseQuantity(text)).toMatchObject({ amount, unit, hedge: 'exact' });
	});
});

describe('parseQuantity reads hedges', () => {
	test.each<[string, Hedge, number]>([
		['about 70', 'about', 70],
		['around seventy people', 'about', 70],
		['approx. 70', 'about', 70],
		['c. 70', 'about', 70],
		['~70', 'about', 70],
		['70ish', 'about', 70],
		['70-ish', 'about', 70],
		['70 or so', 'about', 70],
		['70 people or so', 'about', 70],
		['an estimated 70 people', 'about', 70],
		['some 70 people', 'about', 70],
		['nearly 2,000', 'almost', 2000],
		['almost 2,000', 'almost', 2000],
		['close to 2,000', 'almost', 2000],
		['at least 500', 'at-least', 500],
		['no fewer than 500', 'at-least', 500],
		['500+', 'at-least', 500],
		['500 or more', 'at-least', 500],
		['more than 500', 'more-than', 500],
		['over 500', 'more-than', 500],
		['> 500', 'more-than', 500],
		['upwards of 500', 'more-than', 500],
		['up to a year', 'at-most', 1],
		['as many as 500', 'at-most', 500],
		['no more than 500', 'at-most', 500],
		['a year at most', 'at-most', 1],
		['less than 500', 'less-than', 500],
		['fewer than 500', 'less-than', 500],
		['perhaps more than 500', 'more-than', 500],
		['حوالي ٧٠', 'about', 70],
		['٧٠ تقريباً', 'about', 70],
		['أكثر من ٣٠٠ ألف', 'more-than', 300_000],
		['أقل من ٥٠٠', 'less-than', 500],
		['على الأقل ٥٠٠', 'at-least', 500],
		['exactly 500', 'exact', 500]
	])('%s', (text, hedge, number) => {
		expect(parseQuantity(text)).toMatchObject({ hedge, amount: value(number) });
	});
});

test.each([
	'',
	' ',
	'lots',
	'Russia',
	'22.9.2016',
	'T-55',
	'70 people and 40 buildings',
	'the first'
])('parseQuantity finds no single figure in “%s”', (text) => {
	expect(parseQuantity(text)).toBeNull();
});

describe('scanQuantities works inside sentences', () => {
	test.each<[string, string[]]>([
		['Troops attacked from four fronts at once.', ['four fronts']],
		['An army of 15,000-20,000 stood there.', ['15,000-20,000']],
		['It could last up to a year, he said.', ['up to a year']],
		['More than 350 people have been killed.', ['More than 350 people']],
		['Of these, half of whom were women.', ['half of whom']],
		[
			'It was the only way out for some 250,000 residents on the east side.',
			['some 250,000 residents']
		],
		[
			'It is bolstered by tens of thousands of troops from abroad.',
			['tens of thousands of troops']
		],
		[
			'About 70 people were killed and 40 buildings destroyed.',
			['About 70 people', '40 buildings']
		],
		['Four hospitals and two rescue centres were hit.', ['Four hospitals', 'two rescue centres']],
		['They had held it since 2012, and in 2016 it fell.', []],
		['In the years 2011-2016 it was one of the most violent wars.', []],
		['The first attack, the second half, the third wave and the 22nd day.', []],
		['On 22 September and October 5 they met at 10:30.', []],
		['The five-year civil war of nineteen ninety-nine.', []],
		['A T-55 and an F16 of the G20 under Resolution 2254.', []],
		['No one knew; the only one left was aged 12.', []],
		['A year later, a third attack hit the old quarter.', []],
		['As many as possible came, so many that few stayed.', ['few']],
		[
			'Between 15 and 20 thousand men fought for two and a half years.',
			['Between 15 and 20 thousand men', 'two and a half years']
		],
		['Prices rose by 10-15% to $1.2bn.', ['10-15%', '$1.2bn']],
		['About 2000 soldiers arrived in 2000.', ['About 2000 soldiers']],
		['One rescue centre was hit; one hospital burned.', ['One rescue centre', 'one hospital']]
	])('%s', (text, spans) => {
		expect(scanQuantities(text).map(({ start, end }) => text.slice(start, end))).toEqual(spans);
	});

	test('tells what a share is of', () => {
		expect(scanQuantities('half of the dead')[0]?.quantity).toEqual({
			hedge: 'exact',
			amount: value(0.5),
			unit: 'share',
			of: 'the dead'
		});
	});
});

describe('laws', () => {
	const phrases = fc.constantFrom(
		...'about,more than,a,half,of,a million,two,hundred,and,fifty,-,to,15,000,20,%,$,k,people,tens,thousands,in,one,.,year,½,٢٥٠'.split(
			','
		)
	);

	test('a printed number is read back', () => {
		fc.assert(
			fc.property(fc.nat({ max: 999_999_999 }), (number) => {
				const printed = number.toLocaleString('en-US');
				expect(parseQuantity(printed)?.amount).toEqual(value(number));
				expect(parseQuantity(number.toLocaleString('ar-EG'))?.amount).toEqual(value(number));
				const [scanned] = scanQuantities(`They counted about ${printed} people there.`);
				expect(scanned?.quantity).toEqual({
					hedge: 'about',
					amount: value(number),
					unit: 'people'
				});
			})
		);
	});

	test('spans slice back to the figure, in order and apart', () => {
		fc.assert(
			fc.property(fc.array(phrases, { maxLength: 25 }), (list) => {
				const text = list.join(' ');
				let done = 0;
				for (const { start, end } of scanQuantities(text)) {
					expect(start).toBeGreaterThanOrEqual(done);
					expect(end).toBeGreaterThan(start);
					expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
					done = end;
				}
				expect(done).toBeLessThanOrEqual(text.length);
			})
		);
	});

	test('any text is read without an error', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(() => [scanQuantities(text), parseQuantity(text)]).not.toThrow();
			})
		);
	});
});
