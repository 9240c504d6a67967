import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import type { Bank, Name, NameId, Question, Rival } from '#lib/bank/types.ts';
import type { AnswerKey, KeyName, KeyRival, RelatedName } from './types.ts';

/** What the words of a bank's answers stand for, each in lower case. */
interface Spoken {
	/** By every spelling of a name. */
	names: Map<string, NameId>;
	/** The question that a text answers. */
	asks: Map<string, string>;
}

const spoken = new WeakMap<Bank, Spoken>();

function spokenOf(bank: Bank): Spoken {
	const known = spoken.get(bank);
	if (known) return known;
	const names = bank.names.flatMap(({ id, name, aliases }) =>
		[name, ...aliases].map((text): [string, NameId] => [text.toLowerCase(), id])
	);
	const asks = bank.questions.flatMap(({ answer, ask }): [string, string][] => {
		if (answer.form === 'text') return [[answer.text.toLowerCase(), ask]];
		return answer.form === 'quantity' ? [[answer.quantity.toLowerCase(), ask]] : [];
	});
	const made = { names: new Map(names), asks: new Map(asks) };
	spoken.set(bank, made);
	return made;
}

function relatedName({ id, name, type, aliases }: Name): RelatedName {
	return { id, name, type, aliases };
}

/** The wholes of a name, nearest first; a circle in the bank ends where it closes. */
function wholesOf(name: Name, look: LookUp): RelatedName[] {
	const wholes: RelatedName[] = [];
	const seen = new Set([name.id]);
	let next = name.partOf;
	while (next !== undefined && !seen.has(next)) {
		seen.add(next);
		const whole = look.name(next);
		if (whole) wholes.push(relatedName(whole));
		next = whole?.partOf;
	}
	return wholes;
}

/** A name that a bank does not know is taken at its id, so that a broken bank still grades. */
function keyName(id: NameId, look: LookUp): KeyName {
	const name = look.name(id);
	if (!name) return { id, name: id, type: 'thing', aliases: [], partOf: [] };
	const actsFor = look.name(name.actsFor ?? '');
	return {
		id,
		name: name.name,
		type: name.type,
		aliases: name.aliases,
		...(name.role && { role: name.role }),
		partOf: wholesOf(name, look),
		...(actsFor && { actsFor: relatedName(actsFor) })
	};
}

function keyRival(rival: Rival, look: LookUp): KeyRival {
	if ('name' in rival) return { form: 'name', name: keyName(rival.name, look) };
	const tells = spokenOf(look.bank).asks.get(rival.text.toLowerCase());
	return { form: 'text', text: rival.text, ...(tells && { tells }) };
}

/** The author's wrong options are rivals too, as names where they are one. */
function rivalsOf({ rivals, distractors }: Question, { bank }: LookUp): Rival[] {
	const { names } = spokenOf(bank);
	const options = distractors.map((text): Rival => {
		const name = names.get(text.toLowerCase());
		return name === undefined ? { text } : { name };
	});
	const known = new Set(rivals.map((rival) => JSON.stringify(rival)));
	return [...rivals, ...options.filter((option) => !known.has(JSON.stringify(option)))];
}

function keyAnswer({ answer }: Question, look: LookUp): AnswerKey['answer'] {
	if (answer.form === 'name') return { form: 'name', name: keyName(answer.name, look) };
	if (answer.form === 'names') {
		return { form: 'names', names: answer.names.map((id) => keyName(id, look)) };
	}
	if (answer.form === 'text') return { form: 'text', text: answer.text };
	return { form: 'quantity', quantity: answer.quantity };
}

/** Everything the grader needs of a question, its names and rivals looked up in the bank. */
export function answerKey(bank: Bank, question: Question): AnswerKey {
	const look = lookUp(bank);
	return {
		kind: question.kind,
		ask: question.ask,
		answer: keyAnswer(question, look),
		accept: question.answer.accept ?? [],
		not: question.answer.not ?? [],
		rivals: rivalsOf(question, look).map((rival) => keyRival(rival, look))
	};
}
