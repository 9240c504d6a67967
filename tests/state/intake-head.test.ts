import { describe, expect, it } from 'vitest';
import type { Name, NameType } from '#lib/bank/types.ts';
import {
	foundHead,
	isHeadline,
	namesLike,
	placesIn,
	toldBasis,
	toldValue
} from '#lib/state/intake-head.ts';

const name = (id: string, type: NameType, aliases: string[] = []): Name => ({
	id,
	name: id,
	type,
	aliases
});
const NAMES = [
	name('Aleppo', 'city', ['Halab']),
	name('East Aleppo', 'district'),
	name('Aleppo Star', 'organisation'),
	name('Palermo', 'city')
];
const ids = (names: Name[]) => names.map(({ id }) => id);

describe('a field of the head', () => {
	const TEXT = 'The Lake wrote in 2016.';

	it.each([
		['what was found, until somebody types', {}, ['The Lake'], 'The Lake', 'stated'],
		['what was typed, and stands in the text', { value: 'the lake' }, [], 'the lake', 'stated'],
		['what was typed, and does not', { value: 'The Sea' }, ['The Lake'], 'The Sea', 'inferred'],
		[
			'what the person says',
			{ value: 'The Lake', basis: 'inferred' as const },
			[],
			'The Lake',
			'inferred'
		],
		['nothing, where it was emptied', { value: '' }, ['The Lake'], '', 'stated']
	])('is %s', (_, told, found, ...expected) => {
		expect([toldValue(told, found), toldBasis(told, found, TEXT)]).toEqual(expected);
	});

	it('takes what the file says before what the text says, and only real dates', () => {
		const said = {
			publisher: { name: 'B', basis: 'stated' },
			date: { value: '2016', basis: 'stated' }
		} as const;
		expect(foundHead({ publisher: 'A', date: '2016-02-30' }, said)).toEqual({
			publishers: ['A', 'B'],
			dates: ['2016']
		});
	});
});

describe('names for a place', () => {
	it.each([
		['al', ['Aleppo', 'East Aleppo', 'Palermo']],
		['HALAB', ['Aleppo']],
		['ea', ['East Aleppo']],
		['star', []],
		['  ', []]
	])('like %j', (typed, expected) => {
		expect(ids(namesLike(typed, NAMES))).toEqual(expected);
	});

	it('are those a text speaks of most', () => {
		const text = 'In Palermo, the Aleppo Star: Halab and Aleppo. East Aleppo too.';
		expect(ids(placesIn(text, NAMES))).toEqual(['Aleppo', 'Palermo', 'East Aleppo']);
	});
});

describe('a title', () => {
	it.each([
		['Flood cuts off the port', true],
		['flood cuts off the PORT', true],
		['The port after the flood', false],
		['', false]
	])('%j is the headline: %s', (title, expected) => {
		expect(isHeadline(title, ['Flood cuts off the port', ''])).toBe(expected);
	});
});
