import { groupBy } from '#lib/bank/group-by.ts';
import { closedNames, usedNameIds } from '#lib/bank/names-used.ts';
import type { QuestionPiece, ReportHead } from '#lib/bank/schema.ts';
import type { SourceBank, SourceFact, SourceQuestion } from '#lib/bank/source.ts';
import { printable } from '#lib/bank/tidy.ts';
import type { Form, Name, QuestionId } from '#lib/bank/types.ts';
import type { Desk, DeskAnswer, DeskFact, DeskQuestion, Paragraph } from './types.ts';

/** Texts as a file holds them, without the empty ones. */
const filled = (texts: string[]) => texts.map(printable).filter((text) => text !== '');

const orNothing = (text: string | undefined) => (text && printable(text)) || undefined;

/** The id in full of a question on the desk: cards and answers hang on it. */
export function questionIdOf({ id: reportId }: Desk, question: DeskQuestion): QuestionId {
	const { id, factId, comparisonId } = question;
	const own = id.slice(id.lastIndexOf('/') + 1);
	return comparisonId === undefined
		? `${reportId}/${factId}/${own}`
		: `compare/${comparisonId}/${own}`;
}

function answerPiece(answer: DeskAnswer, question: DeskQuestion): QuestionPiece['answer'] {
	const more = {
		accept: filled(question.accept),
		not: (question.not ?? []).map(({ text, why }) => ({
			text: printable(text),
			why: printable(why)
		}))
	};
	if (answer.form === 'text') return { text: printable(answer.text), ...more };
	if (answer.form === 'quantity') return { quantity: printable(answer.quantity), ...more };
	const ids = answer.form === 'name' ? [answer.name ?? ''] : answer.names;
	const [name, ...others] = ids.filter((id) => id !== '');
	if (name === undefined) return more;
	return others.length > 0 ? { names: [name, ...others], ...more } : { name, ...more };
}

/** The forms a question is limited to: a grave figure without real figures beside it is typed. */
export function formsOf(question: DeskQuestion, isGrave: boolean): Form[] | undefined {
	if (question.forms) return question.forms;
	const isBare = question.kind === 'how-many' && filled(question.distractors).length === 0;
	return isGrave && isBare ? ['type'] : undefined;
}

function sourceQuestion(desk: Desk, question: DeskQuestion): SourceQuestion {
	const { comparisonId, factId, kind, level } = question;
	const fact = desk.facts[factId];
	return {
		id: questionIdOf(desk, question),
		kind,
		level,
		ask: printable(question.ask),
		cue: orNothing(question.cue),
		answer: answerPiece(question.answer, question),
		distractors: filled(question.distractors),
		forms: formsOf(question, comparisonId === undefined && fact?.grave !== undefined),
		explain: printable(question.explain),
		later: orNothing(question.later),
		was: question.was ?? [],
		factIds:
			comparisonId === undefined
				? [`${desk.id}/${factId}`]
				: (desk.comparisons?.[comparisonId]?.factIds ?? []),
		...(comparisonId === undefined ? {} : { comparisonId })
	};
}

function sourceFact(desk: Desk, fact: DeskFact): SourceFact {
	return {
		id: `${desk.id}/${fact.id}`,
		reportId: desk.id,
		paragraph: fact.sentence.paragraph,
		source: fact.source,
		standing: fact.standing,
		when: printable(fact.when),
		grave: fact.grave,
		text: printable(fact.text)
	};
}

const placeOf = (number: Paragraph['number']) => (number === 'caption' ? 0 : number);

/** The facts of a desk in the order of the report, the caption's first. */
function factsInOrder(desk: Desk): DeskFact[] {
	return Object.values(desk.facts).sort(
		(a, b) =>
			placeOf(a.sentence.paragraph) - placeOf(b.sentence.paragraph) ||
			a.sentence.start - b.sentence.start
	);
}

const startOf = ({ span }: DeskQuestion) => span?.start ?? Number.MAX_SAFE_INTEGER;

/** The questions of a desk: fact by fact in the order of the report, then those of its comparisons. */
function questionsInOrder(desk: Desk): DeskQuestion[] {
	const all = Object.values(desk.questions).sort((a, b) => startOf(a) - startOf(b));
	const under = groupBy(all, ({ comparisonId, factId }) => comparisonId ?? `fact ${factId}`);
	const owners = [
		...factsInOrder(desk).map(({ id }) => `fact ${id}`),
		...Object.keys(desk.comparisons ?? {})
	];
	return owners.flatMap((owner) => under.get(owner) ?? []);
}

function headOf(desk: Desk): ReportHead {
	const { title, publisher, date, place = '', notice } = desk.head;
	const isThere = (id: string) => Object.hasOwn(desk.facts, id);
	const sentences = (level: 'plain' | 'full') =>
		(desk.brief?.[level] ?? []).map(({ text, facts }) => ({ text, facts: facts.filter(isThere) }));
	return {
		id: desk.id,
		title: printable(title),
		publisher: { name: printable(publisher.name), basis: publisher.basis },
		date: { value: date.value.trim(), basis: date.basis },
		place,
		paragraphs: desk.paragraphCount,
		notice: orNothing(notice),
		brief: { plain: sentences('plain'), full: sentences('full') },
		timeline: (desk.timeline ?? []).filter(({ fact }) => isThere(fact))
	};
}

function tidyName(name: Name): Name {
	return {
		...name,
		name: printable(name.name),
		aliases: filled(name.aliases),
		role: orNothing(name.role)
	};
}

/** What a desk holds as its author's bank: every text tidy, and every name it speaks of, but no word of the report. */
export function sourceOfDesk(desk: Desk, names: readonly Name[]): SourceBank {
	const known = new Map(names.map((name) => [name.id, name]));
	const bank = {
		reports: [headOf(desk)],
		facts: factsInOrder(desk).map((fact) => sourceFact(desk, fact)),
		comparisons: Object.values(desk.comparisons ?? {}).map(({ id, factIds, relation, why }) => ({
			id,
			facts: factIds,
			relation,
			why: printable(why)
		})),
		questions: questionsInOrder(desk).map((question) => sourceQuestion(desk, question))
	};
	return { ...bank, names: closedNames(usedNameIds(bank, known), known).map(tidyName) };
}
