import type { Fact, Kind, Level, Question } from '#lib/bank/types.ts';
import { KINDS } from '#lib/bank/types.ts';
import { addTo, remember, reportsOf, type BankIndex } from './bank-index.ts';
import { givesAway, secretOf, shownText, type Secret, type Shown } from './leaks.ts';
import { shuffled, someShuffled, type Random } from './random.ts';
import type { Blueprint } from './types.ts';

/** How much likelier a level is drawn first. */
const WEIGHTS: Record<Level, number> = { core: 6, detail: 2, fine: 1 };

/** How many questions of a kind are tried for one paper at most. */
const MOST_DRAWN = 120;

/** Of the questions to be tried first, how many are held against how many asks for answers on everyone's lips. */
const MOST_WEIGHED = 48;
const MOST_READ = 16;

/** Questions to draw from, by kind and level. */
export type Pool = readonly { kind: Kind; level: Level; questions: readonly Question[] }[];

/** A question with its place in the draw: the lower the key, the sooner. */
interface Keyed {
	question: Question;
	key: number;
}

/** The questions a blueprint admits, those of each kind and level together. */
export function eligible(index: BankIndex, blueprint: Blueprint): Pool {
	const { levels, length } = blueprint;
	const tests = testsOf(index, blueprint);
	return candidates(index, blueprint)
		.filter(({ kind }) => typeof length === 'number' || !!length[kind])
		.filter(({ level }) => levels.length === 0 || levels.includes(level))
		.map((group) => {
			if (tests.length === 0) return group;
			const questions = group.questions.filter((question) => tests.every((test) => test(question)));
			return { ...group, questions };
		});
}

/** How many questions a pool has. */
export function poolSize(pool: Pool): number {
	return pool.reduce((sum, { questions }) => sum + questions.length, 0);
}

/** The least that need be looked at: what is named, or what the reports ask, or the whole bank. */
function candidates(index: BankIndex, { only, reports }: Blueprint): Pool {
	if (only) return grouped(only.flatMap((id) => index.questions.get(id) ?? []));
	if (reports.length === 0) return wholeBank(index, '');
	return grouped(reports.flatMap((id) => index.questionsOfReport.get(id) ?? []));
}

/** A large bank is sorted once, not for each paper. */
const wholeBank = remember((index, _: '') => grouped(index.bank.questions));

/** Each question once, by kind and level. */
function grouped(questions: readonly Question[]): Pool {
	const groups = new Map<string, Question[]>();
	for (const question of new Set(questions))
		addTo(groups, `${question.kind} ${question.level}`, question);
	return [...groups.values()].flatMap((list) => {
		const [first] = list;
		return first ? { kind: first.kind, level: first.level, questions: list } : [];
	});
}

/** What of a blueprint speaks against some questions of a kind and level. */
function testsOf(index: BankIndex, blueprint: Blueprint): ((question: Question) => boolean)[] {
	const { about, minutes } = blueprint;
	const reports = new Set(blueprint.reports);
	const tests: ((question: Question) => boolean)[] = [];
	if (!blueprint.grave || minutes !== undefined) tests.push(({ grave }) => !grave);
	if (reports.size > 0)
		tests.push((question) => reportsOf(index, question).every((id) => reports.has(id)));
	if (about === 'comparisons') tests.push(({ comparisonId }) => comparisonId !== undefined);
	if (about === 'claims')
		tests.push(({ factIds }) => factIds.some((id) => isClaim(index.facts.get(id))));
	return tests;
}

/**
 * The order in which questions are tried: core likelier first, reports in turn, a fact's second question
 * last.
 */
export function drawOrder(index: BankIndex, pool: Pool, random: Random): Question[] {
	const drawn = KINDS.flatMap((kind) =>
		lowestKeys(
			pool.filter((group) => group.kind === kind),
			random
		)
	);
	const mixed = inTurn(
		drawn.sort(byKey).map(({ question }) => question),
		(question) => (question.comparisonId ? 'compare' : (reportsOf(index, question)[0] ?? ''))
	);
	const asks = mixed.slice(0, MOST_READ).map(({ ask }) => shownText(index, ask));
	const [common, rare] = split(
		mixed,
		(question, i) => i < MOST_WEIGHED && isCommon(secretOf(index, question), asks)
	);
	const facts = new Set<string>();
	const [fresh, again] = split(rare, ({ factIds }) => {
		const isFresh = !factIds.some((id) => facts.has(id));
		for (const id of factIds) facts.add(id);
		return isFresh;
	});
	return [...fresh, ...again, ...common];
}

/** How many items of each kind make a number of them, spread evenly over the kinds there are. */
export function evenly(questions: Question[], count: number, random: Random): Record<Kind, number> {
	const quota: Record<Kind, number> = { who: 0, what: 0, where: 0, 'how-many': 0 };
	const left = { ...quota };
	for (const { kind } of questions) left[kind]++;
	const kinds = shuffled(random, KINDS);
	let open = Math.min(count, questions.length);
	while (open > 0)
		for (const kind of kinds) {
			if (open === 0 || quota[kind] === left[kind]) continue;
			quota[kind]++;
			open--;
		}
	return quota;
}

/**
 * The first of a weighted draw without putting back. Of a large bank only they get a key: within a level
 * all weigh the same, so they come in any order, and the steps from one key to the next are known.
 * @see Efraimidis and Spirakis 2006, weighted random sampling: key = −ln(u) / weight, lowest first
 * @see Rényi 1953, order statistics: the i-th lowest of n is −ln(u) / (weight · (n − i)) above the one before
 */
function lowestKeys(pool: Pool, random: Random): Keyed[] {
	const keyed = pool.flatMap(({ level, questions }) => {
		let key = 0;
		return someShuffled(random, questions, MOST_DRAWN).map((question, i): Keyed => {
			key -= Math.log(1 - random()) / (WEIGHTS[level] * (questions.length - i));
			return { question, key };
		});
	});
	return keyed.sort(byKey).slice(0, MOST_DRAWN);
}

function byKey(one: Keyed, other: Keyed): number {
	return one.key - other.key;
}

function isClaim(fact: Fact | undefined): boolean {
	return !!fact && fact.standing !== 'stated' && fact.standing !== 'estimated';
}

/** Whether an answer is named by so many asks that it would keep them out of the paper: it is tried last. */
function isCommon({ phrases }: Secret, asks: Shown[]): boolean {
	const told = asks.filter((shown) => givesAway(shown, { phrases }));
	return told.length > Math.max(1, asks.length / 6);
}

function split<T>(list: T[], test: (value: T, i: number) => boolean): [T[], T[]] {
	const [yes, no]: [T[], T[]] = [[], []];
	list.forEach((value, i) => (test(value, i) ? yes : no).push(value));
	return [yes, no];
}

/** One of each group in turn, each group in its own order. */
function inTurn<T>(list: T[], groupOf: (value: T) => string): T[] {
	const groups = new Map<string, T[]>();
	for (const value of list) addTo(groups, groupOf(value), value);
	const rounds: T[][] = [];
	for (const row of groups.values())
		row.forEach((value, i) => {
			(rounds[i] ??= []).push(value);
		});
	return rounds.flat();
}
