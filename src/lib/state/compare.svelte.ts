import { isOwnReport } from '#lib/bank/own-reports.ts';
import type { Comparison, Fact, FactId, Relation, Report, ReportId } from '#lib/bank/types.ts';
import { sideBySide } from '#lib/domain/desk/side-by-side.ts';
import type { DeskQuestion } from '#lib/domain/desk/types.ts';
import type { App } from './app.svelte.ts';
import { factWords } from './compare-facts.ts';
import { addComparison, type ComparisonProblem } from './desk-comparison.ts';
import { comparisonQuestion } from './desk-selection.ts';
import { randomPart } from './random-part.ts';
import { sourceView, type SourceView } from './question-view.ts';

/** A fact as one side of the comparison shows it. */
export interface SideFact {
	id: FactId;
	text: string;
	when: string;
	source: SourceView | undefined;
}

/** Two facts that most likely speak of one matter, and what is already said of them. */
interface SidePair {
	left: SideFact;
	right: SideFact;
	comparisons: Comparison[];
}

/** The facts of both reports on one time and place. */
export interface SideGroup {
	key: string;
	when: string;
	place: string;
	pairs: SidePair[];
	left: SideFact[];
	right: SideFact[];
}

/** What a person writes of two facts. */
export interface ComparisonDraft {
	relation: Relation;
	why: string;
	question: Pick<DeskQuestion, 'kind' | 'ask' | 'answer' | 'explain'>;
}

/** Two reports held against each other. */
export class CompareReports {
	#app: App;

	/** The reports to compare; the same twice is no comparison. */
	leftId = $state<ReportId>('');
	rightId = $state<ReportId>('');
	/** The facts chosen to be held against each other, at most one of each side. */
	chosenLeft = $state<FactId>();
	chosenRight = $state<FactId>();
	saved = $state(false);
	problem = $state.raw<ComparisonProblem>();
	busy = $state(false);

	constructor(app: App, wish: { left?: string | null; right?: string | null }) {
		this.#app = app;
		const { reports } = app.look.bank;
		const known = (id: string | null | undefined) => reports.find((report) => report.id === id)?.id;
		const left = known(wish.left) ?? reports.find((report) => report.id !== wish.right)?.id ?? '';
		this.leftId = left;
		const other = reports.find((report) => report.id !== left)?.id ?? '';
		this.rightId = known(wish.right) ?? other;
	}

	get reports(): Report[] {
		return this.#app.look.bank.reports;
	}

	title(id: ReportId): string {
		return this.#app.look.report(id)?.title ?? '';
	}

	/** Where a comparison of these two can be kept: with a report of the person's own. */
	get ownId(): ReportId | undefined {
		return [this.leftId, this.rightId].find(isOwnReport);
	}

	groups: SideGroup[] = $derived.by(() => {
		const { look } = this.#app;
		if (this.leftId === this.rightId) return [];
		return sideBySide(look, this.leftId, this.rightId).map((group) => ({
			key: `${group.when} ${group.place ?? ''}`,
			when: group.when,
			place: group.place === undefined ? '' : (look.name(group.place)?.name ?? ''),
			pairs: group.pairs.map(({ left, right }) => ({
				left: this.#side(left),
				right: this.#side(right),
				comparisons: this.#comparisons(left.id, right.id)
			})),
			left: group.left.map((fact) => this.#side(fact)),
			right: group.right.map((fact) => this.#side(fact))
		}));
	});

	choose(side: 'left' | 'right', id: ReportId): void {
		if (side === 'left') this.leftId = id;
		else this.rightId = id;
		this.chosenLeft = undefined;
		this.chosenRight = undefined;
		this.saved = false;
	}

	/** Chooses a fact of one side to be held against one of the other, or lets it go. */
	pick(side: 'left' | 'right', id: FactId): void {
		this.saved = false;
		if (side === 'left') this.chosenLeft = this.chosenLeft === id ? undefined : id;
		else this.chosenRight = this.chosenRight === id ? undefined : id;
	}

	/** The facts chosen so far. */
	get chosen(): SideFact[] {
		return [this.chosenLeft, this.chosenRight].flatMap((id) => {
			const fact = id === undefined ? undefined : this.#app.look.fact(id);
			return fact ? [this.#side(fact)] : [];
		});
	}

	/** Keeps a comparison on the desk of the person's own report, and its question as one to study. */
	async save(draft: ComparisonDraft): Promise<boolean> {
		const { ownId } = this;
		const factIds = this.chosen.map(({ id }) => id);
		if (ownId === undefined || factIds.length === 0 || this.busy) return false;
		this.busy = true;
		const { relation, why, question } = draft;
		const [id, questionId] = [`c-${randomPart()}`, `q-${randomPart()}`];
		this.problem = await addComparison(this.#app, ownId, {
			comparison: { id, factIds, relation, why },
			question: { ...comparisonQuestion(questionId, id), ...question }
		});
		this.busy = false;
		this.saved = this.problem === undefined;
		if (this.saved) {
			this.chosenLeft = undefined;
			this.chosenRight = undefined;
		}
		return this.saved;
	}

	#side(fact: Fact): SideFact {
		const { look } = this.#app;
		const { id, when } = fact;
		return { id, text: factWords(look, fact), when, source: sourceView(look, fact) };
	}

	#comparisons(left: FactId, right: FactId): Comparison[] {
		return this.#app.look.bank.comparisons.filter(
			({ factIds }) => factIds.includes(left) && factIds.includes(right)
		);
	}
}
