import type { QuestionId } from '#lib/bank/types.ts';
import { markSitting } from '#lib/domain/quiz/marking.ts';
import { summarise, type Summary } from '#lib/domain/quiz/results.ts';
import { itemAt } from '#lib/domain/quiz/sitting.ts';
import type { MarkedPart } from '#lib/domain/quiz/types.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { SittingRecord } from '#lib/storage/sitting-repository.ts';
import { cardMeta } from './card-metas.ts';
import type { QuizApp } from './quiz-keeping.svelte.ts';
import { blueprintOf, loadPapers, startQuiz } from './quiz-start.ts';
import { toldPart, type ToldPart } from './quiz-told.ts';

/** Under which heading a part stands in the results, in the order they are read. */
const RESULT_GROUPS = ['sure-but-wrong', 'wrong', 'partly', 'undecided', 'right'] as const;
export type ResultGroup = (typeof RESULT_GROUPS)[number];

/** One part in the results. */
export interface ResultLine {
	/** Unlike any other's of the sitting. */
	key: string;
	marked: MarkedPart;
	told: ToldPart;
}

/** What became of "study what I missed". */
export interface Studied {
	added: number;
	/** Cards they already were. */
	already: number;
}

/** What a sitting came to, and what to do about it. */
export class QuizResults {
	#app: QuizApp;
	readonly record: SittingRecord;
	readonly summary: Summary;
	/** Grave matter passed over in practice: told, never counted. */
	readonly passed: number;

	busy = $state(false);
	studied = $state.raw<Studied>();
	problem = $state.raw<{ code: 'empty' } | StoreProblem>();

	constructor(app: QuizApp, record: SittingRecord) {
		this.#app = app;
		this.record = record;
		const parts = markSitting(app.look.bank, record.sitting, record.answers);
		this.summary = summarise(app.look.bank, parts);
		this.passed = parts.filter(({ skipped, repeat }) => skipped && !repeat).length;
	}

	/** What was missed and can be studied on: the questions of a teacher's own report stay with the assignment. */
	get missedIds(): QuestionId[] {
		const { look } = this.#app.library;
		return this.summary.missedQuestionIds.filter((id) => look.question(id));
	}

	/** The parts under their headings; a heading without parts is left out. */
	get groups(): { group: ResultGroup; lines: ResultLine[] }[] {
		const { inOrder } = this.summary;
		return RESULT_GROUPS.map((group) => ({
			group,
			lines: inOrder.filter((part) => groupOf(part) === group).map((part) => this.#line(part))
		})).filter(({ lines }) => lines.length > 0);
	}

	/** Makes cards of what was missed, to come before other new ones. */
	async study(): Promise<void> {
		const { study, library } = this.#app;
		const missed = this.missedIds.flatMap((id) => library.look.question(id) ?? []);
		const metas = missed.map((question) => cardMeta(library.look, question, true));
		this.busy = true;
		const before = await study.read(metas.map(({ id }) => id));
		const outcome = await study.add(metas);
		this.busy = false;
		this.problem = outcome.ok ? undefined : outcome.problem;
		if (!outcome.ok) return;
		const already = before.filter((card) => card !== undefined).length;
		this.studied = { added: metas.length - already, already };
	}

	/** Starts a practice of what was missed and returns its sitting's id. */
	async retry(title: string): Promise<string | undefined> {
		if (this.busy) return undefined;
		this.busy = true;
		const { drawPaper } = await loadPapers();
		const { library, newId } = this.#app;
		const own = { look: library.look, newId: newId.bind(this.#app) };
		const paper = drawPaper(own, blueprintOf(this.missedIds));
		const outcome = await startQuiz(this.#app, { title, mode: 'practice', paper });
		this.busy = false;
		this.problem = outcome.ok ? undefined : outcome.problem;
		return outcome.ok ? outcome.value.id : undefined;
	}

	#line(marked: MarkedPart): ResultLine {
		const { itemNo, part, raw, mark } = marked;
		const item = itemAt(this.record.sitting, itemNo);
		if (!item) throw new Error(`item ${itemNo} was marked but is not in the paper`);
		const told = toldPart(this.#app.look, item, { raw, mark, part });
		return { key: `${itemNo}/${part}`, marked, told };
	}
}

function groupOf({ mark: { credit }, confidence }: MarkedPart): ResultGroup {
	if (credit === 0) return confidence === 'sure' ? 'sure-but-wrong' : 'wrong';
	if (credit === 0.5) return 'partly';
	return credit === 'undecided' ? 'undecided' : 'right';
}
