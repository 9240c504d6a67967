import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankTree } from '#lib/bank/bank-tree.ts';
import { checkBank } from '#lib/bank/check.ts';
import { compileBank } from '#lib/bank/compile.ts';
import { joinBanks } from '#lib/bank/join.ts';
import { problemText } from '#lib/bank/problem-words.ts';
import { emptyBook } from '#lib/bank/book.ts';
import { readData } from '#lib/bank/read-files.ts';
import { sourceBank, type SourceBank } from '#lib/bank/source.ts';
import { readYaml } from '#lib/bank/yaml.ts';
import { deskOf } from '#lib/domain/desk/desk-of.ts';
import { sourceOfDesk } from '#lib/domain/desk/source.ts';
import { parseBankFile, printBankFile } from '#lib/domain/exchange/bank-file.ts';
import { loadBankFromDisk, readBankFiles, SHIPPED } from '../../../src/cli/read-bank.ts';
import { someDesk, someNames } from '../desk/arbitraries.ts';
import { DEAD, SMALL_NAMES, smallDesk, WHERE } from '../desk/small-desk.ts';

const fileName = 'mine.yaml';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A printed bank as its pieces are read back, whatever the rules say of them. */
function readBack(text: string): SourceBank {
	const { yaml, problems } = readYaml(fileName, text);
	if (!yaml) throw new Error(problems.map(problemText).join('\n'));
	const book = emptyBook();
	expect([...problems, ...readData(yaml, book, true)]).toEqual([]);
	return sourceBank(book);
}

function parsed(text: string): SourceBank {
	const reading = parseBankFile(text, { fileName });
	if (!reading.ok) throw new Error(reading.problems.map(problemText).join('\n'));
	return reading.value;
}

