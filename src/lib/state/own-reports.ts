import { canonicalJson } from '#lib/bank/canonical-json.ts';
import type { SourceBank } from '#lib/bank/source.ts';
import type { Bank, Name, NameId, ReportId } from '#lib/bank/types.ts';
import { deskOf } from '#lib/domain/desk/desk-of.ts';
import type { Hint } from '#lib/domain/desk/live-checks.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import { deskRow, DeskRepository } from '#lib/storage/desk-repository.ts';
import { done, refused, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import type { WholeReport } from '#lib/storage/own-report-repository.ts';
import { OwnReportWriting } from '#lib/storage/own-report-writing.ts';
import type { LastDone } from '#lib/storage/own-undo-note.ts';
import type { DeskRow, OwnReportRow } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';
import {
	bankWithout,
	compileOwn,
	publishDesk,
	withSentences,
	type Around
} from './desk-publishing.ts';
import { syncCardsOf } from './own-cards.ts';

/** What a bank file brings of names that are not shipped. */
export interface BroughtNames {
	/** Not known on this device. */
	fresh: Name[];
	/** Known on this device, and told otherwise in the file. */
	otherwise: Name[];
}

/** What can be done with a whole report of a person's own. */
export class OwnReports {
	#app: App;
	#desks: DeskRepository;
	#writing: OwnReportWriting;

	constructor(app: App) {
		this.#app = app;
		this.#desks = new DeskRepository(app.database);
		this.#writing = new OwnReportWriting(app.database);
	}

	/** What a report is checked and compiled among. */
	async around(id: ReportId): Promise<Around> {
		const { library, reports } = this.#app;
		await library.whole();
		const bank = bankWithout(library.shipped.bank, library.own, id);
		const own = await reports.names();
		const ids = new Set(own.map((name) => name.id));
		return { bank, names: [...own, ...bank.names.filter((name) => !ids.has(name.id))] };
	}

	/** Makes a desk's report one to study, or says what is still to do. */
	async finish(
		desk: Desk
	): Promise<Outcome<Bank, { code: 'unfinished'; hints: Hint[] } | StoreProblem>> {
		const published = await publishDesk(desk, await this.around(desk.id));
		if (!published.ok) return refused({ code: 'unfinished', hints: published.hints });
		return this.keep(published.value);
	}

	/** Keeps the bank that a desk was published as, to study. */
	async keep(bank: Bank): Promise<Outcome<Bank, StoreProblem>> {
		const row = this.#row(bank, 'desk');
		const kept = await this.#writing.publish(row);
		if (!kept.ok) return kept;
		await this.#follow(row.id);
		return done(bank);
	}

	/** A bank file's report as it would be studied and stand on the desk, for a look before it is taken. */
	async read(source: SourceBank): Promise<{ bank: Bank; desk?: Desk; before?: DeskRow }> {
		const id = source.reports[0]?.id ?? '';
		const [{ bank: around }, known] = await Promise.all([this.around(id), this.#desks.read(id)]);
		const desk = deskOf(source, known?.row.desk);
		const bank = await compileOwn(source, around);
		return { bank: desk ? withSentences(bank, desk) : bank, desk, before: known?.row };
	}

	/** What a bank file brings of names. */
	async brought({ names }: SourceBank): Promise<BroughtNames> {
		const { library, reports } = this.#app;
		const known = new Map((await reports.names()).map((name) => [name.id, name]));
		const foreign = names.filter(({ id }) => !library.shipped.name(id));
		const isOther = (name: Name) => {
			const ours = known.get(name.id);
			return ours !== undefined && canonicalJson(ours) !== canonicalJson(name);
		};
		return {
			fresh: foreign.filter(({ id }) => !known.has(id)),
			otherwise: foreign.filter(isOther)
		};
	}

	/**
	 * Takes a bank file's report whole, also onto the desk, with the names it brings; those this device
	 * tells otherwise only where that is wanted. It can be taken back.
	 */
	async take(source: SourceBank, takeNames = false): Promise<Outcome<WholeReport, StoreProblem>> {
		const id = source.reports[0]?.id ?? '';
		const [{ bank, desk }, brought] = await Promise.all([this.read(source), this.brought(source)]);
		const taken = [...brought.fresh, ...(takeNames ? brought.otherwise : [])];
		const what = this.#app.library.own.some((row) => row.id === id) ? 'updated' : 'taken';
		return this.#replace(this.#last(what, bank), {
			report: this.#row(bank, 'file'),
			desk: desk && deskRow(desk, 'finished', this.#app.now()),
			steps: [],
			names: Object.fromEntries(taken.map((name): [NameId, Name] => [name.id, name]))
		});
	}

	/** Takes a report away; what was studied of it stays. It can be taken back. */
	async remove(id: ReportId): Promise<Outcome<WholeReport, StoreProblem>> {
		await this.#app.library.whole();
		const bank = this.#app.library.own.find((row) => row.id === id)?.bank;
		return this.#replace({ ...this.#last('removed', bank), id }, { steps: [] });
	}

	/** Takes back what {@link remove} or {@link take} did last, as it was shown. */
	async undo(shown: LastDone): Promise<Outcome<undefined, { code: 'moved-on' } | StoreProblem>> {
		const undone = await this.#writing.undo(shown);
		if (undone.ok) await this.#follow(shown.id);
		return undone;
	}

	#last(what: LastDone['what'], bank: Bank | undefined): LastDone {
		const [{ id, title } = { id: '', title: '' }] = bank?.reports ?? [];
		const questions = bank?.questions.length ?? 0;
		return { what, id, title, questions, at: this.#app.now() };
	}

	#row(bank: Bank, from: OwnReportRow['from']): OwnReportRow {
		return { id: bank.reports[0]?.id ?? '', bank, from, changedAt: this.#app.now() };
	}

	async #replace(last: LastDone, next: WholeReport): Promise<Outcome<WholeReport, StoreProblem>> {
		const before = await this.#writing.replace(last.id, next, last);
		if (before.ok) await this.#follow(last.id);
		return before;
	}

	/** What the store has kept is kept: cards that it has no room for now are added at the next start. */
	async #follow(id: ReportId): Promise<void> {
		const { library } = this.#app;
		await library.changed(id);
		const row = library.own.find((each) => each.id === id);
		if (row) await syncCardsOf(this.#app, row);
	}
}
