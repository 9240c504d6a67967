import { lookUp } from '#lib/bank/look-up.ts';
import type { Bank, Question } from '#lib/bank/types.ts';

/** The right answer as shown: "Russia and Iran", "about 70 people". */
export function answerText(bank: Bank, { answer }: Question): string {
	if (answer.form === 'text') return answer.text;
	if (answer.form === 'quantity') return answer.quantity;
	const { name } = lookUp(bank);
	const ids = answer.form === 'name' ? [answer.name] : answer.names;
	const shown = ids.map((id) => name(id)?.name ?? id);
	const last = shown.pop() ?? '';
	return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last;
}
