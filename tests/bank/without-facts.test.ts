import { expect, test } from 'vitest';
import { withoutFacts } from '#lib/bank/without-facts.ts';
import { loadBankFromDisk } from '../../src/cli/read-bank.ts';

const loaded = loadBankFromDisk();
if (!loaded.ok) throw new Error('the shipped bank has problems');
const bank = loaded.value;
const compared = bank.comparisons.find(({ factIds }) => factIds.length > 1)?.factIds[0] ?? '';
const told = bank.reports[0]?.brief.plain.find(({ facts }) => facts.length > 0)?.facts[0] ?? '';
const listed = bank.reports[0]?.timeline[0]?.fact ?? '';

test.each([
	['of a comparison', compared],
	['told in a brief', told],
	['of a timeline', listed]
])('a fact %s is told and asked nowhere, all others as before', (_, closed) => {
	expect(JSON.stringify(bank)).toContain(`"${closed}"`);
	const open = withoutFacts(bank, (id) => id === closed);
	expect(JSON.stringify(open)).not.toContain(`"${closed}"`);
	expect(open.facts).toHaveLength(bank.facts.length - 1);
	const asking = bank.questions.filter(({ factIds }) => factIds.includes(closed));
	expect(asking.length).toBeGreaterThan(0);
	expect(open.questions).toEqual(bank.questions.filter((each) => !asking.includes(each)));
	expect(open.names).toEqual(bank.names);
});

test('nothing closed changes nothing, all closed leaves the heads', () => {
	expect(withoutFacts(bank, () => false)).toEqual(bank);
	const none = withoutFacts(bank, () => true);
	expect(none.reports.map(({ id }) => id)).toEqual(bank.reports.map(({ id }) => id));
	expect([...none.facts, ...none.questions, ...none.comparisons]).toEqual([]);
});
