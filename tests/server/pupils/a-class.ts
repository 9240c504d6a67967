import { and, eq } from 'drizzle-orm';
import { makeLink } from '#lib/server/pupils/links.ts';
import { hashPin } from '#lib/server/pupils/pins.ts';
import { classCodes, classes, pupils } from '#lib/server/store/schema.ts';
import type { TestContext } from '../support/stores.ts';

/** A class as tests put it on the store. */
interface PutClass {
	classId: string;
	code: string;
}

export const OTTERS: PutClass = {
	classId: '0199b0e0-0000-7000-8000-00000000000a',
	code: 'K3F-9QW6'
};
export const LYNXES: PutClass = {
	classId: '0199b0e0-0000-7000-8000-00000000000b',
	code: '7YM-BRP2'
};
/** Of every pupil here: hashing one is slow on purpose. */
export const PIN = '271828';
export const WRONG_PIN = '314159';

let hashed: Promise<string> | undefined;

/** A class with the pupils 1 to 3 on the store. */
export async function putClass(context: TestContext, { classId, code }: PutClass): Promise<void> {
	hashed ??= hashPin(crypto, PIN);
	const pinHash = await hashed;
	const { database } = context.store;
	await database.insert(classes).values({
		...{ classId, code, name: `Class ${code}`, retentionDays: 90, sealTo: '', signedBy: '' },
		...{ teacherId: '0199b0e0-0000-7000-8000-0000000000ff', createdAt: 0, changedAt: 0 }
	});
	await database.insert(classCodes).values({ code, classId });
	await database.insert(pupils).values(
		[1, 2, 3].map((no) => ({
			...{ classId, no, pseudonym: `Animal ${no}`, pinHash, wrongTries: 0, createdAt: 0 }
		}))
	);
}

const isOtter = (no: number) => and(eq(pupils.classId, OTTERS.classId), eq(pupils.no, no));

/** Changes the row of a pupil of the first class. */
export async function setOtter(
	context: TestContext,
	no: number,
	change: Partial<typeof pupils.$inferInsert>
): Promise<void> {
	await context.store.database.update(pupils).set(change).where(isOtter(no));
}

/** The row of a pupil of the first class. */
export async function otter(context: TestContext, no: number) {
	const [row] = await context.store.database.select().from(pupils).where(isOtter(no));
	return row;
}

/** A personal link of a pupil of the first class, as their row has it. */
export async function linkOf(context: TestContext, no: number): Promise<string> {
	const { link, hash } = makeLink(crypto, OTTERS.classId);
	await setOtter(context, no, { linkHash: hash });
	return link;
}
