import { knownNames, placeIn, type Book, type QuestionEntry } from '#lib/bank/book.ts';
import { isSameFigure } from '#lib/bank/figures.ts';
import { holdsWords, nameIdsOf, rightTexts } from '#lib/bank/key-texts.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';
import type { NamePiece } from '#lib/bank/schema.ts';
import type { Kind, NameType } from '#lib/bank/types.ts';
import { parseQuantity, scanQuantities } from '#lib/text/quantities.ts';

type Names = Map<string, NamePiece>;

const WHO: NameType[] = ['person', 'role', 'group', 'organisation', 'country'];
const WHERE: NameType[] = ['country', 'city', 'district', 'landmark'];

interface Wanted {
	types?: NameType[];
	forms: readonly ('name' | 'names' | 'text' | 'quantity')[];
	words: string;
}

const WANTED: Record<Kind, Wanted> = {
	who: {
		types: WHO,
		forms: ['name', 'names'],
		words: 'a name of a person, role, group, organisation or country'
	},
	where: {
		types: WHERE,
		forms: ['name', 'names', 'text'],
		words: 'a name of a country, city, district or landmark, or a text'
	},
	what: { forms: ['name', 'names', 'text'], words: 'a name or a text' },
	'how-many': { forms: ['quantity'], words: 'a quantity' }
};

function answerKind(question: QuestionEntry, names: Names): Problem[] {
	const { kind, answer } = question.value;
	const { types, forms, words } = WANTED[kind];
	const form = (['name', 'names', 'text', 'quantity'] as const).find((each) => answer[each]);
	const data = { kind, wants: words };
	if (form && !forms.includes(form))
		return [problem(placeIn(question, 'answer'), 'answer-kind', { ...data, found: `a ${form}` })];
	return nameIdsOf(answer).flatMap((id, index) => {
		const type = names.get(id)?.type;
		if (!types || !type || types.includes(type)) return [];
		const steps = answer.names ? ['answer', 'names', index] : ['answer', 'name'];
		return [problem(placeIn(question, ...steps), 'answer-kind', { ...data, found: `a ${type}` })];
	});
}

/** The answer and the distractors of `how-many` read as figures: they are held apart by value. */
function badQuantities(question: QuestionEntry): Problem[] {
	const { kind, answer, distractors } = question.value;
	const written = [
		{ text: answer.quantity, steps: ['answer', 'quantity'] },
		...distractors.map((text, index) => ({ text, steps: ['distractors', index] }))
	];
	return written.flatMap(({ text, steps }) =>
		kind !== 'how-many' || text === undefined || parseQuantity(text)
			? []
			: [problem(placeIn(question, ...steps), 'bad-quantity', { text })]
	);
}

function leakedFigure(text: string, answer: string | undefined): string | undefined {
	const key = answer === undefined ? null : parseQuantity(answer);
	if (!key) return undefined;
	const leak = scanQuantities(text).find(({ quantity }) => isSameFigure(quantity, key));
	return leak && text.slice(leak.start, leak.end);
}

function leaks(question: QuestionEntry, names: Names): Problem[] {
	const { ask, cue, answer } = question.value;
	const right = rightTexts(answer, names);
	const leakIn = (text: string) =>
		right.find((each) => holdsWords(text, each)) ?? leakedFigure(text, answer.quantity);
	const inAsk = leakIn(ask);
	const inCue = cue === undefined ? undefined : leakIn(cue);
	return [
		...(inAsk === undefined
			? []
			: [problem(placeIn(question, 'ask'), 'answer-in-question', { text: inAsk })]),
		...(inCue === undefined
			? []
			: [problem(placeIn(question, 'cue'), 'answer-in-cue', { text: inCue })])
	];
}

/** An answer is of its question's kind, can be read, and is not given away by the question or its cue. */
export function checkAnswers(book: Book): Problem[] {
	const names = knownNames(book);
	return book.questions.flatMap((question) => [
		...answerKind(question, names),
		...badQuantities(question),
		...leaks(question, names)
	]);
}
