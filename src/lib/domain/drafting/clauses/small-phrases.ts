import type { Word } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { PhraseKind } from './types.ts';
import { SUBORDINATORS, TIME_NOUNS } from './word-lists.ts';

type Words = readonly Word[];

/** These open a dependent clause whatever the tagger calls them. */
const ALWAYS = /^(?:because|although|though|whereas|unless|lest|if)$/;
const AS_ADVERB = /^(?:when|where|why|how|while|once)$/;

function isThat(words: Words, at: number): boolean {
	return wordAt(words, at).tag === 'SCONJ' && lowerAt(words, at) === 'that';
}

/** Whether a relative pronoun can follow a word. */
function canPrecede({ tag, text }: Word): boolean {
	return /^(?:NOUN|PROPN|NUM|PRON|ADP)$/.test(tag) || /^(?:those|[,)”"])$/i.test(text);
}

function isRelative(words: Words, at: number): boolean {
	const text = lowerAt(words, at);
	const before = wordAt(words, at - 1);
	if (!/^(?:who|which|whom|whose|that)$/.test(text)) return false;
	if (wordAt(words, at).tag === 'SCONJ' || (text === 'that' && before.tag === 'VERB')) return false;
	return canPrecede(before) && !/^(?:NOUN|PUNCT|X)$/.test(wordAt(words, at + 1).tag);
}

function isSubordinator(words: Words, at: number): boolean {
	const text = lowerAt(words, at);
	const { tag } = wordAt(words, at);
	const isTimed = wordAt(words, at + 1).tag === 'NUM' || TIME_NOUNS.has(lowerAt(words, at + 1));
	if (!SUBORDINATORS.has(text) || isTimed) return false;
	return tag === 'SCONJ' || ALWAYS.test(text) || (tag === 'ADV' && AS_ADVERB.test(text));
}

const BEFORE_OTHERS: [PhraseKind, (words: Words, at: number) => boolean][] = [
	['that', isThat],
	['relative', isRelative],
	['comma', (words, at) => wordAt(words, at).text === ','],
	['mark', (words, at) => wordAt(words, at).tag === 'PUNCT'],
	['and', (words, at) => wordAt(words, at).tag === 'CCONJ'],
	['subordinator', isSubordinator]
];

/** What a single word is that never begins a noun phrase or a verb group; nothing where it may. */
export function smallKindAt(words: Words, at: number): PhraseKind | undefined {
	return BEFORE_OTHERS.find(([, applies]) => applies(words, at))?.[0];
}

/** What a word is that belongs to no noun phrase and no verb group. */
export function leftoverKind({ tag, text }: Word): PhraseKind {
	if (tag === 'ADP' || tag === 'SCONJ') return 'preposition';
	if (tag === 'ADV' || tag === 'PART') return 'adverb';
	if (tag === 'DET') return /^(?:each|all|both|either)$/i.test(text) ? 'adverb' : 'mark';
	return tag === 'ADJ' ? 'adjective' : 'mark';
}
