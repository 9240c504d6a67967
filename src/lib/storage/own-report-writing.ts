import type { Bank, Name, NameId, QuestionId, ReportId } from '#lib/bank/types.ts';
import type { RecountDatabase } from './database.ts';
import { takeOut } from './gone-cards.ts';
import { moveRevisionOn } from './library-revision.ts';
import type { WholeReport } from './own-report-repository.ts';
import { noteLastDone, takeLastDone, type LastDone } from './own-undo-note.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';
import type { DeskRow, OwnReportRow } from './rows.ts';

/** Changes the finished reports of one learner's own. */
export class OwnReportWriting {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/** Keeps a report as it is studied from now on; its desk is finished as it stands. */
	publish(row: OwnReportRow): Promise<Outcome<OwnReportRow, StoreProblem>> {
		const { reports, desks } = this.#database;
		return this.#write(async () => {
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
	 * that back; with nothing to set it is taken away. What was studied of it stays. With `last` it can
	 * be taken back, also after the page is loaded anew; where there is no room for that, it is done so.
	 */
	async replace(
		id: ReportId,
		next: WholeReport,
		last?: LastDone
	): Promise<Outcome<WholeReport, StoreProblem>> {
		const kept = await this.#write(async () => {
			const before = await this.#set(id, next);
			if (last) await noteLastDone(this.#database, last, before);
			return before;
		});
		const isFull = !kept.ok && kept.problem.code === 'full';
		return last && isFull ? this.#write(() => this.#set(id, next)) : kept;
	}

	/** Takes back what was done last. `moved-on`: something else was done since, or the report was changed. */
	async undo(shown: LastDone): Promise<Outcome<undefined, { code: 'moved-on' } | StoreProblem>> {
		const undone = await this.#write(async () => {
			const before = await takeLastDone(this.#database, shown);
			const { report, ...rest } = before ?? { steps: [] };
			if (before)
				await this.#set(shown.id, { ...rest, ...(report && { report: withoutCards(report) }) });
			return before !== undefined;
		});
		if (!undone.ok) return undone;
		return undone.value ? done(undefined) : refused({ code: 'moved-on' });
	}

	/** As {@link replace}, inside a transaction. */
	async #set(id: ReportId, next: WholeReport): Promise<WholeReport> {
		const { reports, desks, deskSteps } = this.#database;
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
	#write<T>(work: () => Promise<T>): Promise<Outcome<T, StoreProblem>> {
		const { reports, names, desks, deskSteps, cards, counters, settings } = this.#database;
		return attempt(() =>
			this.#database.transaction(
				'rw',
				[reports, names, desks, deskSteps, cards, counters, settings],
				async () => {
					const value = await work();
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

/** A report whose cards are to be looked through anew. */
function withoutCards({ cardsEdition: _, ...row }: OwnReportRow): OwnReportRow {
	return row;
}
