import { inForce } from './rulings.ts';
import type { Ruling } from './ruling-types.ts';
import type { Assignment, PupilNo, PupilState, Submission } from './types.ts';

/** What tells where pupils stand with an assignment. */
export interface Signs {
	assignment: Pick<Assignment, 'id' | 'pupils'>;
	submissions: readonly Pick<Submission, 'no'>[];
	rulings: readonly Ruling[];
	/** Who is known to be at it. */
	working?: ReadonlySet<PupilNo>;
}

/** What the teacher said last of each pupil. */
function saidStates({ assignment, rulings }: Signs): Map<PupilNo, PupilState> {
	const said = new Map<PupilNo, PupilState>();
	for (const ruling of inForce(rulings)) {
		if (ruling.type !== 'state' || ruling.assignmentId !== assignment.id) continue;
		if (ruling.state === 'none') said.delete(ruling.no);
		else said.set(ruling.no, ruling.state);
	}
	return said;
}

/**
 * Where each pupil stands, by number. Who is excused is, whatever was handed in; who was absent and
 * handed in all the same, has handed in.
 */
export function pupilStates(signs: Signs): Map<PupilNo, PupilState> {
	const said = saidStates(signs);
	const handedIn = new Set(signs.submissions.map(({ no }) => no));
	const stateOf = (no: PupilNo): PupilState => {
		if (said.get(no) === 'excused') return 'excused';
		if (handedIn.has(no)) return 'handed-in';
		return said.get(no) ?? (signs.working?.has(no) ? 'working' : 'not-started');
	};
	const numbers = [...new Set(signs.assignment.pupils)].sort((a, b) => a - b);
	return new Map(numbers.map((no) => [no, stateOf(no)]));
}

/**
 * Who has still to sit an assignment, by number: neither handed in nor excused, nor given a parallel
 * paper in its stead.
 */
export function notSat(signs: Signs, others: readonly Assignment[] = []): PupilNo[] {
	const parallels = others.filter(({ parallelOf }) => parallelOf === signs.assignment.id);
	const elsewhere = new Set(parallels.flatMap(({ pupils }) => pupils));
	return [...pupilStates(signs)]
		.filter(([no, state]) => state !== 'handed-in' && state !== 'excused' && !elsewhere.has(no))
		.map(([no]) => no);
}
