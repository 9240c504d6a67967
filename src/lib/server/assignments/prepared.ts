import { and, eq, inArray } from 'drizzle-orm';
import type { Assignment, FrozenQuiz } from '#lib/domain/classroom/types.ts';
import { versionsByHash } from '#lib/domain/classroom/versions.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { assignments } from '#lib/server/store/schema.ts';
import type { ClassStore } from '#lib/server/store/types.ts';
import { shownQuiz, type ShownQuiz } from './shown-quiz.ts';

/** An assignment read, with what follows from it alone. */
export interface PreparedAssignment {
	assignment: Assignment;
	/** Its row's, by which it is known whether it is the newest. */
	changedAt: number;
	/** The quiz's versions by the hash that submissions name them by. */
	versions: ReadonlyMap<string, FrozenQuiz>;
	/** What pupils are shown of its newest version before any release. */
	shown: ShownQuiz;
}

interface Entry {
	changedAt: number;
	size: number;
	prepared: Promise<PreparedAssignment>;
}

/** What is remembered of a store's assignments, as each was last read; another process may know a newer one. */
interface Memory {
	entries: Map<string, Entry>;
	size: number;
}

/** Letters of JSON, of all that is remembered. */
const MOST_REMEMBERED = 24_000_000;
const memories = new WeakMap<ClassStore, Memory>();

function memoryOf(store: ClassStore): Memory {
	const memory = memories.get(store) ?? { entries: new Map(), size: 0 };
	memories.set(store, memory);
	return memory;
}

/** A row as it is prepared. */
type Row = Pick<typeof assignments.$inferSelect, 'id' | 'changedAt' | 'body'>;

async function prepare(crypto: Crypto, { body, changedAt }: Row): Promise<PreparedAssignment> {
	// Written by this program, held against its schema when it came.
	const assignment = JSON.parse(body) as Assignment;
	const [versions, shown] = await Promise.all([
		versionsByHash(crypto, assignment),
		shownQuiz(crypto, assignment)
	]);
	return { assignment, changedAt, versions, shown };
}

/** What came last is kept, what was asked for longest ago makes room. */
function remember(memory: Memory, key: string, entry: Entry): void {
	memory.size += entry.size - (memory.entries.get(key)?.size ?? 0);
	memory.entries.delete(key);
	memory.entries.set(key, entry);
	for (const [oldest, { size }] of memory.entries) {
		if (memory.size <= MOST_REMEMBERED || oldest === key) break;
		memory.entries.delete(oldest);
		memory.size -= size;
	}
}

const keyOf = (classId: string, id: string) => `${classId} ${id}`;

function recalled(memory: Memory, key: string): Entry | undefined {
	const entry = memory.entries.get(key);
	if (!entry) return undefined;
	memory.entries.delete(key);
	memory.entries.set(key, entry);
	return entry;
}

/**
 * An assignment as this process last read it, without asking the store: for what compares `changedAt` when it
 * writes, and reads again before it refuses anything.
 */
export function lastRead(
	{ store }: Pick<ServerContext, 'store'>,
	classId: string,
	id: string
): Promise<PreparedAssignment> | undefined {
	return recalled(memoryOf(store), keyOf(classId, id))?.prepared;
}

/** Assignments of a class by id: all of them, or those of some ids that are there. */
export async function readAssignments(
	{ store, crypto }: Pick<ServerContext, 'store' | 'crypto'>,
	classId: string,
	ids?: readonly string[]
): Promise<Map<string, PreparedAssignment>> {
	if (ids?.length === 0) return new Map();
	const { database } = store;
	const memory = memoryOf(store);
	const some = (wanted: readonly string[] | undefined) =>
		and(
			eq(assignments.classId, classId),
			...(wanted ? [inArray(assignments.id, [...wanted])] : [])
		);
	const { id, changedAt, body } = assignments;
	const heads = await database.select({ id, changedAt }).from(assignments).where(some(ids));
	const known = new Map<string, Promise<PreparedAssignment>>();
	for (const head of heads) {
		const entry = recalled(memory, keyOf(classId, head.id));
		if (entry?.changedAt === head.changedAt) known.set(head.id, entry.prepared);
	}
	const unread = heads.map((head) => head.id).filter((each) => !known.has(each));
	const rows =
		unread.length > 0
			? await database.select({ id, changedAt, body }).from(assignments).where(some(unread))
			: [];
	for (const row of rows) {
		const prepared = prepare(crypto, row);
		const entry = { changedAt: row.changedAt, size: row.body.length, prepared };
		remember(memory, keyOf(classId, row.id), entry);
		known.set(row.id, prepared);
	}
	const entries = [...known].map(async ([each, prepared]) => [each, await prepared] as const);
	return new Map(await Promise.all(entries));
}
