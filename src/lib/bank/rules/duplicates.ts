import { lineOf, placeIn, type Book, type QuestionEntry } from '#lib/bank/book.ts';
import { nameIdsOf, ownText } from '#lib/bank/key-texts.ts';
import { problem, type Place, type Problem } from '#lib/bank/problems.ts';
import { foldKey } from '#lib/bank/fold-key.ts';

const answerKey = ({ value }: QuestionEntry) =>
	[...nameIdsOf(value.answer), foldKey(ownText(value.answer) ?? '')].join('|');

function repeats(
	code: 'duplicate-question' | 'duplicate-answer',
	list: { key: string; place: Place }[]
): Problem[] {
	const first = new Map<string, string>();
	return list.flatMap(({ key, place }) => {
		const earlier = first.get(key);
		if (earlier !== undefined) return [problem(place, code, { first: earlier })];
		first.set(key, lineOf(place));
		return [];
	});
}

/** No question is asked twice in the same words, nor twice of one fact with one answer. */
export function checkDuplicates(book: Book): Problem[] {
	const asks = book.questions.map((question) => ({
		key: foldKey(question.value.ask),
		place: placeIn(question, 'ask')
	}));
	const answers = book.questions.map((question) => ({
		key: [
			question.fact?.id ?? `compare/${question.comparison?.id}`,
			question.value.kind,
			answerKey(question)
		].join('|'),
		place: placeIn(question, 'answer')
	}));
	return [...repeats('duplicate-question', asks), ...repeats('duplicate-answer', answers)];
}
