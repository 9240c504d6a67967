import { joinBanks } from '#lib/bank/join.ts';
import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import {
	BANK_VERSION,
	type Bank,
	type Name,
	type QuestionId,
	type ReportId
} from '#lib/bank/types.ts';
import type { OwnReportRepository } from '#lib/storage/own-report-repository.ts';
import type { OwnComparisonRow, OwnReportRow } from '#lib/storage/rows.ts';

/** What is read of a person's own. */
interface Own {
	reports: ReadonlyMap<ReportId, OwnReportRow>;
	comparisons: readonly OwnComparisonRow[];
	names: readonly Name[];
}

const NOTHING: Own = { reports: new Map(), comparisons: [], names: [] };

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
	get own(): OwnReportRow[] {
		return [...this.#own.reports.values()];
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
		const reportIds = new Set(unread.map((id) => id.slice(0, id.indexOf('/'))).filter(isOwnReport));
		if (reportIds.size === 0) return;
		const [rows, names] = await Promise.all([
			this.#store.read([...reportIds]),
			this.#store.names()
		]);
		if (this.isWhole) return;
		const reports = new Map([...this.#own.reports, ...rows.map((row) => [row.id, row] as const)]);
		this.#take({ ...this.#own, reports, names });
	}

	/** Reads everything anew: something was added, changed or taken away. */
	again(): Promise<void> {
		this.#reading = this.#readAll();
		return this.#reading;
	}

	/** As {@link again}, if the store has moved on since the last reading. */
	async follow(revision: number): Promise<void> {
		if (revision !== this.#revision) await this.again();
	}

	async #readAll(): Promise<void> {
		const revision = await this.#store.revision();
		const reports = new Map<ReportId, OwnReportRow>();
		for await (const page of this.#store.pages()) for (const row of page) reports.set(row.id, row);
		const [comparisons, names] = await Promise.all([
			this.#store.comparisons(),
			this.#store.names()
		]);
		this.#take({ reports, comparisons, names });
		this.#revision = revision;
		this.isWhole = true;
	}

	#take(own: Own): void {
		this.#own = own;
		const banks = [...own.reports.values()].map(({ bank }) => bank);
		const compared = own.comparisons.map(comparisonBank);
		this.look = lookUp(joinBanks(this.shipped.bank, [...banks, ...compared], own.names));
	}
}

function comparisonBank({ id, comparison, questions, changedAt }: OwnComparisonRow): Bank {
	return {
		version: BANK_VERSION,
		edition: `${id}@${changedAt}`,
		reports: [],
		names: [],
		facts: [],
		questions,
		comparisons: [comparison]
	};
}
