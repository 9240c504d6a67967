import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBank } from '#lib/bank/check.ts';
import { readYaml } from '#lib/bank/yaml.ts';

const codes = (text: string) =>
	readYaml('f.yaml', text).problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

const bomb = [
	'a: &a [x, x, x, x, x, x, x, x, x]',
	...[...'bcdefghi'].map((letter, index) => {
		const before = 'abcdefgh'[index];
		return `${letter}: &${letter} [${Array(9).fill(`*${before}`).join(', ')}]`;
	})
].join('\n');

describe('hostile files', () => {
	test.each([
		['binary', 'a: 1\nb: \u0000\u0001', ['not-text 2:4']],
		['bytes that are no UTF-8', 'a: \ufffd', ['not-text 1:4']],
		['more than 2 MB', `a: ${'x'.repeat(3_000_000)}`, ['too-large 1:1']],
		['deep flow lists', `a: ${'['.repeat(500_000)}`, ['yaml-too-deep 1:35']],
		['deep block lists', '- '.repeat(200_000), ['yaml-too-deep 1:64']],
		['brackets hidden behind texts', '["]", '.repeat(100_000), ['yaml-too-deep 1:188']],
		['a key into the prototype', '__proto__: { polluted: yes }', ['bad-key 1:1']],
		['such a key in quotes', '{ "constructor": { prototype: 1 } }', ['bad-key 1:3']],
		['a doubled key', 'a: 1\nb: 2\na: 3', ['duplicate-key 3:1']],
		['a tab for indenting', 'a:\n\tb: 1', ['yaml 2:1']],
		['an unclosed quote', 'a: "x\nb: 1', ['yaml 2:5']],
		['a tag', 'a: !!js/function "x"', ['yaml-tag 1:18']],
		['two documents', 'a: 1\n---\nb: 1', ['yaml-documents 2:1']],
		['nothing', '', ['yaml-empty 1:1']],
		['an unknown alias', 'a: *b', ['yaml-alias 1:4']]
	])('%s', (_, text, expected) => {
		expect(codes(text)).toEqual(expected);
	});

	test('an alias bomb is never expanded', () => {
		const problems = codes(bomb);
		expect(problems).toHaveLength(9 + 8 * 9);
		expect(problems.every((problem) => problem.startsWith('yaml-alias'))).toBe(true);
	});

	test('40,000 keys are read in time that grows with their number only', () => {
		const text = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n');
		expect(codes(text)).toEqual([]);
	}, 15_000);

	test('nothing reaches the prototype of objects', () => {
		const { yaml } = readYaml('f.yaml', 'a: 1\n__proto__: { polluted: yes }');
		expect(Object.keys(yaml?.data ?? {})).toEqual(['a']);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

test('plain data with places', () => {
	const { yaml, problems } = readYaml('f.yaml', 'a:\r\n  - b: "x"\r\n    c: [1, true]\r\n');
	expect(problems).toEqual([]);
	expect(yaml?.data).toEqual({ a: [{ b: 'x', c: [1, true] }] });
	expect(yaml?.valueAt(['a', 0, 'c', 1])).toEqual({ file: 'f.yaml', line: 3, column: 12 });
	expect(yaml?.keyAt(['a', 0, 'c'])).toEqual({ file: 'f.yaml', line: 3, column: 5 });
	expect(yaml?.valueAt(['a', 0, 'gone', 3])).toEqual({ file: 'f.yaml', line: 2, column: 5 });
});

test('no text makes the reader or the checker throw', () => {
	const lines = fc.constantFrom(
		'report:',
		'facts:',
		'  - id: a',
		'    questions: [{ kind: who }]',
		'names: [{ id: a, name: a, type: city, partOf: a }]',
		'  ? - x',
		'  : !t &a *a',
		'--- |',
		'"',
		'{ a: [',
		'}]',
		'# x',
		'\t'
	);
	const texts = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(lines).map((all) => all.join('\n'))
	);
	fc.assert(
		fc.property(texts, fc.constantFrom('names', 'comparisons', 'r'), (text, name) => {
			const { bank, problems } = checkBank([{ path: `${name}.yaml`, text }]);
			expect(bank === undefined).toBe(problems.length > 0);
			expect(problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
		}),
		{ numRuns: 300 }
	);
});
