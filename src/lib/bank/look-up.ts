import type {
	Bank,
	Comparison,
	Fact,
	FactId,
	Name,
	NameId,
	Question,
	QuestionId,
	Report,
	ReportId
} from './types.ts';

/** A bank with its parts at hand by id. Old ids of a renamed question find it too. */
export interface LookUp {
	bank: Bank;
	report(id: ReportId): Report | undefined;
	fact(id: FactId): Fact | undefined;
	name(id: NameId): Name | undefined;
	question(id: QuestionId): Question | undefined;
	/** The ids that questions had before, each with the present one. */
	renamed: ReadonlyMap<QuestionId, QuestionId>;
	comparison(id: string): Comparison | undefined;
	factsOf(id: ReportId): Fact[];
	/** Questions that rest on a fact, comparisons' included. */
	questionsOf(id: FactId): Question[];
}

const known = new WeakMap<Bank, LookUp>();

function grouped<T>(things: T[], keysOf: (thing: T) => string[]): (key: string) => T[] {
	const groups = new Map<string, T[]>();
	for (const thing of things) {
		for (const key of keysOf(thing)) {
			const group = groups.get(key);
			if (group) group.push(thing);
			else groups.set(key, [thing]);
		}
	}
	return (key) => groups.get(key) ?? [];
}

function byId<T extends { id: string }>(things: T[]): Map<string, T> {
	return new Map(things.map((thing) => [thing.id, thing]));
}

function renamedIn(
	questions: Question[],
	isPresent: (id: QuestionId) => boolean
): Map<QuestionId, QuestionId> {
	const pairs = questions.flatMap(({ id, was = [] }) => was.map((old) => [old, id] as const));
	return new Map(pairs.filter(([old]) => !isPresent(old)));
}

/** The bank's parts by id; made once a bank. */
export function lookUp(bank: Bank): LookUp {
	const made = known.get(bank);
	if (made) return made;
	const reports = byId(bank.reports);
	const facts = byId(bank.facts);
	const names = byId(bank.names);
	const comparisons = byId(bank.comparisons);
	const questions = byId(bank.questions);
	const renamed = renamedIn(bank.questions, (id) => questions.has(id));
	for (const question of bank.questions) {
		for (const old of question.was ?? []) if (renamed.has(old)) questions.set(old, question);
	}
	const look: LookUp = {
		bank,
		report: (id) => reports.get(id),
		fact: (id) => facts.get(id),
		name: (id) => names.get(id),
		question: (id) => questions.get(id),
		renamed,
		comparison: (id) => comparisons.get(id),
		factsOf: grouped(bank.facts, (fact) => [fact.reportId]),
		questionsOf: grouped(bank.questions, (question) => question.factIds)
	};
	known.set(bank, look);
	return look;
}
