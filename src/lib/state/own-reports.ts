import type { SourceBank } from '#lib/bank/source.ts';
import { LEVELS, type Bank, type Question, type ReportId } from '#lib/bank/types.ts';
import { deskOf } from '#lib/domain/desk/desk-of.ts';
import type { Hint } from '#lib/domain/desk/live-checks.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import { deskRow, DeskRepository } from '#lib/storage/desk-repository.ts';
import type { WholeReport } from '#lib/storage/own-report-repository.ts';
import { done, refused, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import type { CardMeta, OwnReportRow } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';
import {
	bankWithout,
	compileOwn,
	publishDesk,
	withSentences,
	type Around
} from './desk-publishing.ts';

const PER_LEVEL = 1_000_000;
/** Own questions come behind the shipped ones of their level; those of several reports in turn. */
const BEHIND_SHIPPED = 100_000;
/** How many cards are added in one transaction. */
const CARDS_AT_ONCE = 100;

/** What can be done with a whole report of a person's own. */
export class OwnReports {
	#app: App;
	#desks: DeskRepository;

	constructor(app: App) {
		this.#app = app;
		this.#desks = new DeskRepository(app.database);
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
		const row = this.#row(published.value, 'desk');
		const kept = await this.#app.reports.publish(row);
		if (!kept.ok) return kept;
		const synced = await this.#followed(row);
		return synced.ok ? done(published.value) : synced;
	}

	/** Compiles a bank file's report among the others, for a look before it is taken. */
	async compile(source: SourceBank): Promise<Bank> {
		const id = source.reports[0]?.id ?? '';
		return compileOwn(source, (await this.around(id)).bank);
	}

	/** Takes a bank file's report whole, also onto the desk; gives back what it took the place of. */
	async take(source: SourceBank): Promise<Outcome<WholeReport, StoreProblem>> {
		const id = source.reports[0]?.id ?? '';
		const [bank, known] = await Promise.all([this.compile(source), this.#desks.read(id)]);
		const desk = deskOf(source, known?.row.desk);
		const report = this.#row(desk ? withSentences(bank, desk) : bank, 'file');
		const now = this.#app.now();
		return this.#replace(id, {
			report,
			desk: desk && deskRow(desk, 'finished', now),
			steps: []
		});
	}

	/** Takes a report away; what was studied of it stays. */
	remove(id: ReportId): Promise<Outcome<WholeReport, StoreProblem>> {
		return this.#replace(id, { steps: [] });
	}

	/** Puts back what {@link remove} or {@link take} gave back. */
	restore(id: ReportId, before: WholeReport): Promise<Outcome<WholeReport, StoreProblem>> {
		const { report } = before;
		return this.#replace(id, {
			...before,
			report: report && { ...report, cardsEdition: undefined }
		});
	}

	/** Brings the cards of all own reports in line with their questions, where a closed tab cut that off. */
	async syncAll(): Promise<void> {
		const { library } = this.#app;
		await library.whole();
		for (const row of library.own) {
			if (row.cardsEdition !== row.bank.edition) await this.#syncCards(row);
		}
	}

	#row(bank: Bank, from: OwnReportRow['from']): OwnReportRow {
		return { id: bank.reports[0]?.id ?? '', bank, from, changedAt: this.#app.now() };
	}

	async #replace(id: ReportId, next: WholeReport): Promise<Outcome<WholeReport, StoreProblem>> {
		const before = await this.#app.reports.replace(id, next);
		if (!before.ok) return before;
		const cards = next.report ? await this.#followed(next.report) : await this.#left(id);
		return cards.ok ? before : cards;
	}

	async #followed(row: OwnReportRow): Promise<Outcome<undefined, StoreProblem>> {
		await this.#app.library.again();
		return this.#syncCards(row);
	}

	async #left(id: ReportId): Promise<Outcome<number, StoreProblem>> {
		await this.#app.library.again();
		return this.#app.study.keepOnly(id, new Set());
	}

	async #syncCards({ id, bank }: OwnReportRow): Promise<Outcome<undefined, StoreProblem>> {
		const { study, reports } = this.#app;
		const metas = bank.questions.map((question, at) => ownMeta(id, question, at));
		const gone = await study.keepOnly(id, new Set(metas.map((meta) => meta.id)));
		if (!gone.ok) return gone;
		for (let from = 0; from < metas.length; from += CARDS_AT_ONCE) {
			const added = await study.add(metas.slice(from, from + CARDS_AT_ONCE));
			if (!added.ok) return added;
		}
		const noted = await reports.cardsKept(id, bank.edition);
		return noted.ok ? done(undefined) : noted;
	}
}

function ownMeta(reportId: ReportId, question: Question, at: number): CardMeta {
	const { id, kind, factIds, level, comparisonId } = question;
	const position = LEVELS.indexOf(level) * PER_LEVEL + BEHIND_SHIPPED + at;
	return {
		id,
		reportId: comparisonId ? 'compare' : reportId,
		kind,
		factIds,
		position,
		fromMiss: false
	};
}
