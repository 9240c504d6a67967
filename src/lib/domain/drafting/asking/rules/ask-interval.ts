import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { endOf } from '#lib/domain/drafting/asking/figures/figure-event.ts';
import { isVague, splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

type Figure = ReadSentence['quantities'][number];

const TIME_UNIT = /^(?:minutes|hours|days|weeks|months|years|decades)$/;
const MOST_TOLD = 12;

/** Index of the comma, or of the mark at the end, behind a word. */
function stopBehind({ words }: ReadSentence, from: number): number {
	const stop = words.findIndex(({ text }, at) => at > from && /^[,;:.–—()]$/.test(text));
	return stop < 0 ? words.length : stop;
}

/** "two days after the vote": the words behind the figure, where they tell from when it is counted. */
function toldBy({ sentence }: Reading, { last, quantity }: Figure): WordRange | undefined {
	const { words } = sentence;
	if (!TIME_UNIT.test(quantity.unit) || !/^(?:after|before)$/.test(lowerAt(words, last + 1))) {
		return undefined;
	}
	const told = { first: last + 1, last: stopBehind(sentence, last) - 1 };
	const isShort = told.last > told.first && told.last - told.first < MOST_TOLD;
	const isVague = /^(?:that|this|it|which|being|having)$/.test(lowerAt(words, told.first + 1));
	return isShort && !isVague ? told : undefined;
}

/** Whether a figure stands next to a clause, before it or behind it, with a comma and perhaps "just" between. */
function isBeside({ sentence }: Reading, clause: Clause, figure: Figure, told: WordRange): boolean {
	const { words } = sentence;
	const isFree = (from: number, to: number) =>
		words.slice(from, to).every(({ text }) => /^(?:,|just|only|exactly)$/i.test(text));
	if (clause.subject.first === told.last + 2) {
		return isFree(0, figure.first) && wordAt(words, told.last + 1).text === ',';
	}
	const end = endOf(clause);
	return end < figure.first && end + 1 < figure.first && isFree(end + 1, figure.first);
}

function askOne(reading: Reading, clause: Clause, figure: Figure): Proposal | undefined {
	const told = toldBy(reading, figure);
	if (!told || !isBeside(reading, clause, figure, told)) return undefined;
	const { number, countedFrom } = splitFigure(reading.sentence, figure);
	if (countedFrom === undefined || isVague(reading, number) || clause.lead.length > 0)
		return undefined;
	const { first, last } = figure;
	const part: Part = { role: 'adverb', first, last, head: last };
	const unit = render(reading, { first: countedFrom, last });
	const words = `How many ${unit} ${render(reading, told)}`;
	const made = turned(reading, { ...clause, parts: [part, ...clause.parts] }, { part, words });
	// Before the clause a comma lowers how sure it is, not here.
	const confidence = Math.max(clause.confidence, 0.8);
	const used = [...(made?.used ?? []), told];
	return made && { kind: 'how-many', ...made, used, answer: number, rule: 'figure', confidence };
}

/** "How many days after the vote in Ulm did she resign?" */
export function askInterval(reading: Reading, clause: Clause): Proposal[] {
	if (clause.kind === 'participle' || clause.kind === 'subordinate') return [];
	return reading.sentence.quantities.flatMap((figure) => askOne(reading, clause, figure) ?? []);
}
