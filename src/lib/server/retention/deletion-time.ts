import type { assignments, classes } from '#lib/server/store/schema.ts';

const DAY_MS = 86_400_000;

/** When the last assignment of a class closed, or where there is none, when the class was last put. */
function lastUse(
	{ changedAt }: Pick<typeof classes.$inferSelect, 'changedAt'>,
	own: readonly Pick<typeof assignments.$inferSelect, 'closesAt' | 'changedAt'>[]
): number {
	if (own.length === 0) return changedAt;
	return Math.max(...own.map((each) => each.closesAt ?? each.changedAt));
}

/** When what pupils of a class did is deleted (epoch ms), if nothing else is assigned. */
export function deletionTime(
	schoolClass: Pick<typeof classes.$inferSelect, 'changedAt' | 'retentionDays'>,
	own: readonly Pick<typeof assignments.$inferSelect, 'closesAt' | 'changedAt'>[]
): number {
	return lastUse(schoolClass, own) + schoolClass.retentionDays * DAY_MS;
}
