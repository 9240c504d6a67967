import { factsOf, placeIn, type Book, type QuestionEntry } from '#lib/bank/book.ts';
import { isSameAmount } from '#lib/bank/figures.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';
import { parseQuantity, scanQuantities } from '#lib/text/quantities.ts';
import type { Quantity } from '#lib/text/types.ts';

function realFigures(book: Book): Quantity[] {
	const answers = book.questions.flatMap(({ value }) => {
		const quantity = parseQuantity(value.answer.quantity ?? '');
		return quantity ? [quantity] : [];
	});
	const compared = book.comparisons
		.flatMap(({ value }) => value.facts)
		.flatMap((id) => book.around?.fact(id) ?? []);
	const told = [...book.facts.map(({ value }) => value), ...compared].flatMap(({ text }) =>
		scanQuantities(text).map(({ quantity }) => quantity)
	);
	return [...answers, ...told];
}

/** Whether what a report says stands in no file: its facts are sentences of it and stay on their device. */
function isUntold({ fact }: QuestionEntry, book: Book): boolean {
	if (!fact || !isOwnReport(fact.reportId)) return false;
	return book.facts.some(({ reportId, value }) => reportId === fact.reportId && value.text === '');
}

function invented(question: QuestionEntry, real: Quantity[]): Problem[] {
	return question.value.distractors.flatMap((text, index) => {
		const figure = parseQuantity(text);
		if (!figure || real.some((each) => isSameAmount(each, figure))) return [];
		const place = placeIn(question, 'distractors', index);
		return [problem(place, 'invented-figure', { text })];
	});
}

function forms(question: QuestionEntry): Problem[] {
	return (question.value.forms ?? []).flatMap((form, index) =>
		form === 'match' || form === 'true-false'
			? [problem(placeIn(question, 'forms', index), 'grave-form', { form })]
			: []
	);
}

function figures(question: QuestionEntry, book: Book, real: Quantity[]): Problem[] {
	const { kind, distractors, forms: allowed } = question.value;
	if (kind !== 'how-many') return [];
	const isTyped = allowed !== undefined && !allowed.includes('choose');
	if (distractors.length === 0 && !isTyped)
		return [problem(placeIn(question, 'kind'), 'grave-open', {})];
	return isUntold(question, book) ? [] : invented(question, real);
}

/** Grave matter is never a lure: its figures are typed or stand beside real ones of other facts. */
export function checkGrave(book: Book): Problem[] {
	const real = realFigures(book);
	return book.questions
		.filter((question) => factsOf(question, book).some((fact) => fact.grave))
		.flatMap((question) => [...forms(question), ...figures(question, book, real)]);
}
