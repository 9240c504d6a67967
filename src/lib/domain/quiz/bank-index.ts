import type {
	Bank,
	Comparison,
	Fact,
	FactId,
	Name,
	NameId,
	NameType,
	Question,
	QuestionId,
	ReportId
} from '#lib/bank/types.ts';

/** Look-ups over one bank, made once: a paper of 20 must not walk 10,000 questions for each option. */
export interface BankIndex {
	bank: Bank;
	/** By id and by every id a question had before. */
	questions: Map<QuestionId, Question>;
	facts: Map<FactId, Fact>;
	names: Map<NameId, Name>;
	namesOfType: Map<NameType, Name[]>;
	questionsOfFact: Map<FactId, Question[]>;
	questionsOfReport: Map<ReportId, Question[]>;
	/** Questions with the same words, whose answers are all true of each. */
	questionsOfAsk: Map<string, Question[]>;
	comparisons: Map<string, Comparison>;
	/** The reports of each question, each once. */
	reports: Map<QuestionId, ReportId[]>;
	/** What was worked out before: by the work, then by what it was done on. */
	memo: Map<symbol, Map<string, object>>;
}

/** Adds to the list kept under a key. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

const built = new WeakMap<Bank, BankIndex>();

/** The look-ups of a bank; the same object for the same bank. */
export function bankIndex(bank: Bank): BankIndex {
	const known = built.get(bank);
	if (known) return known;
	const index: BankIndex = {
		bank,
		questions: new Map(),
		facts: new Map(bank.facts.map((fact) => [fact.id, fact])),
		names: new Map(bank.names.map((name) => [name.id, name])),
		namesOfType: new Map(),
		questionsOfFact: new Map(),
		questionsOfReport: new Map(),
		questionsOfAsk: new Map(),
		comparisons: new Map(bank.comparisons.map((comparison) => [comparison.id, comparison])),
		reports: new Map(),
		memo: new Map()
	};
	for (const name of bank.names) addTo(index.namesOfType, name.type, name);
	for (const question of bank.questions) addQuestion(index, question);
	for (const question of bank.questions)
		for (const old of question.was ?? [])
			if (!index.questions.has(old)) index.questions.set(old, question);
	built.set(bank, index);
	return index;
}

function addQuestion(index: BankIndex, question: Question): void {
	index.questions.set(question.id, question);
	addTo(index.questionsOfAsk, askKey(question), question);
	for (const factId of question.factIds) addTo(index.questionsOfFact, factId, question);
	const reports = question.factIds.flatMap((id) => index.facts.get(id)?.reportId ?? []);
	index.reports.set(question.id, [...new Set(reports)]);
	for (const reportId of reportsOf(index, question))
		addTo(index.questionsOfReport, reportId, question);
}

/** What two questions with the same words share. */
export function askKey(question: Question): string {
	return question.ask.trim().toLowerCase();
}

/** The reports a question's facts come from, each once. */
export function reportsOf(index: BankIndex, question: Question): ReportId[] {
	return index.reports.get(question.id) ?? [];
}

/** Makes a work on a bank that is done once for each key. */
export function remember<K extends string | { id: string }, T extends object>(
	work: (index: BankIndex, key: K) => T
): (index: BankIndex, key: K) => T {
	const sort = Symbol();
	return (index, key) => {
		const done = index.memo.get(sort) ?? new Map<string, object>();
		if (done.size === 0) index.memo.set(sort, done);
		const id = typeof key === 'string' ? key : key.id;
		const known = done.get(id);
		if (known) return known as T;
		const result = work(index, key);
		done.set(id, result);
		return result;
	};
}
