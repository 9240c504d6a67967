import type { Bank, FactId, Question, QuestionId } from '#lib/bank/types.ts';
import { bankIndex, reportsOf, type BankIndex } from '#lib/domain/quiz/bank-index.ts';
import type { Entry } from '#lib/domain/quiz/entry.ts';
import { buildMatch } from '#lib/domain/quiz/match-items.ts';
import { arrange } from '#lib/domain/quiz/order.ts';
import { eligible } from '#lib/domain/quiz/pool.ts';
import { seededRandom, shuffled, type Random } from '#lib/domain/quiz/random.ts';
import { buildSingle, SINGLE_FORMS, supports } from '#lib/domain/quiz/single-items.ts';
import { buildSort } from '#lib/domain/quiz/sort-items.ts';
import type { Blueprint, Item } from '#lib/domain/quiz/types.ts';
import type { ClassQuiz } from './types.ts';

/** How many questions are tried for one item before looser terms are. */
const MOST_TRIED = 60;
/** How often an item of many questions is built until it has as many as the first paper's. */
const MOST_BUILT = 6;

/** Another paper that asks other questions. */
export interface Parallel {
	items: Item[];
	/** Numbers of the first paper's items that no other question could stand for. */
	notReplaced: number[];
	/** Numbers of those whose place is taken by another question on the same facts. */
	sameFacts: number[];
}

/** What is drawn from, and what the first paper has used up. */
interface Drawing {
	index: BankIndex;
	random: Random;
	/** Other questions, in the order they are tried. */
	pool: Question[];
	usedFacts: ReadonlySet<FactId>;
	forms: readonly Item['form'][];
}

/** Which questions may stand for another, and in which form. */
interface Terms {
	freshFacts: boolean;
	sameLevel: boolean;
	sameForm: boolean;
}

/** From the strictest on; other facts matter more than the same level or form. */
const TERMS: readonly Terms[] = [
	{ freshFacts: true, sameLevel: true, sameForm: true },
	{ freshFacts: true, sameLevel: false, sameForm: true },
	{ freshFacts: true, sameLevel: false, sameForm: false },
	{ freshFacts: false, sameLevel: true, sameForm: true },
	{ freshFacts: false, sameLevel: false, sameForm: true },
	{ freshFacts: false, sameLevel: false, sameForm: false }
];

function askedQuestions(index: BankIndex, items: readonly Item[]): Question[] {
	const ids = items.flatMap(({ parts }) => parts.map(({ questionId }) => questionId));
	return ids.flatMap((id: QuestionId) => index.questions.get(id) ?? []);
}

/** What a quiz was drawn by; picked by hand, what its items have in common. */
function drawnBy(
	index: BankIndex,
	{ blueprint, items }: Pick<ClassQuiz, 'blueprint' | 'items'>
): Blueprint {
	const asked = askedQuestions(index, items);
	const own: Blueprint = {
		reports: [...new Set(asked.flatMap((question) => reportsOf(index, question)))],
		length: items.length,
		levels: [],
		forms: [...new Set(items.map(({ form }) => form))],
		grave: asked.some(({ grave }) => grave !== undefined)
	};
	if (!blueprint || blueprint.only) return own;
	return { ...blueprint, length: items.length };
}

function startDrawing(
	bank: Bank,
	quiz: Pick<ClassQuiz, 'blueprint' | 'items'>,
	seed: string
): Drawing {
	const index = bankIndex(bank);
	const random = seededRandom(seed);
	const asked = askedQuestions(index, quiz.items);
	const used = new Set(asked.map(({ id }) => id));
	const blueprint = drawnBy(index, quiz);
	const pool = eligible(index, blueprint).flatMap(({ questions }) => questions);
	return {
		index,
		random,
		pool: shuffled(
			random,
			pool.filter(({ id }) => !used.has(id))
		),
		usedFacts: new Set([
			...asked.flatMap(({ factIds }) => factIds),
			...quiz.items.flatMap(({ parts }) => parts.flatMap(({ factId }) => factId ?? []))
		]),
		forms: blueprint.forms.length > 0 ? blueprint.forms : SINGLE_FORMS
	};
}

function isFresh({ usedFacts }: Drawing, factIds: readonly FactId[]): boolean {
	return !factIds.some((id) => usedFacts.has(id));
}

