import { readFrozenQuiz } from '#lib/domain/classroom/frozen-quiz.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { openKey, type KeyProblem, type Release } from '#lib/domain/classroom/release.ts';
import { testHash } from '#lib/domain/classroom/withhold.ts';
import type { MissingProblem } from '#lib/storage/class-repository.ts';
import type { HandoutRepository } from '#lib/storage/handout-repository.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';

/**
 * Why a release code opened nothing. `missing`: its assignment is not on this device; `altered` also where
 * what was withheld is not the quiz that was asked.
 */
export type ReleaseProblem = KeyProblem | MissingProblem | StoreProblem;

/** Opens what a Test withheld, and keeps it: from then on its answers are told. */
export async function releaseHandout(
	handouts: HandoutRepository,
	{ assignmentId, code }: Release
): Promise<Outcome<string, ReleaseProblem>> {
	const row = await handouts.read(assignmentId);
	if (!row) return refused({ code: 'missing' });
	const { sealedKey, quiz } = row.handout;
	if (sealedKey === undefined) return done(assignmentId);
	const opened = await openKey(crypto, { code, sealedKey });
	if (!opened.ok) return opened;
	const released = readFrozenQuiz(opened.value);
	const isThatQuiz = released && (await testHash(crypto, released, code)) === quiz.hash;
	if (!isThatQuiz) return refused({ code: 'altered' });
	const kept = await handouts.change(assignmentId, { released });
	return kept.ok ? done(assignmentId) : kept;
}
