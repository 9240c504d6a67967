import type { LookUp } from '#lib/bank/look-up.ts';
import { KINDS, type Question, type Report } from '#lib/bank/types.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { seededShare } from '#lib/domain/study/seeded.ts';

/** How many questions the first run asks. */
const ASKED = 5;
/** Wrong options that make a choice worth offering. */
const LEAST_LURES = 2;

/** A question as the first run asks it before anything was read: options where its author gave some. */
export interface FirstTry {
	question: Question;
	options: string[];
}

/** A sentence of the brief; lit where it tells one of the facts asked about. */
export interface LitSentence {
	text: string;
	lit: boolean;
}

/**
 * The questions of the first run: core, not grave, of mixed kinds, each told by a sentence of its own
 * of one report's brief, none giving away another's answer. Always the same for a bank.
 */
export function firstQuestions(look: LookUp): Question[] {
	const sets = look.bank.reports.map((report) => fromReport(look, report));
	return sets.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** The question's options in an order of their own, or none where it is typed. */
export function firstTry(look: LookUp, question: Question): FirstTry {
	if (question.distractors.length < LEAST_LURES) return { question, options: [] };
	const options = [answerText(look.bank, question), ...question.distractors.slice(0, 3)];
	const place = (text: string) => seededShare(`${question.id}:${text}`);
	return { question, options: options.sort((a, b) => place(a) - place(b)) };
}

/** The brief of the report asked about, in plain words. */
export function litBrief(look: LookUp, questions: readonly Question[]): LitSentence[] {
	const facts = questions.flatMap((question) => question.factIds);
	const report = reportOfFirst(look, questions);
	return (report?.brief.plain ?? []).map((sentence) => ({
		text: sentence.text,
		lit: sentence.facts.some((fact) => facts.includes(fact))
	}));
}

/** The report the first run is about. */
export function reportOfFirst(look: LookUp, questions: readonly Question[]): Report | undefined {
	const [fact] = questions[0]?.factIds ?? [];
	return look.report((fact && look.fact(fact)?.reportId) ?? '');
}

function fromReport(look: LookUp, report: Report): Question[] {
	const sentenceOf = (question: Question) =>
		report.brief.plain.findIndex(({ facts }) => facts.includes(question.factIds[0] ?? ''));
	const fitting = look.bank.questions.filter(
		(question) =>
			isSimple(question) &&
			look.fact(question.factIds[0] ?? '')?.reportId === report.id &&
			sentenceOf(question) >= 0
	);
	const chosen: Question[] = [];
	const turns = Math.max(0, ...KINDS.map((kind) => fitting.filter((q) => q.kind === kind).length));
	for (let turn = 0; turn < turns * KINDS.length && chosen.length < ASKED; turn += 1) {
		const kind = KINDS[turn % KINDS.length];
		const next = fitting.find(
			(question) =>
				question.kind === kind &&
				chosen.every(
					(other) => sentenceOf(other) !== sentenceOf(question) && getOn(look, other, question)
				)
		);
		if (next) chosen.push(next);
	}
	return chosen.sort((a, b) => sentenceOf(a) - sentenceOf(b));
}

function isSimple({ level, grave, comparisonId, factIds, answer, forms }: Question): boolean {
	const single = !comparisonId && factIds.length === 1 && answer.form !== 'names';
	return single && level === 'core' && !grave && (!forms || forms.includes('type'));
}

/** Neither question holds the other's answer. */
function getOn(look: LookUp, one: Question, other: Question): boolean {
	const tells = (teller: Question, told: Question) =>
		teller.ask.toLowerCase().includes(answerText(look.bank, told).toLowerCase());
	return !tells(one, other) && !tells(other, one);
}
