import type { Question } from '#lib/bank/types.ts';
import type { BankIndex } from './bank-index.ts';

/** The right answer as an option shows it. */
export function answerText(index: BankIndex, { answer }: Question): string {
	if (answer.form === 'text') return answer.text;
	if (answer.form === 'quantity') return answer.quantity;
	const ids = answer.form === 'name' ? [answer.name] : answer.names;
	const names = ids.map((id) => index.names.get(id)?.name ?? id);
	const last = names.pop() ?? '';
	return names.length ? `${names.join(', ')} and ${last}` : last;
}
