import type { Assignment, PupilNo } from './types.ts';

/** When and how long one pupil may sit an assignment. */
export interface PupilTerms {
	/** epoch ms */
	opensAt?: number;
	/** epoch ms */
	closesAt?: number;
	/** Time limit, extra time included. */
	minutes?: number;
}

/** The terms of an assignment for one pupil, with what was granted. */
export function pupilTerms(
	{ rules, exceptions }: Pick<Assignment, 'rules' | 'exceptions'>,
	no: PupilNo
): PupilTerms {
	const own = exceptions.findLast((exception) => exception.no === no);
	const { opensAt, minutes } = rules;
	const closesAt = own?.closesAt ?? rules.closesAt;
	return {
		...(opensAt !== undefined && { opensAt }),
		...(closesAt !== undefined && { closesAt }),
		...(minutes !== undefined && { minutes: minutes + (own?.extraMinutes ?? 0) })
	};
}
