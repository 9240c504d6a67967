import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/bank/canonical-json.ts';

test.each([
	[
		'keys in order of their code units',
		{ b: 1, a: { d: [2, { z: 1, y: 2 }], c: null } },
		'{"a":{"c":null,"d":[2,{"y":2,"z":1}]},"b":1}'
	],
	['keys without a value are not there', { a: undefined, b: 'é"' }, '{"b":"é\\""}'],
	['numbers as RFC 8785 prints them', [1e21, 0.1, -0, 250000], '[1e+21,0.1,0,250000]']
])('%s', (_, value, expected) => {
	expect(canonicalJson(value)).toBe(expected);
});

test('it reads back as the same data', () => {
	fc.assert(
		fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
			expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
		})
	);
});
