import type { AssignmentBody } from '#lib/domain/classroom/api/class-api.ts';
import { fromBase64Url } from '#lib/domain/classroom/bytes.ts';
import { quizHash } from '#lib/domain/classroom/freeze.ts';
import type { Assignment, FrozenQuiz } from '#lib/domain/classroom/types.ts';

const CODE_BYTES = 16;

async function isFrozen(crypto: Crypto, { items, hashes, hash }: FrozenQuiz): Promise<boolean> {
	const isWhole =
		hashes.length === items.length &&
		items.every(({ parts }, itemNo) => hashes[itemNo]?.length === parts.length);
	return isWhole && (await quizHash(crypto, hashes)) === hash;
}

async function areFrozen(crypto: Crypto, versions: readonly FrozenQuiz[]): Promise<boolean> {
	const each = await Promise.all(versions.map((quiz) => isFrozen(crypto, quiz)));
	return each.every(Boolean) && new Set(versions.map(({ hash }) => hash)).size === versions.length;
}

/** A Test without a release code would give its answers away. */
function hasItsCode({ rules, releaseCode }: AssignmentBody): boolean {
	if (releaseCode === undefined) return rules.mode !== 'test';
	return fromBase64Url(releaseCode)?.length === CODE_BYTES;
}

/** The field by which an assignment does not fit its address or itself. */
export async function unfitField(
	crypto: Crypto,
	body: AssignmentBody,
	{ classId, id }: { classId: string; id: string }
): Promise<string | undefined> {
	if (body.id !== id) return 'id';
	if (body.classId !== classId) return 'classId';
	if (!hasItsCode(body)) return 'releaseCode';
	return (await areFrozen(crypto, body.versions)) ? undefined : 'versions';
}

/** The field that cannot be changed any more: attempts name their quiz by mode and release code. */
export function fixedField(
	there: Pick<Assignment, 'rules' | 'releaseCode'>,
	next: Pick<Assignment, 'rules' | 'releaseCode'>
): string | undefined {
	if (there.rules.mode !== next.rules.mode) return 'rules.mode';
	return there.releaseCode === next.releaseCode ? undefined : 'releaseCode';
}
