import type { NameType, NearMiss } from '#lib/bank/types.ts';
import type { AnswerKey, KeyName, KeyRival } from '#lib/domain/answers/types.ts';

/** A name for tests: its id is the name in lower case. */
export function keyName(name: string, type: NameType, more: Partial<KeyName> = {}): KeyName {
	return { id: name.toLowerCase(), name, type, aliases: [], partOf: [], ...more };
}

/** What a key has beside its answer. */
export interface Rest {
	ask?: string;
	kind?: AnswerKey['kind'];
	accept?: string[];
	not?: NearMiss[];
	rivals?: (KeyName | string)[];
}

function rival(one: KeyName | string): KeyRival {
	return typeof one === 'string' ? { form: 'text', text: one } : { form: 'name', name: one };
}

function keyOf(answer: AnswerKey['answer'], rest: Rest): AnswerKey {
	const { ask = 'Which is it?', kind = 'who', accept = [], not = [], rivals = [] } = rest;
	return { kind, ask, answer, accept, not, rivals: rivals.map(rival) };
}

/** A key whose answer is one name. */
export function nameKey(name: KeyName, rest: Rest = {}): AnswerKey {
	return keyOf({ form: 'name', name }, rest);
}

/** A key whose answer is several names. */
export function namesKey(names: KeyName[], rest: Rest = {}): AnswerKey {
	return keyOf({ form: 'names', names }, rest);
}

/** A key whose answer is a text. */
export function textKey(text: string, rest: Rest = {}): AnswerKey {
	return keyOf({ form: 'text', text }, { kind: 'what', ...rest });
}

/** A key whose answer is a figure. */
export function quantityKey(quantity: string, rest: Rest = {}): AnswerKey {
	return keyOf({ form: 'quantity', quantity }, { kind: 'how-many', ...rest });
}
