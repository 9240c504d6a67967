import { expect, test } from 'vitest';
import { cutBank } from '#lib/bank/cut.ts';
import { bankIndex } from '#lib/domain/quiz/bank-index.ts';
import { gradeText } from '#lib/domain/quiz/grade-text.ts';
import { loadBankFromDisk } from '../../src/cli/read-bank.ts';

const loaded = loadBankFromDisk();
if (!loaded.ok) throw new Error('the shipped bank has problems');
const bank = loaded.value;
const ids = bank.questions.map(({ id }) => id);

test('holds what its questions rest on and nothing else', () => {
	const some = ids.filter((_, i) => i % 10 === 0);
	const cut = cutBank(bank, [...some, 'no/such/who', ...some]);
	expect(cut.questions.map(({ id }) => id)).toEqual(some);
	const facts = new Set(cut.questions.flatMap(({ factIds }) => factIds));
	expect(new Set(cut.facts.map(({ id }) => id))).toEqual(facts);
	expect(cut.reports.flatMap(({ brief, timeline }) => [...brief.plain, ...timeline])).toEqual([]);
	expect(cut.names.length).toBeLessThan(bank.names.length);
});

test('a question of a comparison brings the comparison and its facts', () => {
	const asked = bank.questions.find(({ comparisonId }) => comparisonId);
	const cut = cutBank(bank, [asked?.id ?? '']);
	expect(cut.comparisons.map(({ id }) => id)).toEqual([asked?.comparisonId]);
	expect(cut.facts.map(({ id }) => id)).toEqual(asked?.factIds);
});

test('no questions, no bank', () => {
	const { reports, names, facts, questions, comparisons } = cutBank(bank, []);
	expect([reports, names, facts, questions, comparisons].flat()).toEqual([]);
});

test('every question is graded alone as in the whole bank', () => {
	const names = bank.names.flatMap(({ name, aliases }) => [name, ...aliases]);
	const figures = bank.questions.flatMap(({ answer }) =>
		answer.form === 'quantity' ? [answer.quantity] : answer.form === 'text' ? [answer.text] : []
	);
	const typed = [...names, ...figures, '', 'nothing of the sort', '70', 'tens of thousands'];
	const misspelt = names.map((name) => name.slice(0, 3) + name.slice(4));
	const whole = bankIndex(bank);
	let graded = 0;
	for (const question of bank.questions) {
		const alone = bankIndex(cutBank(bank, [question.id]));
		const [own] = alone.bank.questions;
		if (!own) throw new Error(`${question.id} was lost`);
		for (const text of [...typed, ...misspelt].filter((_, i) => i % 13 === graded % 13)) {
			const { verdict, credit, rule } = gradeText(whole, question, text);
			expect({ text, ...gradeText(alone, own, text) }).toMatchObject({
				text,
				verdict,
				credit,
				rule
			});
			graded++;
		}
	}
	expect(graded).toBeGreaterThan(5_000);
});
