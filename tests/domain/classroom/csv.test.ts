import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printCsv, type Cell } from '#lib/domain/classroom/csv.ts';
import { readCsv } from './csv-support.ts';

describe('a cell', () => {
	const table: [string, Cell, string][] = [
		['a word', 'Aleppo', 'Aleppo'],
		['nothing', null, ''],
		['an empty text', '', ''],
		['a number', 7.5, '7.5'],
		['a negative number', -3, '-3'],
		['no number', Number.NaN, ''],
		['a comma', 'a,b', '"a,b"'],
		['quotes', 'say "so"', '"say ""so"""'],
		['a line end', 'a\nb', '"a\nb"'],
		['spaces around', ' a ', '" a "'],
		['a dash alone', '-', '-'],
		['a formula', '=1+1', "'=1+1"],
		['one by +', '+1+1', "'+1+1"],
		['one by -', '-1+1', "'-1+1"],
		['a negative number as text', '-3', "'-3"],
		['one by @', '@SUM(1)', "'@SUM(1)"],
		['one that calls a program', '=cmd|"/c calc"!A0', '"\'=cmd|""/c calc""!A0"'],
		['full width', '＝1', "'＝1"],
		['full width +', '＋1', "'＋1"],
		['full width -', '－1', "'－1"],
		['full width @', '＠A', "'＠A"],
		['small signs', '﹦1', "'﹦1"],
		['behind a space', ' =1', "' =1"],
		['behind what is not seen', '\u200b=1', "'\u200b=1"],
		['behind a byte order mark', '\ufeff=1', "'\ufeff=1"],
		['behind a null', '\0=1', "'\0=1"],
		['a tab', '\tx', '"\'\tx"'],
		['a carriage return', '\rx', '"\'\rx"'],
		['behind a semicolon', 'a;=1', '"a;\'=1"'],
		['in a second line', 'a\n=1', '"a\n\'=1"'],
		['signs within are no formula', 'a=b + c - d @ e', 'a=b + c - d @ e'],
		['a year and a name', '2016-09-24', '2016-09-24']
	];
	test.each(table)('%s', (_, cell, expected) => {
		expect(printCsv([[cell, 'x']])).toBe(`\ufeff${expected},x\r\n`);
	});
});

test('no rows are an empty file', () => {
	expect(printCsv([])).toBe('\ufeff');
});

const anyCell = fc.string({
	unit: fc.oneof(fc.constantFrom(...'=+-@;,"\r\n\t \'＝'), fc.string())
});
const anyRows = fc.array(fc.array(anyCell, { minLength: 2, maxLength: 5 }), { maxLength: 5 });

describe('whatever stands in it', () => {
	test('what is read is what was written, but for the guards', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const bare = (all: string[][]) =>
					all.map((row) => row.map((cell) => cell.replaceAll("'", '')));
				expect(bare(readCsv(printCsv(rows)))).toEqual(bare(rows));
			})
		);
	});

	test('texts without such signs are read just as written', () => {
		const harmless = fc.string({ unit: fc.constantFrom(...'aé7 ,"\n;.\'') });
		fc.assert(
			fc.property(
				fc.array(
					fc.array(
						harmless.map((text) => `x${text}`),
						{ minLength: 1 }
					)
				),
				(rows) => {
					expect(readCsv(printCsv(rows))).toEqual(rows);
				}
			)
		);
	});

	test('no text begins a formula', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				for (const cell of readCsv(printCsv(rows)).flat())
					if (cell !== '-') expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝]|^[\t\r\n]/u);
			})
		);
	});
});
