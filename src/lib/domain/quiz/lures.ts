import type { Name, NameId, Question, QuestionId } from '#lib/bank/types.ts';
import { parseQuantity } from '#lib/text/quantities.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { remember, reportsOf, type BankIndex } from './bank-index.ts';
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
const MOST_LOOKED_AT = 60;

/** Places to look for lures, one after the other: the author's, the question's own reports, the whole bank. */
export function lureTiers(index: BankIndex, question: Question): (() => Lure[])[] {
	const authored = () => question.distractors.map((text) => authoredLure(index, text));
	const { form } = question.answer;
	if (form === 'names' || (question.grave && form !== 'quantity')) return [authored];
	if (form === 'name')
		return [authored, () => reportNames(index, question), () => bankNames(index, question)];
	return [authored, () => reportAnswers(index, question), () => bankAnswers(index, question)];
}

const idsByName = remember(
	(index, _: string) => new Map(index.bank.names.map(({ id, name }) => [name, id]))
);

function authoredLure(index: BankIndex, text: string): Lure {
	const figure = parseQuantity(text);
	const secret = { phrases: [wordsOf(text)], ...(figure ? { figure } : {}) };
	const name = idsByName(index, '').get(text);
	return { text, ...(name ? { name } : {}), authored: true, shown: shownText(index, text), secret };
}

/** Names of the right type that the same reports answer with, then those they quote. */
function reportNames(index: BankIndex, question: Question): Lure[] {
	const type = typeOfAnswer(index, question);
	const asked = reportsOf(index, question).flatMap((id) => index.questionsOfReport.get(id) ?? []);
	const near = someOf(asked, question.id);
	const lures = new Map<NameId, Lure>();
	const add = (id: NameId | undefined, answers?: QuestionId) => {
		const name = id === undefined ? undefined : index.names.get(id);
		if (name && name.type === type && !lures.has(name.id))
			lures.set(name.id, nameLure(index, name, answers));
	};
	for (const { id, answer } of near) if (answer.form === 'name') add(answer.name, id);
	for (const { factIds } of near) for (const id of factIds) add(index.facts.get(id)?.source);
	return [...lures.values()];
}

function bankNames(index: BankIndex, question: Question): Lure[] {
	const type = typeOfAnswer(index, question);
	const names = type ? (index.namesOfType.get(type) ?? []) : [];
	return someOf(names, question.id).map((name) => nameLure(index, name));
}

function reportAnswers(index: BankIndex, question: Question): Lure[] {
	const asked = reportsOf(index, question).flatMap((id) => index.questionsOfReport.get(id) ?? []);
	return answerLures(index, question, asked);
}

function bankAnswers(index: BankIndex, question: Question): Lure[] {
	return answerLures(index, question, index.bank.questions);
}

function answerLures(index: BankIndex, question: Question, among: Question[]): Lure[] {
	return someOf(among, question.id)
		.filter(({ kind, answer }) => kind === question.kind && answer.form === question.answer.form)
		.map((other) => {
			const text = answerText(index.bank, other);
			const shown = shownText(index, text);
			return { text, answers: other.id, shown, secret: secretOf(index, other) };
		});
}

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
	return [...list.slice(start), ...list.slice(0, start)].slice(0, MOST_LOOKED_AT);
}
