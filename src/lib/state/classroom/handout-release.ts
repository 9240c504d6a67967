import { readFrozenQuiz } from '#lib/domain/classroom/frozen-quiz.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { openKey, type KeyProblem, type Release } from '#lib/domain/classroom/release.ts';
import { testHash } from '#lib/domain/classroom/withhold.ts';
import type { MissingProblem } from '#lib/storage/class-repository.ts';
import type { HandoutVersion } from '#lib/storage/class-rows.ts';
import type { HandoutRepository } from '#lib/storage/handout-repository.ts';
import { rowOfVersions, versionsOf } from '#lib/storage/handout-versions.ts';
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
	const versions: HandoutVersion[] = [];
	for (const version of versionsOf(row)) {
		const opened = await open(version, code);
		if (!opened.ok) return opened;
		versions.push(opened.value);
	}
	const { released, earlier } = rowOfVersions(row, versions);
	const kept = await handouts.change(assignmentId, { released, earlier });
	return kept.ok ? done(assignmentId) : kept;
}

/** One code opens every version: an assignment has but one. */
async function open(
	version: HandoutVersion,
	code: string
): Promise<Outcome<HandoutVersion, KeyProblem>> {
	const { sealedKey, quiz } = version.handout;
	if (sealedKey === undefined) return done(version);
	const opened = await openKey(crypto, { code, sealedKey });
	if (!opened.ok) return opened;
	const released = readFrozenQuiz(opened.value);
	const isThatQuiz = released && (await testHash(crypto, released, code)) === quiz.hash;
	return isThatQuiz ? done({ ...version, released }) : refused({ code: 'altered' });
}
