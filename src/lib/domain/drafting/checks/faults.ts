import type { Kind } from '#lib/bank/types.ts';
import { isCommon } from '#lib/domain/drafting/words/tagger.ts';
import { contentWords, plainWords } from './content-words.ts';
import { hasLonePronoun } from './pronouns.ts';

/** What a question says and what answers it. */
export interface Checked {
	kind: Kind;
	question: string;
	answer: string;
	/** Who says so. */
	source?: string;
	/** Of the rule that made it. */
	rule?: string;
}

/** Why a draft is not shown. */
export type Fault =
	| 'leak'
	| 'source'
	| 'pronoun'
	| 'person'
	| 'form'
	| 'agreement'
	| 'vague'
	| 'length'
	| 'format'
	| 'bare';

const MOST_WORDS = 24;
const LEAST_WORDS = 3;

function leaks({ question, answer }: Checked): boolean {
	const inQuestion = plainWords(question);
	if (` ${inQuestion.join(' ')} `.includes(` ${plainWords(answer).join(' ')} `)) return true;
	const told = contentWords(answer).filter(
		(word) => !/^(?:more|less|nearly|almost|least|around|people)$/.test(word)
	);
	if (told.length === 0) return false;
	const isTold = (word: string) =>
		inQuestion.some(
			(other) => other === word || (word.length >= 6 && other.slice(0, 6) === word.slice(0, 6))
		);
	const shared = told.filter(isTold).length;
	return shared / told.length >= (told.length === 1 ? 1 : 0.5);
}

const ASKS: Record<Kind, RegExp> = {
	who: /\b(?:who|whom|whose)\b|\b(?:which|what)\s+(?:\w+\s+)?(?:person|people|man|men|woman|women|group|company|organi[sz]ation|team|party|agency)\b/i,
	what: /\b(?:what|which)\b/i,
	where:
		/\bwhere\b|\b(?:which|what)\s+(?:city|country|state|town|place|region|island|village|port|province|county|district|lake|river|valley|continent|countries|cities)\b/i,
	'how-many': /\bhow (?:many|much)\b|\bwhat (?:percentage|share|proportion|number)\b/i
};

/** Tags, addresses, pictures and headlines in capitals: what pasted pages leave in a text. */
const MARKUP =
	/[<>{}\\|\uFFFD]|\w@\w|https?:|\bwww\b|\p{Extended_Pictographic}|\p{Cc}|(?:\b\p{Lu}{2,}\b\s+){3}/u;

function hasBadFormat({ question, answer }: Checked): boolean {
	if (MARKUP.test(question) || MARKUP.test(answer)) return true;
	const quotes = (question.match(/"/g)?.length ?? 0) % 2 === 1;
	const isOdd = question.split('(').length !== question.split(')').length || quotes;
	return (
		isOdd ||
		/\b(\w+) \1\b/i.test(question) ||
		/\s[,;:.?!]|[,;:–-]\s*\?|;|\w:\s|\n|\?.*\?|\.{2,}|\D\s[–—-]\s/.test(question) ||
		/\.\s+[A-Z][a-z]+ (?!$)/.test(
			question.replace(/\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Col|Lt|Sgt|[A-Z])\.\s/g, '')
		) ||
		/\b(?:and|or|but|of|the|a|an|because|which|who|that|than|not|also)\s*\?$/i.test(question)
	);
}

/** "the saola": a word that no lexicon has tells something by itself. */
function isRare(answer: string): boolean {
	const word = /^the (\p{Ll}{4,})$/iu.exec(answer)?.[1];
	if (word === undefined) return false;
	const forms = [
		word,
		word.replace(/s$/, ''),
		word.replace(/e?rs?$/, ''),
		word.replace(/ies$/, 'y')
	];
	return !forms.some(isCommon);
}

const isVague = ({ kind, answer }: Checked) =>
	kind !== 'how-many' &&
	!/\d/.test(answer) &&
	!isRare(answer) &&
	((/^(?:the|this|that|these|those|its|their|his|her|our|both|some|many|other|neither|several|any|all|most|such|each|another|my|your|more) [a-z-]+$/i.test(
		answer
	) &&
		!/^\w+ \p{Lu}/u.test(answer)) ||
		/^(?:today|yesterday|tomorrow|he|she|it|they|we|i|you|this|that|there|one|others?|many|some|part|way|ways|number|numbers|thing|things|lot|case|cases|(?:any|no|some|every)(?:thing|body|one))$/i.test(
			answer
		) ||
		/^(?:that|which|who|and|or|of|by|than) /i.test(answer));

const isPlainAgreement = ({ question }: Checked) =>
	!/^(?:who|what) (?:were|are|have|do) (?:\w+ly |not |also |been |being |still |now |already |never )*\w+(?:ed|en|ing|wn|ld|nt|de|rn)\b/i.test(
		question
	);

/** A claim of theirs cannot be told from a fact. */
const NOBODY =
	/^(?:he|she|it|they|we|i|you|who|which|this|that|these|those|some|many|most|others?|one)$/i;

/** "What is Palmyra?" is enough to ask where the answer tells much. */
const MUCH = 3;

function isBare({ question, answer }: Checked): boolean {
	if (contentWords(question).length >= 2) return false;
	return !/^\w+ (?:is|was) \p{Lu}/u.test(question) || contentWords(answer).length < MUCH;
}

const RULES: [Fault, (checked: Checked) => boolean][] = [
	['leak', leaks],
	['source', ({ source = '' }) => NOBODY.test(source)],
	['pronoun', hasLonePronoun],
	[
		'person',
		({ question }) =>
			/\b(?:I|we|us|me|my|our|ours|you|your|(?<!(?:the|an?|\w['’]s) (?:\w+ )?)mine|myself|ourselves)\b/.test(
				question.replace(/“[^”]*”/g, '').replace(/\bUS\b/g, '')
			)
	],
	['form', ({ kind, question }) => !ASKS[kind].test(question) || !/\?$/.test(question)],
	['agreement', (checked) => !isPlainAgreement(checked)],
	['vague', isVague],
	[
		'length',
		({ question }) =>
			question.split(/\s+/).length > MOST_WORDS || question.split(/\s+/).length < LEAST_WORDS
	],
	['format', hasBadFormat],
	['bare', isBare]
];

/** Everything that keeps a draft from being shown; none where it may be. */
export function faultsOf(checked: Checked): Fault[] {
	return RULES.filter(([, applies]) => applies(checked)).map(([fault]) => fault);
}
