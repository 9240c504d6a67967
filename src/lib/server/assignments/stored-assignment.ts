import type { Assignment } from '#lib/domain/classroom/types.ts';

/** An assignment without some pupils (by number, as text); the same object where it names none of them. */
export function withoutPupils(assignment: Assignment, gone: ReadonlySet<string>): Assignment {
	const pupils = assignment.pupils.filter((no) => !gone.has(`${no}`));
	const exceptions = assignment.exceptions.filter(({ no }) => !gone.has(`${no}`));
	const isWhole =
		pupils.length === assignment.pupils.length &&
		exceptions.length === assignment.exceptions.length;
	return isWhole ? assignment : { ...assignment, pupils, exceptions };
}

/** The last time (epoch ms) at which anyone may hand in; nothing where that is open. */
export function lastClosing({
	rules: { closesAt },
	exceptions
}: Pick<Assignment, 'rules' | 'exceptions'>): number | null {
	if (closesAt === undefined) return null;
	return Math.max(closesAt, ...exceptions.map((exception) => exception.closesAt ?? closesAt));
}
