import type { RemoteProblem } from '#lib/remote/class-server.ts';
import type { ServedPlan } from './served-plan.ts';

/** What the server will not take as it is now. */
export interface Refusal {
	problem: RemoteProblem;
	/** Of the body that was refused. */
	hash?: string;
}

/**
 * How a class or an assignment stands with the server: `there` as it is now; `waiting` to be told;
 * `refused` as it is now.
 */
export type Standing = { code: 'there' | 'waiting' } | { code: 'refused'; refusal: Refusal };

/** What the server will not take, by id of the class or the assignment. */
export type Refusals = Readonly<Record<string, Refusal>>;

/** A thing as it is now: its id, and its hash where the server has another. */
interface Part {
	id: string;
	hash?: string;
}

/** Why a thing is not taken as it is; nothing once it has changed since. */
function refusalOf({ id, hash }: Part, refusals: Refusals): Refusal | undefined {
	const { [id]: refusal } = refusals;
	const isOther = refusal?.hash !== undefined && hash !== undefined && refusal.hash !== hash;
	return isOther ? undefined : refusal;
}

/** Whether nothing else of a class is taken either, where the class itself is not. */
export function bars(refusal: Refusal | undefined): boolean {
	// The class is there, and only what is said of it differs.
	return refusal !== undefined && refusal.problem.code !== 'changed-elsewhere';
}

function partOf({ classId, schoolClass, assignments }: ServedPlan, assignmentId?: string): Part {
	if (assignmentId === undefined) return schoolClass ?? { id: classId };
	return assignments.find(({ id }) => id === assignmentId) ?? { id: assignmentId };
}

/** How a class, or one of its assignments, stands with the server. */
export function standingOf(plan: ServedPlan, refusals: Refusals, assignmentId?: string): Standing {
	const part = partOf(plan, assignmentId);
	const ofClass = refusalOf(partOf(plan), refusals);
	const refusal = bars(ofClass) ? ofClass : refusalOf(part, refusals);
	if (refusal) return { code: 'refused', refusal };
	const isDeleting = assignmentId === undefined && plan.deletes.length > 0;
	return { code: part.hash === undefined && !isDeleting ? 'there' : 'waiting' };
}

/** Whether there is something to tell that was not refused as it is. */
export function hasNews(plan: ServedPlan, refusals: Refusals): boolean {
	const { classId, schoolClass, assignments, deletes, rulings } = plan;
	const isNew = (part: Part) => refusalOf(part, refusals) === undefined;
	if (bars(refusalOf(partOf(plan), refusals))) return false;
	const isTold = rulings.length === 0 || !isNew({ id: `${classId}/rulings` });
	return (
		!isTold ||
		deletes.length > 0 ||
		[...(schoolClass ? [schoolClass] : []), ...assignments].some(isNew)
	);
}
