import { DEMONYMS } from '#lib/domain/drafting/names/data/demonyms.ts';
import type { Word, WordClass } from '#lib/domain/drafting/types.ts';
import type { TagRepair } from './tag-context.ts';

const is = (word: Word | undefined, ...tags: WordClass[]) => !!word && tags.includes(word.tag);
const says = (word: Word | undefined, pattern: RegExp) => !!word && pattern.test(word.text);
const isBase = (word: Word | undefined) => !!word && word.text.toLowerCase() === word.lemma;

/** "A storm hit", "the bank let": pasts that look like base forms. */
const SAME_IN_PAST =
	/^(?:cut|put|set|hit|let|cost|hurt|spread|shut|split|burst|cast|quit|bid|beat|upset|broadcast|read|come|become|run|overcome)$/i;
/** Behind these a base form is what somebody does: "made the crew leave". */
const CAUSING = new Set('make let help have see hear watch feel bid'.split(' '));

/** A verb that tells what happened, not "to go" and not "leave" behind a noun. */
function isTelling(words: readonly Word[], at: number): boolean {
	const word = words[at];
	if (is(word, 'AUX')) return true;
	if (!is(word, 'VERB') || isBase(word) || says(word, /ing$/)) return false;
	return !says(words[at - 1], /^to$/i);
}

/** Whether a verb that tells what happened stands among words up to a comma. */
function tells(words: readonly Word[], from: number, to: number): boolean {
	for (let at = from; at < to; at += 1) {
		if (words[at]?.text === ',') return false;
		if (isTelling(words, at)) return true;
	}
	return false;
}

