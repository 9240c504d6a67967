import { SEEING_VERBS } from '#lib/domain/drafting/clauses/word-lists.ts';
import type { Word } from '#lib/domain/drafting/types.ts';
import type { TagRepair } from './tag-context.ts';

const NO_PARTICIPLE =
	/thing$|^(?:during|including|morning|evening|spring|king|ceiling|building|meeting|ring|string|wing|sibling|darling|pudding|earring|clothing|lightning)$/;

/** Behind these a base form is a verb. */
const TAKES_VERB = /^(?:help|dare|need|watch|try)$/;

const GOES_ON = /^(?:DET|ADP|NOUN|PRON|ADV|NUM|PROPN|ADJ)$/;

const isTag = (word: Word | undefined, pattern: RegExp) => pattern.test(word?.tag ?? '');

/** "lighting" as a noun or an adjective to the tagger. */
const canBeParticiple = ({ tag, text }: Word) =>
	/^(?:NOUN|ADJ)$/.test(tag) && /^\p{Ll}{2,}ing$/u.test(text) && !NO_PARTICIPLE.test(text);

/** "miners": the noun of several, who can do something. */
const isMany = (word: Word | undefined) =>
	word?.tag === 'NOUN' && word.text.toLowerCase() !== word.lemma;

/** Whether the noun phrase before a word is what somebody sees. */
function isSeen(words: readonly Word[], at: number): boolean {
	const isLonger = isTag(words[at - 2], /^(?:DET|ADJ|NUM)$/);
	const verb = words[isLonger ? at - 3 : at - 2];
	return isMany(words[at - 1]) && verb?.tag === 'VERB' && SEEING_VERBS.has(verb.lemma);
}

/** "fired" in "fired tear gas". */
const isPast = (word: Word | undefined) =>
	word?.tag === 'VERB' && /ed$/.test(word.text) && !TAKES_VERB.test(word.lemma);

/** What is seen to happen, and what stands between two nouns. */
export const SEEN_REPAIRS: readonly TagRepair[] = [
	{
		name: 'an "-s" form behind "showed" or "saw" is a noun: "showed sparks"',
		applies: ({ word, before }) =>
			word.tag === 'VERB' &&
			/[^s]s$/.test(word.text) &&
			/^(?:showed|saw)$/.test(before?.text ?? ''),
		tag: 'NOUN'
	},
	{
		name: '"-ing" behind those who are seen or heard is a verb: "showed miners digging tunnels"',
		applies: ({ word, after, words, at }) =>
			canBeParticiple(word) && isSeen(words, at) && isTag(after, GOES_ON),
		tag: 'VERB'
	},
	{
		name: 'a base form between a past and a bare noun is a noun: "fired tear gas"',
		applies: ({ word, before, after, afterThat }) =>
			word.tag === 'VERB' &&
			word.text === word.lemma &&
			isPast(before) &&
			after?.tag === 'NOUN' &&
			!isTag(afterThat, /^(?:NOUN|VERB|AUX)$/),
		tag: 'NOUN'
	}
];
