import type { NameId } from '#lib/bank/types.ts';
import { applyPatch } from '#lib/domain/desk/patch.ts';
import type { Desk, DeskPatch, DeskQuestion } from '#lib/domain/desk/types.ts';
import { spokenOf } from './desk-parts.ts';

/** The facts of a desk that a question asks about or a comparison holds. */
function heldFacts({ id, questions, comparisons }: Desk): Set<string> {
	const compared = Object.values(comparisons ?? {}).flatMap(({ factIds }) => factIds);
	const own = compared.flatMap((factId) =>
		factId.startsWith(`${id}/`) ? [factId.slice(id.length + 1)] : []
	);
	return new Set([...Object.values(questions).map(({ factId }) => factId), ...own]);
}

/** What of some things was spoken of before a change and is no more behind it. */
const lonely = (then: ReadonlySet<string>, now: ReadonlySet<string>, ids: readonly string[]) =>
	ids.filter((id) => then.has(id) && !now.has(id));

const gone = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, null]));

/**
 * A patch that takes away, too, what nothing speaks of behind it: facts, and those of the names that were
 * made on this desk alone.
 */
export function withoutLonely(desk: Desk, patch: DeskPatch, fresh: readonly NameId[]): DeskPatch {
	const then = applyPatch(desk, patch);
	const facts = lonely(heldFacts(desk), heldFacts(then), Object.keys(desk.facts));
	const all = facts.length > 0 ? { ...patch, facts: { ...patch.facts, ...gone(facts) } } : patch;
	const names = lonely(spokenOf(desk), spokenOf(applyPatch(desk, all)), fresh);
	return names.length > 0 ? { ...all, names: { ...all.names, ...gone(names) } } : all;
}

/** The patch that takes a question away, and its comparison where nothing else asks about that. */
export function questionRemoval(desk: Desk, { id, comparisonId }: DeskQuestion): DeskPatch {
	const patch: DeskPatch = { questions: { [id]: null } };
	if (comparisonId === undefined) return patch;
	const all = Object.values(desk.questions);
	const isLast = !all.some((each) => each.id !== id && each.comparisonId === comparisonId);
	return isLast ? { ...patch, comparisons: { [comparisonId]: null } } : patch;
}
