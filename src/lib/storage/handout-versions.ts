import type { HandoutRow, HandoutVersion } from './class-rows.ts';

/** All versions of a handout that came to this device, the present one first. */
export function versionsOf({ handout, released, earlier = [] }: HandoutRow): HandoutVersion[] {
	return [{ handout, ...(released && { released }) }, ...earlier];
}

/** The version an attempt was made on, by its quiz's hash. */
export function versionOf(row: HandoutRow, quizHash: string): HandoutVersion | undefined {
	return versionsOf(row).find(({ handout }) => handout.quiz.hash === quizHash);
}

/** A row of these versions: the one with the highest number is the present one, each stands once. */
export function rowOfVersions(row: HandoutRow, versions: readonly HandoutVersion[]): HandoutRow {
	const hashes = versions.map(({ handout }) => handout.quiz.hash);
	const once = versions.filter(({ handout }, i) => hashes.indexOf(handout.quiz.hash) === i);
	const [present, ...earlier] = once.sort(
		(a, b) => b.handout.quiz.version - a.handout.quiz.version
	);
	const { id, receivedAt, pupil, isShared } = row;
	return {
		...(present ?? { handout: row.handout }),
		...{ id, receivedAt },
		...(pupil && { pupil }),
		...(isShared !== undefined && { isShared }),
		...(earlier.length > 0 && { earlier })
	};
}

/**
 * A row with a handout that came once more. A newer version becomes the present one, and attempts at
 * those before keep theirs; who sits it here stays, and what was released stays released.
 */
export function withHandout(before: HandoutRow, came: HandoutRow): HandoutRow {
	const { hash } = came.handout.quiz;
	const known = versionOf(before, hash);
	const others = versionsOf(before).filter(({ handout }) => handout.quiz.hash !== hash);
	const version = { handout: came.handout, ...(known?.released && { released: known.released }) };
	return rowOfVersions({ ...before, receivedAt: came.receivedAt }, [version, ...others]);
}