/** Nouns, verbs and adjectives that take each other's form. */
export const VERB_NOUN_REPAIRS: readonly TagRepair[] = [
	{
		name: '"everything" and its like are pronouns',
		applies: ({ word }) => says(word, /^(?:every|some|any|no)(?:thing|one|body)$/i),
		tag: 'PRON'
	},
	{
		name: '"there" behind a verb or a noun tells where',
		applies: ({ word, before, after }) =>
			says(word, /^there$/) && is(before, 'VERB', 'NOUN') && !is(after, 'AUX', 'VERB'),
		tag: 'ADV'
	},
	{
		name: 'a large first word before a name belongs to it',
		applies: ({ word, after, isFirst }) =>
			isFirst && is(word, 'X') && says(word, /^\p{Lu}\p{L}/u) && is(after, 'PROPN'),
		tag: 'PROPN'
	},
	{
		name: 'what follows a relative "that" is a verb: "a bill that bans plastic"',
		applies: ({ word, before, beforeThat }) =>
			is(word, 'NOUN') &&
			is(before, 'DET') &&
			is(beforeThat, 'NOUN', 'PROPN') &&
			((says(before, /^that$/) && says(word, /[^s]s$/) && !isBase(word)) ||
				(says(before, /^which$/) && !says(word, /^(?:case|point|time|way)$/))),
		tag: 'VERB'
	},
	{
		name: 'an adjective that ends its phrase is a noun: "the male attracts", "a green light."',
		applies: ({ word, before, beforeThat, after }) =>
			is(word, 'ADJ') &&
			!says(word, /(?:ed|er|est|ing)$/) &&
			((is(after, 'VERB', 'AUX') && says(before, /^(?:the|an?|each|every)$/i)) ||
				(is(after, 'PUNCT') && is(before, 'ADJ') && says(beforeThat, /^(?:the|an?)$/i))) &&
			!says(after, /^[,"“]$|ing$/),
		tag: 'NOUN'
	},
	{
		name: 'an "-s" form behind an article is a noun: "heard the cries"',
		applies: ({ word, before, after }) =>
			is(word, 'VERB') &&
			says(word, /[^s]s$/) &&
			!isBase(word) &&
			says(before, /^(?:the|an?|these|those)$/i) &&
			!is(after, 'DET', 'PRON'),
		tag: 'NOUN'
	},
	{
		name: 'a base form behind a verb and "only" is a noun: "showed only dust"',
		applies: ({ word, before, beforeThat }) =>
			is(word, 'VERB') &&
			isBase(word) &&
			says(before, /^(?:only|just|mostly|mainly)$/) &&
			is(beforeThat, 'VERB'),
		tag: 'NOUN'
	},
	{
		name: '"found" before "that" or a noun phrase is a verb',
		applies: ({ word, after }) =>
			is(word, 'NOUN') &&
			says(word, /^found$/) &&
			(is(after, 'DET', 'SCONJ') || says(after, /^that$/)),
		tag: 'VERB'
	},
	{
		name: '"neighbouring" is an adjective',
		applies: ({ word, after }) =>
			says(word, /^neighbou?ring$/i) && is(after, 'PROPN', 'NOUN', 'ADJ'),
		tag: 'ADJ'
	},
	{
		name: 'where nothing is told yet, "-s" behind the noun of one thing is a verb: "the male attracts"',
		applies: ({ word, before, beforeThat, after, words, at }) =>
			is(word, 'NOUN') &&
			says(word, /^\p{Ll}+[^s]s$/u) &&
			!isBase(word) &&
			is(before, 'NOUN') &&
			isBase(before) &&
			is(beforeThat, 'DET') &&
			is(after, 'NOUN', 'DET', 'ADP', 'ADV', 'NUM', 'PUNCT') &&
			!tells(words, 0, at) &&
			!tells(words, at + 1, words.length),
		tag: 'VERB'
	},
	{
		name: 'a plural behind the name of a people is a noun: "joined French forces"',
		applies: ({ word, before, beforeThat }) =>
			is(word, 'VERB') &&
			says(word, /[^s]s$/) &&
			DEMONYMS.has(before?.text.toLowerCase() ?? '') &&
			is(beforeThat, 'VERB', 'ADP', 'NUM', 'ADJ'),
		tag: 'NOUN'
	},
	{
		name: 'a base form behind a noun of one thing is a noun too: "in the medal lead"',
		applies: ({ word, before, beforeThat, words, at }) =>
			is(word, 'VERB') &&
			isBase(word) &&
			!says(word, SAME_IN_PAST) &&
			is(before, 'NOUN') &&
			isBase(before) &&
			is(beforeThat, 'DET') &&
			is(words[at - 3], 'ADP', 'VERB') &&
			!CAUSING.has(words[at - 3]?.lemma ?? ''),
		tag: 'NOUN'
	},
	{
		name: 'where nothing is told yet, "-ed" behind a noun and before its adjunct is a verb',
		applies: ({ word, before, after, words, at }) =>
			is(word, 'ADJ') &&
			says(word, /^\p{Ll}+ed$/u) &&
			is(before, 'NOUN', 'PROPN') &&
			(is(after, 'ADP', 'DET', 'PROPN', 'PRON', 'NUM') || (is(after, 'NOUN') && !isBase(before))) &&
			!tells(words, 0, at) &&
			!tells(words, at + 1, words.length),
		tag: 'VERB'
	},
	{
		name: '"-ed" before a determiner is a verb: "and married a nurse"',
		applies: ({ word, before, after }) =>
			is(word, 'ADJ') &&
			says(word, /^\p{Ll}+ed$/u) &&
			is(before, 'ADV', 'CCONJ', 'PROPN', 'NOUN', 'PRON') &&
			(is(after, 'DET') || says(after, /^(?:his|her|its|their)$/)) &&
			!says(after, /^(?:all|both|each|that)$/),
		tag: 'VERB'
	},
	{
		name: '"-ing" behind a comma or "and" and before a noun phrase is a verb: ", ranking sixth"',
		applies: ({ word, before, after }) =>
			is(word, 'ADJ', 'NOUN') &&
			says(word, /^\p{Ll}{2,}ing$/u) &&
			!says(word, /thing$|^(?:during|including|morning|evening|spring|king)$/) &&
			says(before, /^(?:,|and|while|thus|thereby)$/i) &&
			is(after, 'DET', 'NUM', 'PRON', 'ADJ') &&
			!says(after, /^(?:and|or)$/i),
		tag: 'VERB'
	},
	{
		name: 'what "and" joins to "to design" is a verb too: "to design and print its notes"',
		applies: ({ word, before, beforeThat, after, words, at }) =>
			is(word, 'NOUN') &&
			isBase(word) &&
			is(before, 'CCONJ') &&
			is(beforeThat, 'VERB') &&
			says(words[at - 3], /^to$/) &&
			(is(after, 'DET') || says(after, /^(?:his|her|its|their)$/)),
		tag: 'VERB'
	},
	{
		name: 'behind a modal and before a noun phrase "close" and its like are verbs',
		applies: ({ word, before, after }) =>
			is(word, 'ADJ') &&
			says(
				word,
				/^(?:close|open|free|clear|clean|slow|dry|empty|narrow|lower|warm|cool|separate|complete)$/
			) &&
			says(before, /^(?:will|would|can|could|may|might|must|shall|should|to)$/i) &&
			is(after, 'DET', 'PRON', 'NUM', 'PROPN'),
		tag: 'VERB'
	},
	{
		name: '"-ed" between "to" and a noun is an adjective: "led to increased trade"',
		applies: ({ word, before, after }) =>
			is(word, 'VERB') && says(word, /ed$/) && says(before, /^to$/i) && is(after, 'NOUN', 'ADJ'),
		tag: 'ADJ'
	},
	{
		name: '"to" before it is a preposition',
		applies: ({ word, after }) => says(word, /^to$/i) && is(after, 'ADJ') && says(after, /ed$/),
		tag: 'ADP'
	},
	{
		name: 'a participle between determiner, adjective and noun is an adjective',
		applies: ({ word, before, after, afterThat }) =>
			is(word, 'VERB') &&
			says(word, /(?:ing|ed|en|wn)$/) &&
			is(before, 'DET') &&
			!says(before, /^(?:all|both|each|some|that)$/i) &&
			is(after, 'ADJ') &&
			is(afterThat, 'NOUN', 'PROPN'),
		tag: 'ADJ'
	},
	{
		name: '"the mean annual rate": a measure is an adjective',
		applies: ({ word, before, after }) =>
			is(word, 'NOUN') &&
			says(word, /^(?:mean|average|total|median|net|gross|maximum|minimum)$/) &&
			is(before, 'DET') &&
			is(after, 'ADJ', 'NOUN'),
		tag: 'ADJ'
	},
	{
		name: 'a relative "that" or "which" is a pronoun',
		applies: ({ word, before, after }) =>
			says(word, /^(?:which|that|who)$/i) &&
			is(before, 'NOUN', 'PROPN') &&
			is(after, 'VERB', 'AUX'),
		tag: 'PRON'
	}
];
