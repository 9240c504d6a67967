import { DEMONYMS } from '#lib/domain/drafting/names/data/demonyms.ts';
import type { ReadSentence, Word } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { Phrase } from './types.ts';
import { OWNERS, PRONOUNS, TIME_NOUNS } from './word-lists.ts';

const isNounWord = ({ tag }: Word) => tag === 'NOUN' || tag === 'PROPN';
const isOwner = ({ text, tag }: Word) => OWNERS.has(text.toLowerCase()) && tag !== 'NOUN';
const isPossessive = ({ text, tag }: Word) => tag === 'PART' && /^['’]s?$/.test(text);
/** These stand behind their noun: "attorney general". */
const isTrailing = ({ text }: Word) => /^(?:general|elect|finals?)$/i.test(text);

const YEAR = /^1\d{3}$|^20\d\d$/;
const BEFORE_YEAR = /^(?:in|of|and|to|by|since|until|from|before|after|around|during)$/;

/** Names and figures, found by their own stages: the last word by the first. */
export interface Atoms {
	names: Map<number, number>;
	figures: Map<number, number>;
}

/** What is never taken apart within a sentence. */
export function atomsOf({ mentions, quantities }: ReadSentence): Atoms {
	return {
		names: new Map(mentions.map(({ first, last }) => [first, last])),
		figures: new Map(quantities.map(({ first, last }) => [first, last]))
	};
}

class NounReader {
	words: readonly Word[];
	atoms: Atoms;
	from: number;
	at: number;
	head = -1;
	last = -1;
	/** Adjectives and figures may still come: no noun was read yet. */
	isOpen = true;

	constructor(words: readonly Word[], atoms: Atoms, at: number) {
		this.words = words;
		this.atoms = atoms;
		this.from = at;
		this.at = at;
	}

	get word(): Word {
		return wordAt(this.words, this.at);
	}

	get before(): Word {
		return wordAt(this.words, this.at - 1);
	}

	get next(): Word {
		return wordAt(this.words, this.at + 1);
	}

	read(): Phrase | undefined {
		while (this.at < this.words.length) {
			const taken = this.step();
			if (taken === 0) break;
			this.at += taken;
		}
		if (this.head < 0) return undefined;
		return { kind: 'noun', first: this.head, last: this.last, head: this.head };
	}

	/** How many words from here on belong to the phrase: none where it ends. */
	step(): number {
		if (this.isNameBehindTime() || this.isBehindYear()) return 0;
		return (
			this.year() ||
			this.possessive() ||
			this.atom() ||
			this.behindName() ||
			this.noun() ||
			this.figure() ||
			(this.isOpen ? this.modifier() : 0)
		);
	}

	/** ", 1973" behind "October 6". */
	year(): number {
		const isDay = this.head >= 0 && /^\d{1,2}$/.test(this.before.text);
		if (!isDay || this.word.text !== ',' || !/^\d{4}$/.test(this.next.text)) return 0;
		this.last = this.at + 1;
		return 2;
	}

	/** "At this point Noosa": the name is a phrase of its own, but not the day in "Black Friday". */
	isNameBehindTime(): boolean {
		const { word, before } = this;
		if (this.head < 0 || word.tag !== 'PROPN' || !TIME_NOUNS.has(before.lemma)) return false;
		return before.tag !== 'PROPN' || !TIME_NOUNS.has(word.text.toLowerCase());
	}

	/** "In 1939 French troops": the year is a phrase of its own, but not the figure in "of 1900 troops". */
	isBehindYear(): boolean {
		const { words, from, at, head, word } = this;
		if (head !== from || at !== from + 1 || !YEAR.test(wordAt(words, from).text)) return false;
		const before = lowerAt(words, from - 1);
		// "between 2009 and 2015 French troops".
		const isSpan = /^(?:and|to)$/.test(before) && YEAR.test(wordAt(words, from - 2).text);
		if (!isSpan && !BEFORE_YEAR.test(before)) return false;
		return word.tag !== 'NOUN' || from === 1;
	}

	/** A whole name, or a figure with what it counts where none was read yet. */
	atom(): number {
		const figure = this.head < 0 ? this.atoms.figures.get(this.at) : undefined;
		const end = this.atoms.names.get(this.at) ?? figure;
		if (end === undefined) return 0;
		this.head = end;
		this.last = end;
		this.isOpen = figure !== undefined && wordAt(this.words, end).tag === 'NUM';
		return end + 1 - this.at;
	}

	/** "Muslim political leaders", "Rose Bowl defensive coach Bell": a name before an adjective. */
	behindName(): number {
		const { word, next, before } = this;
		const isOpening = this.from === 0 && word.tag === 'ADJ' && before.tag === 'PROPN';
		if (isOpening && isNounWord(next) && !TIME_NOUNS.has(next.lemma)) return 1;
		if (this.head !== this.at - 1 || !DEMONYMS.has(before.text.toLowerCase())) return 0;
		return word.tag === 'ADJ' && isNounWord(next) ? 1 : 0;
	}

	noun(): number {
		if (!isNounWord(this.word) && (this.head < 0 || !isTrailing(this.word))) return 0;
		this.head = this.at;
		this.last = this.at;
		this.isOpen = false;
		return 1;
	}

	/** "40 houses", "$4", "Flight 9525"; a score is no part of the name before it. */
	figure(): number {
		const { word, before } = this;
		if (word.tag !== 'NUM' && word.tag !== 'SYM') return 0;
		const isCounting = (this.atoms.figures.get(this.at) ?? -1) > this.at;
		const isOfName =
			this.head >= 0 && before.tag === 'PROPN' && !isCounting && !/[‐-―-]/.test(word.text);
		if (!this.isOpen && !isOfName) return 0;
		if (!isOfName) this.head = this.at;
		this.last = this.at;
		return 1;
	}

	possessive(): number {
		if (
			this.head < 0 ||
			!isPossessive(this.word) ||
			/^(?:PUNCT|ADP|AUX|CCONJ|X)$/.test(this.next.tag)
		)
			return 0;
		this.isOpen = true;
		return 1;
	}

	/** Determiners, adjectives and what modifies them. */
	modifier(): number {
		const { word, next, before } = this;
		if (next.tag === 'X') return 0;
		if (word.tag === 'DET' || isOwner(word)) return 1;
		if (word.tag === 'ADJ') return this.adjective();
		return word.tag === 'ADV' && before.tag !== 'AUX' ? this.adverb() : 0;
	}

	/** "Only 40", "the then mayor". */
	adverb(): number {
		const isInside = this.at > this.from && /^(?:DET|PART)$/.test(this.before.tag);
		return /^(?:ADJ|NUM)$/.test(this.next.tag) || (isInside && isNounWord(this.next)) ? 1 : 0;
	}

	/** "old and new bridges": both, with what joins them. */
	adjective(): number {
		const isJoined = this.next.tag === 'CCONJ' || this.next.text === ',';
		const isPair = wordAt(this.words, this.at + 2).tag === 'ADJ';
		return isJoined && isPair && isNounWord(wordAt(this.words, this.at + 3)) ? 2 : 1;
	}
}

function isPronounAt(words: readonly Word[], at: number): boolean {
	const word = wordAt(words, at);
	const next = wordAt(words, at + 1).tag;
	if (!/^(?:PRON|DET)$/.test(word.tag) || !PRONOUNS.has(lowerAt(words, at))) return false;
	if (word.tag === 'DET') return !/^(?:NOUN|PROPN|ADJ|NUM|ADV)$/.test(next);
	return !isOwner(word) || !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(next);
}

/** The noun phrase that begins at a word, or nothing. */
export function nounPhraseAt(words: readonly Word[], atoms: Atoms, at: number): Phrase | undefined {
	if (isPronounAt(words, at)) return { kind: 'noun', first: at, last: at, head: at };
	// "Many of the ships", "most of his life".
	const isShare = /^(?:most|many|some|several|few|all|both|much|none)$/.test(lowerAt(words, at));
	if (isShare && lowerAt(words, at + 1) === 'of')
		return { kind: 'noun', first: at, last: at, head: at };
	const isNearlyAll = /^(?:almost|nearly|virtually)$/.test(lowerAt(words, at));
	if (isNearlyAll && /^(?:every|no)/.test(lowerAt(words, at + 1)) && isPronounAt(words, at + 1)) {
		return { kind: 'noun', first: at, last: at + 1, head: at + 1 };
	}
	const phrase = new NounReader(words, atoms, at).read();
	return phrase && { ...phrase, first: at };
}
