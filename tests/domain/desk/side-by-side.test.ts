import { describe, expect, test } from 'vitest';
import { lookUp } from '#lib/bank/look-up.ts';
import { BANK_VERSION, type Bank, type Fact } from '#lib/bank/types.ts';
import { sideBySide } from '#lib/domain/desk/side-by-side.ts';
import { loadBankFromDisk } from '../../../src/cli/read-bank.ts';

const fact = (id: string, text: string, more: Partial<Fact> = {}): Fact => ({
	id,
	reportId: id.slice(0, id.indexOf('/')),
	paragraph: 1,
	standing: 'stated',
	when: 'May 2016',
	text,
	...more
});

const report = (id: string) => ({
	id,
	title: id,
	publisher: { name: 'A paper', basis: 'stated' as const },
	date: { value: '2016-05', basis: 'stated' as const },
	place: 'port',
	paragraphs: 3,
	brief: { plain: [], full: [] },
	timeline: []
});

const place = (id: string, name: string, type: 'city' | 'district', partOf?: string) => ({
	id,
	name,
	type,
	aliases: [],
	...(partOf && { partOf })
});

function bankOf(facts: Fact[], comparisons: Bank['comparisons'] = []): Bank {
	return {
		version: BANK_VERSION,
		edition: 'test',
		reports: [report('one'), report('two')],
		names: [
			place('port', 'Riverport', 'city'),
			place('quay', 'Old Quay', 'district', 'port'),
			place('hill', 'Hilltown', 'city')
		],
		facts,
		questions: [],
		comparisons
	};
}

const held = (facts: Fact[], comparisons?: Bank['comparisons']) =>
	sideBySide(lookUp(bankOf(facts, comparisons)), 'one', 'two').map(
		({ when, place: at, pairs, left, right }) => ({
			when,
			at,
			pairs: pairs.map((pair) => [pair.left.id, pair.right.id]),
			left: left.map(({ id }) => id),
			right: right.map(({ id }) => id)
		})
	);

const FLOOD = 'About 120 boats broke loose from their moorings.';

describe('sideBySide', () => {
	test('facts in like words on one place and time are a pair', () => {
		const groups = held([
			fact('one/boats', FLOOD),
			fact('two/boats', 'Some 120 boats broke loose in the night.')
		]);
		expect(groups).toEqual([
			{ when: '2016', at: 'port', pairs: [['one/boats', 'two/boats']], left: [], right: [] }
		]);
	});

	test.each([
		['another month', { when: 'June 2016' }, FLOOD],
		['another town', {}, `In Hilltown: ${FLOOD}`],
		['another matter', {}, 'The mayor resigned after a vote of the council.']
	])('but not with %s', (_, more, text) => {
		const pairs = held([fact('one/boats', FLOOD), fact('two/other', text, more)]).flatMap(
			(group) => group.pairs
		);
		expect(pairs).toEqual([]);
	});

	test('a place and the whole it lies in can meet; each group has its place and year', () => {
		const groups = held([
			fact('one/quay', `At the Old Quay: ${FLOOD}`),
			fact('two/boats', FLOOD),
			fact('two/before', 'The bridge was built.', { when: '1998' })
		]);
		expect(groups).toEqual([
			{ when: '2016', at: 'quay', pairs: [['one/quay', 'two/boats']], left: [], right: [] },
			{ when: '1998', at: 'port', pairs: [], left: [], right: ['two/before'] }
		]);
	});

	test('what a comparison holds against each other is a pair, whatever its words', () => {
		const facts = [fact('one/toll', 'Four died.'), fact('two/harvest', 'The harvest was lost.')];
		const comparison = {
			id: 'c',
			factIds: facts.map(({ id }) => id),
			relation: 'differs' as const
		};
		expect(held(facts)[0]?.pairs).toEqual([]);
		expect(held(facts, [{ ...comparison, why: 'w' }])[0]?.pairs).toEqual([
			['one/toll', 'two/harvest']
		]);
	});

	test('every fact of both reports stands in one place, and only there', () => {
		const loaded = loadBankFromDisk();
		if (!loaded.ok) throw new Error('the shipped bank has problems');
		const look = lookUp(loaded.value);
		const [one = '', two = ''] = look.bank.reports.map(({ id }) => id);
		const groups = sideBySide(look, one, two);
		const shown = groups.flatMap(({ pairs, left, right }) => [
			...pairs.flatMap((pair) => [pair.left, pair.right]),
			...left,
			...right
		]);
		const all = [...look.factsOf(one), ...look.factsOf(two)];
		expect(shown.length).toBe(all.length);
		expect(new Set(shown)).toEqual(new Set(all));
		const pairs = groups.flatMap((group) => group.pairs.map(({ left }) => left.id.split('/')[1]));
		expect(pairs).toEqual(expect.arrayContaining(['siege-residents', 'backers', 'storm-days']));
	});
});
