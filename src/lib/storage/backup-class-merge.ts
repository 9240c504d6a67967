import { isTest } from '#lib/domain/classroom/handout-state.ts';
import type { Table } from 'dexie';
import { canonicalJson } from '#lib/bank/canonical-json.ts';
import { joinRegisters } from '#lib/domain/classroom/register.ts';
import type { FrozenQuiz } from '#lib/domain/classroom/types.ts';
import {
	CLASS_TABLES,
	type BackupClass,
	type BackupRows,
	type ClassTable
} from './backup-format.ts';
import { onlyNew, uniqueRows } from './backup-new-rows.ts';
import type {
	AssignmentRow,
	ClassRow,
	HandinRow,
	HandoutRow,
	HandoutVersion,
	QuizRow,
	ServedClassRow
} from './class-rows.ts';
import type { RecountDatabase } from './database.ts';
import { rowOfVersions, versionOf, versionsOf } from './handout-versions.ts';

type ClassRows = Pick<BackupRows, ClassTable>;

/** Rows that a merge added or changed. */
type ClassMerged = Record<ClassTable, number>;

/** The tables of {@link mergeClasses}, for the transaction it is called in. */
export function classTables(database: RecountDatabase): Table[] {
	return [...CLASS_TABLES, 'servedClasses'].map((name) => database.table(name));
}

/**
 * Unites classes, and what was given to them and came back, with what is there; call it inside a
 * transaction over their tables and the settings. A Test that comes open closes its facts here.
 */
export async function mergeClasses(
	database: RecountDatabase,
	rows: ClassRows
): Promise<ClassMerged> {
	const { submissions, arrivals, rulings } = database;
	const handouts = await united(database.handouts, rows.handouts, joinedHandout);
	if (handouts.some(isOpenTest)) await database.settings.put({ key: 'hasTests', value: true });
	return {
		classes: await mergeWithServed(database, rows.classes),
		quizzes: (await united(database.quizzes, rows.quizzes, laterQuiz)).length,
		assignments: (await united(database.assignments, rows.assignments, joinedAssignment)).length,
		submissions: await added(submissions, rows.submissions),
		arrivals: await added(arrivals, rows.arrivals),
		rulings: await added(rulings, rows.rulings),
		handouts: handouts.length,
		handins: (await united(database.handins, rows.handins, joinedHandin)).length
	};
}

/** How many classes were added or changed; what is known of them on a class server comes with them. */
async function mergeWithServed(
	{ classes, servedClasses }: RecountDatabase,
	rows: readonly BackupClass[]
): Promise<number> {
	const bare = rows.map(({ served: _, ...row }): ClassRow => row);
	const known = rows.flatMap(({ id, served }) => (served ? [{ id, ...served }] : []));
	await united(servedClasses, known, joinedServed);
	return (await united(classes, bare, joinedClass)).length;
}

/** Rows that stand as they are for ever. */
async function added<T extends { id: string }>(
	table: Table<T, string>,
	rows: T[]
): Promise<number> {
	const fresh = await onlyNew(table, rows);
	await table.bulkAdd(fresh);
	return fresh.length;
}

/** Puts what is new, and what both sides make together of the rest; tells the rows that it put. */
async function united<T extends { id: string }>(
	table: Table<T, string>,
	given: readonly T[],
	join: (ours: T, theirs: T) => T
): Promise<T[]> {
	const rows = uniqueRows(given);
	const known = await table.bulkGet(rows.map(({ id }) => id));
	const news = rows.flatMap((theirs, i) => {
		const ours = known[i];
		if (!ours) return [theirs];
		const joined = join(ours, theirs);
		return canonicalJson(joined) === canonicalJson(ours) ? [] : [joined];
	});
	await table.bulkPut(news);
	return news;
}

/** The later word holds, but nobody is lost, and the keys, which pupils hold too, stay what they are. */
function joinedClass(ours: ClassRow, theirs: ClassRow): ClassRow {
	const [later, earlier] = theirs.changedAt > ours.changedAt ? [theirs, ours] : [ours, theirs];
	const { id, keys, createdAt } = ours;
	const pupils = joinRegisters(later.pupils, earlier.pupils);
	const isLost = (no: number) => later.pupils.every((pupil) => pupil.no !== no);
	const lost = Object.entries(earlier.privateNames).filter(([no]) => isLost(Number(no)));
	const privateNames = { ...Object.fromEntries(lost), ...later.privateNames };
	return { ...later, id, keys, createdAt, pupils, privateNames };
}

/** What this device knows of the server holds; of what it knows nothing, what the backup knew. */
function joinedServed(ours: ServedClassRow, theirs: ServedClassRow): ServedClassRow {
	return {
		...ours,
		pins: { ...theirs.pins, ...ours.pins },
		put: { ...theirs.put, ...ours.put },
		fetchedTo: { ...theirs.fetchedTo, ...ours.fetchedTo },
		rulings: [...new Set([...ours.rulings, ...theirs.rulings])],
		deletes: [...new Set([...ours.deletes, ...theirs.deletes])]
	};
}

const laterQuiz = (ours: QuizRow, theirs: QuizRow) =>
	theirs.changedAt > ours.changedAt ? theirs : ours;

/** Every version of both stays, since attempts were made on it; what was released stays released. */
function joinedAssignment(ours: AssignmentRow, theirs: AssignmentRow): AssignmentRow {
	const releaseCode = ours.releaseCode ?? theirs.releaseCode;
	const releasedAt = ours.releasedAt ?? theirs.releasedAt;
	return {
		...ours,
		versions: joinedVersions(ours.versions, theirs.versions),
		...(releaseCode !== undefined && { releaseCode }),
		...(releasedAt !== undefined && { releasedAt })
	};
}

/** In the same order whichever side comes first: the last one is handed out. */
function joinedVersions(ours: FrozenQuiz[], theirs: FrozenQuiz[]): FrozenQuiz[] {
	const known = new Set(ours.map(({ hash }) => hash));
	const others = theirs.filter(({ hash }) => !known.has(hash));
	if (others.length === 0) return ours;
	return [...ours, ...others].sort((a, b) => a.version - b.version || (a.hash < b.hash ? -1 : 1));
}

function joinedHandout(ours: HandoutRow, theirs: HandoutRow): HandoutRow {
	const own = versionsOf(ours).map((version): HandoutVersion => {
		// What another version of it withheld does not answer this one.
		const other = versionOf(theirs, version.handout.quiz.hash);
		const released = version.released ?? other?.released;
		return { ...version, ...(released && { released }) };
	});
	const pupil = ours.pupil ?? theirs.pupil;
	return rowOfVersions({ ...ours, ...(pupil && { pupil }) }, [...own, ...versionsOf(theirs)]);
}

const isOpenTest = ({ handout, released }: HandoutRow) => isTest(handout) && released === undefined;

const joinedHandin = (ours: HandinRow, theirs: HandinRow): HandinRow =>
	theirs.ticked === 1 ? { ...ours, ticked: 1 } : ours;
