import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { isManyAt, splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

/** Who belongs to many: "a member of eleven academies". */
const BELONGING =
	/^(?:member|author|winner|father|mother|founder|part|owner|head|president|composer|capital)$/;

/** "reached a speed of 30 knots". */
const MEASURED = /^(?:speed|height|depth|length|width|weight|distance|temperature|altitude|area)$/;

/** "the release of 450 prisoners", "a member of eleven academies": the words that ask, and what stays. */
function askedFor(reading: Reading, clause: Clause, part: Part, counted: string) {
	const { words } = reading.sentence;
	const of = words.findIndex(({ text }, at) => at > part.first && at <= part.last && text === 'of');
	const thing = render(reading, { first: part.first, last: of - 1 });
	const isThe = lowerAt(words, part.first) === 'the';
	if (clause.verb.isCopula) {
		const isBelonging = BELONGING.test(wordAt(words, of - 1).lemma);
		return isBelonging ? { words: `Of how many ${counted}`, stranded: thing } : undefined;
	}
	const isMeasured = MEASURED.test(wordAt(words, of - 1).lemma);
	return isThe || isMeasured
		? { words: `${thing} of how many ${counted}`, stranded: '' }
		: undefined;
}

/** The one object of a clause, with the figure that something of it is "of". */
function objectOf({ sentence }: Reading, { parts, kind }: Clause) {
	const { words, quantities } = sentence;
	const [part, ...others] = parts.filter(({ role }) => role === 'object');
	if (!part || others.length > 0 || part.isCut || kind === 'participle') return undefined;
	const figure = quantities.find(
		({ first, last }) =>
			first > part.first + 1 && last <= part.last && lowerAt(words, first - 1) === 'of'
	);
	const inner = words.slice(part.first, (figure?.first ?? 1) - 1);
	const isPlain = inner.every(({ tag }) => /^(?:DET|ADJ|NOUN|PROPN)$/.test(tag));
	return figure && isPlain ? { part, figure } : undefined;
}

/** "The release of how many prisoners do the rebels want?" */
export function askPartOf(reading: Reading, clause: Clause): Proposal[] {
	const { part, figure } = objectOf(reading, clause) ?? {};
	if (!part || !figure) return [];
	const { number, countedFrom, type } = splitFigure(reading.sentence, figure);
	const isMany = type === 'count' && isManyAt(reading.sentence, figure.last);
	if (!isMany || countedFrom === undefined) return [];
	const counted = render(reading, { first: countedFrom, last: part.last });
	const isList = / (?:and|or) |,/.test(counted);
	const asked = isList ? undefined : askedFor(reading, clause, part, counted);
	const made = asked && turned(reading, clause, { part, ...asked });
	const confidence = clause.confidence * 0.85;
	return made ? [{ kind: 'how-many', ...made, answer: number, rule: 'figure', confidence }] : [];
}
