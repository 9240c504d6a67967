import type { LookUp } from '#lib/bank/look-up.ts';
import type {
	Basis,
	Fact,
	Grave,
	Kind,
	Level,
	Question,
	QuestionId,
	Report,
	ReportId,
	Standing
} from '#lib/bank/types.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';

/** Where a fact stands and who says so, ready to be put into words. */
export interface SourceView {
	factId: string;
	/** The part of the fact's id behind its report's: its place on the report's page. */
	anchor: string;
	reportId: ReportId;
	publisher: string;
	publisherBasis: Basis;
	year: string;
	paragraph: number | 'caption';
	standing: Standing;
	/** Who says so, where it is not the report's own voice. */
	source?: string;
	/** Its report has a brief to read. */
	hasBrief: boolean;
}

/** A question with all that is told after it was answered. */
export interface QuestionView {
	id: QuestionId;
	kind: Kind;
	level: Level;
	ask: string;
	answer: string;
	explain: string;
	later?: string;
	grave?: Grave;
	sources: SourceView[];
	/** What a comparison teaches. */
	why?: string;
}

/** Where a fact comes from. `undefined` where its report is not in the bank. */
export function sourceView(look: LookUp, fact: Fact): SourceView | undefined {
	const report = look.report(fact.reportId);
	if (!report) return undefined;
	return {
		factId: fact.id,
		anchor: fact.id.slice(fact.reportId.length + 1),
		reportId: fact.reportId,
		publisher: report.publisher.name,
		publisherBasis: report.publisher.basis,
		year: report.date.value.slice(0, 4),
		paragraph: fact.paragraph,
		standing: fact.standing,
		source: fact.source ? look.name(fact.source)?.name : undefined,
		hasBrief: hasBrief(report)
	};
}

/** Whether a report has a brief; a person's own may do without. */
export function hasBrief({ brief }: Report): boolean {
	return brief.plain.length + brief.full.length > 0;
}

/** A question as screens show it. */
export function questionView(look: LookUp, question: Question): QuestionView {
	const facts = question.factIds.map((id) => look.fact(id));
	return {
		id: question.id,
		kind: question.kind,
		level: question.level,
		ask: question.ask,
		answer: answerText(look.bank, question),
		explain: question.explain,
		later: question.later,
		grave: question.grave,
		sources: facts.flatMap((fact) => (fact && sourceView(look, fact)) || []),
		why: question.comparisonId ? look.comparison(question.comparisonId)?.why : undefined
	};
}
