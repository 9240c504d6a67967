import type { Bank, Name, NameId, Question } from '#lib/bank/types.ts';

const namesOfBank = new WeakMap<Bank, Map<NameId, Name>>();

/** The names of a bank by id, put together once a bank. */
export function namesOf(bank: Bank): Map<NameId, Name> {
	const known = namesOfBank.get(bank);
	if (known) return known;
	const names = new Map(bank.names.map((name) => [name.id, name]));
	namesOfBank.set(bank, names);
	return names;
}

/** The right answer as shown: "Russia and Iran", "about 70 people". */
export function answerText(bank: Bank, { answer }: Question): string {
	if (answer.form === 'text') return answer.text;
	if (answer.form === 'quantity') return answer.quantity;
	const names = namesOf(bank);
	const ids = answer.form === 'name' ? [answer.name] : answer.names;
	const shown = ids.map((id) => names.get(id)?.name ?? id);
	const last = shown.pop() ?? '';
	return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last;
}
