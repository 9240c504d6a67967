import { liveQuery } from 'dexie';
import type { Name, ReportId } from '#lib/bank/types.ts';
import type { RecountDatabase } from './database.ts';
import type { Observable } from './observable.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';
import type { DeskRow, DeskStepRow, OwnComparisonRow, OwnReportRow } from './rows.ts';

/** All that is kept of a report; nothing where there is none. */
export interface WholeReport {
	report?: OwnReportRow;
	desk?: DeskRow;
	steps: DeskStepRow[];
}

/** How many reports are read at a time. */
const PAGE = 25;
const REVISION = 'library';

/** The finished reports of one learner's own, compiled, and what holds them against others. */
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

	/** The comparisons a person made. */
	comparisons(): Promise<OwnComparisonRow[]> {
		return Promise.resolve(this.#database.comparisons.toArray());
	}

	/** Keeps a report as it is studied from now on; its desk is finished as it stands. */
	publish(row: OwnReportRow): Promise<Outcome<OwnReportRow, StoreProblem>> {
		return this.#write(async () => {
			await this.#database.reports.put(row);
			await this.#database.desks.update(row.id, { state: 'finished' });
			return row;
		});
	}

	/** Keeps a comparison. */
	putComparison(row: OwnComparisonRow): Promise<Outcome<OwnComparisonRow, StoreProblem>> {
		return this.#write(async () => {
			await this.#database.comparisons.put(row);
			return row;
		});
	}

	/** Takes a comparison away. */
	removeComparison(id: string): Promise<Outcome<undefined, StoreProblem>> {
		return this.#write(async () => {
			await this.#database.comparisons.delete(id);
			return undefined;
		});
	}

	/** Notes that the cards of a report are those of an edition. */
	cardsKept(id: ReportId, edition: string): Promise<Outcome<number, StoreProblem>> {
		return attempt(async () =>
			done(await this.#database.reports.update(id, { cardsEdition: edition }))
		);
	}

	/**
	 * Sets one whole report, with its desk and text, in the place of what is there of that id, and gives
	 * that back; with nothing to set it is taken away. What was studied of it stays.
	 */
	replace(id: ReportId, next: WholeReport): Promise<Outcome<WholeReport, StoreProblem>> {
		const { reports, desks, deskSteps } = this.#database;
		return this.#write(async () => {
			const steps = deskSteps.where('deskId').equals(id);
			const before = {
				report: await reports.get(id),
				desk: await desks.get(id),
				steps: await steps.toArray()
			};
			await Promise.all([reports.delete(id), desks.delete(id), steps.delete()]);
			if (next.report) await reports.put(next.report);
			if (next.desk) await desks.put(next.desk);
			await deskSteps.bulkPut(next.steps);
			return before;
		});
	}

	/** Tells each change, also another tab's, by a number that rises. */
	watch(): Observable<number> {
		return liveQuery(() => this.revision());
	}

	/** A number that rises with each change. */
	async revision(): Promise<number> {
		return revisionOf((await this.#database.settings.get(REVISION))?.value);
	}

	/** One transaction over all that belongs to a report; it moves the revision on. */
	#write<T>(work: () => Promise<T>): Promise<Outcome<T, StoreProblem>> {
		const { reports, desks, deskSteps, comparisons, settings } = this.#database;
		return attempt(() =>
			this.#database.transaction(
				'rw',
				[reports, desks, deskSteps, comparisons, settings],
				async () => {
					const value = await work();
					const known = revisionOf((await settings.get(REVISION))?.value);
					await settings.put({ key: REVISION, value: known + 1 });
					return done(value);
				}
			)
		);
	}
}

function revisionOf(value: unknown): number {
	return typeof value === 'number' ? value : 0;
}
