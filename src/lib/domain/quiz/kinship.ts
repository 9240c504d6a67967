import type { NameId } from '#lib/bank/types.ts';
import { remember, type BankIndex } from './bank-index.ts';

/** Everything a name is a part of or acts for, near or far, itself included. */
const reach = remember((index, id: NameId): Set<NameId> => {
	const reached = new Set([id]);
	for (const at of reached) {
		const name = index.names.get(at);
		if (name?.partOf) reached.add(name.partOf);
		if (name?.actsFor) reached.add(name.actsFor);
	}
	return reached;
});

/** Whether one name is the other, a part or whole of it, or acts for it: then both may be right. */
export function isAkin(index: BankIndex, one: NameId, other: NameId): boolean {
	return reach(index, one).has(other) || reach(index, other).has(one);
}
