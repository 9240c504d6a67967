import type { Word, WordClass } from '#lib/domain/drafting/types.ts';
import type { TagRepair } from './tag-context.ts';
import { VERB_NOUN_REPAIRS } from './verb-noun-repairs.ts';

const is = (word: Word | undefined, ...tags: WordClass[]) => !!word && tags.includes(word.tag);
const says = (word: Word | undefined, pattern: RegExp) => !!word && pattern.test(word.text);
const isCapital = (word: Word | undefined) => says(word, /^\p{Lu}/u);

const MODAL = /^(?:will|would|can|could|may|might|shall|should|must)$/i;
const MONTH =
	/^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** In order: a later rule sees what an earlier one changed. */
export const TAG_REPAIRS: readonly TagRepair[] = [
	{
		name: '"yesterday" tells when, without a noun',
		applies: ({ word, after }) =>
			says(word, /^(?:yesterday|today|tomorrow|tonight)$/i) && !says(after, /^['’]s$/),
		tag: 'ADV'
	},
	{
		name: 'the day behind a month is a number',
		applies: ({ word, before }) => says(word, /^\d{1,2}$/) && says(before, MONTH),
		tag: 'NUM'
	},
	{
		name: 'digits are numbers',
		applies: ({ word }) => says(word, /^\d[\d.,:]*$/),
		tag: 'NUM'
	},
	{
		name: 'a capital inside a run of names is a name',
		applies: ({ word, before, after, isFirst }) =>
			!isFirst &&
			isCapital(word) &&
			is(word, 'NOUN', 'VERB', 'ADJ', 'ADV', 'X') &&
			!says(word, /^I$/) &&
			(is(before, 'PROPN') || is(after, 'PROPN') || (isCapital(after) && is(after, 'NOUN'))),
		tag: 'PROPN'
	},
	{
		name: 'a capital inside a sentence is a name',
		applies: ({ word, before, isFirst }) =>
			!isFirst &&
			isCapital(word) &&
			is(word, 'NOUN', 'VERB') &&
			!says(before, /^(?:["“‘:'.?!]|\.\.\.)$/),
		tag: 'PROPN'
	},
	{
		name: '"to" before a noun phrase is a preposition',
		applies: ({ word, after }) =>
			says(word, /^to$/i) && is(after, 'DET', 'PROPN', 'NUM', 'PRON', 'ADJ', 'SYM'),
		tag: 'ADP'
	},
	{
		name: '"following" and its like before a noun phrase are prepositions',
		applies: ({ word, before, after }) =>
			says(word, /^(?:following|including|according|regarding|concerning)$/i) &&
			!is(before, 'AUX', 'DET') &&
			(is(after, 'DET', 'PROPN', 'NUM', 'NOUN', 'ADJ', 'ADP', 'PART') ||
				says(after, /^(?:his|her|its|their)$/i)),
		tag: 'ADP'
	},
	{
		name: 'an adjective between determiner and "of" is a noun',
		applies: ({ word, before, after }) =>
			is(word, 'ADJ') && is(before, 'DET') && says(after, /^of$/i),
		tag: 'NOUN'
	},
	{
		name: 'a verb between determiner, modifier and "of" is a noun',
		applies: ({ word, before, beforeThat, after }) =>
			is(word, 'VERB') && is(before, 'ADV', 'ADJ') && is(beforeThat, 'DET') && says(after, /^of$/i),
		tag: 'NOUN'
	},
	{
		name: 'an "-ing" form between two nouns of a compound is a noun',
		applies: ({ word, before, beforeThat, after }) =>
			is(word, 'VERB') &&
			/ing$/.test(word.text) &&
			is(before, 'NOUN') &&
			before?.text === before?.lemma &&
			is(beforeThat, 'ADP') &&
			!says(beforeThat, /^with$/i) &&
			is(after, 'NOUN'),
		tag: 'NOUN'
	},
	{
		name: '"right" before a direction is an adverb',
		applies: ({ word, before, after }) =>
			says(word, /^right$/) &&
			!is(before, 'DET', 'ADJ', 'PART') &&
			says(after, /^(?:out|up|down|into|from|away|through|off|back|across|behind|outside)$/i),
		tag: 'ADV'
	},
	{
		name: '"prior" and "due" before "to" are prepositions',
		applies: ({ word, after }) => says(word, /^(?:prior|due)$/i) && says(after, /^to$/i),
		tag: 'ADP'
	},
	{
		name: 'where no verb stands, a noun between a plural and its adjunct is one',
		applies: ({ word, before, after, hasVerb }) =>
			!hasVerb &&
			is(word, 'NOUN') &&
			word.text === word.lemma &&
			is(before, 'NOUN') &&
			/[^s]s$/.test(before?.text ?? '') &&
			is(after, 'ADP', 'DET', 'ADV', 'PRON'),
		tag: 'VERB'
	},
	{
		name: 'where no verb stands, an "-s" word behind a name is one',
		applies: ({ word, before, after, hasVerb }) =>
			!hasVerb &&
			is(word, 'NOUN') &&
			/s$/.test(word.text) &&
			word.text !== word.lemma &&
			is(before, 'PROPN') &&
			is(after, 'ADV', 'DET', 'ADJ', 'NUM', 'PRON', 'ADP'),
		tag: 'VERB'
	},
	{
		name: 'a point of the compass behind "the" is a noun',
		applies: ({ word, before, after }) =>
			says(word, /^(?:north|south|east|west)(?:east|west)?$/) &&
			is(before, 'DET') &&
			!is(after, 'NOUN', 'PROPN'),
		tag: 'NOUN'
	},
	{
		name: 'before an "-ing" form these are prepositions',
		applies: ({ word, after }) =>
			is(word, 'SCONJ') &&
			says(word, /^(?:for|by|of|in|from|with|on|at|about|against|without)$/i) &&
			says(after, /ing$/),
		tag: 'ADP'
	},
	{
		name: 'a base form or an "-s" form behind "of" is a noun',
		applies: ({ word, before }) =>
			is(word, 'VERB') && says(before, /^of$/i) && !says(word, /(?:ing|ed|en)$/),
		tag: 'NOUN'
	},
	{
		name: '"to" before a base form is a particle',
		applies: ({ word, after }) =>
			says(word, /^to$/i) &&
			(is(after, 'AUX') || (is(after, 'VERB') && after?.text.toLowerCase() === after?.lemma)),
		tag: 'PART'
	},
	{
		name: 'a base form behind a determiner is a noun',
		applies: ({ word, before, after }) =>
			is(word, 'VERB') &&
			is(before, 'DET', 'ADJ') &&
			!says(before, /^(?:that|which|all|both|each|some)$/i) &&
			!/(?:ing|ed)$/.test(word.text) &&
			!is(after, 'DET', 'PRON') &&
			word.text.toLowerCase() === word.lemma,
		tag: 'NOUN'
	},
	{
		name: 'a verb behind a possessive is a noun',
		applies: ({ word, before, after }) =>
			is(word, 'VERB') &&
			(says(before, /^(?:his|her|its|their|our|my)$/i) ||
				(is(before, 'PART') && says(before, /['’]/))) &&
			!says(before, /n['’]t/) &&
			!is(after, 'NOUN', 'ADJ') &&
			(!/ing$/.test(word.text) || is(after, 'ADP', 'PUNCT')),
		tag: 'NOUN'
	},
	{
		name: 'a plural before a finite auxiliary is a noun',
		applies: ({ word, before, after }) =>
			is(word, 'VERB') &&
			/s$/.test(word.text) &&
			!is(before, 'PROPN', 'PRON') &&
			(says(after, MODAL) || says(after, /^(?:are|were|have|do)$/i)),
		tag: 'NOUN'
	},
	{
		name: 'a base form behind "the only" is a noun',
		applies: ({ word, before, beforeThat }) =>
			is(word, 'VERB') &&
			says(before, /^only$/i) &&
			is(beforeThat, 'DET') &&
			word.text.toLowerCase() === word.lemma,
		tag: 'NOUN'
	},
	{
		name: '"might" behind an adjective or possessive is a noun',
		applies: ({ word, before, beforeThat }) =>
			says(word, /^(?:might|will|can)$/i) &&
			(says(before, /^(?:his|her|its|their|our|my)$/i) ||
				(is(before, 'ADJ') && is(beforeThat, 'PRON', 'DET', 'PART'))),
		tag: 'NOUN'
	},
	{
		name: '"likely" behind a modal is an adverb',
		applies: ({ word, before }) => says(word, /^likely$/i) && says(before, MODAL),
		tag: 'ADV'
	},
	{
		name: 'a base form behind a modal is a verb',
		applies: ({ word, before, beforeThat }) =>
			is(word, 'NOUN') &&
			word.text === word.lemma &&
			(says(before, MODAL) || (is(before, 'ADV') && says(beforeThat, MODAL))) &&
			is(before, 'AUX', 'ADV'),
		tag: 'VERB'
	},
	{
		name: 'an "-ing" form between "been" and a noun phrase is a verb',
		applies: ({ word, before, after }) =>
			is(word, 'NOUN') &&
			/ing$/.test(word.text) &&
			says(before, /^(?:been|is|are|was|were)$/i) &&
			is(after, 'DET', 'PROPN', 'ADJ', 'NOUN', 'PRON', 'NUM'),
		tag: 'VERB'
	},
	{
		name: 'a participle between determiner and noun is an adjective',
		applies: ({ word, before, after }) =>
			is(word, 'VERB') &&
			/(?:ing|ed|en|wn)$/.test(word.text) &&
			is(after, 'NOUN', 'PROPN') &&
			(is(before, 'DET', 'ADJ', 'NUM') ||
				(is(before, 'PART') && says(before, /['’]/)) ||
				says(before, /^(?:his|her|its|their|our|my)$/i)),
		tag: 'ADJ'
	},
	{
		name: 'an "-s" word between a name and a verb\'s company is a verb',
		applies: ({ word, before, after, afterThat }) =>
			is(word, 'NOUN') &&
			/[a-z]s$/.test(word.text) &&
			word.text !== word.lemma &&
			is(before, 'PROPN', 'PRON') &&
			!says(before, /^(?:his|her|its|their|our|my|your|'s|’s)$/i) &&
			(is(after, 'DET') || (says(after, /^to$/i) && is(afterThat, 'VERB', 'AUX'))),
		tag: 'VERB'
	},
	...VERB_NOUN_REPAIRS
];
