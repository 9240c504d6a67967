import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt } from '#lib/domain/drafting/words/word-at.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import type { Attached } from '#lib/domain/drafting/asking/wording/attached.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

/** What is asked of a clause: the words that ask, and the part they stand for. */
export interface FigureAsked {
	part: Part;
	words: string;
	attached: Attached;
	/** A length of time is asked for. */
	isTimed: boolean;
	/** "a year", said behind the figure. */
	rate: string;
}

/** A question and what it was made of. */
export type Made = Pick<Proposal, 'question' | 'used'>;

/** Prepositions that go before "how many" wherever they stood: "from how many fronts". */
const FRONTED = /^(?:for|from|in|on|by|across|to|into|over|against|between|among|at|with)$/;
/** "From how many fronts did they attack?" */
export function fronted(
	reading: Reading,
	clause: Clause,
	{ part, words, attached }: FigureAsked
): Made | undefined {
	const first = (part.noun ?? part).first - 1;
	const preposition = render(reading, { first: part.first, last: first });
	const lower = words.charAt(0).toLowerCase() + words.slice(1);
	const asked = { part, words: `${preposition} ${lower}`, skipped: attached.count };
	return turned(reading, clause, asked);
}

/** "How many troops is it backed by?" */
export function stranded(reading: Reading, clause: Clause, asked: FigureAsked): Made | undefined {
	const { part, words, attached } = asked;
	const last = (part.noun ?? part).first - 1;
	const preposition = render(reading, { first: part.first, last });
	return turned(reading, clause, { part, words, stranded: preposition, skipped: attached.count });
}

const RANKED =
	/^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|top|bottom|tied|level)$/;

/** "beat the champion with 71 votes", but not "bought a house with five rooms". */
function isMeans({ sentence }: Reading, { verb, parts }: Clause): boolean {
	const object = parts.find(({ role }) => role === 'object');
	if (verb.isCopula) return RANKED.test(lowerAt(sentence.words, parts[0]?.head ?? -1));
	if (!object) return true;
	const isName = sentence.mentions.some(({ first }) => first === object.first);
	return isName || lowerAt(sentence.words, object.first) === 'the';
}

/** "How many fronts did they attack from?", "By how many votes did they win?": the preposition where it reads best. */
export function ofPreposition(
	reading: Reading,
	clause: Clause,
	asked: FigureAsked
): Made | undefined {
	const { part, attached } = asked;
	const preposition = lowerAt(reading.sentence.words, part.first);
	if (preposition === 'with' && !isMeans(reading, clause)) return undefined;
	const isFirst = clause.parts.indexOf(part) === 0;
	const isAlone = clause.parts.length === 1 + attached.count;
	if (!isFirst) {
		const isNouns = clause.verb.isCopula && preposition !== 'with';
		return !isNouns && FRONTED.test(preposition) ? fronted(reading, clause, asked) : undefined;
	}
	const isFronted = /^(?:of|by)$/.test(preposition) || (!isAlone && FRONTED.test(preposition));
	return isFronted ? fronted(reading, clause, asked) : stranded(reading, clause, asked);
}
