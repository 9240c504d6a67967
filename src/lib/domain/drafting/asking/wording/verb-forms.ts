import type { VerbGroup } from '#lib/domain/drafting/clauses/types.ts';
import type { Word, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { governedForms } from './governed-verbs.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from './render.ts';
import { pastOf, tenseOf, thirdPerson, type Tense } from './tenses.ts';

const SINGULAR: Record<string, string> = {
	are: 'is',
	were: 'was',
	have: 'has',
	do: 'does',
	am: 'is'
};

const WHOLE: Record<string, string> = { wo: 'will', ca: 'can', sha: 'shall' };

const POINTING =
	/^(?:also|however|then|therefore|too|instead|meanwhile|moreover|furthermore|thus|hence|so|otherwise|though|soon|later|eventually|finally|ultimately|subsequently)$/;

/** The verb whose form tells the tense. */
const finiteAt = ({ shared, auxiliary, main }: VerbGroup) => shared ?? auxiliary ?? main;

/** "he's left": the short form may be "is" or "has". */
const isShort = ({ sentence }: Reading, verb: VerbGroup) =>
	/^['’]/.test(wordAt(sentence.words, finiteAt(verb)).text);

/** "Was [also] seen", "was[, however,] seen". */
function isDropped(words: readonly Word[], at: number): boolean {
	const { text, tag } = wordAt(words, at);
	if (text === ',') return true;
	return tag === 'ADV' && (POINTING.test(text.toLowerCase()) || wordAt(words, at - 1).text === ',');
}

/** Words of a verb group without the adverbs that point to another sentence: "was [also] seen". */
function saidWords(reading: Reading, { first, last }: WordRange): string {
	const { words } = reading.sentence;
	const pieces: string[] = [];
	let from = first;
	for (let at = first; at <= last + 1; at += 1) {
		if (at <= last && !isDropped(words, at)) continue;
		if (at > from) pieces.push(render(reading, { first: from, last: at - 1 }));
		from = at + 1;
	}
	return pieces.join(' ');
}

/** "is" and "was" of one or of several. */
function beOf(implied: 'is' | 'was', isPlural: boolean): string {
	if (!isPlural) return implied;
	return implied === 'is' ? 'are' : 'were';
}

/** The verb group as it stands, with an auxiliary that it shares. */
export function wholeVerb(reading: Reading, verb: VerbGroup): string {
	const own = saidWords(reading, { first: verb.first, last: verb.last });
	if (verb.implied) return `${beOf(verb.implied, true)} ${own}`;
	if (verb.shared === undefined) return own;
	return `${wordAt(reading.sentence.words, verb.shared).text} ${own}`;
}

/** "does actually engage" is "actually engages" of one; nothing where "do" is needed: "does not engage". */
function withoutDo(reading: Reading, { first, auxiliary, main, last }: VerbGroup) {
	const { words } = reading.sentence;
	const text = lowerAt(words, auxiliary ?? -1);
	const isNegated = words
		.slice(first, main)
		.some(({ text: each }) => /^(?:not|n['’]t|never)$/.test(each));
	if (auxiliary === undefined || auxiliary === main || !/^(?:do|does|did)$/.test(text))
		return undefined;
	if (isNegated) return undefined;
	const { lemma } = wordAt(words, main);
	const adverbs = saidWords(reading, { first: auxiliary + 1, last: main - 1 });
	const behind = saidWords(reading, { first: main + 1, last });
	return `${adverbs} ${text === 'did' ? pastOf(lemma) : thirdPerson(lemma)} ${behind}`.trim();
}

/** A verb group without auxiliary as one does it: "attack" → "attacks". */
function inTense(whole: string, { text, lemma }: Word, tense: Tense | undefined) {
	return tense === 'plain' ? whole.replace(text, thirdPerson(lemma)) : tense && whole;
}

/** The verb group behind "who" or "what": singular. Nothing where its form fits no subject. */
export function singularVerb(
	reading: Reading,
	verb: VerbGroup,
	isPlural: boolean
): string | undefined {
	if (verb.implied) return `${verb.implied} ${saidWords(reading, verb)}`;
	if (verb.governor) return governedForms(reading, verb, isPlural)?.said;
	if (isShort(reading, verb)) return undefined;
	const plain = withoutDo(reading, verb);
	if (plain) return plain;
	const whole = wholeVerb(reading, verb);
	const word = wordAt(reading.sentence.words, finiteAt(verb));
	if (finiteAt(verb) !== verb.main || verb.isCopula) {
		return whole.replace(word.text, SINGULAR[word.text.toLowerCase()] ?? word.text);
	}
	return inTense(whole, word, tenseOf(word, isPlural));
}

/** A verb group taken apart for a question: "did" and "attack". */
export interface SplitVerb {
	auxiliary: string;
	rest: string;
}

/** "I have": the speaker's name takes "has". */
function isFirstPerson({ sentence }: Reading, { first }: VerbGroup): boolean {
	const pronoun = sentence.words.slice(0, first).findLast(({ tag }) => tag === 'PRON');
	return pronoun?.text === 'I';
}

function splitAided(reading: Reading, verb: VerbGroup, auxiliary: number): SplitVerb {
	const text = lowerAt(reading.sentence.words, auxiliary);
	const before = saidWords(reading, { first: verb.first, last: auxiliary - 1 });
	const rest = `${before} ${saidWords(reading, { first: auxiliary + 1, last: verb.last })}`.trim();
	const fitting = isFirstPerson(reading, verb) ? SINGULAR[text] : WHOLE[text];
	return { auxiliary: fitting ?? text, rest: rest.replace(/^n['’]t\b/, 'not') };
}

/** The verb group with its auxiliary apart, "did" put in where there is none. */
export function splitVerb(
	reading: Reading,
	verb: VerbGroup,
	isPlural: boolean
): SplitVerb | undefined {
	const { words } = reading.sentence;
	if (verb.implied)
		return { auxiliary: beOf(verb.implied, isPlural), rest: saidWords(reading, verb) };
	if (verb.governor) return governedForms(reading, verb, isPlural)?.split;
	if (isShort(reading, verb)) return undefined;
	if (verb.shared !== undefined) {
		return { auxiliary: lowerAt(words, verb.shared), rest: saidWords(reading, verb) };
	}
	if (verb.auxiliary !== undefined) return splitAided(reading, verb, verb.auxiliary);
	const word = wordAt(words, verb.main);
	const tense = tenseOf(word, isPlural);
	if (!tense) return undefined;
	const before = saidWords(reading, { first: verb.first, last: verb.main - 1 });
	const behind = saidWords(reading, { first: verb.main + 1, last: verb.last });
	const auxiliary = { past: 'did', singular: 'does', plain: 'do' }[tense];
	return { auxiliary, rest: `${before} ${word.lemma} ${behind}`.trim() };
}
