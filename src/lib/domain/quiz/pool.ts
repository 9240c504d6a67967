import type { Fact, Kind, Level, Question } from '#lib/bank/types.ts';
import { KINDS } from '#lib/bank/types.ts';
import { addTo, reportsOf, type BankIndex } from './bank-index.ts';
import { givesAway, secretOf, shownText, type Secret, type Shown } from './leaks.ts';
import { shuffled, type Random } from './random.ts';
import type { Blueprint } from './types.ts';

/** How much likelier a level is drawn first. */
const WEIGHTS: Record<Level, number> = { core: 6, detail: 2, fine: 1 };

/** How many questions of a kind are tried for one paper at most. */
const MOST_KEPT = 200;

/** Of the questions to be tried first, how many are held against how many asks for answers on everyone's lips. */
const MOST_WEIGHED = 48;
const MOST_READ = 16;

/** A question with its place in the draw: the lower the key, the sooner. */
interface Keyed {
	question: Question;
	key: number;
}

/** The questions a blueprint admits, in the bank's order. */
export function eligible(index: BankIndex, blueprint: Blueprint): Question[] {
	const { levels, length, about } = blueprint;
	const only = blueprint.only && new Set(blueprint.only);
	const reports = new Set(blueprint.reports);
	const grave = blueprint.grave && blueprint.minutes === undefined;
	const tests: ((question: Question) => boolean)[] = [
		({ id, was = [] }) => !only || [id, ...was].some((each) => only.has(each)),
		({ level }) => levels.length === 0 || levels.includes(level),
		(question) => grave || !question.grave,
		({ kind }) => typeof length === 'number' || !!length[kind],
		(question) => reports.size === 0 || reportsOf(index, question).every((id) => reports.has(id)),
		(question) => isAbout(index, question, about)
	];
	return index.bank.questions.filter((question) => tests.every((test) => test(question)));
}

/**
 * The order in which questions are tried: core likelier first, reports in turn, a fact's second question
 * last.
 * @see Efraimidis and Spirakis 2006, weighted random sampling: key = −ln(u) / weight, lowest first
 */
export function drawOrder(index: BankIndex, questions: Question[], random: Random): Question[] {
	const keyed = new Map<Kind, Keyed[]>();
	for (const question of questions) {
		const key = -Math.log(1 - random()) / WEIGHTS[question.level];
		addTo(keyed, question.kind, { question, key });
	}
	const kept = [...keyed.values()].flatMap(lowest);
	kept.sort((a, b) => a.key - b.key);
	const mixed = inTurn(
		kept.map(({ question }) => question),
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

/** Those with the lowest keys: a large bank is not put in order to its end. */
function lowest(keyed: Keyed[]): Keyed[] {
	if (keyed.length <= MOST_KEPT) return keyed;
	const keys = new Float64Array(keyed.length);
	keyed.forEach(({ key }, i) => (keys[i] = key));
	const limit = keys.sort()[MOST_KEPT] ?? Infinity;
	return keyed.filter(({ key }) => key < limit);
}

function isAbout(index: BankIndex, question: Question, about: Blueprint['about']): boolean {
	if (about === 'comparisons') return question.comparisonId !== undefined;
	if (about !== 'claims') return true;
	return question.factIds.some((id) => isClaim(index.facts.get(id)));
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
	const rows = [...groups.values()];
	const longest = Math.max(0, ...rows.map((row) => row.length));
	const out: T[] = [];
	for (let i = 0; i < longest; i++) for (const row of rows) out.push(...row.slice(i, i + 1));
	return out;
}
