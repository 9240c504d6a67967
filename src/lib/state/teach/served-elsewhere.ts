import type { ServedClass } from '#lib/domain/classroom/api/class-api.ts';
import type { Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { ClassRepository, type MissingProblem } from '#lib/storage/class-repository.ts';
import type { ClassRow, ServedClassRow } from '#lib/storage/class-rows.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import { ServedClassRepository } from '#lib/storage/served-class-repository.ts';
import {
	differenceOf,
	joinedPupils,
	type RegisterDifference,
	type Word
} from './served-difference.ts';
import { classBody } from './served-plan.ts';

/** A class here, what is known of it on the server, and how it is there. */
export interface BothSides {
	schoolClass: ClassRow;
	row: ServedClassRow;
	there: ServedClass;
}

/** What another device said of a class after this one last knew it; nothing where both say the same. */
export function saidElsewhere({
	schoolClass,
	row,
	there
}: BothSides): RegisterDifference | undefined {
	// What was read before this device's own last put is no news.
	if (there.changedAt <= (row.changedAt ?? 0)) return undefined;
	return differenceOf(classBody(schoolClass, row.retentionDays), there);
}

/**
 * Makes one register of both on this device: nobody is lost, and where they differ one word holds. The
 * server is told by the next round.
 */
export async function settle(
	app: Pick<ClassApp, 'database' | 'now'>,
	{ schoolClass: { id }, there }: BothSides,
	word: Word
): Promise<Outcome<unknown, StoreProblem | MissingProblem>> {
	const isTheirs = word === 'there';
	const joined = await new ClassRepository(app.database).change(id, (row) => ({
		...row,
		name: isTheirs ? there.name : row.name,
		pupils: joinedPupils(row.pupils, there, word),
		changedAt: app.now()
	}));
	if (!joined.ok) return joined;
	return new ServedClassRepository(app.database).change(id, (row) => ({
		...row,
		changedAt: there.changedAt,
		retentionDays: isTheirs ? there.retentionDays : row.retentionDays
	}));
}
