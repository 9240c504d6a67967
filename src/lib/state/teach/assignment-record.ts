import type { FrozenQuiz } from '#lib/domain/classroom/types.ts';
import { versionsByHash } from '#lib/domain/classroom/versions.ts';
import type { AssignmentRecord } from '#lib/storage/assignment-repository.ts';
import type { Observable } from '#lib/storage/observable.ts';

/** An assignment with all that came back, ready to be marked. */
export interface ReadyRecord extends AssignmentRecord {
	/** By the hash that submissions name them by. The same objects at every change: marking remembers by them. */
	versions: ReadonlyMap<string, FrozenQuiz>;
}

/** Tells each change of an assignment with its quiz's versions at hand. */
export function watchReady(
	source: Observable<AssignmentRecord | undefined>
): Observable<ReadyRecord | undefined> {
	let known: ReadonlyMap<string, FrozenQuiz> = new Map();
	return {
		subscribe(next, error) {
			let newest = 0;
			const tell = async (record: AssignmentRecord | undefined) => {
				const turn = ++newest;
				if (record) known = await sameQuizzes(record, known);
				if (turn === newest) next(record && ready(record, known));
			};
			return source.subscribe((record) => void tell(record).catch(error), error);
		}
	};
}

/** Tells each change of several assignments as {@link watchReady} does of one. */
export function watchAllReady(source: Observable<AssignmentRecord[]>): Observable<ReadyRecord[]> {
	let known: ReadonlyMap<string, ReadonlyMap<string, FrozenQuiz>> = new Map();
	return {
		subscribe(next, error) {
			let newest = 0;
			const tell = async (records: AssignmentRecord[]) => {
				const turn = ++newest;
				const found = await Promise.all(
					records.map(async (record) => {
						const { id } = record.assignment;
						return [id, await sameQuizzes(record, known.get(id) ?? new Map())] as const;
					})
				);
				known = new Map(found);
				const all = records.map((each) => ready(each, known.get(each.assignment.id) ?? new Map()));
				if (turn === newest) next(all);
			};
			return source.subscribe((records) => void tell(records).catch(error), error);
		}
	};
}

async function sameQuizzes(
	{ assignment }: AssignmentRecord,
	known: ReadonlyMap<string, FrozenQuiz>
): Promise<ReadonlyMap<string, FrozenQuiz>> {
	if (known.size === assignment.versions.length) return known;
	const versions = await versionsByHash(crypto, assignment);
	return new Map([...versions].map(([hash, quiz]) => [hash, known.get(hash) ?? quiz]));
}

function ready(record: AssignmentRecord, versions: ReadonlyMap<string, FrozenQuiz>): ReadyRecord {
	return {
		...record,
		assignment: { ...record.assignment, versions: [...versions.values()] },
		versions
	};
}
