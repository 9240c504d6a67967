import { describe, expect, test } from 'vitest';
import { compileContent } from '#lib/bank/compile.ts';
import { deskOf } from '#lib/domain/desk/desk-of.ts';
import { sourceOfDesk } from '#lib/domain/desk/source.ts';
import {
	MOST_BANK_FILE_BYTES,
	parseBankFile,
	printBankFile
} from '#lib/domain/exchange/bank-file.ts';
import { SMALL_NAMES, smallDesk } from '../desk/small-desk.ts';

const fileName = 'from-someone.yaml';
const GOOD = printBankFile(sourceOfDesk(smallDesk(), SMALL_NAMES));

function edited(from: string, to: string): string {
	if (!GOOD.includes(from)) throw new Error(`"${from}" does not stand in the file`);
	return GOOD.replace(from, () => to);
}

function codesOf(content: string | Uint8Array): string[] {
	const reading = parseBankFile(content, { fileName });
	return reading.ok ? [] : reading.problems.map(({ code }) => code);
}

const ATTACKS = [
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'"><svg/onload=alert(1)>',
	'javascript:alert(1)',
	'{@html evil}',
	'${alert(1)}',
	'&lt;b&gt;',
	'=HYPERLINK("x")'
];

/** Every text field of a file, with the words that stand there. */
const FIELDS: [string, string][] = [
	['title', 'A flood in Milltown'],
	['publisher', 'The Gazette'],
	['when', 'September 2016'],
	['text of a fact', 'The flood took a bridge in the north.'],
	['explain', 'An early count by one official.'],
	['distractor', 'Easton'],
	['name', 'Ruritania'],
	['alias', 'Mill Town']
];

describe('markup in a field stays plain text', () => {
	const rows = FIELDS.flatMap(([field, words]) =>
		ATTACKS.map((attack) => ({ field, words, attack }))
	);
	test.each(rows)('$field: $attack', ({ words, attack }) => {
		const reading = parseBankFile(edited(words, JSON.stringify(attack)), { fileName });
		if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
		const content = compileContent(reading.value);
		const texts: unknown[] = [];
		JSON.stringify(content, (_, value: unknown) => {
			if (typeof value === 'string') texts.push(value);
			return value;
		});
		expect(texts).toContain(attack);
		const desk = deskOf(reading.value);
		expect(desk && sourceOfDesk(desk, reading.value.names)).toEqual(reading.value);
	});
	test.each(ATTACKS)('in an id it is refused: %s', (attack) => {
		expect(codesOf(edited('id: q-where', `id: ${JSON.stringify(attack)}`))).toEqual(['bad-id']);
		expect(codesOf(edited('id: f-bridge', `id: ${JSON.stringify(attack)}`))).toContain('bad-id');
		expect(codesOf(edited('id: r-', `id: ${JSON.stringify(attack)} #`))).toEqual(['not-own']);
	});
});

const bomb = [...'abcdefghij']
	.map((letter, at, all) =>
		at === 0
			? 'a: &a [x, x, x, x, x, x, x, x, x, x]'
			: `${letter}: &${letter} [${Array(10)
					.fill(`*${all[at - 1]}`)
					.join(', ')}]`
	)
	.join('\n');

describe('refused as a whole', () => {
	test.each<[string, string | Uint8Array, string[]]>([
		['50 MB of text', 'x'.repeat(50_000_000), ['too-large']],
		['50 MB of bytes', new Uint8Array(50_000_000), ['too-large']],
		['a byte more than may be', new Uint8Array(MOST_BANK_FILE_BYTES + 1), ['too-large']],
		['zero bytes in between', edited('Gazette', 'Gaz\u0000ette'), ['not-text']],
		[
			'random bytes',
			Uint8Array.from({ length: 900 }, (_, at) => (at * 73) % 256),
			['foreign-file']
		],
		['an empty file', '', ['yaml-empty']],
		['deep nesting', edited('title: A', `title: ${'['.repeat(100_000)}A`), ['yaml-too-deep']],
		['deep JSON', '[{"a":'.repeat(100_000), ['yaml-too-deep']],
		['a second document', `${GOOD}---\n${GOOD}`, ['yaml-documents']],
		['another kind', edited('recount-bank', 'recount-class'), ['wrong-kind']],
		['a list as kind', edited('kind: recount-bank', 'kind: [recount-bank]'), ['wrong-kind']],
		['a newer version', edited('version: 1', 'version: 99'), ['wrong-version']],
		['a shipped report', edited('id: r-', 'id: aleppo-bombardment #'), ['not-own']],
		['a key into the prototype', `${GOOD}__proto__: { isAdmin: true }\n`, ['bad-key']],
		[
			'such a key deep inside',
			edited('    basis: stated', '    basis: stated\n    __proto__: { a: 1 }'),
			['bad-key']
		],
		['the constructor as a key', `${GOOD}constructor: { prototype: 1 }\n`, ['bad-key']],
		['a tag', edited('title: A', 'title: !!js/function A'), ['yaml-tag']],
		[
			'a doubled key',
			edited('place: milltown', 'place: milltown\n  place: ruritania'),
			['duplicate-key']
		],
		['a doubled fact', edited('id: f-dead', 'id: f-bridge'), ['duplicate-id']],
		[
			'a doubled question',
			edited('id: q-dead', 'id: q-where').replace('id: f-dead', 'id: f-bridge'),
			['duplicate-id', 'duplicate-id']
		],
		[
			'a doubled name',
			edited('id: n-mayor\n    name', 'id: milltown\n    name'),
			['dangling', 'duplicate-id']
		],
		['a dangling name', edited('name: milltown', 'name: atlantis'), ['dangling']],
		['a dangling place', edited('place: milltown', 'place: atlantis'), ['dangling']],
		['a paragraph there is not', edited('paragraph: 2', 'paragraph: 3'), ['paragraph-range']],
		['a number for a text', edited('Easton', '12'), ['wrong-type']],
		['a text of 20,000 letters', edited('The Gazette', 'G'.repeat(20_000)), ['too-long']],
		[
			'names that are part of each other',
			edited('type: country', 'type: country\n    partOf: milltown'),
			['circular-part', 'circular-part']
		]
	])('%s', (_, content, expected) => {
		expect(codesOf(content)).toEqual(expected);
	});

	test('an alias bomb is never expanded', () => {
		const found = codesOf(`${GOOD}${bomb}\n`);
		expect(found.filter((code) => code === 'yaml-alias').length).toBeGreaterThan(90);
		expect(codesOf(bomb).every((code) => code === 'yaml-alias' || code === 'wrong-kind')).toBe(
			true
		);
	});
	test('nothing reached the prototype of objects', () => {
		parseBankFile(`${GOOD}__proto__: { isAdmin: true }\n`, { fileName });
		expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
	});
	test('a file cut off anywhere is refused or a smaller bank, and never throws', () => {
		for (let end = 0; end < GOOD.length; end += 7) {
			const reading = parseBankFile(GOOD.slice(0, end), { fileName });
			if (reading.ok) expect(reading.value.reports).toHaveLength(1);
			else expect(reading.problems.length).toBeGreaterThan(0);
		}
	});
	test('ids that objects have by themselves do no harm', () => {
		const text = GOOD.replaceAll('f-bridge', 'constructor').replaceAll('milltown', 'constructor');
		const reading = parseBankFile(text, { fileName });
		if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
		const desk = deskOf(reading.value);
		expect(desk && sourceOfDesk(desk, reading.value.names)).toEqual(reading.value);
	});
});
