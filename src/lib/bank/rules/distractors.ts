import { knownNames, lineOf, placeIn, type Book, type QuestionEntry } from '#lib/bank/book.ts';
import { areSameFigure } from '#lib/bank/figures.ts';
import { nameIdsOf, rightTexts, spellings } from '#lib/bank/key-texts.ts';
import { relatives, type Relations } from '#lib/bank/relatives.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';
import { foldKey } from '#lib/bank/fold-key.ts';

interface Known extends Relations {
	/** Folded spelling → name id. */
	idBySpelling: Map<string, string>;
}

/** Two texts a grader could not hold apart: the same words, or the same figure. */
const isSame = (a: string, b: string) => foldKey(a) === foldKey(b) || areSameFigure(a, b);

function right(question: QuestionEntry, known: Known): Problem[] {
	const texts = rightTexts(question.value.answer, known.names);
	const equal = (text: string) => texts.find((each) => isSame(each, text));
	const distractors = question.value.distractors.flatMap((text, index) => {
		const equals = equal(text);
		if (equals === undefined) return [];
		const place = placeIn(question, 'distractors', index);
		return [problem(place, 'distractor-right', { text, equals })];
	});
	const misses = question.value.answer.not.flatMap(({ text }, index) => {
		const equals = texts.find((each) => foldKey(each) === foldKey(text));
		if (equals === undefined) return [];
		const place = placeIn(question, 'answer', 'not', index, 'text');
		return [problem(place, 'near-miss-right', { text, equals })];
	});
	return [...distractors, ...misses];
}

function repeated(question: QuestionEntry): Problem[] {
	const { distractors } = question.value;
	return distractors.flatMap((text, index) => {
		const first = distractors.slice(0, index).findIndex((other) => isSame(other, text));
		if (first < 0) return [];
		const data = { text, first: lineOf(placeIn(question, 'distractors', first)) };
		return [problem(placeIn(question, 'distractors', index), 'distractor-repeated', data)];
	});
}

function parts(question: QuestionEntry, known: Known): Problem[] {
	const answers = nameIdsOf(question.value.answer);
	return question.value.distractors.flatMap((text, index) => {
		const id = known.idBySpelling.get(foldKey(text));
		const answer = answers.find((each) => id && id !== each && relatives(each, known).has(id));
		if (answer === undefined) return [];
		const data = { text, answer: known.names.get(answer)?.name ?? answer };
		return [problem(placeIn(question, 'distractors', index), 'distractor-part', data)];
	});
}

/** A distractor is wrong: no right text, no other distractor, no part or whole of the answer. */
export function checkDistractors(book: Book): Problem[] {
	const names = knownNames(book);
	const idBySpelling = new Map(
		[...names.values()].flatMap((name) =>
			spellings(name).map((text) => [foldKey(text), name.id] as const)
		)
	);
	const known = { names, idBySpelling };
	return book.questions.flatMap((question) => [
		...right(question, known),
		...repeated(question),
		...parts(question, known)
	]);
}
