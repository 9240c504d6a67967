import type { SourceBank, SourceFact, SourceQuestion } from '#lib/bank/source.ts';
import type { Desk, DeskAnswer, DeskFact, DeskQuestion, Span } from './types.ts';

const ownPart = (id: string) => id.slice(id.lastIndexOf('/') + 1);

function deskAnswer({ name, names, text, quantity }: SourceQuestion['answer']): DeskAnswer {
	if (names !== undefined) return { form: 'names', names };
	if (name !== undefined) return { form: 'name', name };
	if (quantity !== undefined) return { form: 'quantity', quantity };
	return { form: 'text', text: text ?? '' };
}

/** An object without the keys that have no value. */
function present<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}

/** The words a fact or question stood on before, if it still is of that paragraph. */
function keptSpan(before: Span | undefined, paragraph: Span['paragraph']): Span | undefined {
	return before?.paragraph === paragraph ? before : undefined;
}

function deskFact(fact: SourceFact, before: Desk | undefined): DeskFact {
	const id = ownPart(fact.id);
	const { paragraph, source, standing, when, grave, text } = fact;
	const nowhere = { paragraph, start: 0, end: 0 };
	const sentence = keptSpan(before?.facts[id]?.sentence, paragraph) ?? nowhere;
	return present({ id, sentence, source, standing, when, grave, text });
}

/** Whether the desk would give these forms by itself. */
function areDerived({ kind, forms, distractors }: SourceQuestion, isGrave: boolean): boolean {
	const isTyped = forms?.length === 1 && forms[0] === 'type';
	return isTyped && isGrave && kind === 'how-many' && distractors.length === 0;
}

interface Around {
	before: Desk | undefined;
	facts: Record<string, DeskFact>;
	/** Ends of ids that more than one question has. */
	doubled: ReadonlySet<string>;
}

/** What the desk only keeps of a question, so that nothing of a file is lost. */
function keptOnly(question: SourceQuestion, isGrave: boolean): Partial<DeskQuestion> {
	const { cue, later, forms, was, answer } = question;
	return {
		cue,
		forms: forms && !areDerived(question, isGrave) ? forms : undefined,
		not: answer.not.length > 0 ? answer.not : undefined,
		later,
		was: was.length > 0 ? was : undefined
	};
}

function deskQuestion(question: SourceQuestion, { before, facts, doubled }: Around): DeskQuestion {
	const { comparisonId, kind, level, ask, answer, distractors, explain } = question;
	const [, owner = '', own = ''] = question.id.split('/');
	const id = doubled.has(own) ? `${owner}/${own}` : own;
	const factId = comparisonId === undefined ? owner : '';
	const fact = facts[factId];
	const span = fact && keptSpan(before?.questions[id]?.span, fact.sentence.paragraph);
	return present({
		...{ id, factId, comparisonId, kind, level, ask, answer: deskAnswer(answer), span },
		...{ accept: answer.accept, distractors, explain },
		...keptOnly(question, fact?.grave !== undefined)
	});
}

function doubledParts(questions: SourceQuestion[]): Set<string> {
	const seen = new Set<string>();
	const parts = questions.map(({ id }) => ownPart(id));
	return new Set(parts.filter((part) => seen.size === seen.add(part).size));
}

const keyed = <T extends { id: string }>(things: T[]): Record<string, T> =>
	Object.fromEntries(things.map((thing) => [thing.id, thing]));

type Head = SourceBank['reports'][number];

function deskHead({ title, publisher, date, place, notice }: Head): Desk['head'] {
	return present({ title, publisher, date, place: place || undefined, notice });
}

/** The parts of a desk that most have not. */
function rareParts({ brief, timeline }: Head, bank: SourceBank): Partial<Desk> {
	const comparisons = bank.comparisons.map(({ facts, ...rest }) => ({ ...rest, factIds: facts }));
	return {
		comparisons: comparisons.length > 0 ? keyed(comparisons) : undefined,
		brief: brief.plain.length + brief.full.length > 0 ? brief : undefined,
		timeline: timeline.length > 0 ? timeline : undefined
	};
}

/**
 * A bank file opened on the desk. It brings no text: what the desk had before of the same report
 * (its text, and the words that facts and answers stand on) is kept.
 */
export function deskOf(bank: SourceBank, before?: Desk): Desk | undefined {
	const [report] = bank.reports;
	if (!report) return undefined;
	const facts = keyed(bank.facts.map((fact) => deskFact(fact, before)));
	const around = { before, facts, doubled: doubledParts(bank.questions) };
	const { pasted, taken, paragraphs } = before ?? { pasted: '', taken: [], paragraphs: [] };
	return present({
		...{ id: report.id, head: deskHead(report), pasted, taken, paragraphs },
		paragraphCount: report.paragraphs,
		facts,
		questions: keyed(bank.questions.map((question) => deskQuestion(question, around))),
		...rareParts(report, bank)
	});
}
