import { endsInTitle } from './sentences.ts';

const TERMINATED = /[.!?…:]["'”’»)\]*]{0,4}$/;
const PROSE = /[.!?…]["'”’»)\]*]{0,4}$/;
const CLOSING =
	/^(?:[,;:!?)\]}%”»]|\.(?!\s?\.|\d|\p{L})|["](?=[\s,.;:]|$)|['’](?:s|ll|re|ve|d|m|t)?(?![\p{L}\p{N}]))/u;
/** Small letters that begin a name, also at the start of a sentence. */
const PARTICLE = /^(?:al|el|ad|ash|ar|bin|de|del|di|van|von)[- ]/;
const TIGHT_OPEN = /(?:[,;(“‘]|(?:^|\s)(?:and|or|of|the|a|an|by|with|from|its|his|her|their))$/;
const OPEN =
	/(?:[–—(]|\s-|(?:^|\s)(?:in|on|at|to|for|as|that|which|who|whose|whom|is|are|was|were|be|been|has|have|had|but|into|near|over|under|between|against|than|not|said|says|told|called|named|where|when|while|because|our|this|these|those))$/;

/** Whether a text ends where a sentence or the line before a quotation ends. */
export function isTerminated(text: string): boolean {
	return TERMINATED.test(text.slice(-8)) && !endsInTitle(text);
}

/** Whether a text ends with a sentence. */
export function isProse(text: string): boolean {
	return PROSE.test(text.slice(-8)) && !endsInTitle(text);
}

/** Whether a text begins with what closes or follows a word: no space stands before it. */
export function startsClosing(text: string): boolean {
	return CLOSING.test(text);
}

/** Whether a text begins in the middle of a sentence. */
export function startsInside(text: string): boolean {
	return startsClosing(text) || (/^\p{Ll}/u.test(text) && !PARTICLE.test(text));
}

/** Whether a text so breaks off that even across a blank line the next one continues it. */
export function endsTightlyOpen(text: string): boolean {
	return TIGHT_OPEN.test(text.slice(-12));
}

/** Whether a text breaks off after a word that never ends a sentence. */
export function endsOpen(text: string): boolean {
	return endsTightlyOpen(text) || OPEN.test(text.slice(-12)) || endsInTitle(text);
}

const MOST_HEADING_WORDS = 10;
const LONGEST_HEADING = 80;

/** Whether a line reads as a heading: short, without the punctuation of a sentence. */
export function looksLikeHeading(text: string): boolean {
	if (text.length > LONGEST_HEADING || text.split(' ').length > MOST_HEADING_WORDS) return false;
	if (!/^(?:[‘']?\p{Lu}|\d)/u.test(text) || !/\p{L}{2}/u.test(text)) return false;
	return !/[.!?…,;:"”–—-]$|[.!?…]["'”’)]*\s|["“”]/.test(text);
}

const MOST_FRAGMENT_WORDS = 6;

/** Whether a line is as short as a link that was cut out of a sentence. */
export function isFragment(text: string): boolean {
	return !isTerminated(text) && text.split(' ', 7).length <= MOST_FRAGMENT_WORDS;
}
