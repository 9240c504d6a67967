import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkBank } from '#lib/bank/check.ts';
import { problemWords } from '#lib/bank/problem-words.ts';
import { KINDS, type Kind } from '#lib/bank/types.ts';
import { foldKey } from '#lib/text/fold.ts';
import {
	loadBankFromDisk,
	readBankFiles,
	readLock,
	readReportTexts,
	SHIPPED
} from '../../src/cli/read-bank.ts';

const MOST_GZIP_BYTES = 40_000;

const shared = process.env.RECOUNT_SHARED;
if (!shared)
	console.info('RECOUNT_SHARED is not set: words shared with the reports are not looked for.');

const loaded = loadBankFromDisk();
if (!loaded.ok) throw new Error(loaded.problems.map(problemWords).join('\n'));
const bank = loaded.value;

test('it has no problems', () => {
	const { problems } = checkBank(readBankFiles(SHIPPED), { lock: readLock(SHIPPED) });
	expect(problems.map(problemWords)).toEqual([]);
});

test.skipIf(!shared)('no eight words in a row are a report’s', () => {
	const reports = readReportTexts(`${shared}/reports`);
	expect(reports.length).toBeGreaterThanOrEqual(2);
	const { problems } = checkBank(readBankFiles(SHIPPED), { reports });
	expect(problems.map(problemWords)).toEqual([]);
});

describe('it holds what is worth knowing', () => {
	const ofKind = (kind: Kind) => bank.questions.filter((question) => question.kind === kind);

	test('facts, questions, comparisons', () => {
		expect(bank.reports.map(({ id }) => id)).toEqual([
			'aleppo-bombardment',
			'aleppo-ground-assault'
		]);
		expect(bank.facts.length).toBeGreaterThanOrEqual(60);
		expect(bank.questions.length).toBeGreaterThanOrEqual(110);
		expect(bank.questions.length).toBeLessThanOrEqual(140);
		expect(bank.comparisons.length).toBeGreaterThanOrEqual(8);
	});
	test.each(KINDS)('15 or more questions of kind %s', (kind) => {
		expect(ofKind(kind).length).toBeGreaterThanOrEqual(15);
	});
	test('about 40 core questions', () => {
		const core = bank.questions.filter(({ level }) => level === 'core').length;
		expect(core).toBeGreaterThanOrEqual(35);
		expect(core).toBeLessThanOrEqual(45);
	});
	test('each report with a notice, a brief whose facts are its own, and a timeline', () => {
		for (const { id, notice, brief, timeline } of bank.reports) {
			expect(notice).toBeTruthy();
			expect(timeline.length).toBeGreaterThan(0);
			const told = [...brief.plain, ...brief.full].flatMap(({ facts }) => facts);
			expect(told.length).toBeGreaterThan(0);
			expect(told.every((fact) => fact.startsWith(`${id}/`))).toBe(true);
		}
	});
});

describe('compiled', () => {
	test(`it is at most ${MOST_GZIP_BYTES} bytes with gzip`, () => {
		expect(gzipSync(JSON.stringify(bank)).byteLength).toBeLessThanOrEqual(MOST_GZIP_BYTES);
	});

	const names = new Map(bank.names.map((name) => [name.id, name]));
	const spellings = (id: string) => {
		const name = names.get(id);
		return name ? [name.name, ...name.aliases] : [];
	};

	test.each(bank.questions)('$id has 1 to 8 rivals, none of them right', (question) => {
		const { answer, rivals } = question;
		const ids =
			answer.form === 'name' ? [answer.name] : answer.form === 'names' ? answer.names : [];
		const own =
			answer.form === 'text' ? [answer.text] : answer.form === 'quantity' ? [answer.quantity] : [];
		const right = [...ids.flatMap(spellings), ...own, ...(answer.accept ?? [])].map(foldKey);
		const texts = rivals.flatMap((rival) =>
			'name' in rival ? spellings(rival.name) : [rival.text]
		);
		expect(rivals.length).toBeGreaterThanOrEqual(1);
		expect(rivals.length).toBeLessThanOrEqual(8);
		expect(texts.length).toBeGreaterThanOrEqual(rivals.length);
		expect(texts.filter((text) => right.includes(foldKey(text)))).toEqual([]);
		expect(new Set(rivals.map((rival) => JSON.stringify(rival))).size).toBe(rivals.length);
	});
});
