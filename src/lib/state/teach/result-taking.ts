import { fromBase64Url, toBase64Url, type Bytes } from '#lib/domain/classroom/bytes.ts';
import type { ArrivalRoute } from '#lib/domain/classroom/arrival-types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { AssignmentRepository, type Taken } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { ArrivalRow } from '#lib/storage/class-rows.ts';
import { done, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import { isKept, ResultOpening, type Awaited, type Received } from './result-opening.ts';

/** What opening and keeping results needs of the app. */
type TakingApp = Pick<ClassApp, 'database' | 'now' | 'newId'>;

/** Results that came at once, by one route. */
export interface Batch {
	route: ArrivalRoute;
	results: readonly Bytes[];
	/** How many more were there that were no results. */
	unreadable: number;
}

/** One thing that arrived, as it was kept. */
export interface Receipt extends Received {
	arrival: ArrivalRow;
}

const NO_RESULT: Received = { state: 'unreadable', doubts: [], isOldSlip: false };

async function find(app: TakingApp, assignmentId: string): Promise<Awaited | undefined> {
	const record = await new AssignmentRepository(app.database).read(assignmentId);
	const schoolClass =
		record && (await new ClassRepository(app.database).read(record.assignment.classId));
	return schoolClass && { ...record, schoolClass };
}

function takenOf({ submission, ...received }: Received, arrival: ArrivalRow): Taken {
	const { state, assignmentId, no } = received;
	const row: ArrivalRow = {
		...arrival,
		state,
		...(assignmentId !== undefined && { assignmentId }),
		...(no !== undefined && { no }),
		...(submission && { submissionId: submission.id })
	};
	return submission && isKept(state)
		? { arrival: row, submission: { ...submission, arrivedAt: arrival.at } }
		: { arrival: row };
}

async function keep(
	app: TakingApp,
	received: readonly Received[],
	taken: readonly Taken[]
): Promise<Outcome<Receipt[], StoreProblem>> {
	const kept = await new AssignmentRepository(app.database).take(taken);
	if (!kept.ok) return kept;
	return done(
		received.flatMap((each, i) => {
			const arrival = kept.value[i];
			return arrival ? [{ ...each, state: arrival.state, arrival }] : [];
		})
	);
}

/** Opens results and keeps every one of them, whatever becomes of it; a receipt each, in their order. */
export async function takeResults(
	app: TakingApp,
	{ route, results, unreadable }: Batch
): Promise<Outcome<Receipt[], StoreProblem>> {
	const at = app.now();
	const read = await new ResultOpening((id) => find(app, id)).open(results, at);
	const received = [...read, ...Array.from({ length: unreadable }, () => NO_RESULT)];
	const taken = received.map((each, i) => {
		const bytes = results[i];
		const sealed = bytes ? toBase64Url(bytes) : '';
		return takenOf(each, { id: app.newId(), at, route, state: each.state, sealed });
	});
	return keep(app, received, taken);
}

/** Opens again what was no use when it came; it has arrived when it did. */
export async function takeAgain(
	app: TakingApp,
	arrival: ArrivalRow
): Promise<Outcome<Receipt[], StoreProblem>> {
	const bytes = fromBase64Url(arrival.sealed);
	const { id, at, route, sealed } = arrival;
	if (!bytes?.length) return done([{ ...NO_RESULT, arrival }]);
	const received = await new ResultOpening((which) => find(app, which)).open([bytes], at);
	const bare: ArrivalRow = { id, at, route, state: arrival.state, sealed };
	return keep(
		app,
		received,
		received.map((each) => takenOf(each, bare))
	);
}
