import type { Name, NameId, ReportId } from '#lib/bank/types.ts';
import type { Desk, DeskComparison, DeskFact, DeskQuestion, Span } from '#lib/domain/desk/types.ts';
import type { App } from './app.svelte.ts';
import { DeskChecks } from './desk-checks.ts';
import { DeskComparing } from './desk-comparing.ts';
import { DeskDrafts } from './desk-drafts.svelte.ts';
import { DeskKeeping } from './desk-keeping.svelte.ts';
import { questionRemoval, withoutLonely } from './desk-removal.ts';
import { comparisonQuestion, newQuestion } from './desk-selection.ts';
import { UnusedNames } from './desk-unused-names.svelte.ts';
import { randomPart } from './random-part.ts';

/** Working on a report of one's own: what an author does on the desk, and is told there. */
export class DeskWork extends DeskKeeping {
	/** What there is to tell of the desk as it stands. */
	readonly checks: DeskChecks;
	/** What its comparisons hold, and may hold. */
	readonly comparing: DeskComparing;
	readonly unusedNames: UnusedNames;
	/** Questions that are proposed of its text. */
	readonly drafts: DeskDrafts;

	constructor(app: App, id: ReportId) {
		super(app, id);
		const seen = () => ({ desk: this.desk, names: this.names, bank: this.around?.bank });
		this.checks = new DeskChecks(seen);
		this.comparing = new DeskComparing(seen);
		this.unusedNames = new UnusedNames(app, id, () => this);
		this.drafts = new DeskDrafts(app, this);
	}

	override undo(): void {
		this.drafts.follow(() => super.undo());
	}

	override redo(): void {
		this.drafts.follow(() => super.redo());
	}

	override async close(): Promise<void> {
		this.drafts.stop();
		await super.close();
	}

	/** Words of the report were chosen as an answer: a question about them begins. */
	select(span: Span): void {
		const { patch, questionId } = newQuestion(this.desk, span, {
			names: this.names,
			mint: (letter) => `${letter}-${randomPart()}`
		});
		this.drafts.close();
		this.act('add-question', questionId, patch);
		this.openId = questionId;
	}

	setQuestion(question: DeskQuestion, what: string): void {
		this.act(what, question.id, { questions: { [question.id]: question } });
	}

	setFact(fact: DeskFact, what: string): void {
		this.act(what, fact.id, { facts: { [fact.id]: fact } });
	}

	setHead(head: Desk['head'], what: string): void {
		this.act(what, 'head', { head });
	}

	/** Keeps a name for this and every later report. */
	setName(name: Name, what = 'name'): void {
		this.act(what, name.id, { names: { [name.id]: name } });
	}

	/** A fresh id for a name of the person's own. */
	newNameId(): NameId {
		return `n-${randomPart()}`;
	}

	/** Changes a comparison; facts that nothing holds any more go. */
	setComparison(comparison: DeskComparison, what: string): void {
		const patch = { comparisons: { [comparison.id]: comparison } };
		this.act(`comparison/${what}`, comparison.id, withoutLonely(this.desk, patch, []));
	}

	/** Takes a comparison away that no question asks about. */
	removeComparison(id: string): void {
		const patch = { comparisons: { [id]: null } };
		this.act('remove-comparison', id, withoutLonely(this.desk, patch, []));
	}

	/** Begins a question about a comparison. */
	askOf(comparisonId: string): void {
		const question = comparisonQuestion(`q-${randomPart()}`, comparisonId);
		this.setQuestion(question, 'add-question');
		this.openId = question.id;
	}

	/** Takes a question away, what nothing else speaks of, and the names made for it alone. */
	removeQuestion(id: string): void {
		const question = this.desk.questions[id];
		if (!question) return;
		const before = (this.around?.names ?? []).map((name) => name.id);
		const fresh = Object.keys(this.ownNames).filter((nameId) => !before.includes(nameId));
		const patch = withoutLonely(this.desk, questionRemoval(this.desk, question), fresh);
		if (this.openId === id) this.openId = undefined;
		this.act('remove-question', id, patch);
	}
}
