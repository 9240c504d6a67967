import type { ClassBody, NewPin, PutClass } from '#lib/domain/classroom/api/class-api.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { hashPin, makePin } from '#lib/server/pupils/pins.ts';
import type { Database } from '#lib/server/store/types.ts';
import { isSaid, membersOf, newcomers, putMembers, type Members } from './class-members.ts';
import { changeRow, makeRow, rowOf, unmake, type MadePin, type Putting } from './class-row.ts';
import { classAbsence, type OwnClass } from './own-class.ts';
import { readServedClass } from './served-class.ts';

/** Makes the class or brings it up to date; the PINs of those who are new. */
async function change(
	database: Database,
	putting: Putting,
	{ members, crypto }: { members: Members; crypto: Crypto }
): Promise<Outcome<NewPin[], ApiProblem>> {
	const { own, body } = putting;
	const isMade = await makeRow(database, putting, crypto);
	const absent = await classAbsence(database, own.classId);
	if (absent.code === 'gone') {
		await unmake(database, own);
		return refused(absent);
	}
	const row = await rowOf(database, own.classId);
	if (row?.teacherId !== own.teacherId) return refused({ code: 'missing' });
	if (!isMade) {
		if (isSaid(body, row, members)) return done([]);
		const isChanged = await changeRow(database, putting, row);
		if (!isChanged) return refused({ code: 'changed-elsewhere' });
	}
	return done(await putMembers(database, putting, members));
}

/** `again`: somebody was deleted or added meanwhile, and needs a PIN; nothing was written. */
async function putOnce(
	database: Database,
	putting: Putting,
	crypto: Crypto
): Promise<Outcome<PutClass, ApiProblem> | 'again'> {
	const { own, body, pins } = putting;
	const members = await membersOf(database, own.classId);
	if (newcomers(body, members).some(({ no }) => !pins.has(no))) return 'again';
	const told = await change(database, putting, { members, crypto });
	if (!told.ok) return told;
	const schoolClass = await readServedClass(database, own.classId);
	if (!schoolClass) return refused({ code: 'missing' });
	const gone = body.pupils.map(({ no }) => no).filter((no) => members.dead.has(`${no}`));
	return done({ class: schoolClass, pins: told.value, gone });
}

/** What already speaks against putting a class, before anything is worked out for it. */
async function barrier(database: Database, own: OwnClass): Promise<ApiProblem | undefined> {
	const row = await rowOf(database, own.classId);
	if (row) return row.teacherId === own.teacherId ? undefined : { code: 'missing' };
	const absent = await classAbsence(database, own.classId);
	return absent.code === 'gone' ? absent : undefined;
}

/**
 * Puts a class on the server or brings it up to date. Problems: `missing` where it is another teacher's,
 * `gone` where it was deleted for good, `changed-elsewhere` where it is another than the put is based on.
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
