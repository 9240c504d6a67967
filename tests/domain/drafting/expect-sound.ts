import { expect } from 'vitest';
import { faultsOf } from '#lib/domain/drafting/checks/faults.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';

/** What answers a draft, as words. */
export const textOf = ({ answer }: Draft) =>
	answer.form === 'text' ? answer.text : answer.quantity;

/** What holds for the drafts of any text. */
export function expectSound(text: string, drafts: readonly Draft[]): void {
	for (const draft of drafts) {
		const { answerSpan, sentence, question, kind, score } = draft;
		expect(text.slice(answerSpan.start, answerSpan.end)).toBe(textOf(draft));
		expect(answerSpan.start).toBeGreaterThanOrEqual(sentence.start);
		expect(answerSpan.end).toBeLessThanOrEqual(sentence.end);
		expect(faultsOf({ kind, question, answer: textOf(draft) })).toEqual([]);
		expect(score).toBeGreaterThanOrEqual(0);
		expect(score).toBeLessThanOrEqual(1);
	}
	const scores = drafts.map(({ score }) => score);
	expect(scores).toEqual([...scores].sort((one, other) => other - one));
}
