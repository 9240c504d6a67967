import type { LookUp } from '#lib/bank/look-up.ts';
import type {
	BriefSentence,
	Comparison,
	Fact,
	FactId,
	Question,
	QuestionId,
	Relation,
	ReportId
} from '#lib/bank/types.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { questionView, sourceView, type QuestionView, type SourceView } from './question-view.ts';
import type { Knowledge } from './report-knowledge.ts';

/** A fact with its questions, as a report's page lists it. */
export interface FactView {
	id: FactId;
	anchor: string;
	text: string;
	when: string;
	grave?: Fact['grave'];
	/** Who says so, where it is not the report's own voice. */
	source?: string;
	standing: Fact['standing'];
	questions: QuestionView[];
}

/** The facts of one paragraph, in the report's order. */
export interface ParagraphView {
	paragraph: Fact['paragraph'];
	facts: FactView[];
}

/** A sentence of a brief and how much of what it tells is known. */
export interface SentenceView {
	text: string;
	facts: FactId[];
	/** Where its first fact stands on the page. */
	anchor?: string;
	/** 0 to 1; 1 where it tells nothing that is asked. */
	share: number;
	ink: 'dark' | 'partly' | 'light';
}

/** Facts held against each other, with what is asked about them. */
export interface ComparisonView {
	id: string;
	relation: Relation;
	why: string;
	facts: { text: string; source: SourceView }[];
	questions: QuestionView[];
}

/** The part of a fact's id behind its report's: its place on the report's page. */
export function anchorOf(factId: FactId): string {
	return factId.slice(factId.indexOf('/') + 1);
}

/** The questions that ask about one fact alone. */
function ownQuestions(look: LookUp, factId: FactId): Question[] {
	return look.questionsOf(factId).filter((question) => !question.comparisonId);
}

/** A report's facts by paragraph, the caption where its facts stand. */
export function paragraphViews(look: LookUp, reportId: ReportId): ParagraphView[] {
	const paragraphs = new Map<Fact['paragraph'], FactView[]>();
	for (const fact of look.factsOf(reportId)) {
		const facts = paragraphs.get(fact.paragraph) ?? [];
		facts.push(factView(look, fact));
		paragraphs.set(fact.paragraph, facts);
	}
	return [...paragraphs].map(([paragraph, facts]) => ({ paragraph, facts }));
}

function factView(look: LookUp, fact: Fact): FactView {
	return {
		id: fact.id,
		anchor: anchorOf(fact.id),
		text: fact.text,
		when: fact.when,
		grave: fact.grave,
		source: fact.source === undefined ? undefined : look.name(fact.source)?.name,
		standing: fact.standing,
		questions: ownQuestions(look, fact.id).map((question) => questionView(look, question))
	};
}

/** Comparisons as lists show them; of one report, or all. */
export function comparisonViews(look: LookUp, reportId?: ReportId): ComparisonView[] {
	const touches = ({ factIds }: Comparison) =>
		reportId === undefined || factIds.some((id) => look.fact(id)?.reportId === reportId);
	return look.bank.comparisons.filter(touches).map((comparison) => ({
		id: comparison.id,
		relation: comparison.relation,
		why: comparison.why,
		facts: comparison.factIds.flatMap((id) => comparedFact(look, id)),
		questions: look
			.questionsOf(comparison.factIds[0] ?? '')
			.filter((question) => question.comparisonId === comparison.id)
			.map((question) => questionView(look, question))
	}));
}

function comparedFact(look: LookUp, id: FactId): ComparisonView['facts'] {
	const fact = look.fact(id);
	const source = fact && sourceView(look, fact);
	return source ? [{ text: fact.text || askedOf(look, id), source }] : [];
}

/** What is asked about a fact that has no sentence, with its answers. */
function askedOf(look: LookUp, id: FactId): string {
	return ownQuestions(look, id)
		.map((question) => `${question.ask} ${answerText(look.bank, question)}`)
		.join(' · ');
}

/** A brief's sentence, inked by what is known of the questions its facts ask. */
export function sentenceView(
	look: LookUp,
	sentence: BriefSentence,
	knowledge: ReadonlyMap<QuestionId, Knowledge>
): SentenceView {
	const questions = sentence.facts.flatMap((id) => ownQuestions(look, id));
	const known = questions.filter(({ id }) => knowledge.get(id)?.progress === 'known').length;
	const share = questions.length === 0 ? 1 : known / questions.length;
	const [first] = sentence.facts;
	return {
		...sentence,
		...(first !== undefined && { anchor: anchorOf(first) }),
		share,
		ink: share === 1 ? 'dark' : share === 0 ? 'light' : 'partly'
	};
}
