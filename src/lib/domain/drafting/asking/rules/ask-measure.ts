import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { ReadSentence, WordRange } from '#lib/domain/drafting/types.ts';
import { lowerAt } from '#lib/domain/drafting/words/word-at.ts';
import { turned } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { isVague, splitFigure } from '#lib/domain/drafting/asking/figures/figures.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';

type Figure = ReadSentence['quantities'][number];

/** What is measured stands behind its measure: "20 metres long". */
const DIMENSION = /^(?:long|high|tall|wide|deep|thick|broad|away)$/;
const DIRECTION =
	/^(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|upstream|downstream|inland)(?:ward|wards)?|away)$/;
const SIDE = /^(?:of|from)$/;
const COMPARED = /(?:er|^more|^less|^fewer)$/;
const AROUND_EVENT = /^(?:after|before)$/;

/** How a measure is asked for together with the parts behind it. */
interface Measured {
	words: string;
	answer: WordRange;
	/** How many parts behind the measure its words have taken in. */
	count: number;
}

const textOf = (reading: Reading, part: Part | undefined) => (part ? render(reading, part) : '');

/** "20 [metres]": the measure's words. */
function unitOf(reading: Reading, figure: Figure): string {
	const { countedFrom } = splitFigure(reading.sentence, figure);
	return countedFrom === undefined
		? ''
		: render(reading, { first: countedFrom, last: figure.last });
}

function compared(reading: Reading, figure: Figure, [next, than]: Part[]): Measured | undefined {
	const { words } = reading.sentence;
	const isThan = than !== undefined && lowerAt(words, than.first) === 'than';
	if (
		!isThan ||
		!next ||
		!/^(?:predicate|adverb)$/.test(next.role) ||
		!COMPARED.test(lowerAt(words, next.head))
	) {
		return undefined;
	}
	const unit = figure.quantity.unit === 'share' ? '' : unitOf(reading, figure);
	const asked = unit === '' ? 'How much' : `How many ${unit}`;
	const answer = unit === '' ? figure : splitFigure(reading.sentence, figure).number;
	return { words: `${asked} ${textOf(reading, next)}`, answer, count: 1 };
}

function dimension(reading: Reading, figure: Figure, [next, side]: Part[]): Measured | undefined {
	const { words } = reading.sentence;
	const unit = unitOf(reading, figure);
	if (unit === '' || !next || next.first !== next.last) return undefined;
	const answer = splitFigure(reading.sentence, figure).number;
	const text = lowerAt(words, next.first);
	const isFrom = side !== undefined && SIDE.test(lowerAt(words, side.first));
	if (DIRECTION.test(text) && isFrom) {
		const told = `${textOf(reading, next)} ${textOf(reading, side)}`;
		return { words: `How many ${unit} ${told}`, answer, count: 2 };
	}
	return DIMENSION.test(text)
		? { words: `How many ${unit} ${textOf(reading, next)}`, answer, count: 1 }
		: undefined;
}

/** "40 km from Ulm", "three weeks after the vote in Ulm". */
function apart(reading: Reading, figure: Figure, parts: Part[]): Measured | undefined {
	const { words } = reading.sentence;
	const unit = unitOf(reading, figure);
	const [next] = parts;
	if (unit === '' || next?.role !== 'preposition') return undefined;
	const preposition = lowerAt(words, next.first);
	const isTimed = /^(?:day|week|month|year|hour|minute)s?$/.test(unit);
	const isApart = isTimed ? AROUND_EVENT.test(preposition) : preposition === 'from';
	if (!isApart) return undefined;
	const behind = isTimed ? parts.filter(({ role }) => role === 'preposition') : [next];
	if (isTimed && behind.length < parts.length) return undefined;
	const told = behind.map((part) => textOf(reading, part)).join(' ');
	const answer = splitFigure(reading.sentence, figure).number;
	return { words: `How many ${unit} ${told}`, answer, count: behind.length };
}

/** "three times" behind what was done. */
function repeated(reading: Reading, figure: Figure, parts: Part[]): Measured | undefined {
	const isTimes = figure.quantity.unit === 'times';
	const isMore = parts.some(({ first }) =>
		/^(?:as|than|more)$/.test(lowerAt(reading.sentence.words, first))
	);
	if (!isTimes || isMore) return undefined;
	const answer = splitFigure(reading.sentence, figure).number;
	return { words: 'How many times', answer, count: 0 };
}

const MEASURES = [compared, dimension, apart, repeated];

/** The part of a clause that is a measure and nothing more. */
function measurePart({ parts, verb }: Clause, figure: Figure): Part | undefined {
	const part = parts.find(
		({ first, last, role }) =>
			/^(?:object|adverb|predicate)$/.test(role) && first <= figure.first && last === figure.last
	);
	const isOnly = parts.every((each) => each === part || each.role !== 'object');
	if (!part || figure.first - part.first > 1) return undefined;
	return isOnly || !verb.isCopula ? part : undefined;
}

/** "longer than the Argo": what is compared is no question without what it is compared with. */
function isTold(reading: Reading, question: string, needed: (Part | undefined)[]): boolean {
	return needed.every((part) => question.includes(textOf(reading, part)));
}

/** "How many metres long is the bridge?", "How many weeks after the vote did she resign?"; nothing where a figure is no such measure. */
export function askMeasure(reading: Reading, clause: Clause, figure: Figure): Proposal | undefined {
	const part = measurePart(clause, figure);
	if (!part) return undefined;
	const behind = clause.parts.slice(clause.parts.indexOf(part) + 1);
	const asked = MEASURES.map((measure) => measure(reading, figure, behind)).find(Boolean);
	if (!asked || isVague(reading, asked.answer)) return undefined;
	const taken = behind.slice(0, asked.count);
	const parts = clause.parts.filter((each) => !taken.includes(each));
	const made = turned(reading, { ...clause, parts }, { part, words: asked.words });
	const than = behind.filter(({ first }) => lowerAt(reading.sentence.words, first) === 'than');
	if (!made || !isTold(reading, made.question, [...taken, ...than])) return undefined;
	const used = [...made.used, ...taken];
	const { confidence } = clause;
	return { kind: 'how-many', ...made, used, answer: asked.answer, rule: 'figure', confidence };
}
