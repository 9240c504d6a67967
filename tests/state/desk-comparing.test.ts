import { describe, expect, it } from 'vitest';
import type { Bank, FactId } from '#lib/bank/types.ts';
import type { DeskComparison } from '#lib/domain/desk/types.ts';
import { DeskComparing } from '#lib/state/desk-comparing.ts';
import { SMALL_BANK } from '../browser/review/small-bank.ts';
import { REPORT_ID, smallDesk } from '../domain/desk/small-desk.ts';

const BRIDGE = `${REPORT_ID}/f-bridge`;

const holding = (...factIds: FactId[]): DeskComparison => ({
	id: 'c-one',
	factIds,
	relation: 'differs',
	why: ''
});

function comparing(held: DeskComparison = holding(BRIDGE), bank: Bank | undefined = SMALL_BANK) {
	const desk = { ...smallDesk(), comparisons: { [held.id]: held } };
	return new DeskComparing(() => ({ desk, bank }));
}

describe('what a comparison can hold', () => {
	it('comes from this report and every other', () => {
		expect(comparing().reports()).toEqual([
			{ id: REPORT_ID, title: 'A flood in Milltown' },
			{ id: 'r', title: 'Report' }
		]);
	});

	it('is told in its own words, else by its sentence', () => {
		expect(comparing().factsOf(REPORT_ID)).toEqual([
			{
				id: BRIDGE,
				text: 'The flood took a bridge in the north.',
				report: 'A flood in Milltown',
				paragraph: 1
			},
			{
				id: `${REPORT_ID}/f-dead`,
				text: 'The mayor of Milltown said about 70 people had died and 40 houses were gone.',
				report: 'A flood in Milltown',
				paragraph: 2
			}
		]);
		expect(
			comparing()
				.factsOf('r')
				.map(({ text }) => text)
		).toEqual(SMALL_BANK.facts.map(({ text }) => text));
		expect(comparing().factsOf('never-seen')).toEqual([]);
	});
});

describe('a comparison that lost a fact', () => {
	it.each([
		{ name: 'whole', held: [BRIDGE, 'r/f0'], gone: [undefined, undefined] },
		{ name: 'the report was deleted', held: [BRIDGE, 'r-gone/f0'], gone: [undefined, 'report'] },
		{ name: 'the report was changed', held: [BRIDGE, 'r/f99'], gone: [undefined, 'fact'] },
		{
			name: 'this report was changed',
			held: [`${REPORT_ID}/f-x`, 'r/f0'],
			gone: ['fact', undefined]
		}
	])('is told: $name', ({ held, gone }) => {
		const desk = comparing(holding(...held));
		expect(desk.heldBy(holding(...held)).map((fact) => fact.gone)).toEqual(gone);
		const isBroken = gone.some((each) => each !== undefined);
		expect(desk.broken().map(({ id }) => id)).toEqual(isBroken ? ['c-one'] : []);
	});

	it('names the report where that is still there', () => {
		const [changed, deleted] = comparing().heldBy(holding('r/f99', 'r-gone/f0'));
		expect([changed?.report, deleted?.report]).toEqual(['Report', '']);
	});

	it('is not told before the other reports are read', () => {
		const unread = new DeskComparing(() => ({
			desk: { ...smallDesk(), comparisons: { 'c-one': holding('r/f0', 'r-gone/f0') } },
			bank: undefined
		}));
		expect(unread.broken()).toEqual([]);
		expect(unread.heldBy(holding('r/f0')).map(({ gone }) => gone)).toEqual([undefined]);
	});
});
