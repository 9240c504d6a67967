import type { Draft } from '#lib/domain/drafting/types.ts';

/** A draft as the rules make it, not yet ranked. */
export function draft(question: string, text: string, more: Partial<Draft> = {}): Draft {
	const span = { start: 0, end: 1 };
	return {
		kind: 'who',
		question,
		answer: { form: 'text', text },
		answerSpan: span,
		sentence: span,
		paragraph: 1,
		standing: 'stated',
		rule: 'subject',
		score: 0,
		flags: [],
		distractors: [],
		...more
	};
}
