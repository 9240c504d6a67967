import { and, eq, isNull, notInArray } from 'drizzle-orm';
import type { ClassBody, NewPin, PutClass } from '#lib/domain/classroom/api/class-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { hashPin, makePin } from '#lib/server/pupils/pins.ts';
import { newClassCode } from '#lib/server/readable-codes.ts';
import { classCodes, classes, pupils } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { classAbsence, isOwn, type OwnClass } from './own-class.ts';
import { readServedClass } from './served-class.ts';
import { buriedIn } from './tombstones.ts';

/** A PIN and what is kept of it. */
interface MadePin {
	pin: string;
	hash: string;
}

/** A class to be put, and the PINs made for it so far. */
interface Putting {
	own: OwnClass;
	body: ClassBody;
	pins: ReadonlyMap<number, MadePin>;
	now: number;
}

/** A class's members on the server: those there are, and the numbers that are not taken again. */
async function membersOf(database: Database, classId: string) {
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
function newcomers({ pupils: all }: ClassBody, members: Awaited<ReturnType<typeof membersOf>>) {
	return all.filter(({ no }) => !members.known.has(no) && !members.dead.has(`${no}`));
}

/** A code that no class has, kept for this one. */
async function claimCode(database: Database, crypto: Crypto, classId: string): Promise<string> {
	for (;;) {
		const code = newClassCode(crypto);
		const kept = await database
			.insert(classCodes)
			.values({ code, classId })
			.onConflictDoNothing()
			.returning({ code: classCodes.code });
		if (kept.length > 0) return code;
	}
}

/** Makes the class's row or brings it up to date; whether it is one's own now. */
async function putRow(
	database: Database,
	{ own, body, now }: Putting,
	crypto: Crypto
): Promise<boolean> {
	const { name, sealTo, signedBy, retentionDays } = body;
	const said = { name, sealTo, signedBy, retentionDays, changedAt: now };
	const made = await database
		.insert(classes)
		.values({ ...own, ...said, code: '', createdAt: now })
		.onConflictDoNothing()
		.returning({ classId: classes.classId });
	const code = made.length > 0 ? await claimCode(database, crypto, own.classId) : undefined;
	const kept = await database
		.update(classes)
		.set({ ...said, ...(code !== undefined && { code }) })
		.where(isOwn(own))
		.returning({ classId: classes.classId });
	return kept.length > 0;
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
	{ known }: Awaited<ReturnType<typeof membersOf>>
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

/** `again`: somebody was deleted or added meanwhile, and needs a PIN. */
async function putOnce(
	database: Database,
	putting: Putting,
	crypto: Crypto
): Promise<Outcome<PutClass, ApiProblem> | 'again'> {
	const { own, body, pins } = putting;
	const isPut = await putRow(database, putting, crypto);
	if (!isPut) return refused({ code: 'missing' });
	const absent = await classAbsence(database, own.classId);
	if (absent.code === 'gone') {
		await database.delete(classCodes).where(eq(classCodes.classId, own.classId));
		await database.delete(classes).where(isOwn(own));
		return refused(absent);
	}
	const members = await membersOf(database, own.classId);
	const added = newcomers(body, members);
	if (added.some(({ no }) => !pins.has(no))) return 'again';
	await addPupils(database, putting, added);
	await changePupils(database, putting, members);
	const schoolClass = await readServedClass(database, own.classId);
	if (!schoolClass) return refused({ code: 'missing' });
	const told = added.map(({ no }): NewPin => ({ no, pin: pins.get(no)?.pin ?? '' }));
	const gone = body.pupils.map(({ no }) => no).filter((no) => members.dead.has(`${no}`));
	return done({ class: schoolClass, pins: told, gone });
}

/** What already speaks against putting a class, before anything is worked out for it. */
async function barrier(database: Database, own: OwnClass): Promise<ApiProblem | undefined> {
	const [row] = await database
		.select({ teacherId: classes.teacherId })
		.from(classes)
		.where(eq(classes.classId, own.classId));
	if (row) return row.teacherId === own.teacherId ? undefined : { code: 'missing' };
	const absent = await classAbsence(database, own.classId);
	return absent.code === 'gone' ? absent : undefined;
}

/**
 * Puts a class on the server or brings it up to date. Problems: `missing` where it is another teacher's,
 * `gone` where it was deleted for good.
 */
export async function putClass(
	{ store, crypto, now }: ServerContext,
	own: OwnClass,
	body: ClassBody
): Promise<Outcome<PutClass, ApiProblem>> {
	const problem = await barrier(store.database, own);
	if (problem) return refused(problem);
	const pins = new Map<number, MadePin>();
	for (;;) {
		const wanting = newcomers(body, await membersOf(store.database, own.classId));
		// Slow on purpose, so not while anything is held.
		await Promise.all(
			wanting.map(async ({ no }) => {
				if (pins.has(no)) return;
				const pin = makePin(crypto);
				pins.set(no, { pin, hash: await hashPin(crypto, pin) });
			})
		);
		const putting = { own, body, pins, now: now() };
		const put = await store.transact((database) => putOnce(database, putting, crypto));
		if (put !== 'again') return put;
	}
}
