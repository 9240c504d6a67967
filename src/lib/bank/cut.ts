import { closedNames } from './names-used.ts';
import { lookUp, type LookUp } from './look-up.ts';
import type { Answer, Bank, NameId, Question, QuestionId, Report } from './types.ts';

function answerNames(answer: Answer): NameId[] {
	if (answer.form === 'name') return [answer.name];
	return answer.form === 'names' ? answer.names : [];
}

function rivalNames({ rivals }: Question): NameId[] {
	return rivals.flatMap((rival) => ('name' in rival ? [rival.name] : []));
}

/** Names that stand among the wrong options of some questions. */
function offeredNames(questions: readonly Question[], bank: Bank): NameId[] {
	const texts = new Set(
		questions.flatMap(({ distractors }) => distractors.map((text) => text.toLowerCase()))
	);
	const isOffered = (text: string) => texts.has(text.toLowerCase());
	return bank.names
		.filter(({ name, aliases }) => isOffered(name) || aliases.some(isOffered))
		.map(({ id }) => id);
}

function bare(report: Report): Report {
	return { ...report, brief: { plain: [], full: [] }, timeline: [] };
}

function known<T>(ids: readonly string[], find: (id: string) => T | undefined): T[] {
	return [...new Set(ids)].flatMap((id) => find(id) ?? []);
}

function namesOf(questions: readonly Question[], { bank }: LookUp, others: NameId[]) {
	const ids = [
		...others,
		...questions.flatMap((each) => [...answerNames(each.answer), ...rivalNames(each)]),
		...offeredNames(questions, bank)
	];
	return closedNames(ids, new Map(bank.names.map((name) => [name.id, name])));
}

/**
 * A bank of just these questions: with the facts they rest on, the heads of their reports, and every name
 * that grading or telling of an answer needs. Each question is graded as in the whole bank.
 * Ids that the bank does not know are passed over.
 */
export function cutBank(bank: Bank, questionIds: readonly QuestionId[]): Bank {
	const look = lookUp(bank);
	const questions = known(questionIds, look.question);
	const facts = known(
		questions.flatMap(({ factIds }) => factIds),
		look.fact
	);
	const reports = known(
		facts.map(({ reportId }) => reportId),
		look.report
	);
	const spoken = [
		...reports.map(({ place }) => place),
		...facts.flatMap(({ source }) => source ?? [])
	];
	return {
		version: bank.version,
		edition: bank.edition,
		reports: reports.map(bare),
		names: namesOf(questions, look, spoken),
		facts,
		questions: [...new Set(questions)],
		comparisons: known(
			questions.flatMap(({ comparisonId }) => comparisonId ?? []),
			look.comparison
		)
	};
}
