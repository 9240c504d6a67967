import { judgeArrival, type ArrivalDoubt } from '#lib/domain/classroom/arrivals.ts';
import type { Bytes } from '#lib/domain/classroom/bytes.ts';
import { openSubmission, resultAddress } from '#lib/domain/classroom/seal-result.ts';
import { pupilTokens } from '#lib/domain/classroom/slips.ts';
import type { ArrivalState } from '#lib/domain/classroom/arrival-types.ts';
import type { FrozenQuiz, PupilNo, Submission } from '#lib/domain/classroom/types.ts';
import { versionsByHash } from '#lib/domain/classroom/versions.ts';
import type { AssignmentRow, ClassRow } from '#lib/storage/class-rows.ts';

/** An assignment that results come for, with its class and what came before. */
export interface Awaited {
	assignment: AssignmentRow;
	schoolClass: ClassRow;
	submissions: readonly Submission[];
}

/** What became of one sealed result. */
export interface Received {
	state: ArrivalState;
	assignmentId?: string;
	no?: PupilNo;
	/** What speaks against its claims. */
	doubts: ArrivalDoubt[];
	/** Sealed with a slip that was replaced since. */
	isOldSlip: boolean;
	/** Present wherever it could be read. */
	submission?: Submission;
}

/** What opening results needs of the store; `undefined` where this device handed out no such assignment. */
type FindAwaited = (assignmentId: string) => Promise<Awaited | undefined>;

/** One result as far as it could be opened, before it is judged among the others. */
interface Opened {
	/** Where it stood among those that came at once. */
	place: number;
	awaited: Awaited;
	submission: Submission;
	isOldSlip: boolean;
}

function isOpened(each: Opened | Received): each is Opened {
	return 'awaited' in each;
}

const HOLDS: readonly ArrivalState[] = ['counted', 'late', 'extra'];

/** Whether a result in that state is kept as a submission. */
export function isKept(state: ArrivalState): boolean {
	return HOLDS.includes(state);
}

function refusedAs(
	state: ArrivalState,
	where: Pick<Received, 'assignmentId' | 'no'> = {}
): Received {
	return { state, ...where, doubts: [], isOldSlip: false };
}

/** Opens results that came at once and says what becomes of each, in their order. */
export class ResultOpening {
	#find: FindAwaited;
	#awaited = new Map<string, Promise<Awaited | undefined>>();
	#versions = new Map<string, Promise<ReadonlyMap<string, FrozenQuiz>>>();
	#known = new Map<string, Submission[]>();

	constructor(find: FindAwaited) {
		this.#find = find;
	}

	/** @param now epoch ms at which they arrived, by the teacher's clock */
	async open(results: readonly Bytes[], now: number): Promise<Received[]> {
		const read = await Promise.all(results.map((bytes, place) => this.#openOne(bytes, place)));
		const opened = read.filter((each) => isOpened(each));
		// In the order of their ids: of several attempts that come at once, any device counts the same ones.
		opened.sort((a, b) => (a.submission.id < b.submission.id ? -1 : 1));
		const judged = new Map<number, Received>();
		for (const each of opened) judged.set(each.place, await this.#judge(each, now));
		return read.map((each, place) =>
			isOpened(each) ? (judged.get(place) ?? refusedAs('unreadable')) : each
		);
	}

	async #openOne(bytes: Bytes, place: number): Promise<Opened | Received> {
		const address = await resultAddress(crypto, bytes);
		const { assignmentId, no } = address.ok ? address.value : address.problem;
		const awaited = assignmentId === undefined ? undefined : await this.#await(assignmentId);
		if (!awaited || no === undefined)
			// What a damaged result says of its assignment is as doubtful as the rest of it.
			return refusedAs(address.ok ? 'other-class' : 'unreadable');
		const where = { assignmentId, no };
		if (!address.ok)
			return refusedAs(address.problem.code === 'altered' ? 'altered' : 'unreadable', where);
		const { assignment, schoolClass } = awaited;
		const pupil = schoolClass.pupils.find((each) => each.no === no);
		if (!pupil) return refusedAs('unknown-number', where);
		const { id: classId, keys } = schoolClass;
		const source = { ...pupil, secret: keys.secret, classId, assignmentId: assignment.id };
		const opened = await openSubmission(crypto, {
			bytes,
			privateKey: keys.seal.privateKey,
			tokensOf: () => pupilTokens(crypto, source)
		});
		return opened.ok ? { place, awaited, ...opened.value } : refusedAs(opened.problem.code, where);
	}

	async #judge({ awaited, submission, isOldSlip }: Opened, now: number): Promise<Received> {
		const { assignment, submissions } = awaited;
		const { assignmentId, no } = submission;
		const came = this.#known.get(assignmentId) ?? [...submissions];
		this.#known.set(assignmentId, came);
		const versions = await this.#versionsOf(assignment);
		const known = came.filter((other) => other.no === no);
		const judged = judgeArrival({ assignment, versions, submission, known, now });
		if (isKept(judged.state)) came.push(submission);
		return { ...judged, assignmentId, no, isOldSlip, submission };
	}

	#await(assignmentId: string): Promise<Awaited | undefined> {
		const known = this.#awaited.get(assignmentId) ?? this.#find(assignmentId);
		this.#awaited.set(assignmentId, known);
		return known;
	}

	#versionsOf(assignment: AssignmentRow): Promise<ReadonlyMap<string, FrozenQuiz>> {
		const known = this.#versions.get(assignment.id) ?? versionsByHash(crypto, assignment);
		this.#versions.set(assignment.id, known);
		return known;
	}
}
