import type { Kind } from '#lib/bank/types.ts';
import type { Desk } from './types.ts';

/** What a person thought of one draft. */
export interface DraftVerdict {
	kind: Kind;
	rule: string;
	/** 1 kept as it was, 0.5 kept after a change, 0 dropped. */
	worth: number;
}

/** How far a person's verdicts move the score of drafts of a kind and a rule, up or down. */
export type DraftTaste = (draft: { kind: Kind; rule: string }) => number;

/** The most that verdicts move a score, so that they never turn the list upside down. */
export const MOST_SHIFT = 0.2;
/** Of it what the rule tells; the rest is what the kind tells. */
const RULE_SHARE = 0.75;
/** Verdicts of no opinion that every rule and kind begins with: a single drop is no judgement. */
const CAUTION = 4;
const EDITED = 0.5;

/** The verdicts that a desk holds: drafts kept as questions, and drafts dropped. */
export function verdictsOn({ questions, drops = {} }: Desk): DraftVerdict[] {
	const kept = Object.values(questions).flatMap(({ kind, draft }) =>
		draft ? [{ kind, rule: draft.rule, worth: draft.isEdited ? EDITED : 1 }] : []
	);
	return [...kept, ...Object.values(drops).map(({ kind, rule }) => ({ kind, rule, worth: 0 }))];
}

const mean = (worths: number[], before: number) =>
	(worths.reduce((sum, worth) => sum + worth, 0) + before * CAUTION) / (worths.length + CAUTION);

/**
 * Learns from verdicts: a rule or kind that fares better than this person's drafts at large is moved up, one
 * that fares worse down, by {@link MOST_SHIFT} at most and by little while verdicts are few.
 */
export function draftTaste(verdicts: readonly DraftVerdict[]): DraftTaste {
	const worths = (of: (verdict: DraftVerdict) => boolean) =>
		verdicts.filter(of).map(({ worth }) => worth);
	const overall = mean(
		worths(() => true),
		EDITED
	);
	const leaning = (found: number[]) => mean(found, overall) - overall;
	const moved = new Map<string, number>();
	return ({ kind, rule }) => {
		const key = `${kind} ${rule}`;
		const known = moved.get(key);
		if (known !== undefined) return known;
		const byRule = leaning(worths((verdict) => verdict.rule === rule));
		const byKind = leaning(worths((verdict) => verdict.kind === kind));
		const shift = MOST_SHIFT * (RULE_SHARE * byRule + (1 - RULE_SHARE) * byKind);
		moved.set(key, shift);
		return shift;
	};
}
