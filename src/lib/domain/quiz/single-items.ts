import type { Form, Question } from '#lib/bank/types.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import type { BankIndex } from './bank-index.ts';
import { drawDistractors } from './distractors.ts';
import { entryOf, getOn, typedEntry, type Entry } from './entry.ts';
import { givesAway, shownTexts } from './leaks.ts';
import type { Lure } from './lures.ts';
import { shuffled, type Random } from './random.ts';
import type { Option } from './types.ts';

/** The forms that ask one question. */
export const SINGLE_FORMS = ['choose', 'type', 'true-false'] as const satisfies Form[];
export type SingleForm = (typeof SINGLE_FORMS)[number];

/** What an item is built among. */
export interface Surroundings {
	index: BankIndex;
	random: Random;
	/** The rest of the paper. */
	others: Entry[];
}

/** Whether author and subject allow a question in a form; grave matter is not for true-false, match or sort. */
export function supports({ forms, grave }: Question, form: Form): boolean {
	if (forms && !forms.includes(form)) return false;
	return !grave || form === 'choose' || form === 'type';
}

/** A question in a form, or nothing where the bank or the rest of the paper does not bear it. */
export function buildSingle(
	question: Question,
	form: SingleForm,
	around: Surroundings
): Entry | undefined {
	const entry = builders[form](question, around);
	return entry && around.others.every((other) => getOn(entry, other)) ? entry : undefined;
}

/** An option's text, with the question that it answers. */
export function optionOf({ text, answers }: Lure): Option {
	return answers ? { text, answers } : { text };
}

const builders: Record<
	SingleForm,
	(question: Question, around: Surroundings) => Entry | undefined
> = {
	choose: chosen,
	type: (question, { index }) => typedEntry(index, question),
	'true-false': judged
};

function chosen(question: Question, { index, random, others }: Surroundings): Entry | undefined {
	const wish = { count: 3, allows: lureAllowed(others), random };
	const lures = drawDistractors(index, question, wish);
	if (lures.length < 3) return undefined;
	const right: Option = { text: answerText(index.bank, question), answers: question.id };
	const options = shuffled(random, [right, ...lures.map(optionOf)]);
	const shown = shownTexts(index, [question.ask, ...options.map((option) => option.text)]);
	return entryOf(index, question, shown, {
		form: 'choose',
		parts: [{ questionId: question.id }],
		options,
		right: options.indexOf(right)
	});
}

function judged(question: Question, { index, random, others }: Surroundings): Entry | undefined {
	const right = random() < 0.5;
	const [lure] = drawDistractors(index, question, {
		count: 1,
		allows: lureAllowed(others),
		random
	});
	if (!lure) return undefined;
	const proposed = right ? answerText(index.bank, question) : lure.text;
	return entryOf(index, question, shownTexts(index, [question.ask, proposed]), {
		form: 'true-false',
		parts: [{ questionId: question.id }],
		proposed,
		right
	});
}

/** A lure may not be what another item asks for. */
export function lureAllowed(others: Entry[]): (lure: Lure) => boolean {
	const secrets = others.flatMap((other) => other.secrets);
	return ({ shown }) => !secrets.some((secret) => givesAway(shown, secret));
}
