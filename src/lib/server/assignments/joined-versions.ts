import type { FrozenQuiz } from '#lib/domain/classroom/types.ts';

/** Most versions of one quiz. */
const MOST_VERSIONS = 100;

function isKept({ version, hash }: FrozenQuiz, next: readonly FrozenQuiz[]): boolean {
	const numbered = next.filter((other) => other.version === version);
	return numbered.length === 0 || numbered.some((other) => other.hash === hash);
}

/**
 * The versions of a quiz when some are put to those that are there: none is lost and none is changed, for
 * attempts keep theirs. Nothing where a number has become another quiz's, or there are too many.
 */
export function joinedVersions(
	there: readonly FrozenQuiz[],
	next: readonly FrozenQuiz[]
): FrozenQuiz[] | undefined {
	if (!there.every((version) => isKept(version, next))) return undefined;
	const known = new Set(there.map(({ hash }) => hash));
	const added = next.filter(({ hash }) => !known.has(hash));
	if (there.length + added.length > MOST_VERSIONS) return undefined;
	return [...there, ...added].sort(
		(a, b) => a.version - b.version || (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0)
	);
}
