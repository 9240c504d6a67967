import { describe, expect, it } from 'vitest';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { parseBankFile, printBankFile } from '#lib/domain/exchange/bank-file.ts';
import { draftBank } from '../../src/cli/draft-bank.ts';
import { printDraftLines, readPassages } from '../../src/cli/draft-lines.ts';

const TEXT = `Anna Bell, the mayor of Bonn, opened the new bridge on Monday.
About 70 people were hurt in Lyon, France, said Carl Dorn, a doctor.`;

describe('draft lines', () => {
	it('reads passages and leaves more fields unread', () => {
		const content = `${JSON.stringify({ id: 'a', text: TEXT, qas: [] })}\n\n`;
		expect(readPassages(content)).toEqual({ ok: true, passages: [{ id: 'a', text: TEXT }] });
	});

	it.each([
		['no JSON', '{"id":"a","text":"b"}\nno', 2],
		['no text', '{"id":"a"}', 1],
		['null', 'null', 1]
	])('names the line with %s', (_, content, line) => {
		expect(readPassages(content)).toEqual({ ok: false, line });
	});

	it('prints a line a passage, its kinds by the contract, the best first', () => {
		const printed = printDraftLines([
			{ id: 'a', text: TEXT },
			{ id: 'b', text: '' }
		])
			.trim()
			.split('\n');
		const [first, second] = printed.map(
			(line) => JSON.parse(line) as { id: string; drafts: { kind: string; score: number }[] }
		);
		expect(second).toEqual({ id: 'b', drafts: [] });
		expect(first?.drafts.length).toBeGreaterThan(2);
		expect(first?.drafts.filter(({ kind }) => !/^(?:who|what|where|howmany)$/.test(kind))).toEqual(
			[]
		);
		const scores = first?.drafts.map(({ score }) => score) ?? [];
		expect(scores).toEqual([...scores].sort((one, other) => other - one));
	});
});

describe('draftBank', () => {
	it('prints a bank file in which only wording is left to an editor', () => {
		const { drafts } = draftQuestions({ text: TEXT });
		const read = parseBankFile(printBankFile(draftBank(TEXT, drafts)), { fileName: 'draft.yaml' });
		const codes = read.ok ? [] : read.problems.map(({ code }) => code);
		expect(codes.filter((code) => !/^(?:time-word|duplicate-answer)$/.test(code))).toEqual([]);
	});

	it('gives the same report the same id', () => {
		const { drafts } = draftQuestions({ text: TEXT });
		const [one, other] = [draftBank(TEXT, drafts), draftBank(TEXT, [])].map(
			({ reports }) => reports[0]?.id
		);
		expect(one).toMatch(/^r-[0-9a-f-]{36}$/);
		expect(other).toBe(one);
	});
});
