import type { Name } from '#lib/bank/types.ts';
import { guessAnswer, type AnswerGuess } from '#lib/domain/desk/guess.ts';
import { guessStanding } from '#lib/domain/desk/guess-standing.ts';
import { sentenceAround } from '#lib/domain/desk/sentences.ts';
import type { Desk, DeskFact, DeskPatch, DeskQuestion, Span } from '#lib/domain/desk/types.ts';

interface Minting {
	names: readonly Name[];
	/** A fresh id that begins with a letter for its sort. */
	mint: (letter: 'f' | 'q' | 'n') => string;
}

/** The patch that begins a question about selected words, with what can be guessed of it. */
export function newQuestion(
	desk: Desk,
	span: Span,
	{ names, mint }: Minting
): { patch: DeskPatch; questionId: string } {
	const text = desk.paragraphs.find(({ number }) => number === span.paragraph)?.text ?? '';
	const around = sentenceAround(text, span.start, span.end) ?? span;
	const sentence = text.slice(around.start, around.end);
	const inside = { start: span.start - around.start, end: span.end - around.start };
	const guess = guessAnswer(sentence, inside, names);
	const known = factOn(desk, { ...around, paragraph: span.paragraph });
	const fact = known ?? newFact(desk, { ...around, paragraph: span.paragraph }, { names, mint });
	const proposed = guess.newName && { id: mint('n'), aliases: [], ...guess.newName };
	const question: DeskQuestion = {
		id: mint('q'),
		factId: fact.id,
		kind: guess.kind,
		level: 'core',
		ask: '',
		answer: proposed ? { form: 'name', name: proposed.id } : guess.answer,
		span: {
			paragraph: span.paragraph,
			start: around.start + guess.stretch.start,
			end: around.start + guess.stretch.end
		},
		accept: [],
		distractors: [],
		explain: ''
	};
	return {
		questionId: question.id,
		patch: {
			questions: { [question.id]: question },
			...(!known && { facts: { [fact.id]: fact } }),
			...(proposed && { names: { [proposed.id]: proposed } })
		}
	};
}

/** A question about a comparison, still without words. */
export function comparisonQuestion(id: string, comparisonId: string): DeskQuestion {
	return {
		...{ id, factId: '', comparisonId, kind: 'what', level: 'core', ask: '', explain: '' },
		...{ answer: { form: 'text', text: '' }, accept: [], distractors: [] }
	};
}

/** The fact that stands on a sentence, if one does. */
export function factOn(desk: Desk, { paragraph, start, end }: Span): DeskFact | undefined {
	return Object.values(desk.facts).find(
		({ sentence }) =>
			sentence.paragraph === paragraph && sentence.start === start && sentence.end === end
	);
}

function newFact(desk: Desk, sentence: Span, { names, mint }: Minting): DeskFact {
	const paragraph = desk.paragraphs.find(({ number }) => number === sentence.paragraph);
	const text = paragraph?.text.slice(sentence.start, sentence.end) ?? '';
	const { standing, source } = guessStanding(text, names);
	return { id: mint('f'), sentence, standing, ...(source && { source }), when: '', text: '' };
}

/** What the selected words of a question look like now; nothing where none were selected. */
export function guessAgain(
	desk: Desk,
	{ span, factId }: DeskQuestion,
	names: readonly Name[]
): AnswerGuess | undefined {
	const sentence = desk.facts[factId]?.sentence;
	const paragraph = desk.paragraphs.find(({ number }) => number === span?.paragraph);
	if (!span || !sentence || !paragraph) return undefined;
	const text = paragraph.text.slice(sentence.start, sentence.end);
	const [start, end] = [span.start - sentence.start, span.end - sentence.start];
	return guessAnswer(text, { start, end }, names);
}
