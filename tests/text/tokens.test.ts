import { expect, test } from 'vitest';
import { words } from '#lib/text/tokens.ts';

test('words stand where they say, folded', () => {
	const text = 'Street-to-street: Syria’s “Élan”, 2016.';
	expect(words(text)).toEqual([
		{ text: 'street', start: 0, end: 6 },
		{ text: 'to', start: 7, end: 9 },
		{ text: 'street', start: 10, end: 16 },
		{ text: "syria's", start: 18, end: 25 },
		{ text: 'elan', start: 27, end: 31 },
		{ text: '2016', start: 34, end: 38 }
	]);
});
