import { liveQuery } from 'dexie';
import type { Name, NameId, ReportId } from '#lib/bank/types.ts';
import type { RecountDatabase } from './database.ts';
import { readRevision } from './library-revision.ts';
import type { Observable } from './observable.ts';
import type { ReportHead } from './report-heads.ts';
import type { DeskRow, DeskStepRow, OwnReportRow } from './rows.ts';

/** All that is kept of a report; nothing where there is none. */
export interface WholeReport {
	report?: OwnReportRow;
	desk?: DeskRow;
	steps: DeskStepRow[];
	/** Names to keep with it; `null` takes one away. */
	names?: Record<NameId, Name | null>;
}

/** How many reports are read at a time. */
const PAGE = 25;

/** The finished reports of one learner's own, compiled; who changes them is fetched when it is first needed. */
export class OwnReportRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/** All reports, page by page, so that the screen can breathe. */
	async *pages(): AsyncGenerator<OwnReportRow[]> {
		for (let after: string | undefined = ''; after !== undefined;) {
			const page: OwnReportRow[] = await this.#database.reports
				.where('id')
				.above(after)
				.limit(PAGE)
				.toArray();
			yield page;
			after = page.length < PAGE ? undefined : page.at(-1)?.id;
		}
	}

	/** Some reports; those that are not there are left out. */
	async read(ids: readonly ReportId[]): Promise<OwnReportRow[]> {
		const rows = await this.#database.reports.bulkGet([...ids]);
		return rows.filter((row) => row !== undefined);
	}

	/** The names a person's own reports speak of. */
	names(): Promise<Name[]> {
		return Promise.resolve(this.#database.names.toArray());
	}

	/** What lists tell of all reports; nothing where it was not noted since the last change. */
	async heads(): Promise<ReportHead[] | undefined> {
		const { readHeads } = await import('./report-heads.ts');
		return readHeads(this.#database);
	}

	/** Notes what lists tell, as all reports stood at a revision. */
	async noteHeads(revision: number, rows: readonly OwnReportRow[]): Promise<void> {
		const { headOf, noteHeads } = await import('./report-heads.ts');
		const heads = rows.flatMap((row) => headOf(row) ?? []);
		await noteHeads(this.#database, revision, heads);
	}

	/** Tells each change, also another tab's, by a number that rises. */
	watch(): Observable<number> {
		return liveQuery(() => this.revision());
	}

	/** A number that rises with each change. */
	revision(): Promise<number> {
		return readRevision(this.#database);
	}
}
