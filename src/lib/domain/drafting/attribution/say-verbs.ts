import type { Standing } from '#lib/bank/types.ts';

/** What a verb does with the claim behind it. */
interface SayVerb {
	standing: Standing;
	/** A clause may follow without "that": "said it was late", not "showed it was late". */
	takesClause: boolean;
	/** May stand behind or within what is said: "…, he added". */
	takesQuote: boolean;
}

const verbs = (words: string, verb: SayVerb): [string, SayVerb][] =>
	words.split(' ').map((word) => [word, verb]);

/** Verbs by which a report gives a claim to somebody, by their base form. */
export const SAY_VERBS = new Map<string, SayVerb>([
	...verbs('say tell claim insist report announce confirm admit state warn declare allege', {
		standing: 'claimed',
		takesClause: true,
		takesQuote: true
	}),
	...verbs(
		'add explain argue acknowledge stress note remark comment reply respond tweet write continue conclude recall joke observe complain shout recount describe quip elaborate',
		{ standing: 'claimed', takesClause: false, takesQuote: true }
	),
	...verbs(
		'reveal suggest indicate show find maintain assert deny concede emphasise emphasize agree promise vow pledge boast reiterate demonstrate discover accuse',
		{ standing: 'claimed', takesClause: false, takesQuote: false }
	),
	...verbs('believe think fear feel hope', {
		standing: 'opinion',
		takesClause: true,
		takesQuote: false
	}),
	...verbs('estimate calculate reckon', {
		standing: 'estimated',
		takesClause: true,
		takesQuote: false
	}),
	...verbs('predict forecast expect', { standing: 'forecast', takesClause: true, takesQuote: true })
]);

const FORMS = new Map([
	['said', 'say'],
	['says', 'say'],
	['told', 'tell'],
	['wrote', 'write'],
	['written', 'write'],
	['found', 'find'],
	['shows', 'show'],
	['shown', 'show'],
	['thought', 'think'],
	['felt', 'feel'],
	['denied', 'deny'],
	['denies', 'deny'],
	['replied', 'reply'],
	['admitted', 'admit'],
	['quipped', 'quip'],
	['forecast', 'forecast']
]);

function regularBases(form: string): string[] {
	if (form.endsWith('ed')) return [form.slice(0, -2), form.slice(0, -1)];
	return form.endsWith('s') ? [form.slice(0, -1), form.slice(0, -2)] : [form];
}

/** The base form of a verb of saying in the present or past: "told" → "tell"; undefined of other words. */
export function sayLemma(text: string): string | undefined {
	const form = text.toLowerCase();
	return FORMS.get(form) ?? regularBases(form).find((base) => SAY_VERBS.has(base));
}

/** Verbs that tell of what is to come give their claim another standing. */
const AHEAD = /^(?:will|would|could|may|might|should)$/iu;

/** How sure a claim is by its verb, and by what the claim itself says of times to come. */
export function standingOf(lemma: string, claim: readonly { text: string }[]): Standing {
	const { standing } = SAY_VERBS.get(lemma) ?? { standing: 'claimed' };
	const isAhead = claim.some(({ text }) => AHEAD.test(text));
	return standing === 'claimed' && isAhead ? 'forecast' : standing;
}
