import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { render } from './render.ts';
import type { Reading } from './reading.ts';

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

/** "in a book [titled …]": neither is said without the other. */
function hangsOnLast({ sentence }: Reading, last: Part | undefined, part: Part): boolean {
	const isParticiple = part.role === 'tail' && sentence.words[part.first]?.tag === 'VERB';
	return isParticiple && last?.role === 'preposition' && last.last + 1 === part.first;
}

/** Whether a part only points to the sentence before. */
function pointsBack({ role }: Part, text: string): boolean {
	return (role === 'adverb' && LINKING.test(text)) || LINKED.test(text);
}

/** The parts of a clause as text, the last ones left out where the question would be too long. */
export function fitParts(reading: Reading, parts: readonly Part[], taken: number): string[] {
	const fitted: string[] = [];
	let words = taken;
	for (const [at, part] of parts.entries()) {
		const text = render(reading, part);
		if (pointsBack(part, text)) {
			fitted.push('');
			continue;
		}
		words += countWords(text);
		const isTooLong = words > MOST_WORDS && !/^(?:object|predicate)$/.test(part.role);
		if (DROPPED.test(text) || part.isOpenList || isTooLong) {
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
