import { lookUp } from '#lib/bank/look-up.ts';
import { adviseOn } from '#lib/domain/analysis/advise-on.ts';
import { analyseItems } from '#lib/domain/analysis/analyse-items.ts';
import { analyseOptions } from '#lib/domain/analysis/analyse-options.ts';
import { reteach, type Reteaching } from '#lib/domain/analysis/reteach.ts';
import type {
	Advice,
	ItemAnalysis,
	OptionsAnalysis,
	TestAnalysis
} from '#lib/domain/analysis/types.ts';
import { analysisInput, partOptions } from '#lib/domain/classroom/analysis-input.ts';
import type { MarkedAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import { questionCounts, type QuestionCounts } from '#lib/domain/classroom/question-counts.ts';
import { questionView, type QuestionView } from '#lib/state/question-view.ts';
import type { PartColumn } from './pupil-rows.ts';

/** How one part of the quiz went, among the first attempts. */
export interface QuestionRow extends PartColumn {
	counts: QuestionCounts;
	/** Absent where it counts for nobody, or nobody had it. */
	item?: ItemAnalysis;
	options?: OptionsAnalysis;
	advice?: Advice;
	/** What it asks and where that stands. */
	question?: QuestionView;
}

/** How the questions of an assignment went, among the first attempts. */
export interface QuestionsTable {
	rows: QuestionRow[];
	test: TestAnalysis;
	reteaching: Reteaching;
}

/** The first attempts alone: what was told after one would flatter the questions. */
function byFirst({ assignment, ...marked }: MarkedAssignment): MarkedAssignment {
	return {
		...marked,
		assignment: { ...assignment, rules: { ...assignment.rules, counts: 'first' } }
	};
}

function questionOf({ assignment }: MarkedAssignment, id: string): QuestionView | undefined {
	const looks = assignment.versions.toReversed().map(({ bank }) => lookUp(bank));
	const look = looks.find((each) => each.question(id));
	const question = look?.question(id);
	return look && question && questionView(look, question);
}

/** How each part went, what speaks from it, and what to teach again. */
export function questionsTable(
	marked: MarkedAssignment,
	columns: readonly PartColumn[]
): QuestionsTable {
	const input = analysisInput(marked, 'first');
	const { test, items, totals } = analyseItems(input.matrix);
	const counted = questionCounts(byFirst(marked));
	const rows = columns.flatMap(({ part, label }): QuestionRow[] => {
		const counts = counted.find(({ key }) => key === part.key);
		if (!counts) return [];
		const item = items.find(({ key }) => key === part.key);
		const given = partOptions(input, part.key, totals);
		const options = given && analyseOptions(given);
		const question = questionOf(marked, part.questionId);
		return [
			{
				...{ part, label, counts },
				...(item && { item, advice: adviseOn(item, options) }),
				...(options && { options }),
				...(question && { question })
			}
		];
	});
	const analysed = rows.flatMap(({ item, advice }) => (item && advice ? [{ item, advice }] : []));
	return { rows, test, reteaching: reteach(analysed) };
}
