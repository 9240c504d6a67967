import { liveQuery } from 'dexie';
import type { Bank, Name, NameId, QuestionId, ReportId } from '#lib/bank/types.ts';
import type { RecountDatabase } from './database.ts';
import { moveRevisionOn, readRevision } from './library-revision.ts';
import type { Observable } from './observable.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';
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

/** What computes memory is fetched when it is first needed: reading does without. */
const goneCards = () => import('./gone-cards.ts');
type GoneCards = Awaited<ReturnType<typeof goneCards>>;

/** The finished reports of one learner's own, compiled. */
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

	/** Keeps a report as it is studied from now on; its desk is finished as it stands. */
	publish(row: OwnReportRow): Promise<Outcome<OwnReportRow, StoreProblem>> {
		const { reports, desks } = this.#database;
		return this.#write(async ({ takeOut }) => {
			await takeOut(this.#database, leaving(await reports.get(row.id), row.bank));
			await reports.put(row);
			await desks.update(row.id, { state: 'finished' });
			return row;
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
		return this.#write(async ({ takeOut }) => {
			const before: WholeReport = {
				report: await reports.get(id),
				desk: await desks.get(id),
				steps: await deskSteps.where('deskId').equals(id).toArray(),
				...(next.names && { names: await this.#putNames(next.names) })
			};
			await reports.delete(id);
			await desks.delete(id);
			await deskSteps.where('deskId').equals(id).delete();
			if (next.report) await reports.put(next.report);
			if (next.desk) await desks.put(newerThan(next.desk, before.desk));
			await deskSteps.bulkPut(next.steps);
			await takeOut(this.#database, leaving(before.report, next.report?.bank));
			return before;
		});
	}

	/** Tells each change, also another tab's, by a number that rises. */
	watch(): Observable<number> {
		return liveQuery(() => this.revision());
	}

	/** A number that rises with each change. */
	revision(): Promise<number> {
		return readRevision(this.#database);
	}

	/** Keeps or takes away names, and gives back what stood under their ids. */
	async #putNames(next: Record<NameId, Name | null>): Promise<Record<NameId, Name | null>> {
		const { names } = this.#database;
		const changes = Object.entries(next);
		const before = await names.bulkGet(changes.map(([id]) => id));
		for (const [id, name] of changes) {
			if (name) await names.put(name);
			else await names.delete(id);
		}
		return Object.fromEntries(changes.map(([id], at) => [id, before[at] ?? null]));
	}

	/** One transaction over all that belongs to a report; it moves the revision on. */
	async #write<T>(work: (cards: GoneCards) => Promise<T>): Promise<Outcome<T, StoreProblem>> {
		// Before the transaction: one that waits for something else is over.
		const gone = await goneCards();
		const { reports, names, desks, deskSteps, cards, counters, settings } = this.#database;
		return attempt(() =>
			this.#database.transaction(
				'rw',
				[reports, names, desks, deskSteps, cards, counters, settings],
				async () => {
					const value = await work(gone);
					await moveRevisionOn(this.#database);
					return done(value);
				}
			)
		);
	}
}

/** The questions that a newer edition has no more, under no id. */
function leaving(before: OwnReportRow | undefined, next: Bank | undefined): QuestionId[] {
	const stay = new Set((next?.questions ?? []).flatMap(({ id, was = [] }) => [id, ...was]));
	return (before?.bank.questions ?? []).map(({ id }) => id).filter((id) => !stay.has(id));
}

/** A desk that a screen which showed the one before it does not take for that. */
function newerThan(desk: DeskRow, before: DeskRow | undefined): DeskRow {
	return { ...desk, revision: Math.max(desk.revision, before?.revision ?? 0) + 1 };
}
