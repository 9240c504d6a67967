import type { Kind, NameId, NameType, Question } from '#lib/bank/types.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { reportsOf, type BankIndex } from './bank-index.ts';
import { drawDistractors, isForeign } from './distractors.ts';
import { getOn, type Entry } from './entry.ts';
import { givesAway, secretOf, shownTexts } from './leaks.ts';
import { nameLure, type Lure } from './lures.ts';
import { randomBetween, shuffled } from './random.ts';
import { lureAllowed, optionOf, supports, type Surroundings } from './single-items.ts';
import type { Option } from './types.ts';

/** A question that can be matched. */
type Pair = Question & { cue: string; answer: { form: 'name'; name: NameId } };

const FEWEST = 3;
const MOST = 5;
/** How many questions are looked at for pairs. */
const MOST_LOOKED_AT = 40;

/** Names that are alike enough to be taken for one another: a role among persons gives itself away. */
const FAMILIES: Record<NameType, string> = {
	person: 'person',
	role: 'role',
	group: 'body',
	organisation: 'body',
	country: 'place',
	city: 'place',
	district: 'place',
	landmark: 'place',
	work: 'thing',
	thing: 'thing'
};

/** Three to five questions of one kind to be matched with names of one family, and one or more to spare. */
export function buildMatch(order: Question[], kind: Kind, around: Surroundings): Entry | undefined {
	const size = randomBetween(around.random, FEWEST, MOST);
	const candidates = order.filter((question) => question.kind === kind).filter(isPair);
	const looked = candidates.slice(0, MOST_LOOKED_AT);
	const familyOfPair = ({ answer }: Pair) => familyOf(around.index, answer.name);
	for (const family of new Set(looked.map(familyOfPair))) {
		const alike = looked.filter((pair) => familyOfPair(pair) === family);
		const pairs = pickPairs(alike, size, around);
		if (pairs.length < FEWEST) continue;
		const spares = spareOptions(pairs, family, around);
		const kept = inCompany(pairs, spares, around.index);
		if (kept.length >= FEWEST && spares.length > 0) return shuffledEntry(kept, spares, around);
	}
	return undefined;
}

function familyOf(index: BankIndex, id: NameId): string | undefined {
	const type = typeOf(index, id);
	return type && FAMILIES[type];
}

/** The pairs whose answer is not the only one of its type: a country among districts gives itself away. */
function inCompany(pairs: Pair[], spares: Lure[], index: BankIndex): Pair[] {
	const spareTypes = spares.map(({ name }) => typeOf(index, name));
	return pairs.filter(
		(pair) => !isLone(index, pair, pairs) || spareTypes.includes(typeOf(index, pair.answer.name))
	);
}

function typeOf(index: BankIndex, id: NameId | undefined): NameType | undefined {
	return id === undefined ? undefined : index.names.get(id)?.type;
}

/** Whether no other pair's answer is of the type of this one's. */
function isLone(index: BankIndex, { answer }: Pair, pairs: Pair[]): boolean {
	const type = typeOf(index, answer.name);
	return pairs.filter((pair) => typeOf(index, pair.answer.name) === type).length === 1;
}

function pickPairs(candidates: Pair[], size: number, { index, others }: Surroundings): Pair[] {
	const pairs: Pair[] = [];
	for (const question of candidates) {
		if (pairs.length === size) break;
		if (!pairs.every((pair) => goTogether(index, pair, question))) continue;
		if (others.every((other) => getOn(entryOf(index, [question], []), other))) pairs.push(question);
	}
	return pairs;
}

function shuffledEntry(pairs: Pair[], spares: Lure[], around: Surroundings): Entry | undefined {
	const { index, random, others } = around;
	const parts = shuffled(random, pairs);
	const rights = parts.map((pair) => ({ text: answerText(index.bank, pair), answers: pair.id }));
	const options = shuffled(random, [...rights, ...spares.map(optionOf)]);
	const entry = entryOf(index, parts, options);
	entry.item = {
		form: 'match',
		parts: parts.map(({ id, cue }) => ({ questionId: id, cue })),
		options,
		right: rights.map((right) => options.indexOf(right))
	};
	return others.every((other) => getOn(entry, other)) ? entry : undefined;
}

function isPair(question: Question): question is Pair {
	return !!question.cue && question.answer.form === 'name' && supports(question, 'match');
}

/** Whether two pairs share no fact, and neither cue nor answer of one serves the other. */
function goTogether(index: BankIndex, one: Pair, other: Pair): boolean {
	if (one.factIds.some((id) => other.factIds.includes(id))) return false;
	const shown = shownTexts(index, [one.cue, other.cue]);
	if ([one, other].some((pair) => givesAway(shown, secretOf(index, pair)))) return false;
	return isWrongFor(index, one, other) && isWrongFor(index, other, one);
}

/** Whether the answer of the first pair is surely wrong for the second. */
function isWrongFor(index: BankIndex, one: Pair, other: Pair): boolean {
	const name = index.names.get(one.answer.name);
	return name !== undefined && isForeign(index, other, nameLure(index, name));
}

/** Names of the family that are wrong for every pair: one of its type for each lone pair, and one or two at least. */
function spareOptions(
	pairs: Pair[],
	family: string | undefined,
	{ index, random, others }: Surroundings
): Lure[] {
	const spares: Lure[] = [];
	const most = randomBetween(random, 1, 2);
	const allowed = lureAllowed(others);
	const isSpare = (lure: Lure) =>
		lure.name !== undefined &&
		familyOf(index, lure.name) === family &&
		!spares.some(({ name }) => name === lure.name) &&
		allowed(lure) &&
		pairs.every((pair) => isForeign(index, pair, lure));
	const draw = (pair: Pair, allows: (lure: Lure) => boolean) =>
		spares.push(...drawDistractors(index, pair, { count: 1, allows, random }));
	for (const pair of pairs.filter((each) => isLone(index, each, pairs))) {
		const type = typeOf(index, pair.answer.name);
		draw(pair, (lure) => isSpare(lure) && typeOf(index, lure.name) === type);
	}
	for (const pair of shuffled(random, pairs)) if (spares.length < most) draw(pair, isSpare);
	return spares;
}

function entryOf(index: BankIndex, pairs: Pair[], options: Option[]): Entry {
	return {
		item: { form: 'match', parts: [], options, right: [] },
		kind: pairs[0]?.kind ?? 'who',
		questionIds: pairs.map(({ id }) => id),
		factIds: pairs.flatMap(({ factIds }) => factIds),
		reportIds: [...new Set(pairs.flatMap((pair) => reportsOf(index, pair)))],
		shown: shownTexts(index, [...pairs.map(({ cue }) => cue), ...options.map(({ text }) => text)]),
		secrets: pairs.map((pair) => secretOf(index, pair))
	};
}
