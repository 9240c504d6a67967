import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '#lib/domain/answers/grade-answer.ts';
import type { AnswerKey, Verdict } from '#lib/domain/answers/types.ts';
import { quantityKey } from './keys.ts';

const toll = quantityKey('about 70 people', {
	ask: 'About how many deaths did the White Helmets report?',
	not: [
		{ text: '40 buildings', why: 'That is the count of buildings.' },
		{ text: '350', why: 'Another span.' }
	]
});
const buildings = quantityKey('70 people', {
	not: [{ text: '70 buildings', why: 'People, not buildings.' }]
});
const army = quantityKey('15,000 to 20,000 soldiers');
const troops = quantityKey('tens of thousands of troops');
const fighting = quantityKey('up to a year');
const trapped = quantityKey('250,000 people', { rivals: ['more than 300,000 lives'] });
const bare = quantityKey('250,000 people', { accept: ['250,000'] });
const killed = quantityKey('more than 350 people');

/** The key in words, what is typed, the key, the verdict. */
type Row = [string, string, AnswerKey, Verdict];

function rights(label: string, key: AnswerKey, texts: string[]): Row[] {
	return texts.map((typed) => [label, typed, key, 'right']);
}

describe('a figure', () => {
	test.each<Row>([
		...rights('about 70 people', toll, [
			'about 70',
			'70',
			'seventy',
			'around seventy people',
			'70ish',
			'~70',
			'70 deaths',
			'70 dead',
			'٧٠',
			'71',
			'63',
			'77',
			'It was about 70 people.',
			'70.',
			'65-75',
			'almost 70'
		]),
		['about 70 people', 'abuot 70', toll, 'spelling'],
		['about 70 people', 'sevnty', toll, 'spelling'],
		['four', 'fuor', quantityKey('four hospitals'), 'spelling'],
		['half', 'hlaf', quantityKey('half'), 'spelling'],
		['250,000', 'a quater of a million', trapped, 'spelling'],
		['tens of thousands', 'tens of thousnds', troops, 'spelling'],
		['up to a year', 'up to a yaer', fighting, 'spelling'],
		['more than 350', 'more then 350', killed, 'right'],
		['about 70 people', '70 peple', toll, 'right'],
		['a million', 'a nillion', quantityKey('a million'), 'wrong'],
		['about 70 people', '62', toll, 'wrong'],
		['about 70 people', '78', toll, 'wrong'],
		['about 70 people', '40', toll, 'wrong'],
		['about 70 people', '350', toll, 'wrong'],
		['about 70 people', '70 hospitals', toll, 'partly'],
		['about 70 people', 'more than 70', toll, 'partly'],
		['about 70 people', '50-100', toll, 'partly'],
		['about 70 people', '1 to 1000', toll, 'wrong'],
		['about 70 people', 'lots', toll, 'wrong'],
		['about 70 people', '70 people and 40 buildings', toll, 'review'],
		['70 people', '70', buildings, 'right'],
		['70 people', 'about 70', buildings, 'right'],
		['70 people', '71', buildings, 'wrong'],
		['70 people', '70 buildings', buildings, 'wrong'],
		['70 people', '70 cars', buildings, 'partly'],
		['70 people', 'at least 70', buildings, 'partly'],
		...rights('15,000 to 20,000', army, [
			'15-20 thousand',
			'15,000-20,000',
			'15000 to 20000',
			'between 15,000 and 20,000 soldiers',
			'15k-20k',
			'fifteen to twenty thousand',
			'about 15,000 to 20,000 troops'
		]),
		['15,000 to 20,000', '17,000', army, 'partly'],
		['15,000 to 20,000', '15,000', army, 'partly'],
		['15,000 to 20,000', '15-20', army, 'wrong'],
		['15,000 to 20,000', '25,000', army, 'wrong'],
		...rights('half', quantityKey('half'), [
			'half',
			'50%',
			'50 per cent',
			'one in two',
			'one half',
			'a half',
			'½',
			'fifty percent',
			'50',
			'0.5',
			'half of them',
			'نصف',
			'٥٠٪',
			'5 in 10'
		]),
		['half', 'half', quantityKey('half of the dead'), 'right'],
		['half', 'half', quantityKey('50%'), 'right'],
		['half', 'a third', quantityKey('half'), 'wrong'],
		['half', '175', quantityKey('half'), 'wrong'],
		...rights('250,000', trapped, [
			'250k',
			'a quarter of a million',
			'٢٥٠٬٠٠٠',
			'250 000',
			'250.000',
			'250,000',
			"250'000",
			'250000',
			'two hundred and fifty thousand',
			'0.25 million',
			'٢٥٠ ألف',
			'٢٥٠ ألف شخص',
			'ربع مليون',
			'۲۵۰ هزار',
			'some 250,000 residents'
		]),
		...rights('250,000', trapped, ['quarter million', 'a quarter million', '1/4 million']),
		['250,000', 'three quarters of a million', trapped, 'wrong'],
		['accepted bare', '250,000', bare, 'right'],
		['accepted bare', '250,000 residents', bare, 'right'],
		['accepted bare', '250,000 buildings', bare, 'partly'],
		...rights('tens of thousands', troops, ['10s of thousands', 'tens of thousand']),
		['tens of thousands', '100s of thousands', troops, 'wrong'],
		...rights('up to a year', fighting, ['a whole year', 'a full year']),
		['up to a year', 'a whole month', fighting, 'wrong'],
		...rights('one day', quantityKey('one day'), ['a single day', 'an entire day']),
		['250', '250.000', quantityKey('250 people'), 'right'],
		['250,000', '250', trapped, 'wrong'],
		['250,000', '250 million', trapped, 'wrong'],
		['250,000', '251,000', trapped, 'wrong'],
		['a million', 'a billion', quantityKey('a million people'), 'wrong'],
		['a billion', '1.2 billion dollars', quantityKey('$1.2bn'), 'right'],
		['a billion', '1.2m', quantityKey('$1.2bn'), 'wrong'],
		...rights('more than 500', quantityKey('more than 500'), [
			'more than 500',
			'500',
			'over 500',
			'at least 500',
			'500+',
			'five hundred',
			'about 500'
		]),
		...rights('almost 2,000', quantityKey('almost 2,000'), [
			'2000',
			'2,000',
			'almost 2,000',
			'nearly two thousand',
			'2k',
			'1,900',
			'just under 2000'
		]),
		['almost 2,000', '2,100', quantityKey('almost 2,000'), 'wrong'],
		['almost 2,000', 'more than 2,000', quantityKey('almost 2,000'), 'partly'],
		...rights('up to a year', fighting, [
			'a year',
			'one year',
			'12 months',
			'up to twelve months',
			'up to a year',
			'1 year',
			'at most a year',
			'365 days'
		]),
		['up to a year', 'a month', fighting, 'wrong'],
		['up to a year', 'more than a year', fighting, 'partly'],
		...rights('tens of thousands', troops, [
			'tens of thousands',
			'tens of thousands of soldiers',
			'dozens of thousands'
		]),
		['tens of thousands', '40,000', troops, 'partly'],
		['tens of thousands', '30-50 thousand', troops, 'partly'],
		['tens of thousands', 'thousands', troops, 'wrong'],
		['tens of thousands', 'hundreds of thousands', troops, 'wrong'],
		['tens of thousands', '400,000', troops, 'wrong'],
		['more than 350', 'less than 350', killed, 'partly'],
		['more than 350', '70', killed, 'wrong'],
		['five years', '5', quantityKey('five years'), 'right'],
		['five years', 'five months', quantityKey('five years'), 'wrong'],
		['five years', '5 days', quantityKey('five years'), 'wrong'],
		['a year has no tolerance', '2013', quantityKey('about 2012'), 'wrong'],
		['a year has no tolerance', '2012', quantityKey('2012'), 'right'],
		['a year has no tolerance', 'in 2012', quantityKey('2012'), 'right'],
		['1999', 'nineteen ninety-nine', quantityKey('1999'), 'right'],
		['12', 'a dozen', quantityKey('12 people'), 'right'],
		[
			'another accepted figure',
			'120 hours',
			quantityKey('five days', { accept: ['120 hours'] }),
			'right'
		]
	])('%s ← %s', (_, typed, key, verdict) => {
		expect(gradeAnswer(key, typed).verdict).toBe(verdict);
	});
});

describe('what is told', () => {
	test.each([
		['by how much it is off', trapped, '50,000', { code: 'too-low', factor: 5 }],
		['by how much it is off', quantityKey('70 people'), '350', { code: 'too-high', factor: 5 }],
		['beside a range', army, '40,000', { code: 'too-high', factor: 2 }],
		['a foreseen miss', toll, '40', { code: 'near-miss', why: 'That is the count of buildings.' }],
		[
			'a foreseen unit',
			buildings,
			'70 buildings',
			{ code: 'near-miss', why: 'People, not buildings.' }
		],
		['another unit', buildings, '70 cars', { code: 'unit', expected: 'people' }],
		['another hedge', killed, 'fewer than 350', { code: 'hedge' }],
		['a number of the class', troops, '40,000', { code: 'inside-class' }],
		[
			'what else it counts',
			trapped,
			'300,000',
			{ code: 'answers-other', text: 'more than 300,000 lives' }
		]
	])('%s', (_, key, typed, tell) => {
		expect(gradeAnswer(key, typed).tell).toEqual(tell);
	});
});
