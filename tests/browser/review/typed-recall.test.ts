import { expect, it } from 'vitest';
import { lookUp } from '#lib/bank/look-up.ts';
import { TypedRecall } from '#lib/state/typed-recall.svelte.ts';
import { QUIZ_BANK } from '../quiz/quiz-bank.ts';

const look = lookUp(QUIZ_BANK);
const [first, second] = QUIZ_BANK.questions;
if (!first || !second) throw new Error('the bank is empty');

/** Look-ups that tell how often the bank was read. */
function counting() {
	const counted = {
		reads: 0,
		look: {
			...look,
			get bank() {
				counted.reads += 1;
				return QUIZ_BANK;
			}
		}
	};
	return counted;
}

it('builds the key while the question is read, and only once', async () => {
	const counted = counting();
	const recall = new TypedRecall();
	await recall.prepare(counted.look, first);
	expect([counted.reads, recall.mark]).toEqual([1, undefined]);
	recall.text = 'Ferry Lane';
	expect((await recall.check(counted.look, first)).verdict).toBe('right');
	expect(counted.reads).toBe(1);
});

it('grades what was never prepared, and another question by its own key', async () => {
	const recall = new TypedRecall();
	recall.text = 'Ferry Lane';
	expect((await recall.check(look, first)).verdict).toBe('right');
	expect((await recall.check(look, second)).verdict).toBe('wrong');
});
