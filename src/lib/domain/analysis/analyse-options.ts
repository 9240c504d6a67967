import { edgeGroups, groupMean } from './edge-groups.ts';
import { figureUnless, firstProblem } from './figure.ts';
import { mean } from './moments.ts';
import type { OptionAnswers, OptionFigures, OptionsAnalysis } from './types.ts';

/** A distractor that a smaller share chooses does no work. */
const FUNCTIONING_SHARE = 0.05;

/**
 * Who chose what: a question's distractor table. An answer that `options` lacks is a wrong one.
 * Edge groups are taken among those who had the question and have a total.
 * @see Tarrant, Ware and Mohammed 2009, An assessment of functioning and non-functioning distractors
 */
export function analyseOptions(given: OptionAnswers): OptionsAnalysis {
	const { form, answers } = given;
	const rows = optionsOf(given).map(([option, right]) => rowOf(given, option, right));
	const distractors = form === 'offered' ? rows.filter(({ right }) => !right) : [];
	const functioning = distractors.filter(({ nonFunctioning }) => !nonFunctioning);
	const against = firstProblem([
		[distractors.length === 0, 'no-distractors'],
		[answers.length === 0, 'no-attempts']
	]);
	return {
		form,
		seen: answers.length,
		leftOpen: answers.filter(({ option }) => option === null).length,
		options: form === 'typed' ? rows.sort(byFrequency) : rows,
		distractorEfficiency: figureUnless(against, () => functioning.length / distractors.length)
	};
}

function optionsOf({ form, options, answers }: OptionAnswers): [string, boolean][] {
	const right = new Map<string, boolean>();
	for (const each of options) right.set(each.option, right.get(each.option) || each.right);
	const chosen = answers.flatMap(({ option }) => option ?? []);
	const unlisted = [...new Set(chosen)].filter((option) => !right.has(option)).sort();
	const all = [...right, ...unlisted.map((option): [string, boolean] => [option, false])];
	return form === 'offered' ? all : all.filter(([option]) => chosen.includes(option));
}

function rowOf({ form, answers }: OptionAnswers, option: string, right: boolean): OptionFigures {
	const chosen = answers.filter((each) => each.option === option);
	const totals = chosen.flatMap(({ total }) => readTotal(total));
	const share = chosen.length / answers.length;
	return {
		option,
		right,
		chosen: chosen.length,
		share: figureUnless(answers.length === 0 ? 'no-attempts' : undefined, () => share),
		meanTotal: figureUnless(totals.length === 0 ? 'nobody' : undefined, () => mean(totals)),
		...edgeShares(answers, option),
		nonFunctioning: form === 'offered' && !right && share < FUNCTIONING_SHARE
	};
}

function edgeShares(
	answers: OptionAnswers['answers'],
	option: string
): Pick<OptionFigures, 'upperShare' | 'lowerShare'> {
	const ranked = answers.flatMap((each) =>
		readTotal(each.total).map((total) => ({ total, chose: each.option === option ? 1 : 0 }))
	);
	const against = firstProblem([
		[ranked.length === 0, 'no-attempts'],
		[ranked.length === 1, 'one-attempt']
	]);
	const { upper, lower } = edgeGroups(ranked.map(({ total }) => total));
	const chose = ranked.map((each) => each.chose);
	return {
		upperShare: figureUnless(against, () => groupMean(chose, upper)),
		lowerShare: figureUnless(against, () => groupMean(chose, lower))
	};
}

function readTotal(total: number | null): number[] {
	return total !== null && Number.isFinite(total) ? [total] : [];
}

function byFrequency(a: OptionFigures, b: OptionFigures): number {
	return b.chosen - a.chosen || (a.option < b.option ? -1 : 1);
}
