import { describe, expect, it } from 'vitest';
import { withDistractors } from '#lib/domain/drafting/distractors/find-distractors.ts';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';

function draft(question: string, text: string, start: number): Draft {
	const span = { start, end: start + 1 };
	const answer = { form: 'text' as const, text };
	const whole = {
		kind: 'who' as const,
		question,
		answer,
		answerSpan: span,
		sentence: span,
		paragraph: 0
	};
	return { ...whole, standing: 'stated', rule: 'subject', score: 0, flags: [], distractors: [] };
}

describe('withDistractors', () => {
	it('takes answers of the same family, never the answer or a part of it', () => {
		const [first] = withDistractors([
			draft('Who sold the boat?', 'Anna Bell', 0),
			draft('Who closed the school?', 'Carl Dorn', 10),
			draft('Who bought the farm?', 'Bell', 20),
			draft('Who blocked the road?', 'two miners of the old town', 30)
		]);
		expect(first?.distractors).toEqual(['Carl Dorn']);
	});

	it('gives none where there is nothing else', () => {
		expect(withDistractors([draft('Who sold the boat?', 'Anna Bell', 0)])[0]?.distractors).toEqual(
			[]
		);
	});

	it('never offers a right answer among the wrong ones', () => {
		const text =
			'Anna Bell opened the bridge in Bonn. Carl Dorn closed the school in Lyon. Eva Frank sold the farm near Madrid. About 70 people were hurt in Lyon and 40 houses were destroyed in Bonn.';
		for (const { answer, distractors } of draftQuestions({ text }).drafts) {
			expect(distractors).not.toContain(answer.form === 'text' ? answer.text : answer.quantity);
		}
	});
});
