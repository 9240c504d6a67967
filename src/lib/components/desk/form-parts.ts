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
	| 'rest';

const FACT_PARTS: FormPart[] = ['source', 'standing', 'when', 'grave', 'text'];
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

/** The part of the form a hint belongs to. */
export function partOf(hint: Hint): FormPart {
	if (hint.factId === undefined) return questionPart(hint);
	return FACT_PARTS.find((part) => hint.field.startsWith(part)) ?? 'rest';
}
