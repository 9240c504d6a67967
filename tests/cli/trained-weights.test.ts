import { describe, expect, it } from 'vitest';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { TRAIT_NAMES } from '#lib/domain/drafting/ranking/traits.ts';
import { trainOn } from '../../src/cli/trained-weights.ts';

const TEXTS = [
	'Anna Bell, the mayor of Bonn, opened the new bridge over the Rhine.',
	'About 70 people were hurt in Lyon, France, said Carl Dorn, a doctor.',
	'The engineer Eva Lund built the first tunnel of Aden in 1950.'
];
const passages = TEXTS.map((text, at) => JSON.stringify({ id: `${at}`, text })).join('\n');

function verdictsBy(isGood: (answer: string) => boolean): string {
	return TEXTS.flatMap((text, at) =>
		draftQuestions({ text }).drafts.map(({ question, answer: given }) => {
			const answer = given.form === 'text' ? given.text : given.quantity;
			const verdict = isGood(answer) ? 'acceptable' : 'edit';
			return JSON.stringify({ id: `${at}`, question, answer, verdict });
		})
	).join('\n');
}

describe('trainOn', () => {
	it('prints a weight and a mean for every trait, and how well they do', () => {
		const trained = trainOn(
			passages,
			verdictsBy((answer) => /^[A-Z]/.test(answer))
		);
		if (!trained.ok) throw new Error(trained.problem);
		for (const name of TRAIT_NAMES) {
			expect(trained.file.match(new RegExp(`\\t${name}: -?\\d`, 'g')), name).toHaveLength(2);
		}
		expect(trained.report).toMatch(/^\d+ verdicts, 3 passages\narea under the curve/);
		expect(trained.report).toMatch(/% acceptable, .* % edit, .* % useless/);
	});

	it('gives what readers take a larger weight than what they do not', () => {
		const weightOf = (isGood: (answer: string) => boolean) => {
			const trained = trainOn(passages, verdictsBy(isGood));
			return trained.ok ? Number(/\tnameAnswer: (-?[\d.]+)/.exec(trained.file)?.[1]) : NaN;
		};
		const isName = (answer: string) => /[A-Z]/.test(answer);
		expect(weightOf(isName)).toBeGreaterThan(0);
		expect(weightOf((answer) => !isName(answer))).toBeLessThan(0);
	});

	it.each([
		['passages', 'no', '', 'Passages, line 1'],
		['verdicts', passages, 'no', 'Verdicts, line 1'],
		['a verdict without a question', passages, '{"id":"0","verdict":"edit"}', 'Verdicts, line 1'],
		['no verdicts', passages, '', 'No verdict']
	])('says what is wrong with %s', (_, passageLines, verdictLines, words) => {
		const trained = trainOn(passageLines, verdictLines);
		expect(trained).toEqual({ ok: false, problem: expect.stringContaining(words) as string });
	});
});
