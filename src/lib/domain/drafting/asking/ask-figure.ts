import { isTime } from '#lib/domain/drafting/clauses/phrase-row.ts';
import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { turned } from './ask-part.ts';
import { attachedTo, type Attached } from './attached.ts';
import { firstOfList, isManyAt, splitFigure, type SplitFigure } from './figures.ts';
import { fitLead, fitParts, questionOf } from './fit-parts.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';
import { render } from './render.ts';
import { wholeVerb } from './verb-forms.ts';

type Figure = ReadSentence['quantities'][number];

/** Index of the last word of what a part's figure counts: of a list only the first thing. */
function countedTo({ sentence }: Reading, part: Part): { last: number; head: number } {
	const range = part.noun ?? part;
	const item = firstOfList(sentence, range);
	return item < 0 ? { last: range.last, head: part.head } : { last: item, head: item };
}

/** "on $1 million [bond]", "from 4 to 6 tonnes": the figure is not all that answers. */
function isPartOnly({ sentence }: Reading, { number, type }: SplitFigure): boolean {
	const { words } = sentence;
	if (/^(?:from|between)$/.test(lowerAt(words, number.first))) return true;
	return type === 'money' && /^(?:NOUN|PROPN|ADJ)$/.test(wordAt(words, number.last + 1).tag);
}

/** A figure's part of a clause, with what hangs on it: "[five years] in prison". */
function attachedToFigure(reading: Reading, clause: Clause, part: Part): Attached {
	const { words } = reading.sentence;
	const next = clause.parts[clause.parts.indexOf(part) + 1];
	const isTerm = /^(?:year|month|week|day)$/.test(wordAt(words, part.head).lemma);
	const isHeld = /^(?:prison|jail|custody|detention)$/.test(wordAt(words, next?.head ?? -1).lemma);
	if (isTerm && isHeld && next?.first === part.last + 1) return { last: next.last, count: 1 };
	return attachedTo(reading, clause, part);
}

interface Counted {
	part: Part;
	figure: SplitFigure;
	attached: Attached;
}

/** "How many people", "How much", "What percentage of voters"; nothing where it reads badly. */
function wordsFor(reading: Reading, { part, figure, attached }: Counted): string | undefined {
	const { countedFrom, type } = figure;
	if (isPartOnly(reading, figure)) return undefined;
	if (type === 'money') return 'How much';
	const own = countedTo(reading, part);
	const { head } = own;
	const last = attached.count > 0 ? attached.last : own.last;
	if (countedFrom === undefined || countedFrom > last) return undefined;
	if (type === 'count' && !isManyAt(reading.sentence, head)) return undefined;
	const counted = render(reading, { first: countedFrom, last });
	if (/^(?:$|(?:whom|which|them|it)\b)/.test(counted)) return undefined;
	return type === 'share' ? `What percentage of ${counted}` : `How many ${counted}`;
}

function subjectQuestion(reading: Reading, clause: Clause, words: string) {
	const { verb, parts } = clause;
	const said = wholeVerb(reading, verb);
	const rest = fitParts(reading, parts, words.split(' ').length + 2);
	const lead = fitLead(reading, clause, rest.join(' ').split(' ').length + 4);
	const used = [verb, ...parts.slice(0, rest.length)];
	return { question: questionOf([words, said, ...rest, lead]), used };
}

function partQuestion(
	reading: Reading,
	clause: Clause,
	{ part, words, attached }: { part: Part; words: string; attached: Attached }
) {
	const skipped = attached.count;
	if (part.role !== 'preposition') return turned(reading, clause, { part, words, skipped });
	if (attached.isTorn) return undefined;
	const preposition = render(reading, { first: part.first, last: (part.noun ?? part).first - 1 });
	const isFirst = clause.parts.indexOf(part) === 0;
	if (isFirst && (!isTime(reading.sentence, part.head) || preposition === 'to')) {
		return turned(reading, clause, { part, words, stranded: preposition, skipped });
	}
	if (!/^for$/i.test(preposition)) return undefined;
	const lower = words.charAt(0).toLowerCase() + words.slice(1);
	return turned(reading, clause, { part, words: `${preposition} ${lower}` });
}

/** "For five days" and "sentenced to five years" tell how long; "in five days" tells when. */
function isDuration({ sentence }: Reading, { verb }: Clause, part: Part): boolean {
	if (part.role !== 'preposition') return false;
	const preposition = lowerAt(sentence.words, part.first);
	const { lemma } = wordAt(sentence.words, verb.main);
	return preposition === 'for' || (preposition === 'to' && lemma === 'sentence');
}

/** The part of a clause that a figure opens, if it can be asked for. */
function partOf(reading: Reading, clause: Clause, figure: Figure): Part | undefined {
	const { subject, parts, lead } = clause;
	const part = [subject, ...parts, ...lead].find(
		(each) => (each.noun ?? each).first === figure.first
	);
	if (!part || part.isCut) return undefined;
	const isListed = firstOfList(reading.sentence, part.noun ?? part) >= 0;
	if (part.role === 'preposition' && isListed) return undefined;
	const isTimed = isTime(reading.sentence, part.head);
	return isTimed && !isDuration(reading, clause, part) ? undefined : part;
}

function askOne(reading: Reading, clause: Clause, figure: Figure): Proposal | undefined {
	const part = partOf(reading, clause, figure);
	const split = splitFigure(reading.sentence, figure);
	if (!part) return undefined;
	const attached = attachedToFigure(reading, clause, part);
	const words = wordsFor(reading, { part, figure: split, attached });
	if (!words) return undefined;
	const made =
		part === clause.subject
			? subjectQuestion(reading, clause, words)
			: partQuestion(reading, clause, { part, words, attached });
	const confidence = clause.confidence * (part.role === 'preposition' ? 0.85 : 1);
	return made && { kind: 'how-many', ...made, answer: split.number, rule: 'figure', confidence };
}

/** "How many people were killed?" */
export function askFigure(reading: Reading, clause: Clause): Proposal[] {
	return reading.sentence.quantities.flatMap((figure) => askOne(reading, clause, figure) ?? []);
}
