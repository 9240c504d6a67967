import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import type { Bank, FactId } from '#lib/bank/types.ts';
import { withoutFacts } from '#lib/bank/without-facts.ts';

/** Tells which of some facts are closed. */
export type Closing = (ids: readonly FactId[]) => Promise<ReadonlySet<FactId>>;

/** A bank with its closed facts left out. */
export async function closeBank(bank: Bank, closing: Closing): Promise<LookUp> {
	const closed = await closing(bank.facts.map(({ id }) => id));
	return lookUp(closed.size === 0 ? bank : withoutFacts(bank, (id) => closed.has(id)));
}
