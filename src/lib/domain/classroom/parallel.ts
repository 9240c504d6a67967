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
const MOST_BUILT = 3;
/** How many papers are drawn to keep the best: one question can give away the answers of many. */
const MOST_DRAWN = 8;

/** What is known of the paper that others have sat. */
type FirstPaper = Pick<ClassQuiz, 'blueprint' | 'items'>;

/** Another paper that asks other questions. */
export interface Parallel {
	items: Item[];
	/** Numbers of the first paper's items that no other question could stand for. */
	notReplaced: number[];
	/** Numbers of those whose place is taken by another question on the same facts. */
	sameFacts: number[];
	/** Numbers of those whose place is taken by an item of another form. */
	otherForms: number[];
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
	/** Grave for grave, a comparison for a comparison. */
	alike: boolean;
	sameLevel: boolean;
	sameForm: boolean;
}

const STRICT: Terms = { freshFacts: true, alike: true, sameLevel: true, sameForm: true };

/** From the strictest on: other facts matter most, then the form. */
const TERMS: readonly Terms[] = [true, false].flatMap((freshFacts) => [
	{ ...STRICT, freshFacts },
	{ ...STRICT, freshFacts, sameLevel: false },
	{ ...STRICT, freshFacts, alike: false, sameLevel: false },
	{ freshFacts, alike: false, sameLevel: false, sameForm: false }
]);

function askedQuestions(index: BankIndex, items: readonly Item[]): Question[] {
	const ids = items.flatMap(({ parts }) => parts.map(({ questionId }) => questionId));
	return ids.flatMap((id: QuestionId) => index.questions.get(id) ?? []);
}

/** What a quiz was drawn by; picked by hand, what its items have in common. */
function drawnBy(index: BankIndex, { blueprint, items }: FirstPaper): Blueprint {
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

function startDrawing(bank: Bank, quiz: FirstPaper, seed: string): Drawing {
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

function isAlike(question: Question, first: Question): boolean {
	return !question.grave === !first.grave && !question.comparisonId === !first.comparisonId;
}

/** The questions that may stand for one under such terms; none is grave where the first is not. */
function standIns(drawing: Drawing, first: Question, terms: Terms): Question[] {
	return drawing.pool.filter(
		(question) =>
			question.kind === first.kind &&
			!(question.grave && !first.grave) &&
			(!terms.alike || isAlike(question, first)) &&
			(!terms.sameLevel || question.level === first.level) &&
			isFresh(drawing, question.factIds) === terms.freshFacts
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
	const isGroup = item.form === 'match' || item.form === 'sort';
	const group = isGroup ? buildGroup(drawing, item, others) : undefined;
	const [first] = askedQuestions(drawing.index, [item]);
	return group ?? (first && buildOne(drawing, { first, form: item.form, others }));
}

/** Items of many questions first, as they find their place hardest; then in the first paper's order. */
function buildingOrder(items: readonly Item[]): number[] {
	const numbers = items.map((_, itemNo) => itemNo);
	const isGroup = (itemNo: number) => (items[itemNo]?.parts.length ?? 0) > 1;
	return [...numbers.filter(isGroup), ...numbers.filter((itemNo) => !isGroup(itemNo))];
}

function drawOnce(bank: Bank, quiz: FirstPaper, seed: string): Parallel {
	const drawing = startDrawing(bank, quiz, seed);
	const numbers = new Map<Entry, number>();
	for (const itemNo of buildingOrder(quiz.items)) {
		const item = quiz.items[itemNo];
		const entry = item && replacement(drawing, item, [...numbers.keys()]);
		if (entry) numbers.set(entry, itemNo);
	}
	const numbersOf = (entries: readonly Entry[]) =>
		entries.flatMap((entry) => numbers.get(entry) ?? []).sort((a, b) => a - b);
	const entries = [...numbers.keys()];
	const graveMayOpen = entries.every(({ grave }) => grave);
	const placed = arrange(entries, { random: drawing.random, graveMayOpen });
	const replaced = new Set(numbersOf(placed));
	return {
		items: placed.map(({ item }) => item),
		notReplaced: quiz.items.map((_, itemNo) => itemNo).filter((itemNo) => !replaced.has(itemNo)),
		sameFacts: numbersOf(placed.filter(({ factIds }) => !isFresh(drawing, factIds))),
		otherForms: numbersOf(
			placed.filter((entry) => quiz.items[numbers.get(entry) ?? -1]?.form !== entry.item.form)
		)
	};
}

/** How far a parallel paper is from what was wanted: 0 is all of it. */
function shortOf({ notReplaced, sameFacts, otherForms }: Parallel): number {
	return 100 * notReplaced.length + 10 * sameFacts.length + otherForms.length;
}

/**
 * Another paper for those who have not sat a quiz: item for item the same kind, form and level where
 * the bank bears it, from the quiz's blueprint or else its reports, never one of its questions, and no
 * fact of its own where that can be. A pure function of bank, quiz and seed.
 */
export function drawParallel(bank: Bank, quiz: FirstPaper, seed: string): Parallel {
	let best = drawOnce(bank, quiz, seed);
	for (let again = 1; again < MOST_DRAWN && shortOf(best) > 0; again++) {
		const other = drawOnce(bank, quiz, `${seed} ${again}`);
		if (shortOf(other) < shortOf(best)) best = other;
	}
	return best;
}
