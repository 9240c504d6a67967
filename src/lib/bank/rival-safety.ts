import { foldKey } from './fold-key.ts';
import { parseQuantity } from '#lib/text/quantities.ts';
import { FUNCTION_WORDS } from '#lib/text/quantity-words.ts';
import type { Quantity } from '#lib/text/types.ts';
import { mayPassFor } from './figures.ts';
import { holdsWords, nameIdsOf, rightTexts, spellings } from './key-texts.ts';
import { relatives } from './relatives.ts';
import type { NamePiece } from './schema.ts';
import type { SourceBank, SourceQuestion } from './source.ts';
import type { Rival } from './types.ts';

/** A bank with what rivals are looked up by. */
export interface RivalBank extends SourceBank {
	byId: ReadonlyMap<string, NamePiece>;
	idBySpelling: ReadonlyMap<string, string>;
	/** Name id → reports whose answers or sources it is. */
	reportsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A question whose rivals are looked for, with what is right for it. */
export interface RivalKey {
	question: SourceQuestion;
	right: string[];
	figures: Quantity[];
	/** The names that are right, and everything they are part of or act for, and that is or does so of them. */
	named: NamePiece[];
	related: ReadonlySet<string>;
	bank: RivalBank;
}

const longWords = (text: string) =>
	new Set(
		foldKey(text)
			.split(' ')
			.filter((word) => word.length > 3)
	);

const tellingWords = (text: string) =>
	new Set(
		foldKey(text)
			.split(' ')
			.filter((word) => word.length > 2 && !FUNCTION_WORDS.has(word))
	);

function shareWords(a: string, b: string): boolean {
	const [left, right] = [tellingWords(a), tellingWords(b)];
	const shared = [...left].filter((word) => right.has(word)).length;
	return shared > 0 && shared * 2 >= Math.min(left.size, right.size);
}

/** Whether a person's role is told by the name: "Middle East analyst" is Kyle Orton too. */
function isRoleOf(role: NamePiece, { role: told }: NamePiece): boolean {
	if (told === undefined) return false;
	const words = longWords(told);
	return spellings(role).some((spelling) => {
		const own = [...longWords(spelling)];
		return own.length > 0 && own.every((word) => words.has(word));
	});
}

/** Whether two names may mean the same people: a person and their role, forces of one side. */
function mayMeanSame(a: NamePiece, b: NamePiece): boolean {
	const isForces = [a, b].every(({ type }) => type === 'group' || type === 'organisation');
	if (isForces && a.side === b.side && a.side !== undefined && a.side !== 'neither') return true;
	return isRoleOf(a, b) || isRoleOf(b, a);
}

/** Whether a text is right, part of what is right, or might be. */
function mightBeRight(text: string, { right }: RivalKey): boolean {
	return right.some(
		(each) => holdsWords(each, text) || holdsWords(text, each) || shareWords(each, text)
	);
}

function isNameSafe(id: string, { related, named, bank, right }: RivalKey): boolean {
	const name = bank.byId.get(id);
	if (!name || related.has(id)) return false;
	if (named.some((answer) => mayMeanSame(answer, name))) return false;
	return !spellings(name).some((spelling) => right.some((each) => holdsWords(each, spelling)));
}

function isFigureSafe(text: string, { figures }: RivalKey): boolean {
	const figure = parseQuantity(text);
	return figure !== null && !figures.some((each) => mayPassFor(each, figure));
}

/** Whether a rival is surely wrong for a question. */
export function isSafe(rival: Rival, key: RivalKey): boolean {
	if ('name' in rival) return isNameSafe(rival.name, key);
	if (key.question.answer.quantity !== undefined) return isFigureSafe(rival.text, key);
	return !mightBeRight(rival.text, key);
}

/** What is right for a question. */
export function rivalKey(question: SourceQuestion, bank: RivalBank): RivalKey {
	const right = rightTexts(question.answer, bank.byId);
	const ids = new Set([
		...nameIdsOf(question.answer),
		...right.flatMap((text) => bank.idBySpelling.get(foldKey(text)) ?? [])
	]);
	return {
		question,
		right,
		figures: right.flatMap((text) => parseQuantity(text) ?? []),
		named: [...ids].flatMap((id) => bank.byId.get(id) ?? []),
		related: new Set([...ids].flatMap((id) => [...relatives(id, { names: bank.byId })])),
		bank
	};
}