describe('print and parse', () => {
	test('a finished desk prints to a file that reads in the order of questions/', () => {
		expect(printBankFile(sourceOfDesk(smallDesk(), SMALL_NAMES))).toBe(`kind: recount-bank
version: 1
report:
  id: r-0190a1b2-0000-7000-8000-000000000001
  title: A flood in Milltown
  publisher:
    name: The Gazette
    basis: stated
  date:
    value: 2016-09
    basis: inferred
  place: milltown
  paragraphs: 2
facts:
  - id: f-bridge
    paragraph: 1
    standing: stated
    when: September 2016
    text: The flood took a bridge in the north.
    questions:
      - kind: where
        id: q-where
        level: detail
        ask: In which town did a flood break a bridge in 2016?
        answer:
          name: milltown
        distractors:
          - Easton
          - Weston
          - Norton
  - id: f-dead
    paragraph: 2
    source: n-mayor
    standing: claimed
    grave: deaths
    questions:
      - kind: how-many
        id: q-dead
        level: core
        ask: How many deaths did the mayor of Milltown report after the flood of 2016?
        answer:
          quantity: about 70 people
        forms:
          - type
        explain: An early count by one official.
names:
  - id: milltown
    name: Milltown
    type: city
    aliases:
      - Mill Town
    partOf: ruritania
  - id: ruritania
    name: Ruritania
    type: country
  - id: n-mayor
    name: mayor of Milltown
    type: role
    aliases:
      - mayor
`);
	});
	test('it holds no word of the source text', () => {
		const text = printBankFile(sourceOfDesk(smallDesk(), SMALL_NAMES));
		for (const { text: paragraph } of smallDesk().paragraphs) expect(text).not.toContain(paragraph);
	});
	test('what is printed reads back as the same bank, whatever its texts', () => {
		fc.assert(
			fc.property(someDesk, someNames, (desk, names) => {
				const bank = sourceOfDesk(desk, names);
				expect(readBack(printBankFile(bank))).toEqual(bank);
			}),
			{ numRuns: 200 }
		);
	}, 60_000);
	test('a bank opened on the desk is the same bank again', () => {
		fc.assert(
			fc.property(someDesk, someNames, (desk, names) => {
				const bank = sourceOfDesk(desk, names);
				const again = deskOf(bank);
				expect(again && sourceOfDesk(again, bank.names)).toEqual(bank);
			})
		);
	});
	test('the shipped reports, each as a file of its own, lose nothing but their ids', () => {
		const shipped = loadBankFromDisk();
		if (!shipped.ok) throw new Error('The shipped bank has problems.');
		const id = 'r-0190a1b2-0000-7000-8000-00000000000a';
		const own = JSON.parse(
			JSON.stringify(shippedSource('aleppo-bombardment')).replaceAll('aleppo-bombardment', id)
		) as SourceBank;
		const read = parsed(printBankFile(own));
		expect(read).toEqual(own);
		const desk = deskOf(read);
		expect(desk && sourceOfDesk(desk, read.names).questions.toSorted(byId)).toEqual(
			own.questions.toSorted(byId)
		);
		expect(desk?.brief).toEqual(own.reports[0]?.brief);
		const joined = joinBanks(shipped.value, [compileBank(own, sha256)]);
		expect(joined.names).toEqual(shipped.value.names);
	});
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** A shipped report as a bank of its own. */
function shippedSource(report: string): SourceBank {
	const files = readBankFiles(SHIPPED);
	const { bank } = checkBank(files);
	if (!bank) throw new Error('The shipped bank has problems.');
	return {
		reports: bank.reports.filter(({ id }) => id === report),
		names: bank.names,
		facts: bank.facts.filter(({ reportId }) => reportId === report),
		comparisons: [],
		questions: bank.questions.filter(({ id }) => id.startsWith(`${report}/`))
	};
}

describe('opened on the desk', () => {
	const file = printBankFile(sourceOfDesk(smallDesk(), SMALL_NAMES));
	test('it has no text but keeps the number of its paragraphs', () => {
		expect(deskOf(parsed(file))).toMatchObject({
			pasted: '',
			paragraphs: [],
			paragraphCount: 2,
			facts: { 'f-dead': { sentence: { paragraph: 2, start: 0, end: 0 } } }
		});
	});
	test('the text and the spans the device has of the report are kept', () => {
		const desk = smallDesk();
		expect(deskOf(parsed(file), desk)).toEqual(desk);
	});
	test('a fact that moved to another paragraph loses its span alone', () => {
		const moved = file.replace('paragraph: 1\n', 'paragraph: 2\n');
		const desk = deskOf(parsed(moved), smallDesk());
		expect(desk?.facts['f-bridge']?.sentence).toEqual({ paragraph: 2, start: 0, end: 0 });
		expect(desk?.questions['q-where']?.span).toBeUndefined();
		expect(desk?.questions['q-dead']?.span).toEqual(DEAD.span);
	});
	test('questions without ids of their own, one kind of two facts', () => {
		const kinds = file
			.replace('        id: q-where\n', '')
			.replace(/kind: how-many\n {8}id: q-dead/, 'kind: where');
		const answered = kinds
			.replace('quantity: about 70 people', 'name: ruritania')
			.replace(/ {8}forms:\n.*\n/, '');
		const bank = parsed(answered);
		const desk = deskOf(bank);
		expect(Object.keys(desk?.questions ?? {})).toEqual(['f-bridge/where', 'f-dead/where']);
		expect(desk && sourceOfDesk(desk, bank.names)).toEqual(bank);
	});
});

describe('what is refused says what it is', () => {
	const bytes = (...list: number[]) => Uint8Array.from(list);
	const utf8 = (text: string) => new TextEncoder().encode(text);
	test.each<[string, string | Uint8Array, string, string]>([
		['gzip, as our backups are', bytes(0x1f, 0x8b, 8, 0), 'foreign-file', 'backup'],
		['an office file', bytes(0x50, 0x4b, 3, 4, 20), 'foreign-file', 'packed'],
		['a PDF', utf8('%PDF-1.7'), 'foreign-file', 'PDF'],
		['a PNG', bytes(0x89, 0x50, 0x4e, 0x47), 'foreign-file', 'picture'],
		['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'foreign-file', 'picture'],
		['SQLite', utf8('SQLite format 3\0'), 'foreign-file', 'database'],
		['bytes that are no UTF-8', bytes(0xc3, 0x28), 'foreign-file', 'no text'],
		['text in UTF-16', bytes(0xff, 0xfe, 0x6b, 0), 'foreign-file', 'no text'],
		[
			'an unpacked backup',
			'{"kind":"recount-backup","version":1}\n{"table":"events"}\n',
			'foreign-file',
			'backup'
		],
		['JSON', '{"a": 1}', 'foreign-file', 'JSON'],
		['JSON of another kind', '{"kind": "recount-assignment"}', 'wrong-kind', 'recount-assignment'],
		['a web page', '<!DOCTYPE html><html></html>', 'foreign-file', 'web page'],
		['a news text', 'Warplanes flew over the town.', 'wrong-kind', 'no bank file'],
		['nothing', '', 'yaml-empty', 'empty'],
		['a report file of the shipped bank', 'report:\n  id: flood\n', 'wrong-kind', 'no bank file']
	])('%s', (_, content, code, words) => {
		const reading = parseBankFile(content, { fileName: 'x.bin' });
		const problems = reading.ok ? [] : reading.problems;
		expect(problems.map((each) => [each.code, each.file, each.line])).toEqual([[code, 'x.bin', 1]]);
		expect(problems.map(problemText).join()).toContain(words);
	});
	test('a bank written as JSON is a bank', () => {
		const bank = sourceOfDesk(smallDesk(), SMALL_NAMES);
		expect(parsed(JSON.stringify(bankTree(bank)))).toEqual(bank);
	});
	test('bytes of UTF-8, with the mark some editors put before them', () => {
		const bank = sourceOfDesk(smallDesk(WHERE), SMALL_NAMES);
		const reading = parseBankFile(utf8(`\ufeff${printBankFile(bank)}`), { fileName });
		expect(reading).toEqual({ ok: true, value: bank });
		expect(parsed(`\ufeff${printBankFile(bank)}`)).toEqual(bank);
	});
});
