import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import type { Bank, Name, QuestionId, ReportId } from '#lib/bank/types.ts';
import type { OwnReportRepository } from '#lib/storage/own-report-repository.ts';
import type { ReportHead } from '#lib/storage/report-heads.ts';
import type { OwnReportRow } from '#lib/storage/rows.ts';
import type { Closing } from './closed-library.ts';

/** What is read of a person's own. */
interface Own {
	reports: readonly OwnReportRow[];
	names: readonly Name[];
}

const NOTHING: Own = { reports: [], names: [] };

/** Who has nothing of their own need not fetch what joins it. */
const joining = () => import('#lib/bank/join.ts').then(({ joinBanks }) => joinBanks);
type Join = Awaited<ReturnType<typeof joining>>;

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

	/** All that is read so far, without what an open Test keeps closed. */
	look = $state.raw<LookUp>() as LookUp;
	/** All that is read so far: for keeping cards in line, never for showing. */
	all = $state.raw<LookUp>() as LookUp;
	#closing: Closing | undefined;
	/** Whether nothing of the person's own is still unread. */
	isWhole = $state(false);
	/** What lists tell of the person's own reports, as it was noted: until {@link isWhole}. */
	noted = $state.raw<readonly ReportHead[]>([]);
	/** Whether lists can be shown: from what was noted, or whole. */
	isListed = $state(false);
	/** The last reading failed; {@link whole} tries again. */
	failed = $state(false);

	constructor(shipped: Bank, store: OwnReportRepository) {
		this.shipped = lookUp(shipped);
		this.#store = store;
		this.look = this.shipped;
		this.all = this.shipped;
	}

	/** Keeps facts closed from now on, or with nothing given opens them all. */
	async close(closing: Closing | undefined): Promise<void> {
		this.#closing = closing;
		await this.#shut();
	}

	/** The person's own reports that are read. */
	get own(): readonly OwnReportRow[] {
		return this.#own.reports;
	}

	/** Resolves once everything is read; after a reading that failed it is tried again. */
	whole(): Promise<void> {
		this.#reading ??= this.#begin();
		return this.#reading;
	}

	/** Resolves once {@link isListed}: where nothing changed since the last visit, before all is read. */
	async listed(): Promise<void> {
		const noted = this.isWhole ? undefined : await this.#store.heads().catch(() => undefined);
		if (!noted || this.isWhole) return this.whole();
		this.noted = noted;
		this.isListed = true;
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
		const join = await joining();
		if (this.isWhole) return;
		this.#take({ ...this.#own, reports: withRows(this.#own.reports, rows), names }, join);
	}

	/** Reads everything anew: something was added, changed or taken away. */
	again(): Promise<void> {
		this.#reading = this.#begin();
		return this.#reading;
	}

	/** Reads one report anew, and what else may have changed with it. */
	async changed(id: ReportId): Promise<void> {
		const before = this.#revision;
		const revision = await this.#store.revision();
		if (!this.isWhole || revision !== before + 1) return this.again();
		const [[row], names] = await Promise.all([this.#store.read([id]), this.#store.names()]);
		const join = await joining();
		if (this.#revision !== before) return this.again();
		const others = this.#own.reports.filter((each) => each.id !== id);
		const reports = row ? withRows(others, [row]) : others;
		this.#revision = revision;
		this.#take({ reports, names }, join);
		this.#note();
	}

	/** As {@link again}, if the store has moved on since the last reading. */
	async follow(revision: number): Promise<void> {
		if (revision !== this.#revision) await this.again();
	}

	async #begin(): Promise<void> {
		const turn = ++this.#turn;
		this.failed = false;
		try {
			await this.#readAll(turn);
		} catch (cause) {
			if (turn !== this.#turn) return this.#reading;
			this.#reading = undefined;
			this.failed = true;
			throw cause;
		}
	}

	async #readAll(turn: number): Promise<void> {
		const revision = await this.#store.revision();
		const reports: OwnReportRow[] = [];
		for await (const page of this.#store.pages()) reports.push(...page);
		const names = await this.#store.names();
		const join = reports.length + names.length > 0 ? await joining() : undefined;
		// A later reading knows more: it is the one to wait for.
		if (turn !== this.#turn) return this.#reading;
		this.#revision = revision;
		this.#take({ reports, names }, join);
		this.isWhole = true;
		this.isListed = true;
		this.#note();
	}

	/** Notes what lists tell, for the next visit. Without the note it is only slower. */
	#note(): void {
		// Who never had a report of their own has nothing to note.
		if (this.#revision === 0) return;
		void this.#store.noteHeads(this.#revision, this.#own.reports).catch(() => undefined);
	}

	#take(own: Own, join: Join | undefined): void {
		this.#own = own;
		const banks = own.reports.map(({ bank }) => bank);
		this.all = join ? lookUp(join(this.shipped.bank, banks, own.names)) : this.shipped;
		void this.#shut();
	}

	/** Until it is known which facts are closed, what was shown before stays. */
	async #shut(): Promise<void> {
		const { all } = this;
		const closing = this.#closing;
		if (!closing) {
			this.look = all;
			return;
		}
		const { closeBank } = await import('./closed-library.ts');
		const look = await closeBank(all.bank, closing);
		if (all === this.all && closing === this.#closing) this.look = look;
	}
}

/** Some rows put among others, in the order of their ids, as the store gives them. */
function withRows(rows: readonly OwnReportRow[], more: readonly OwnReportRow[]): OwnReportRow[] {
	const ids = more.map(({ id }) => id);
	const others = rows.filter(({ id }) => !ids.includes(id));
	return [...others, ...more].sort((a, b) => (a.id < b.id ? -1 : 1));
}
