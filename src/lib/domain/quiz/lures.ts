import type { Name, NameId, NameType, Question, QuestionId, ReportId } from '#lib/bank/types.ts';
import { parseQuantity } from '#lib/text/quantities.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { addTo, remember, reportsOf, type BankIndex } from './bank-index.ts';
import { secretOf, shownText, wordsOf, type Secret, type Shown } from './leaks.ts';

/** A wrong answer that may stand beside the right one; whether it is safe is not yet known. */
export interface Lure {
	text: string;
	/** The question it is the right answer of. */
	answers?: QuestionId;
	name?: NameId;
	/** Chosen by the author of the question. */
	authored?: boolean;
	shown: Shown;
	/** Its wordings, as another text might tell them. */
	secret: Secret;
}

/** How many candidates of one place are looked at: a long list is read from a place of its own. */
const MOST_LOOKED_AT = 24;

/** Places to look for lures, one after the other: the author's, the question's own reports, the whole bank. */
export function lureTiers(index: BankIndex, question: Question): (() => Lure[])[] {
	const authored = () => question.distractors.map((text) => authoredLure(index, text));
	const { form } = question.answer;
	if (form === 'names' || (question.grave && form !== 'quantity')) return [authored];
	if (form === 'name')
		return [authored, () => reportNames(index, question), () => bankNames(index, question)];
	return [authored, () => reportAnswers(index, question), () => bankAnswers(index, question)];
}

/** Stands for the whole bank where a report's id could stand. */
const ALL = '';

const idsByName = remember(
	(index, _: typeof ALL) => new Map(index.bank.names.map(({ id, name }) => [name, id]))
);

function authoredLure(index: BankIndex, text: string): Lure {
	const figure = parseQuantity(text);
	const secret = { phrases: [wordsOf(text)], ...(figure ? { figure } : {}) };
	const name = idsByName(index, ALL).get(text);
	return { text, ...(name ? { name } : {}), authored: true, shown: shownText(index, text), secret };
}

/** The names that a report answers with, then those it quotes, each once, by type. */
const namesIn = remember((index, reportId: ReportId) => {
	const asked = index.questionsOfReport.get(reportId) ?? [];
	const answered = asked.flatMap(({ id, answer }) =>
		answer.form === 'name' ? { name: answer.name, answers: id } : []
	);
	const quoted = asked
		.flatMap(({ factIds }) => factIds.flatMap((id) => index.facts.get(id)?.source ?? []))
		.map((name) => ({ name, answers: undefined }));
	const seen = new Set<NameId>();
	const byType = new Map<NameType, { name: Name; answers: QuestionId | undefined }[]>();
	for (const { name: id, answers } of [...answered, ...quoted]) {
		const name = index.names.get(id);
		if (name && !seen.has(id)) addTo(byType, name.type, { name, answers });
		seen.add(id);
	}
	return byType;
});

/** The questions of a report, or of the whole bank, by what their answers are. */
const answersIn = remember((index, reportId: ReportId) => {
	const asked = reportId === ALL ? index.bank.questions : index.questionsOfReport.get(reportId);
	const bySort = new Map<string, Question[]>();
	for (const question of asked ?? []) addTo(bySort, sortOf(question), question);
	return bySort;
});

function sortOf({ kind, answer }: Question): string {
	return `${kind} ${answer.form}`;
}

/** Names of the right type that the same reports answer with or quote. */
function reportNames(index: BankIndex, question: Question): Lure[] {
	const type = typeOfAnswer(index, question);
	const near = reportsOf(index, question).flatMap((id) =>
		type ? (namesIn(index, id).get(type) ?? []) : []
	);
	return someOf(near, question.id).map(({ name, answers }) => nameLure(index, name, answers));
}

function bankNames(index: BankIndex, question: Question): Lure[] {
	const type = typeOfAnswer(index, question);
	const names = type ? (index.namesOfType.get(type) ?? []) : [];
	return someOf(names, question.id).map((name) => nameLure(index, name));
}

function reportAnswers(index: BankIndex, question: Question): Lure[] {
	const sort = sortOf(question);
	const near = reportsOf(index, question).flatMap((id) => answersIn(index, id).get(sort) ?? []);
	return someOf(near, question.id).map((other) => answerLure(index, other));
}

function bankAnswers(index: BankIndex, question: Question): Lure[] {
	const sort = sortOf(question);
	const far = answersIn(index, ALL).get(sort) ?? [];
	const near = reportsOf(index, question).map((id) => answersIn(index, id).get(sort) ?? []);
	// A bank of one report: all were looked at before.
	if (near.length === 1 && near[0]?.length === far.length) return [];
	return someOf(far, question.id).map((other) => answerLure(index, other));
}

/** The answer of another question as a lure. */
const answerLure = remember((index, question: Question): Lure => {
	const text = answerText(index.bank, question);
	const shown = shownText(index, text);
	return { text, answers: question.id, shown, secret: secretOf(index, question) };
});

const phrasesOf = remember((_, { name, aliases }: Name) => [name, ...aliases].map(wordsOf));

/** A name as a lure. */
export function nameLure(index: BankIndex, name: Name, answers?: QuestionId): Lure {
	return {
		text: name.name,
		name: name.id,
		...(answers ? { answers } : {}),
		shown: shownText(index, name.name),
		secret: { phrases: phrasesOf(index, name) }
	};
}

function typeOfAnswer(index: BankIndex, { answer }: Question) {
	return answer.form === 'name' ? index.names.get(answer.name)?.type : undefined;
}

/** At most so many of a list, from a place that differs from question to question. */
function someOf<T>(list: T[], seed: string): T[] {
	if (list.length <= MOST_LOOKED_AT) return list;
	let start = 0;
	for (const char of seed) start = (start * 31 + char.charCodeAt(0)) % list.length;
	const some = list.slice(start, start + MOST_LOOKED_AT);
	return [...some, ...list.slice(0, MOST_LOOKED_AT - some.length)];
}
