import type { ReadSentence, Word } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { bracketed } from './brackets.ts';
import { phrasesOf } from './phrases.ts';
import type { Phrase, PhraseKind, VerbGroup } from './types.ts';
import { PRONOUNS, TIME_NOUNS } from './word-lists.ts';

/** The phrases of a sentence in order, and what rules ask of them by their indexes. */
export class PhraseRow {
	sentence: ReadSentence;
	phrases: readonly Phrase[];
	/** Indexes of the words in brackets. */
	bracketed: Set<number>;

	constructor(sentence: ReadSentence) {
		this.sentence = sentence;
		this.phrases = phrasesOf(sentence);
		this.bracketed = bracketed(sentence.words);
	}

	get length(): number {
		return this.phrases.length;
	}

	at(index: number): Phrase | undefined {
		return this.phrases[index];
	}

	/** Outside the sentence: `end`. */
	kind(index: number): PhraseKind | 'end' {
		const phrase = this.phrases[index];
		return phrase ? phrase.kind : 'end';
	}

	/** Whether a phrase is of one of some kinds. */
	is(index: number, ...kinds: (PhraseKind | 'end')[]): boolean {
		return kinds.includes(this.kind(index));
	}

	/** The first word of a phrase in lower case. */
	text(index: number): string {
		const phrase = this.phrases[index];
		return phrase ? lowerAt(this.sentence.words, phrase.first) : '';
	}

	/** The word that counts of a phrase. */
	head(index: number): Word {
		return wordAt(this.sentence.words, this.phrases[index]?.head ?? -1);
	}

	/** Index of the last word of a phrase. */
	last(index: number): number {
		return this.phrases[index]?.last ?? -1;
	}

	verb(index: number): VerbGroup | undefined {
		return this.phrases[index]?.verb;
	}

	isFinite(index: number): boolean {
		return this.phrases[index]?.verb?.form === 'finite';
	}

	/** A verb with its own auxiliary: never a participle of the noun before it. */
	isAided(index: number): boolean {
		return this.isFinite(index) && this.phrases[index]?.verb?.auxiliary !== undefined;
	}

	/** Whether a verb's form could be a participle behind a noun: "the offices raided in May". */
	isBare(verb: VerbGroup | undefined): boolean {
		if (!verb || verb.auxiliary !== undefined || verb.form === 'infinitive') return false;
		if (verb.form !== 'finite') return true;
		const { text, lemma } = wordAt(this.sentence.words, verb.main);
		return /(?:ed|t|d|n)$/.test(text) && text.toLowerCase() !== lemma;
	}

	/** Whether a verb group takes an infinitive: "hopes to help". */
	hasInfinitive({ main, last }: VerbGroup): boolean {
		const { words } = this.sentence;
		return words.slice(main + 1, last + 1).some(({ text }) => /^to$/i.test(text));
	}

	/** A single pronoun. */
	isPronoun(index: number): boolean {
		const phrase = this.phrases[index];
		return phrase !== undefined && phrase.first === phrase.last && PRONOUNS.has(this.text(index));
	}

	/** Whether a phrase is a name of a place, and nothing more. */
	isPlace(index: number): boolean {
		const phrase = this.phrases[index];
		return this.sentence.mentions.some(
			({ first, last, sort }) => sort === 'place' && first === phrase?.first && last === phrase.last
		);
	}

	/** Whether a phrase ends with a name. */
	isName(index: number): boolean {
		return this.sentence.mentions.some(({ last }) => last === this.phrases[index]?.last);
	}

	/** Whether a phrase begins with a figure. */
	isFigure(index: number): boolean {
		const phrase = this.phrases[index];
		return this.sentence.quantities.some(({ first }) => first === phrase?.first);
	}

	/** Whether a figure stands in a phrase: "just two days". */
	hasFigure(index: number): boolean {
		const { first = 0, last = -1 } = this.phrases[index] ?? {};
		return this.sentence.quantities.some((each) => each.first >= first && each.first <= last);
	}

	/** Whether a quotation closes before a word. */
	isBehindQuote(at: number): boolean {
		const { words } = this.sentence;
		const { text } = wordAt(words, at - 1);
		if (text !== '"') return /^[”’]$/.test(text);
		return words.slice(0, at).filter((word) => word.text === '"').length % 2 === 0;
	}

	/** A noun phrase that begins in the middle of one: behind a quoted name, or a name that was not joined to it. */
	isTorn(index: number): boolean {
		const first = this.phrases[index]?.first ?? 0;
		const { words } = this.sentence;
		if (wordAt(words, first).tag === 'DET') return false;
		if (this.isBehindQuote(first)) return !/^[,.?!;:]$/.test(wordAt(words, first - 2).text);
		const isPair = this.is(index - 1, 'and') && this.is(index - 2, 'adjective');
		return isPair || this.is(index - 1, 'noun');
	}

	/** Index of the first phrase from an index on that is of another kind. */
	past(kind: PhraseKind, index: number): number {
		let to = index;
		while (this.kind(to) === kind) to += 1;
		return to;
	}
}

/** Whether a noun tells when: "last week", "Thursday", "the 1980s". */
export function isTime({ words }: ReadSentence, head: number): boolean {
	const { lemma, text } = wordAt(words, head);
	// "Gave up 308 points" tells no time.
	if (/^(?:points|periods)$/i.test(text)) return false;
	return TIME_NOUNS.has(lemma) || TIME_NOUNS.has(text.toLowerCase()) || /^\d{3,4}s$/.test(text);
}
