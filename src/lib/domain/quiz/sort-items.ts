import type { Fact, Question, Standing } from '#lib/bank/types.ts';
import type { BankIndex } from './bank-index.ts';
import { getOn, type Entry } from './entry.ts';
import { shownTexts } from './leaks.ts';
import { randomBetween, shuffled } from './random.ts';
import { supports, type Surroundings } from './single-items.ts';
import type { Part } from './types.ts';

/** A fact to be sorted, with the question it stands for. */
interface Sortable {
	fact: Fact;
	question: Question;
}

const FEWEST = 4;
const MOST = 6;
/** How many questions are looked at for facts to sort. */
const MOST_LOOKED_AT = 120;

/** The standings a person sorts into; an estimate is too near to a claim to be told from it. */
export const SORT_STANDINGS = [
	'stated',
	'claimed',
	'forecast',
	'opinion'
] as const satisfies Standing[];

/** Four to six sentences to be sorted by how sure they are, of two standings or more. */
export function buildSort(order: Question[], around: Surroundings): Entry | undefined {
	const { index, random, others } = around;
	const size = randomBetween(random, FEWEST, MOST);
	const rows = shuffled(random, byStanding(order, around)).filter((row) => row.length > 0);
	if (rows.length < 2) return undefined;
	const chosen: Sortable[] = [];
	for (let turn = 0; chosen.length < size && rows.some((row) => turn < row.length); turn++)
		chosen.push(...rows.flatMap((row) => row[turn] ?? []).slice(0, size - chosen.length));
	if (chosen.length < FEWEST) return undefined;
	const entry = entryOf(index, shuffled(random, chosen));
	return others.every((other) => getOn(entry, other)) ? entry : undefined;
}

/** The facts of the questions, each once, by standing; core ones first within each. */
function byStanding(order: Question[], { index, others }: Surroundings): Sortable[][] {
	const rows = new Map<Standing, Sortable[]>(SORT_STANDINGS.map((standing) => [standing, []]));
	const seen = new Set(others.flatMap(({ factIds }) => factIds));
	const looked = order.slice(0, MOST_LOOKED_AT);
	const core = looked.filter(({ level }) => level === 'core');
	for (const question of [...core, ...looked.filter(({ level }) => level !== 'core')]) {
		const fact = sortable(index, question);
		const row = fact && rows.get(fact.standing);
		if (!row || row.length === MOST || seen.has(fact.id)) continue;
		seen.add(fact.id);
		const one = entryOf(index, [{ fact, question }]);
		if (others.every((other) => getOn(one, other))) row.push({ fact, question });
	}
	return [...rows.values()];
}

function sortable(index: BankIndex, question: Question): Fact | undefined {
	const [factId, ...more] = question.factIds;
	if (factId === undefined || more.length > 0 || !supports(question, 'sort')) return undefined;
	const fact = index.facts.get(factId);
	// A fact that came without a sentence has nothing to show.
	return fact?.grave || fact?.text === '' ? undefined : fact;
}

function entryOf(index: BankIndex, chosen: Sortable[]): Entry {
	const parts = chosen.map(({ fact, question }): Part => ({
		questionId: question.id,
		cue: fact.text,
		factId: fact.id
	}));
	return {
		item: { form: 'sort', parts, right: chosen.map(({ fact }) => fact.standing) },
		kind: 'what',
		questionIds: chosen.map(({ question }) => question.id),
		factIds: chosen.map(({ fact }) => fact.id),
		reportIds: [...new Set(chosen.map(({ fact }) => fact.reportId))],
		shown: shownTexts(
			index,
			chosen.map(({ fact }) => fact.text)
		),
		secrets: []
	};
}
