import type { Bank } from '#lib/bank/types.ts';
import { FORMS, KINDS } from '#lib/bank/types.ts';
import { bankIndex } from './bank-index.ts';
import type { Making } from './making.ts';
import { addGroups } from './group-items.ts';
import { arrange } from './order.ts';
import { drawOrder, eligible } from './pool.ts';
import { seededRandom } from './random.ts';
import { addOpener, addSingles } from './single-picks.ts';
import type { Blueprint, Paper, Shortfall } from './types.ts';
import type { Entry } from './entry.ts';

/**
 * Draws a concrete quiz from a bank: a pure function of bank, blueprint and seed.
 * What the bank cannot give is told in `shortfalls`: too few questions, or only such as would give
 * each other's answers away, or only grave ones, of which none may open a paper unless they were picked
 * one by one and there are no others.
 */
export function assemblePaper(bank: Bank, blueprint: Blueprint, seed: string): Paper {
	const index = bankIndex(bank);
	const random = seededRandom(seed);
	const order = drawOrder(index, eligible(index, blueprint), random);
	const forms = blueprint.forms.length > 0 ? blueprint.forms : [...FORMS];
	const making: Making = { index, random, blueprint, forms, order, others: [] };
	addGroups(making);
	addSingles(making);
	addOpener(making);
	const graveMayOpen = !!blueprint.only && making.others.every(({ grave }) => grave);
	const entries = arrange(making.others, { random, graveMayOpen });
	const items = entries.map(({ item }) => item);
	const { edition } = bank;
	return { edition, seed, blueprint, items, shortfalls: shortfallsOf(blueprint, entries) };
}

function shortfallsOf({ length }: Blueprint, entries: Entry[]): Shortfall[] {
	const asked: [Shortfall['kind'], number, number][] =
		typeof length === 'number'
			? [['any', length, entries.length]]
			: KINDS.map((kind) => [kind, length[kind] ?? 0, countOf(kind, entries)]);
	return asked
		.filter(([, wanted, found]) => found < wanted)
		.map(([kind, wanted, found]) => ({ code: 'too-few', kind, asked: wanted, found }));
}

function countOf(kind: Entry['kind'], entries: Entry[]): number {
	return entries.filter((entry) => entry.kind === kind).length;
}
