import * as v from 'valibot';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import { id, long, text } from './backup-fields.ts';
import { names } from './backup-own-rows.ts';
import type { RecountDatabase } from './database.ts';
import type { IntakeRecord } from './intake-repository.ts';
import type { SettingRow } from './rows.ts';

/** The setting under which a report that is being added is kept. */
export const INTAKE_KEY = 'intake';

const told = v.strictObject({
	value: v.optional(long),
	basis: v.optional(v.picklist(['stated', 'inferred']))
});

const draft = v.strictObject({
	id: v.pipe(id, v.check(isOwnReport, 'not the id of an own report')),
	text: long,
	kept: v.array(text),
	found: v.strictObject({
		title: v.optional(long),
		publisher: v.optional(long),
		date: v.optional(long)
	}),
	title: long,
	publisher: told,
	date: told,
	place: v.optional(id),
	newPlace: v.optional(names),
	notice: long
});

const value: v.GenericSchema<unknown, IntakeRecord> = v.strictObject({
	draft,
	earlier: v.optional(draft)
});

/** A report that is being added, as a backup holds it. */
export const intake = v.strictObject({ key: v.literal(INTAKE_KEY), value });

/** The report that a backup brings as being added, where none is added here and it came no further. */
export async function intakeNews(
	{ settings, desks, reports }: RecountDatabase,
	rows: readonly SettingRow[]
): Promise<SettingRow | undefined> {
	const row = rows.find(({ key }) => key === INTAKE_KEY);
	if (!row || (await settings.get(INTAKE_KEY))) return undefined;
	const { id } = (row.value as IntakeRecord).draft;
	return (await desks.get(id)) || (await reports.get(id)) ? undefined : row;
}

/** Brings {@link intakeNews}; call it inside a transaction over all it reads. Tells how many came. */
export async function mergeIntake(
	database: RecountDatabase,
	rows: readonly SettingRow[]
): Promise<number> {
	const row = await intakeNews(database, rows);
	if (row) await database.settings.put(row);
	return row ? 1 : 0;
}
