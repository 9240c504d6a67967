import { termsFor, type Terms } from './assigned.ts';
import type { Assignment, PupilNo } from './types.ts';

/** The terms of an assignment for one pupil, with what was granted last. */
export function pupilTerms(
	{ rules, exceptions }: Pick<Assignment, 'rules' | 'exceptions'>,
	no: PupilNo
): Terms {
	return termsFor(
		rules,
		exceptions.findLast((exception) => exception.no === no)
	);
}
