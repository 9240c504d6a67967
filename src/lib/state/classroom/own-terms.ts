import { termsFor, type Terms } from '#lib/domain/classroom/assigned.ts';
import type { Bytes } from '#lib/domain/classroom/bytes.ts';
import { findException } from '#lib/domain/classroom/exceptions.ts';
import { pupilToken } from '#lib/domain/classroom/slips.ts';
import type { Handout } from '#lib/domain/classroom/types.ts';
import type { HandoutPupil } from '#lib/storage/class-rows.ts';

/** What the code of a slip opens of a handout. */
interface OwnTerms {
	/** What the pupil's results are bound to. */
	token: Bytes;
	terms: Terms;
}

/** The terms that hold for the pupil with a slip's code. */
export async function ownTerms(
	{ assignmentId, exceptions, rules }: Handout,
	{ no, code }: Pick<HandoutPupil, 'no' | 'code'>
): Promise<OwnTerms> {
	const token = await pupilToken(crypto, { no, code, assignmentId });
	return { token, terms: termsFor(rules, await findException(crypto, exceptions, token)) };
}

/** A pupil with the closing time that is theirs. */
export async function withOwnEnd(
	handout: Handout,
	{ no, code }: Pick<HandoutPupil, 'no' | 'code'>
): Promise<HandoutPupil> {
	const { closesAt } = (await ownTerms(handout, { no, code })).terms;
	return { no, code, ...(closesAt !== undefined && { closesAt }) };
}
