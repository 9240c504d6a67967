import { contentWords } from '#lib/domain/drafting/checks/content-words.ts';
import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { nounTakes } from './noun-prepositions.ts';
import { render } from './render.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';

/** A question longer than this drops what is said last. */
const MOST_WORDS = 18;

const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** "According to" names a source, "including" gives examples: neither belongs in a question. */
const DROPPED = /^(?:according|including|such|like|despite|per)\b/i;

/** Adverbs that point to the sentence before. */
const LINKING =
	/^(?:also|however|then|therefore|too|instead|meanwhile|moreover|furthermore|thus|still|even|indeed|again|hence|though|so|otherwise|n['’]t)$/i;

const LINKED = /^(?:in turn|in fact|in part|at least|at times|of course|as well)$/i;

/** These join a sentence to the one before it. */
const JOINING =
	/^(?:in (?:the end|addition|fact|particular|general|contrast|turn|return|this|that|these|such|many|most|some|other)|(?:this|that|at the same|at this|at that|at the) time|at (?:this|that) (?:point|stage|moment)|at (?:first|last|least)|as (?:a|an|such|of)|on the other|for (?:example|instance|this|that|many|some)|from (?:this|that)|after (?:this|that)|because of|due to|by (?:this|that)|along with|with|to)\b/i;

/** "in a book [titled …]", "an interest [in energy]": neither is said without the other. */
function hangsOnLast({ sentence }: Reading, last: Part | undefined, part: Part): boolean {
	if (!last || last.last + 1 !== part.first) return false;
	const { words } = sentence;
	if (part.role === 'preposition') {
		return nounTakes(wordAt(words, last.head).lemma, lowerAt(words, part.first));
	}
	const isParticiple = part.role === 'tail' && wordAt(words, part.first).tag === 'VERB';
	return isParticiple && last.role === 'preposition';
}

/** Whether a part only points to the sentence before. */
function pointsBack({ role }: Part, text: string): boolean {
	return (role === 'adverb' && LINKING.test(text)) || LINKED.test(text);
}

/** What a question has already, and what is to answer it. */
export interface Fitting {
	/** Words. */
	taken: number;
	answer: WordRange;
}

/** Words that begin alike are of one stem. */
const STEM = 6;
const stemOf = (word: string) => word.slice(0, STEM);

/** Whether a part says a word of the answer. */
function tells(text: string, answered: ReadonlySet<string>): boolean {
	return contentWords(text).some((word) => answered.has(stemOf(word)));
}

/** The parts of a clause as text, the last ones left out where the question would be too long or tell its answer. */
export function fitParts(
	reading: Reading,
	parts: readonly Part[],
	{ taken, answer }: Fitting
): string[] {
	const fitted: string[] = [];
	const answered = new Set(contentWords(render(reading, answer)).map(stemOf));
	let words = taken;
	for (const [at, part] of parts.entries()) {
		const text = render(reading, part);
		if (pointsBack(part, text)) {
			fitted.push('');
			continue;
		}
		words += countWords(text);
		const isNeeded = /^(?:object|predicate)$/.test(part.role);
		const isTooMuch = !isNeeded && (words > MOST_WORDS || tells(text, answered));
		if (DROPPED.test(text) || part.isOpenList || isTooMuch) {
			if (hangsOnLast(reading, parts[at - 1], part)) fitted.pop();
			break;
		}
		fitted.push(text);
	}
	return fitted;
}

/** "On Thursday" before the subject goes behind the rest, where there is room. */
export function fitLead(reading: Reading, { lead }: Clause, taken: number): string {
	const [first] = lead;
	if (!first || lead.length > 1) return '';
	const text = render(reading, first);
	if (DROPPED.test(text) || JOINING.test(text) || taken + countWords(text) > MOST_WORDS) return '';
	const word = reading.sentence.words[first.first];
	const isName = word?.tag === 'PROPN';
	return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** The pieces of a question put together, with its mark. */
export function questionOf(pieces: readonly string[]): string {
	const text = pieces.filter((piece) => piece !== '').join(' ');
	return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[\s,.;:!?]+$/, '')}?`;
}
