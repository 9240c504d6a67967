import type { LookUp } from '#lib/bank/look-up.ts';
import type { Bank, Kind, Level, Name, NameId, Question, ReportId } from '#lib/bank/types.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { foldKey } from '#lib/text/fold.ts';
import { reportOf } from './card-metas.ts';

/** A question as it is searched. */
export interface IndexedQuestion {
	question: Question;
	reportId: ReportId;
	names: ReadonlySet<NameId>;
	/** Folded: what it asks, its answer, its names and its facts. */
	text: string;
}

/** What to look for; a missing filter lets everything pass. */
export interface Wanted {
	text: string;
	kind?: Kind;
	level?: Level;
	reportId?: ReportId;
	name?: NameId;
	/** With matters of deaths, children or injuries, or without. */
	grave?: boolean;
}

const AT_ONCE = 500;
const indexes = new WeakMap<Bank, Promise<IndexedQuestion[]>>();

/** Folds all questions of a bank for searching, once; the page stays responsive meanwhile. */
export function indexOf(look: LookUp): Promise<IndexedQuestion[]> {
	const made = indexes.get(look.bank) ?? makeIndex(look);
	indexes.set(look.bank, made);
	return made;
}

async function makeIndex(look: LookUp): Promise<IndexedQuestion[]> {
	const index: IndexedQuestion[] = [];
	for (const question of look.bank.questions) {
		index.push(indexed(look, question));
		if (index.length % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
	}
	return index;
}

function indexed(look: LookUp, question: Question): IndexedQuestion {
	const facts = question.factIds.flatMap((id) => look.fact(id) ?? []);
	const names = namesOf(look, question);
	const spellings = [...names].flatMap((id) => {
		const name = look.name(id);
		return name ? [name.name, ...name.aliases] : [];
	});
	const texts = [question.ask, answerText(look.bank, question), ...spellings];
	return {
		question,
		reportId: reportOf(look, question),
		names,
		text: foldKey([...texts, ...facts.map((fact) => fact.text)].join(' · '))
	};
}

function namesOf(look: LookUp, { answer, factIds }: Question): Set<NameId> {
	const names = new Set(factIds.flatMap((id) => look.fact(id)?.source ?? []));
	if (answer.form === 'name') names.add(answer.name);
	if (answer.form === 'names') for (const name of answer.names) names.add(name);
	return names;
}

/** The questions that hold every word looked for and pass every filter, in the bank's order. */
export function matching(index: readonly IndexedQuestion[], wanted: Wanted): IndexedQuestion[] {
	const words = foldKey(wanted.text).split(' ').filter(Boolean);
	return index.filter(
		(one) => passes(one, wanted) && words.every((word) => one.text.includes(word))
	);
}

function passes({ question, reportId, names }: IndexedQuestion, wanted: Wanted): boolean {
	if (wanted.kind && question.kind !== wanted.kind) return false;
	if (wanted.level && question.level !== wanted.level) return false;
	if (wanted.reportId && reportId !== wanted.reportId) return false;
	if (wanted.grave !== undefined && wanted.grave !== !!question.grave) return false;
	return wanted.name === undefined || names.has(wanted.name);
}

/** The names that questions answer with or cite, by alphabet. */
export function namesIn(index: readonly IndexedQuestion[], look: LookUp): Name[] {
	const ids = new Set(index.flatMap(({ names }) => [...names]));
	const names = [...ids].flatMap((id) => look.name(id) ?? []);
	return names.sort((a, b) => a.name.localeCompare(b.name));
}
