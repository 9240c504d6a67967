import type { Basis, Name, NameId, ReportId } from '#lib/bank/types.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import type { RecountDatabase } from './database.ts';
import { deskRow } from './desk-repository.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';

/** A field of the head: what a person typed and chose, each only where they did. */
export interface ToldField {
	value?: string;
	basis?: Basis;
}

/** A report that is being added, until its desk stands; its text never leaves this device. */
export interface IntakeDraft {
	/** Of the desk to come: `r-<uuid>`. */
	id: ReportId;
	text: string;
	/** Ids of what was put back into the text. */
	kept: string[];
	/** What the file it came in says of itself. */
	found: { title?: string; publisher?: string; date?: string };
	title: string;
	publisher: ToldField;
	date: ToldField;
	place?: NameId;
	/** The place, where nobody has entered its name before. */
	newPlace?: Name;
	notice: string;
}

/** What is being added, and what it took the place of. */
export interface IntakeRecord {
	draft: IntakeDraft;
	earlier?: IntakeDraft;
}

const KEY = 'intake';

/** The one report a learner is adding: kept as it is typed, gone once its desk stands. */
export class IntakeRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	async read(): Promise<IntakeRecord | undefined> {
		const row = await this.#database.settings.get(KEY);
		return row?.value as IntakeRecord | undefined;
	}

	keep(record: IntakeRecord): Promise<Outcome<undefined, StoreProblem>> {
		return attempt(async () => {
			await this.#database.settings.put({ key: KEY, value: record });
			return done(undefined);
		});
	}

	/** Puts the desk up, with the names it needs, in the place of what was being added. */
	start(desk: Desk, names: Name[], now: number): Promise<Outcome<undefined, StoreProblem>> {
		const db = this.#database;
		return attempt(() =>
			db.transaction('rw', db.desks, db.names, db.settings, async () => {
				await db.desks.put(deskRow(desk, 'open', now));
				await db.names.bulkPut(names);
				await db.settings.delete(KEY);
				return done(undefined);
			})
		);
	}
}
