import type { Kind, Name } from '#lib/bank/types.ts';
import { nameOf } from '#lib/domain/desk/find-names.ts';
import type { Desk, DeskAnswer, DeskQuestion, Span } from '#lib/domain/desk/types.ts';

/** The words of the report at a stretch; empty where its text is not here. */
export function wordsAt(desk: Desk, span: Span | undefined): string {
	const text = desk.paragraphs.find(({ number }) => number === span?.paragraph)?.text;
	return span && text !== undefined ? text.slice(span.start, span.end) : '';
}

/** An answer in words, as far as it goes. */
export function answerText(answer: DeskAnswer, names: readonly Name[]): string {
	if (answer.form === 'text') return answer.text;
	if (answer.form === 'quantity') return answer.quantity;
	const ids = answer.form === 'name' ? [answer.name] : answer.names;
	return ids.flatMap((id) => names.find((name) => name.id === id)?.name ?? []).join(', ');
}

/** A question with its answer in another form, keeping the words as far as that form can. */
export function withForm(
	question: DeskQuestion,
	form: DeskAnswer['form'],
	{ desk, names }: { desk: Desk; names: readonly Name[] }
): DeskQuestion {
	const words = answerText(question.answer, names) || wordsAt(desk, question.span);
	return { ...question, answer: answerOf(form, question.answer, { words, names }) };
}

/** A question of another kind: how many is answered by a figure, and nothing else is. */
export function withKind(
	question: DeskQuestion,
	kind: Kind,
	around: { desk: Desk; names: readonly Name[] }
): DeskQuestion {
	const next = { ...question, kind };
	const isFigure = question.answer.form === 'quantity';
	if (kind === 'how-many' && !isFigure) return withForm(next, 'quantity', around);
	return kind !== 'how-many' && isFigure ? withForm(next, 'text', around) : next;
}

function answerOf(
	form: DeskAnswer['form'],
	before: DeskAnswer,
	{ words, names }: { words: string; names: readonly Name[] }
): DeskAnswer {
	if (form === before.form) return before;
	if (form === 'text') return { form, text: words };
	if (form === 'quantity') return { form, quantity: words };
	const known = before.form === 'name' ? before.name : undefined;
	const ids = before.form === 'names' ? before.names : [known ?? nameOf(words, names)?.id];
	const there = ids.filter((id) => id !== undefined);
	return form === 'names' ? { form, names: there } : { form, name: there[0] };
}
