import { isOwnQuestion, placeIn, type Book, type QuestionEntry } from '#lib/bank/book.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';
import { countWords } from '#lib/bank/word-count.ts';

const MOST_EXPLAIN_WORDS = 40;

const TIME_WORDS =
	/\b(?:today|tonight|yesterday|tomorrow|now(?!-)|nowadays|currently|at present|presently|at the moment|recently|lately|ago|so far|(?:last|next|this) (?:night|day|week|weekend|month|year|morning|afternoon|evening|spring|summer|autumn|winter))\b/iu;

/** A weekday that nothing ties to a date: "on Friday", but not "the Friday of the bombing" or "Friday 23". */
const BARE_WEEKDAY =
	/(?<!\bthe )\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? \d)|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? \d)(?! (?:of|in|when|before|after|on which|the)\b)/u;

function timeWords(question: QuestionEntry): Problem[] {
	return (['ask', 'cue'] as const).flatMap((key) => {
		const text = question.value[key] ?? '';
		const found = TIME_WORDS.exec(text) ?? BARE_WEEKDAY.exec(text);
		return found ? [problem(placeIn(question, key), 'time-word', { word: found[0] })] : [];
	});
}

function explainNeeded({ value, comparison }: QuestionEntry) {
	if (value.level === 'core') return 'core';
	if (comparison) return 'comparison';
	return !value.forms || value.forms.includes('choose') ? 'choose' : undefined;
}

function explain(question: QuestionEntry): Problem[] {
	const place = placeIn(question, 'explain');
	const words = countWords(question.value.explain);
	if (words > MOST_EXPLAIN_WORDS) return [problem(place, 'long-explain', { words })];
	const because = explainNeeded(question);
	return words > 0 || !because || isOwnQuestion(question)
		? []
		: [problem(place, 'missing-explain', { because })];
}

/** An `ask` stands without today's calendar, and an `explain` is there where needed and short. */
export function checkWording(book: Book): Problem[] {
	return book.questions.flatMap((question) => [...timeWords(question), ...explain(question)]);
}
