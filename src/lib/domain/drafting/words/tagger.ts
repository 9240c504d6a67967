import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Word, WordClass } from '#lib/domain/drafting/types.ts';

const nlp = winkNLP(model, ['pos']);
const { its } = nlp;

/** The number that the tagger gives to the first word it has never seen; those it knows come before. */
const [unknownFrom = 0] = nlp
	.readDoc('qxzvkj')
	.tokens()
	.out(its.uniqueId as never) as number[];

const common = new Map<string, boolean>();

/** Whether the tagger's lexicon has a word written small: "video", but not "london". */
export function isCommon(word: string): boolean {
	const key = word.toLowerCase();
	const known = common.get(key);
	if (known !== undefined) return known;
	const [id = unknownFrom] = nlp
		.readDoc(key)
		.tokens()
		.out(its.uniqueId as never) as number[];
	common.set(key, id < unknownFrom);
	return id < unknownFrom;
}

const OPENING = /^(?<mark>["“‘'(]*)(?<letter>\p{Lu})(?<rest>\p{Ll}+)(?=\s+["“‘(]?[\p{Ll}\d]|,)/u;

/** A sentence with its first word small where that is a common word, so that it is not taken for a name. */
function withSmallOpening(sentence: string): string {
	const { mark = '', letter = '', rest = '' } = OPENING.exec(sentence)?.groups ?? {};
	const small = letter.toLowerCase();
	if (rest === '' || small.length !== letter.length || !isCommon(letter + rest)) return sentence;
	return mark + small + sentence.slice(mark.length + letter.length);
}

/** The tagger knows "specialised" as a form of "specialize". */
function asSpelled(text: string, lemma: string): string {
	return /is(?:e|es|ed|ing)$/.test(text) ? lemma.replace(/ize$/, 'ise') : lemma;
}

/**
 * The words and marks of a sentence as the tagger sees them. Offsets count from `offset`.
 * @see https://winkjs.org/wink-nlp/
 */
export function tagWords(sentence: string, offset: number): Word[] {
	const read = withSmallOpening(sentence);
	const tokens = nlp.readDoc(read).tokens();
	const texts = tokens.out();
	const tags = tokens.out(its.pos) as string[];
	const lemmas = tokens.out(its.lemma as never) as string[];
	const words: Word[] = [];
	let at = 0;
	for (const [index, text] of texts.entries()) {
		const start = read.indexOf(text, at);
		if (start < 0 || text.trim() === '') continue;
		at = start + text.length;
		const tag = (tags[index] ?? 'X') as WordClass;
		const lemma = asSpelled(text, lemmas[index] ?? text.toLowerCase());
		words.push({
			text: sentence.slice(start, at),
			lemma,
			tag,
			start: offset + start,
			end: offset + at
		});
	}
	return words;
}

/** The base form of a word as a verb: "throng" of "thronged", also where it was taken for another class. */
export function verbLemma(text: string): string {
	const lemma = tagWords(`They had ${text.toLowerCase()} it`, 0)[2];
	if (lemma?.tag === 'VERB') return lemma.lemma;
	return text.toLowerCase().replace(/(?:ed|ing)$/, '');
}
