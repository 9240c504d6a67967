import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { HandinRow, ServedHandoutRow } from './class-rows.ts';
import { changeCounters, CounterChanges } from './counters.ts';
import type { RecountDatabase } from './database.ts';
import { attempt, type Outcome, type StoreProblem } from './outcome.ts';

/** What is known of an assignment's attempts when one more is asked for. */
export interface AttemptsBefore {
	/** Oldest first. */
	sittings: Sitting[];
	handins: HandinRow[];
	/** What the class server says of it, where one gave it out. */
	served?: ServedHandoutRow;
}

/** The attempts that pupils begin on this device. */
export class AttemptRepository {
	#database: RecountDatabase;

	constructor(database: RecountDatabase) {
		this.#database = database;
	}

	/**
	 * Begins an attempt at an assignment: `decide` sees all that came before, and nobody can begin another
	 * meanwhile. It gives a new sitting, one that is there, or why there is none. What a class server gave out is
	 * to go there from the first moment on.
	 */
	begin<P>(
		assignmentId: string,
		decide: (before: AttemptsBefore) => Outcome<Sitting, P>
	): Promise<Outcome<Sitting, P | StoreProblem>> {
		const db = this.#database;
		const { sittings, counters, handins, servedHandouts, outbox } = db;
		const tables = [sittings, counters, handins, servedHandouts, outbox];
		return attempt(() =>
			db.transaction('rw', tables, async () => {
				const served = await servedHandouts.get(assignmentId);
				const decided = decide({
					sittings: await sittings
						.where('assigned.assignmentId')
						.equals(assignmentId)
						.sortBy('startedAt'),
					handins: await handins.where({ assignmentId }).toArray(),
					...(served && { served })
				});
				if (!decided.ok || (await sittings.get(decided.value.id))) return decided;
				const { id, assigned } = decided.value;
				await sittings.add(decided.value);
				await changeCounters(db, new CounterChanges().add('total', 'all', { sittings: 1 }));
				if (served && served.no === assigned?.no) {
					const { classId, no } = served;
					await outbox.add({ id, classId, assignmentId, no, savedSeq: 0 });
				}
				return decided;
			})
		);
	}
}
