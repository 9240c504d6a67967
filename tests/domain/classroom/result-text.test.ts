import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { joinBytes, utf8, type Bytes } from '#lib/domain/classroom/bytes.ts';
import { withChecksum } from '#lib/domain/classroom/checksum.ts';
import {
	MOST_QR_BYTES,
	printResultFile,
	printResultQr,
	printResultText,
	readResults
} from '#lib/domain/classroom/result-text.ts';
import { anyBytes } from './samples.ts';

/** The letters of a QR code's alphanumeric mode. */
const QR_LETTERS = /^[0-9A-Z $%*+\-./:]*$/;

let one: Bytes;
let two: Bytes;
const bytesOf = (length: number, seed: number) =>
	Uint8Array.from({ length }, (_, i) => (i * i * seed + i * 31 + seed) % 256);

beforeAll(async () => {
	one = await withChecksum(crypto, bytesOf(150, 7));
	two = await withChecksum(crypto, bytesOf(201, 11));
});

const found = (content: string | Bytes) => readResults(crypto, content);

/** A text broken into lines of so many letters, as mail programs do. */
const lines = (text: string, size: number, start = '') =>
	(text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).map((line) => start + line).join('\n');

describe('a result as text', () => {
	test('for a QR code has only letters that it holds well, up to its most bytes', async () => {
		const most = await withChecksum(crypto, bytesOf(MOST_QR_BYTES - 4, 3));
		const text = printResultQr(most);
		expect(text).toMatch(QR_LETTERS);
		expect(text.length).toBe('RECOUNT1:'.length + (MOST_QR_BYTES / 2) * 3);
		expect((await found(text)).results).toEqual([most]);
	});

	test('for a message has nothing that a program takes for markup', () => {
		expect(printResultText(one)).toMatch(/^RECOUNT1\/(?:[0-9A-Z]{5}-)*[0-9A-Z]{1,5}\/$/);
	});

	test('comes back from every form, several at once', async () => {
		const some = fc.array(
			anyBytes.filter(({ length }) => length > 0),
			{ maxLength: 4 }
		);
		await fc.assert(
			fc.asyncProperty(some, async (all) => {
				const whole = await Promise.all(all.map((bytes) => withChecksum(crypto, bytes)));
				const texts = [
					printResultFile(whole),
					whole.map(printResultText).join('\n'),
					whole.map(printResultText).join(' and '),
					whole.map(printResultQr).join('\n')
				];
				for (const text of texts)
					expect(await found(text)).toEqual({ results: whole, unreadable: 0 });
			}),
			{ numRuns: 60 }
		);
	});
});

describe('results among other things', () => {
	test.each<[string, () => string, () => Bytes[]]>([
		['a chat message', () => `[12:03] Ali: here it is ${printResultText(one)} thx!!`, () => [one]],
		[
			'several pupils in one chat',
			() => `No 4\n${printResultText(one)}\nNo 5:\r\n${printResultText(two)}`,
			() => [one, two]
		],
		['the same one twice', () => printResultText(one) + printResultText(one), () => [one, one]],
		['lines broken', () => lines(printResultText(two), 33), () => [two]],
		['quoted mail', () => `On Monday:\n${lines(printResultText(one), 60, '> ')}`, () => [one]],
		['quoted twice', () => lines(printResultText(one), 60, '> > '), () => [one]],
		['small letters', () => printResultText(one).toLowerCase(), () => [one]],
		['bold', () => `*${printResultText(one)}*`, () => [one]],
		['spaces for dashes', () => printResultText(one).replaceAll('-', ' '), () => [one]],
		['marks that nobody sees', () => lines(printResultText(one), 9, '\u200b'), () => [one]],
		['a QR text alone', () => printResultQr(one), () => [one]],
		['a QR text in a message', () => `scan: ${printResultQr(one)}\nThanks`, () => [one]],
		['a QR text before capitals', () => `${printResultQr(two)} OK THEN BYE`, () => [two]],
		['a QR text in quoted lines', () => lines(printResultQr(one), 50, '> '), () => [one]],
		['both forms', () => `${printResultQr(one)}\n${printResultText(two)}`, () => [one, two]],
		['a file with a mark before it', () => `\ufeff${printResultFile([one])}`, () => [one]],
		['no result', () => 'Good morning, Miss. RECOUNT is nice.', () => []],
		['a release code', () => 'RECOUNTKEY1:x', () => []],
		['another file', () => '{"kind":"recount-handout","version":1}', () => []],
		['nothing', () => '', () => []]
	])('%s', async (_, text, results) => {
		expect(await found(text())).toEqual({ results: results(), unreadable: 0 });
		expect(await found(utf8(text()))).toEqual({ results: results(), unreadable: 0 });
	});

	test('text as an old editor saves it', async () => {
		const text = `\ufeff${printResultText(one)}`;
		const utf16 = Uint8Array.from(Buffer.from(text, 'utf16le'));
		expect((await found(utf16)).results).toEqual([one]);
	});
});

describe('results that cannot be read are counted', () => {
	test.each<[string, () => string, number]>([
		['a mark with nothing behind it', () => 'RECOUNT1:', 1],
		['a mark with words behind it', () => 'RECOUNT1/ünder/', 1],
		['two of them', () => 'RECOUNT1/UUU/ RECOUNT1:?', 2],
		['a file without results', () => '{"kind":"recount-result","version":1}', 1],
		['a file of a later version', () => '{"kind":"recount-result","version":2,"results":[]}', 1],
		[
			'a file with junk among its results',
			() => '{"kind":"recount-result","version":1,"results":[7,null,"!","",["AA"]]}',
			5
		]
	])('%s', async (_, text, unreadable) => {
		expect(await found(text())).toEqual({ results: [], unreadable });
	});

	test('and do not hide the others', async () => {
		const text = `RECOUNT1/UUU/\n${printResultText(one)}`;
		expect(await found(text)).toEqual({ results: [one], unreadable: 1 });
	});

	test('a damaged one is handed on, to be told as altered', async () => {
		const damaged = joinBytes(one.slice(0, -1), Uint8Array.of(0));
		for (const text of [printResultText(damaged), printResultQr(damaged)])
			expect(await found(text)).toEqual({ results: [damaged], unreadable: 0 });
	});

	test('any text gives an answer, never a fault', async () => {
		const text = fc.array(
			fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('RECOUNT1:', 'RECOUNT1/', '{', '/'))
		);
		await fc.assert(
			fc.asyncProperty(text, async (parts) => {
				expect((await found(parts.join(''))).unreadable).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 40 }
		);
	});
});
