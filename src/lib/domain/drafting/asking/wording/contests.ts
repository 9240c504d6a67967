import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { Mention, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { QuestionWord } from './question-words.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

/** Whoever does this to somebody with a name is up against them. */
const BEATING = new Set(
	'beat defeat thrash trounce rout edge outscore outplay outclass hammer'.split(' ')
);
/** These tell of a contest where a score stands behind them, or "to", "with" or "against" somebody. */
const PLAYING = new Set('win lose draw tie lead trail'.split(' '));
/** These do so with a score alone. */
const SCORED = new Set(
	'overcome crush upset down dispatch eliminate sweep demolish stun hold face play host'.split(' ')
);
const AGAINST = /^(?:to|with|against|over|by)$/;

/** "67 – 33", also where its dash has no spaces. */
export const isScore = (text: string) => /^\d{1,3} ?[-‐-―] ?\d{1,3}$/.test(text);

/** Names of these sorts play. */
const isPlayer = ({ sort }: Mention) => sort !== 'other';

/** Whether a noun phrase ends in the name of somebody who can play, or a name stands for it. */
export function isSide({ sentence, replacements }: Reading, { first, head, noun }: Part): boolean {
	return (
		sentence.mentions.some((mention) => mention.last === head && isPlayer(mention)) ||
		replacements.some(({ first: at, why }) => at === (noun?.first ?? first) && why !== 'date')
	);
}

/** The part that names whom one is up against: "beat Mexico", "lost to Mexico", "beaten by Mexico". */
function opponentOf(reading: Reading, { parts }: Clause): Part | undefined {
	const { words } = reading.sentence;
	return parts.find(
		(part) =>
			isSide(reading, part) &&
			(part.role === 'object' ||
				(part.role === 'preposition' && AGAINST.test(lowerAt(words, part.first))))
	);
}

/** The part that is a score, "67 – 33" or "by a score of 67–33", and the score. */
export function scoreOf(
	{ sentence: { words } }: Reading,
	{ parts }: Clause
): { part: Part; score: WordRange } | undefined {
	const part = parts.find(({ first, last, role }) => {
		const isAlone = first === last && role !== 'object';
		const isTold = lowerAt(words, last - 2) === 'score' && lowerAt(words, last - 1) === 'of';
		return isScore(wordAt(words, last).text) && (isAlone || isTold);
	});
	return part && { part, score: { first: part.last, last: part.last } };
}

/** Whether two sides are up against one another, of whom the subject is one. */
export function isContest(reading: Reading, clause: Clause): boolean {
	const opponent = opponentOf(reading, clause);
	const { lemma } = wordAt(reading.sentence.words, clause.verb.main);
	if (!opponent) return false;
	if (BEATING.has(lemma)) return true;
	if (scoreOf(reading, clause)) return PLAYING.has(lemma) || SCORED.has(lemma);
	return PLAYING.has(lemma) && clause.parts[0] === opponent && opponent.role === 'preposition';
}

const WHO: QuestionWord = { kind: 'who', words: 'Who', confidence: 0.85 };

/** Who plays, beats or is beaten is a side, also where it has the name of a country or a city. */
export function playerWord<Word extends QuestionWord | undefined>(
	reading: Reading,
	clause: Clause,
	{ part, asked }: { part: Part; asked: Word }
): Word | QuestionWord {
	const isInIt = part === clause.subject || part === opponentOf(reading, clause);
	const isOther = !asked || /^(?:What|Which (?:country|state|city))$/.test(asked.words);
	if (!isInIt || !isOther || !isSide(reading, part)) return asked;
	return isContest(reading, clause) ? WHO : asked;
}
