import type { Hint } from '#lib/domain/desk/live-checks.ts';

/** The parts of the form that hints are shown at. */
export type FormPart =
	| 'ask'
	| 'kind'
	| 'answer'
	| 'accept'
	| 'distractors'
	| 'explain'
	| 'source'
	| 'standing'
	| 'when'
	| 'grave'
	| 'text'
	| 'facts'
	| 'relation'
	| 'why'
	| 'rest';

const FACT_PARTS: FormPart[] = ['source', 'standing', 'when', 'grave', 'text'];
const COMPARISON_PARTS: FormPart[] = ['facts', 'relation', 'why'];
const PARTS: [RegExp, FormPart][] = [
	[/^answer\/accept/, 'accept'],
	[/^answer/, 'answer'],
	[/^ask/, 'ask'],
	[/^(?:distractors|forms)/, 'distractors'],
	[/^explain/, 'explain']
];

function questionPart({ code, field }: Hint): FormPart {
	if (code === 'grave-open') return 'distractors';
	if (field === 'kind') return 'kind';
	return PARTS.find(([pattern]) => pattern.test(field))?.[1] ?? 'rest';
}

/** Hints without those that the fact of a comparison tells itself. */
export function besideFacts(hints: readonly Hint[]): Hint[] {
	return hints.filter((hint) => hint.code !== 'dangling' || hint.comparisonId === undefined);
}

/** The part of the form a hint belongs to. */
export function partOf(hint: Hint): FormPart {
	const { factId, comparisonId, field } = hint;
	if (factId === undefined && comparisonId === undefined) return questionPart(hint);
	const parts = factId === undefined ? COMPARISON_PARTS : FACT_PARTS;
	return parts.find((part) => field.startsWith(part)) ?? 'rest';
}
