import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { playerWord } from './contests.ts';
import { doerWord, objectWord, type QuestionWord } from './question-words.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { sortAt } from './sort-of.ts';

/** Only somebody is beaten, elected or married. */
const TO_SOMEBODY = new Set(
	'beat defeat thrash trounce elect appoint hire employ arrest marry succeed sue accuse invite nominate crown recruit interview instruct convict imprison assassinate murder rescue kidnap ordain baptise baptize face play'.split(
		' '
	)
);
/** Only a thing is founded, built or published. */
const TO_THINGS = new Set(
	'found establish build rebuild complete open publish release launch charter create construct demolish restore design write compose paint print manufacture introduce schedule play broadcast erect inaugurate'.split(
		' '
	)
);

const WHAT: QuestionWord = { kind: 'what', words: 'What', confidence: 0.7 };

const isVague = (sort: string) => sort === 'group' || sort === 'unsure';

function isName({ sentence }: Reading, head: number): boolean {
	return sentence.mentions.some(({ last }) => last === head);
}

/** "Who was Lubitz?", "What is a kangaroo?", and "Who was its first governor?" where a name answers. */
export function complementWord(reading: Reading, { subject }: Clause, part: Part): QuestionWord {
	const isPerson = sortAt(reading.sentence, subject.head) === 'person';
	const isNamed = isName(reading, part.head) && !isName(reading, subject.head);
	const asked = isNamed ? objectWord(reading, part) : undefined;
	if (asked?.kind === 'who' || isPerson) return { kind: 'who', words: 'Who', confidence: 0.7 };
	return WHAT;
}

/** How what the clause's verb is done to is asked for. */
export function doneToWord(reading: Reading, clause: Clause, part: Part): QuestionWord {
	const asked = playerWord(reading, clause, { part, asked: objectWord(reading, part) });
	const { lemma } = wordAt(reading.sentence.words, clause.verb.main);
	const isSomebody = isVague(sortAt(reading.sentence, part.head)) && TO_SOMEBODY.has(lemma);
	return isSomebody && asked.words === 'What'
		? { kind: 'who', words: 'Who', confidence: 0.8 }
		: asked;
}

/** How what a complement explains is asked for; nothing where a name does. */
function explainedWord(reading: Reading, { subject }: Clause, explained: Explained) {
	const { complement, asked, isUnclear } = explained;
	// "Its first governor was Anna Bell": ask for her, not for who she was.
	if (isName(reading, complement.head) && !isName(reading, subject.head)) return undefined;
	const isThing = sortAt(reading.sentence, complement.head) !== 'person';
	return isUnclear && isThing ? WHAT : asked;
}

interface Explained {
	complement: Part;
	asked: QuestionWord | undefined;
	isUnclear: boolean;
}

/** How the subject of a clause is asked for; nothing where its words do not tell, or a name explains it. */
export function subjectWord(reading: Reading, clause: Clause): QuestionWord | undefined {
	const { subject, verb, parts } = clause;
	const asked = playerWord(reading, clause, { part: subject, asked: doerWord(reading, subject) });
	const isUnclear = isVague(sortAt(reading.sentence, subject.head)) && asked?.words === 'Who';
	const { lemma } = wordAt(reading.sentence.words, verb.main);
	if (verb.isPassive && isUnclear && TO_THINGS.has(lemma)) return WHAT;
	const [complement] = parts;
	if (!verb.isCopula || complement?.role !== 'object') return asked;
	return explainedWord(reading, clause, { complement, asked, isUnclear });
}
