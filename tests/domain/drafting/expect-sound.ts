import { expect } from 'vitest';
import { faultsOf } from '#lib/domain/drafting/checks/faults.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';

/** What answers a draft, as words. */
export const textOf = ({ answer }: Draft) =>
	answer.form === 'text' ? answer.text : answer.quantity;

/** What holds for the drafts of any text. */
export function expectSound(text: string, drafts: readonly Draft[]): void {
	for (const draft of drafts) {
		const { answerSpan, sentence, question, kind, rule, score } = draft;
		expect(text.slice(answerSpan.start, answerSpan.end)).toBe(textOf(draft));
		expect(answerSpan.start).toBeGreaterThanOrEqual(sentence.start);
		expect(answerSpan.end).toBeLessThanOrEqual(sentence.end);
		expect(faultsOf({ kind, question, rule, answer: textOf(draft) })).toEqual([]);
		expect(score).toBeGreaterThanOrEqual(0);
		expect(score).toBeLessThanOrEqual(1);
	}
	const scores = drafts.map(({ score }) => score);
	expect(scores).toEqual([...scores].sort((one, other) => other - one));
}

/** No name and no figure of a question is in its text alone; one drafted with a date has days of its own. */
export function expectOwnNames(text: string, drafts: readonly Draft[]): void {
	const own = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
	for (const { question } of drafts) {
		const [, ...words] = question.replace(/^According to /u, '').match(/[\p{L}\p{N}]+/gu) ?? [];
		const names = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word));
		expect(names.filter((word) => !own.has(word.toLowerCase()))).toEqual([]);
	}
}
