import { joinBanks } from '#lib/bank/join.ts';
import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import type { Bank, Name, QuestionId, ReportId } from '#lib/bank/types.ts';
import type { OwnReportRepository } from '#lib/storage/own-report-repository.ts';
import type { OwnReportRow } from '#lib/storage/rows.ts';

/** What is read of a person's own. */
interface Own {
	reports: readonly OwnReportRow[];
	names: readonly Name[];
}

const NOTHING: Own = { reports: [], names: [] };

/**
 * The shipped bank and a person's own reports as one. The shipped bank is there from the start; the
 * others are read behind the first screen, or as soon as somebody asks for them.
 */
export class Library {
	readonly shipped: LookUp;
	readonly #store: OwnReportRepository;
	#own = NOTHING;
	/** Of the last reading; a higher one tells that another tab changed something. */
	#revision = 0;
	#reading: Promise<void> | undefined;
	/** Number of the last reading begun. */
	#turn = 0;

	/** All that is read so far. */
	look = $state.raw<LookUp>() as LookUp;
	/** Whether nothing of the person's own is still unread. */
	isWhole = $state(false);

	constructor(shipped: Bank, store: OwnReportRepository) {
		this.shipped = lookUp(shipped);
		this.#store = store;
		this.look = this.shipped;
	}

	/** The person's own reports that are read. */
	get own(): readonly OwnReportRow[] {
		return this.#own.reports;
	}

	/** Resolves once everything is read. */
	whole(): Promise<void> {
		this.#reading ??= this.#readAll();
		return this.#reading;
	}

	/** Resolves once some questions can be found: what a first card needs, however many reports there are. */
	async withQuestions(ids: readonly QuestionId[]): Promise<void> {
		const unread = this.isWhole ? [] : ids.filter((id) => !this.look.question(id));
		if (unread.some((id) => id.startsWith('compare/'))) return this.whole();
		const reportIds = unread.map((id) => id.slice(0, id.indexOf('/'))).filter(isOwnReport);
		if (reportIds.length === 0) return;
		const [rows, names] = await Promise.all([
			this.#store.read(reportIds.filter((id, at) => reportIds.indexOf(id) === at)),
			this.#store.names()
		]);
		if (this.isWhole) return;
		this.#take({ ...this.#own, reports: withRows(this.#own.reports, rows), names });
	}

	/** Reads everything anew: something was added, changed or taken away. */
	again(): Promise<void> {
		this.#reading = this.#readAll();
		return this.#reading;
	}

	/** Reads one report anew, and what else may have changed with it. */
	async changed(id: ReportId): Promise<void> {
		const before = this.#revision;
		const revision = await this.#store.revision();
		if (!this.isWhole || revision !== before + 1) return this.again();
		const [[row], names] = await Promise.all([this.#store.read([id]), this.#store.names()]);
		if (this.#revision !== before) return this.again();
		const others = this.#own.reports.filter((each) => each.id !== id);
		const reports = row ? withRows(others, [row]) : others;
		this.#revision = revision;
		this.#take({ reports, names });
	}

	/** As {@link again}, if the store has moved on since the last reading. */
	async follow(revision: number): Promise<void> {
		if (revision !== this.#revision) await this.again();
	}

	async #readAll(): Promise<void> {
		const turn = ++this.#turn;
		const revision = await this.#store.revision();
		const reports: OwnReportRow[] = [];
		for await (const page of this.#store.pages()) reports.push(...page);
		const names = await this.#store.names();
		// A later reading knows more: it is the one to wait for.
		if (turn !== this.#turn) return this.#reading;
		this.#revision = revision;
		this.#take({ reports, names });
		this.isWhole = true;
	}

	#take(own: Own): void {
		this.#own = own;
		const banks = own.reports.map(({ bank }) => bank);
		this.look = lookUp(joinBanks(this.shipped.bank, banks, own.names));
	}
}

/** Some rows put among others, in the order of their ids, as the store gives them. */
function withRows(rows: readonly OwnReportRow[], more: readonly OwnReportRow[]): OwnReportRow[] {
	const ids = more.map(({ id }) => id);
	const others = rows.filter(({ id }) => !ids.includes(id));
	return [...others, ...more].sort((a, b) => (a.id < b.id ? -1 : 1));
}
