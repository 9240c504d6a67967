import type { ReadyKey, Typed } from './grading.ts';
import { partly, review, right, spelling, wrong } from './marks.ts';
import { MATCH_RULES } from './match.ts';
import { related } from './related.ts';
import { segment, type Found, type Segments } from './segments.ts';
import type { Mark, Tell } from './types.ts';
import { slips } from './typos.ts';

/** Who or what a wrong name really is. */
function tellOf({ subject }: Found): Tell {
	const { name, type, role, tells } = subject;
	if (type) return { code: 'is-someone', name, ...(role && { role }) };
	return { code: 'answers-other', text: name, ...(tells && { tells }) };
}

interface Sorted {
	right: Found[];
	/** How many of the answer's names were given. */
	count: number;
	rivals: Found[];
	related: Found[];
}

function sort({ found }: Segments): Sorted {
	const isRight = (one: Found) => one.subject.relation === 'answer';
	const right = found.filter(isRight);
	return {
		right,
		count: new Set(right.map(({ subject }) => subject)).size,
		rivals: found.filter(({ subject }) => subject.relation === 'rival'),
		related: found.filter((one) => !isRight(one) && one.subject.relation !== 'rival')
	};
}

/** All the answer's names, and nothing that speaks against them. */
function whole(sorted: Sorted, { hasCarriers, hasRole }: Segments): Mark {
	const rules = sorted.right.map(({ rule }) => rule);
	if (rules.includes('typo')) return spelling('typo');
	if (sorted.right.some(({ isShared }) => isShared)) return partly('shared-surname');
	if (rules.includes('given-name')) return partly('given-name');
	const roughest = MATCH_RULES.findLast((rule) => rules.includes(rule)) ?? 'exact';
	if (roughest !== 'exact') return right(roughest);
	if (sorted.count > 1) return right('names');
	return right(hasCarriers || hasRole ? 'carrier' : 'exact');
}

/** No right name: a rival, a relative, or perhaps the answer told by its role. */
function withoutName(
	ready: ReadyKey,
	sorted: Sorted,
	{ hasRole, hasMore }: Segments
): Mark | undefined {
	const [rival] = sorted.rivals;
	if (rival) return wrong(rival.isVetoed ? 'veto' : 'rival', tellOf(rival));
	const [first] = sorted.related;
	if (first) return related(ready, first.subject);
	return hasRole && !hasMore ? review('role') : undefined;
}

/** Some of several names, or a wrong one beside a right one. */
function mixed({ answers }: ReadyKey, { count, rivals }: Sorted): Mark | undefined {
	const of = answers.length;
	const [rival] = rivals;
	if (!rival && count === of) return undefined;
	if (of > 1) return partly('names', { code: 'one-of', right: count, of });
	return wrong('several', rival && tellOf(rival));
}

/** The only name, and with it a part of it: "the old quarter of Aleppo" for Aleppo. */
function narrowed(ready: ReadyKey, sorted: Sorted): Mark | undefined {
	const part = sorted.related.find(({ subject }) => subject.relation === 'part');
	return part && ready.answers.length === 1 ? related(ready, part.subject) : undefined;
}

/** A slip in an accepted wording for all of several names: "rebels and goverment". */
function isAcceptedSlip({ accepted, answers }: ReadyKey, typed: Typed, sorted: Sorted): boolean {
	if (sorted.rivals.length > 0 || sorted.count === answers.length) return false;
	return accepted.some((wording) => slips(typed.key, wording) < Infinity);
}

function ofSegments(ready: ReadyKey, sorted: Sorted, segments: Segments): Mark | undefined {
	if (sorted.count === 0) return withoutName(ready, sorted, segments);
	if (segments.isNegated) return review('negated');
	if (sorted.right.some(({ isTurned }) => isTurned)) return wrong('veto');
	const less = mixed(ready, sorted) ?? narrowed(ready, sorted);
	if (less) return less;
	if (!segments.hasMore) return whole(sorted, segments);
	const isNamesake = sorted.right.every(({ rule }) => rule === 'given-name');
	return isNamesake ? wrong('namesake') : review('contains');
}

/**
 * Grades against names: particles, titles, a surname no rival shares, transliterations, slips; names
 * in any order and among words that say nothing. All of several are right; some, or a wrong one
 * beside them, are partly right; a wrong one beside the only name is wrong.
 */
export function names(ready: ReadyKey, typed: Typed): Mark | undefined {
	const { form } = ready.key.answer;
	if (form !== 'name' && form !== 'names') return undefined;
	const segments = segment(ready, typed);
	const sorted = sort(segments);
	if (isAcceptedSlip(ready, typed, sorted)) return spelling('typo');
	return ofSegments(ready, sorted, segments);
}
