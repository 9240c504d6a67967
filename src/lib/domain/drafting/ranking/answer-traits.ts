import type { TraitTable } from './question-traits.ts';

const NAME = /\p{Lu}/u;
/** Without a large letter that only opens the sentence. */
const inner = (answer: string) => answer.replace(/^\p{Lu}(?=\p{Ll}+(?: \p{Ll}|$))/u, '');
const isBare = (answer: string) => !/\p{Lu}|\d/u.test(answer.slice(1));

/** What an answer tells of itself. */
export const ANSWER_TRAITS = {
	nameAnswer: ({ draft, answer }) => draft.kind !== 'how-many' && NAME.test(inner(answer)),
	bareDefinite: ({ answer }) => /^the \p{Ll}/iu.test(answer) && isBare(answer),
	bareIndefinite: ({ answer }) => /^an? /iu.test(answer) && isBare(answer),
	bareNoun: ({ draft, answer }) =>
		draft.kind !== 'how-many' &&
		!/^(?:the|an?|his|her|its|their) /iu.test(answer) &&
		/^\p{Ll}/u.test(answer) &&
		isBare(answer),
	ownerAnswer: ({ answer }) => /^(?:his|her|its|their|this|these) /iu.test(answer),
	shortAnswer: ({ answerWordCount }) => answerWordCount <= 2,
	fullAnswer: ({ answerWordCount }) => answerWordCount >= 5,
	listAnswer: ({ answer }) => answer.includes(','),
	pairAnswer: ({ answer }) => / and /u.test(answer),
	namelessDoer: ({ draft, answer, answerWordCount }) =>
		draft.kind === 'who' && isBare(answer) && answerWordCount <= 2
} as const satisfies TraitTable<string>;