/** The questions that may stand for one under such terms; grave for grave, a comparison for a comparison. */
function standIns(drawing: Drawing, first: Question, { freshFacts, sameLevel }: Terms): Question[] {
	return drawing.pool.filter(
		(question) =>
			question.kind === first.kind &&
			!question.grave === !first.grave &&
			!question.comparisonId === !first.comparisonId &&
			(!sameLevel || question.level === first.level) &&
			isFresh(drawing, question.factIds) === freshFacts
	);
}

function buildOne(
	drawing: Drawing,
	{ first, form, others }: { first: Question; form: Item['form']; others: Entry[] }
): Entry | undefined {
	const { index, random } = drawing;
	const spent = new Set(others.flatMap(({ questionIds }) => questionIds));
	for (const terms of TERMS) {
		const forms = SINGLE_FORMS.filter((each) =>
			terms.sameForm ? each === form : drawing.forms.includes(each)
		);
		const questions = standIns(drawing, first, terms).filter(({ id }) => !spent.has(id));
		for (const question of questions.slice(0, MOST_TRIED))
			for (const each of shuffled(random, forms)) {
				if (!supports(question, each)) continue;
				const entry = buildSingle(question, each, { index, random, others });
				if (entry) return entry;
			}
	}
	return undefined;
}

function buildGroup(drawing: Drawing, item: Item, others: Entry[]): Entry | undefined {
	const { index, random, pool } = drawing;
	const around = { index, random, others };
	const kind = askedQuestions(index, [item])[0]?.kind ?? 'who';
	const spent = new Set(others.flatMap(({ questionIds }) => questionIds));
	const open = pool.filter(({ id }) => !spent.has(id));
	const fresh = open.filter(({ factIds }) => isFresh(drawing, factIds));
	for (const questions of [fresh, open]) {
		const built = Array.from({ length: MOST_BUILT }, () => {
			const order = shuffled(random, questions);
			return item.form === 'match' ? buildMatch(order, kind, around) : buildSort(order, around);
		}).filter((entry) => entry !== undefined);
		const alike = built.find((entry) => entry.item.parts.length === item.parts.length);
		if (alike ?? built[0]) return alike ?? built[0];
	}
	return undefined;
}

function replacement(drawing: Drawing, item: Item, others: Entry[]): Entry | undefined {
	if (item.form === 'match' || item.form === 'sort') return buildGroup(drawing, item, others);
	const [first] = askedQuestions(drawing.index, [item]);
	return first && buildOne(drawing, { first, form: item.form, others });
}

/** Items of many questions first, as they find their place hardest; then in the first paper's order. */
function buildingOrder(items: readonly Item[]): number[] {
	const numbers = items.map((_, itemNo) => itemNo);
	const isGroup = (itemNo: number) => (items[itemNo]?.parts.length ?? 0) > 1;
	return [...numbers.filter(isGroup), ...numbers.filter((itemNo) => !isGroup(itemNo))];
}

/**
 * Another paper for those who have not sat a quiz: item for item the same kind, form and level where
 * the bank bears it, from the quiz's blueprint or else its reports, never one of its questions, and no
 * fact of its own where that can be. A pure function of bank, quiz and seed.
 */
export function drawParallel(
	bank: Bank,
	quiz: Pick<ClassQuiz, 'blueprint' | 'items'>,
	seed: string
): Parallel {
	const drawing = startDrawing(bank, quiz, seed);
	const numbers = new Map<Entry, number>();
	for (const itemNo of buildingOrder(quiz.items)) {
		const item = quiz.items[itemNo];
		const entry = item && replacement(drawing, item, [...numbers.keys()]);
		if (entry) numbers.set(entry, itemNo);
	}
	const entries = [...numbers.keys()];
	const graveMayOpen = entries.every(({ grave }) => grave);
	const placed = arrange(entries, { random: drawing.random, graveMayOpen });
	const replaced = new Set(placed.flatMap((entry) => numbers.get(entry) ?? []));
	return {
		items: placed.map(({ item }) => item),
		notReplaced: quiz.items.map((_, itemNo) => itemNo).filter((itemNo) => !replaced.has(itemNo)),
		sameFacts: placed
			.filter(({ factIds }) => !isFresh(drawing, factIds))
			.flatMap((entry) => numbers.get(entry) ?? [])
			.sort((a, b) => a - b)
	};
}
