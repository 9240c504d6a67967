import { canonicalJson } from '#lib/bank/canonical-json.ts';
import { lookUp } from '#lib/bank/look-up.ts';
import type { Bank, Question, QuestionId } from '#lib/bank/types.ts';

/** What of a question a person would miss or notice; rivals follow from the rest of a bank. */
const FIELDS = [
	'id',
	'kind',
	'level',
	'ask',
	'cue',
	'answer',
	'distractors',
	'forms',
	'explain',
	'later',
	'factIds',
	'grave'
] as const;
type Field = (typeof FIELDS)[number];

/** What of a question's facts is told with it. */
const FACT_FIELDS = ['paragraph', 'source', 'standing', 'when', 'text'] as const;

/** A question that stays, and what is new about it; `fact` where only what is told of its fact is. */
interface ChangedQuestion {
	id: QuestionId;
	/** Its id in the older edition, where that was another. */
	was?: QuestionId;
	fields: (Field | 'fact')[];
}

/** What a newer edition of a bank would change. */
export interface EditionChange {
	added: QuestionId[];
	/** Gone with the newer edition; what was studied of them stays for statistics. */
	removed: QuestionId[];
	changed: ChangedQuestion[];
	/** How many questions stay as they are. */
	kept: number;
}

const isSame = (a: unknown, b: unknown) =>
	canonicalJson([a ?? null]) === canonicalJson([b ?? null]);

/** What is told of a question's facts. */
function toldOf(bank: Bank, { factIds }: Question) {
	const look = lookUp(bank);
	return factIds.map((id) => FACT_FIELDS.map((key) => look.fact(id)?.[key] ?? null));
}

/** The spellings that an answer's names stand for: a name may be told anew under the same id. */
function namedIn(bank: Bank, { answer }: Question) {
	if (answer.form === 'text' || answer.form === 'quantity') return [];
	const look = lookUp(bank);
	const ids = answer.form === 'name' ? [answer.name] : answer.names;
	return ids.map((id) => look.name(id) ?? null);
}

interface Edition {
	bank: Bank;
	question: Question;
}

function changedFields(before: Edition, after: Edition): ChangedQuestion['fields'] {
	const fields: ChangedQuestion['fields'] = FIELDS.filter(
		(field) => !isSame(before.question[field], after.question[field])
	);
	const isNamedAnew = !isSame(
		namedIn(before.bank, before.question),
		namedIn(after.bank, after.question)
	);
	if (isNamedAnew && !fields.includes('answer')) fields.push('answer');
	if (!isSame(toldOf(before.bank, before.question), toldOf(after.bank, after.question)))
		fields.push('fact');
	return fields;
}

/** Holds two editions of one bank against each other, question by question; renamed ones are followed. */
export function compareEditions(before: Bank, after: Bank): EditionChange {
	const [old, next] = [lookUp(before), lookUp(after)];
	const oldOf = ({ id, was = [] }: Question) =>
		[id, ...was].map((each) => old.question(each)).find((each) => each !== undefined);
	const pairs = after.questions.map((question) => ({ question, earlier: oldOf(question) }));
	const changed = pairs.flatMap(({ question, earlier }): ChangedQuestion[] => {
		if (!earlier) return [];
		const fields = changedFields({ bank: before, question: earlier }, { bank: after, question });
		if (fields.length === 0) return [];
		return [{ id: question.id, ...(earlier.id !== question.id && { was: earlier.id }), fields }];
	});
	const added = pairs.filter(({ earlier }) => !earlier).map(({ question }) => question.id);
	return {
		added,
		removed: before.questions.filter(({ id }) => !next.question(id)).map(({ id }) => id),
		changed,
		kept: pairs.length - added.length - changed.length
	};
}
