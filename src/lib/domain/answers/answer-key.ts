import type { Bank, Name, NameId, Question, Rival } from '#lib/bank/types.ts';
import { namesOf } from './answer-text.ts';
import type { AnswerKey, KeyName, KeyRival, RelatedName } from './types.ts';

/** What the answers of a bank look up, built once a bank. */
interface Lookup {
	names: Map<NameId, Name>;
	/** By every spelling in lower case. */
	idsBySpelling: Map<string, NameId>;
	/** The question that a text answers, by the text in lower case. */
	asks: Map<string, string>;
}

const lookups = new WeakMap<Bank, Lookup>();

function lookupOf(bank: Bank): Lookup {
	const known = lookups.get(bank);
	if (known) return known;
	const lookup: Lookup = {
		names: namesOf(bank),
		idsBySpelling: new Map(
			bank.names.flatMap(({ id, name, aliases }) =>
				[name, ...aliases].map((text): [string, NameId] => [text.toLowerCase(), id])
			)
		),
		asks: new Map()
	};
	for (const { answer, ask } of bank.questions) {
		if (answer.form === 'text') lookup.asks.set(answer.text.toLowerCase(), ask);
		if (answer.form === 'quantity') lookup.asks.set(answer.quantity.toLowerCase(), ask);
	}
	lookups.set(bank, lookup);
	return lookup;
}

function relatedName({ id, name, type, aliases }: Name): RelatedName {
	return { id, name, type, aliases };
}

/** The wholes of a name, nearest first; a circle in the bank ends where it closes. */
function wholesOf(name: Name, names: Map<NameId, Name>): RelatedName[] {
	const wholes: RelatedName[] = [];
	const seen = new Set([name.id]);
	let next = name.partOf;
	while (next !== undefined && !seen.has(next)) {
		seen.add(next);
		const whole = names.get(next);
		if (whole) wholes.push(relatedName(whole));
		next = whole?.partOf;
	}
	return wholes;
}

/** A name that a bank does not know is taken at its id, so that a broken bank still grades. */
function keyName(id: NameId, { names }: Lookup): KeyName {
	const name = names.get(id);
	if (!name) return { id, name: id, type: 'thing', aliases: [], partOf: [] };
	const actsFor = names.get(name.actsFor ?? '');
	return {
		id,
		name: name.name,
		type: name.type,
		aliases: name.aliases,
		...(name.role && { role: name.role }),
		partOf: wholesOf(name, names),
		...(actsFor && { actsFor: relatedName(actsFor) })
	};
}

function keyRival(rival: Rival, lookup: Lookup): KeyRival {
	if ('name' in rival) return { form: 'name', name: keyName(rival.name, lookup) };
	const tells = lookup.asks.get(rival.text.toLowerCase());
	return { form: 'text', text: rival.text, ...(tells && { tells }) };
}

/** The author's wrong options are rivals too, as names where they are one. */
function rivalsOf({ rivals, distractors }: Question, { idsBySpelling }: Lookup): Rival[] {
	const options = distractors.map((text): Rival => {
		const name = idsBySpelling.get(text.toLowerCase());
		return name === undefined ? { text } : { name };
	});
	const known = new Set(rivals.map((rival) => JSON.stringify(rival)));
	return [...rivals, ...options.filter((option) => !known.has(JSON.stringify(option)))];
}

function keyAnswer({ answer }: Question, lookup: Lookup): AnswerKey['answer'] {
	if (answer.form === 'name') return { form: 'name', name: keyName(answer.name, lookup) };
	if (answer.form === 'names') {
		return { form: 'names', names: answer.names.map((id) => keyName(id, lookup)) };
	}
	if (answer.form === 'text') return { form: 'text', text: answer.text };
	return { form: 'quantity', quantity: answer.quantity };
}

/** Everything the grader needs of a question, its names and rivals looked up in the bank. */
export function answerKey(bank: Bank, question: Question): AnswerKey {
	const lookup = lookupOf(bank);
	return {
		kind: question.kind,
		ask: question.ask,
		answer: keyAnswer(question, lookup),
		accept: question.answer.accept ?? [],
		not: question.answer.not ?? [],
		rivals: rivalsOf(question, lookup).map((rival) => keyRival(rival, lookup))
	};
}
