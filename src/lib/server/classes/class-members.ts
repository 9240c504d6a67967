import { and, eq, isNull, notInArray } from 'drizzle-orm';
import type { ClassBody, NewPin } from '#lib/domain/classroom/api/class-api.ts';
import { pupils } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import type { ClassRow, Putting } from './class-row.ts';
import { buriedIn } from './tombstones.ts';

/** A class's members on the server: those there are, and the numbers that are not taken again. */
export type Members = Awaited<ReturnType<typeof membersOf>>;

/** A class's members on the server: those there are, and the numbers that are not taken again. */
export async function membersOf(database: Database, classId: string) {
	const [rows, dead] = await Promise.all([
		database
			.select({ no: pupils.no, pseudonym: pupils.pseudonym, leftAt: pupils.leftAt })
			.from(pupils)
			.where(eq(pupils.classId, classId)),
		buriedIn(database, classId, 'pupil')
	]);
	return { known: new Map(rows.map((row) => [row.no, row])), dead };
}

/** Those of a class's pupils who are new on the server. */
export function newcomers({ pupils: all }: ClassBody, members: Members) {
	return all.filter(({ no }) => !members.known.has(no) && !members.dead.has(`${no}`));
}

/** Whether a put says what is there already: it may have been answered, and the answer lost. */
export function isSaid(
	{ name, sealTo, signedBy, retentionDays, pupils: all }: ClassBody,
	row: ClassRow,
	{ known, dead }: Members
): boolean {
	const said = [name, sealTo, signedBy, retentionDays];
	const kept = [row.name, row.sealTo, row.signedBy, row.retentionDays];
	const named = new Map(all.map((pupil) => [pupil.no, pupil]));
	return (
		said.every((each, i) => each === kept[i]) &&
		all.every(({ no }) => known.has(no) || dead.has(`${no}`)) &&
		[...known.values()].every(({ no, pseudonym, leftAt }) => {
			const pupil = named.get(no);
			// Who is not named left when it was put.
			if (!pupil) return leftAt !== null;
			return pupil.pseudonym === pseudonym && (pupil.leftAt ?? null) === leftAt;
		})
	);
}

async function addPupils(
	database: Database,
	{ own: { classId }, pins, now }: Putting,
	added: ClassBody['pupils']
): Promise<void> {
	const rows = added.map(({ no, pseudonym, leftAt = null }) => ({
		...{ classId, no, pseudonym, leftAt },
		pinHash: pins.get(no)?.hash ?? '',
		wrongTries: 0,
		createdAt: now
	}));
	if (rows.length > 0) await database.insert(pupils).values(rows);
}

/** Says anew who is called what and who left; who is not named any more left too. */
async function changePupils(
	database: Database,
	{ own: { classId }, body, now }: Putting,
	{ known }: Members
): Promise<void> {
	for (const { no, pseudonym, leftAt = null } of body.pupils) {
		const before = known.get(no);
		if (!before || (before.pseudonym === pseudonym && before.leftAt === leftAt)) continue;
		await database
			.update(pupils)
			.set({ pseudonym, leftAt })
			.where(and(eq(pupils.classId, classId), eq(pupils.no, no)));
	}
	const numbers = body.pupils.map(({ no }) => no);
	await database
		.update(pupils)
		.set({ leftAt: now })
		.where(
			and(
				eq(pupils.classId, classId),
				isNull(pupils.leftAt),
				...(numbers.length > 0 ? [notInArray(pupils.no, numbers)] : [])
			)
		);
}

/** Takes up who is new and says anew who is called what; tells the PINs of those who are new. */
export async function putMembers(
	database: Database,
	putting: Putting,
	members: Members
): Promise<NewPin[]> {
	const added = newcomers(putting.body, members);
	await addPupils(database, putting, added);
	await changePupils(database, putting, members);
	return added.map(({ no }) => ({ no, pin: putting.pins.get(no)?.pin ?? '' }));
}
