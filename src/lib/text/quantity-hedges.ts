import type { Piece } from './quantity-tokens.ts';
import type { Hedge } from './types.ts';

/** The phrases of each hedge that stand before a figure. */
const BEFORE: Record<Hedge, string> = {
	exact: 'exactly|precisely|just|only|a total of',
	about:
		'about|around|roughly|approximately|approx|approx .|some|somewhere around|circa|c|c .|ca|ca .|an estimated|estimated|estimated at|perhaps|maybe|probably|more or less|in the region of|in the order of|on the order of|~|≈|حوالي|نحو|تقريبا|قرابه',
	almost: 'almost|nearly|close to|just under|not quite|approaching|little less than|slightly under',
	'at-least':
		'at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|≥|> =|علي الاقل',
	'more-than':
		'more than|more then|over|above|in excess of|upwards of|upward of|exceeding|greater than|just over|well over|far more than|slightly over|>|اكثر من',
	'at-most':
		'up to|at most|no more than|not more than|as many as|as much as|as long as|a maximum of|maximum|at the most|≤|< =',
	'less-than': 'less than|less then|fewer than|under|below|well under|<|اقل من'
};

/** The phrases of each hedge that stand behind a figure or its unit. */
const AFTER: Partial<Record<Hedge, string>> = {
	about: 'or so|or thereabouts|ish|- ish|approximately|approx|roughly|more or less|تقريبا',
	'at-least': 'or more|at least|+|plus|minimum|upwards|علي الاقل',
	'at-most': 'or less|or fewer|at most|at the most|maximum|max'
};

const LONGEST = 4;

function phraseTable(table: Partial<Record<Hedge, string>>): Map<string, Hedge> {
	const entries = Object.entries(table) as [Hedge, string][];
	return new Map(
		entries.flatMap(([hedge, phrases]) => phrases.split('|').map((phrase) => [phrase, hedge]))
	);
}

const BEFORE_PHRASES = phraseTable(BEFORE);
const AFTER_PHRASES = phraseTable(AFTER);

function phrase(list: Piece[], from: number, to: number): string {
	return list
		.slice(from, to)
		.map((piece) => piece.text)
		.join(' ');
}

/** The weightier of two hedges of one figure: a bound outweighs an "about". */
export function strongestHedge(one: Hedge, other: Hedge): Hedge {
	if (one === 'exact') return other;
	return one === 'about' && other !== 'exact' ? other : one;
}

/** The hedge before piece `at`, and the piece where it begins. */
export function hedgeBefore(list: Piece[], at: number): { hedge: Hedge; from: number } {
	for (let from = Math.max(0, at - LONGEST); from < at; from += 1) {
		const hedge = BEFORE_PHRASES.get(phrase(list, from, at));
		if (!hedge) continue;
		const outer = hedgeBefore(list, from);
		return { hedge: strongestHedge(hedge, outer.hedge), from: outer.from };
	}
	return { hedge: 'exact', from: at };
}

/** The hedge behind a figure, from piece `at` on, and the piece after its end. */
export function hedgeAfter(list: Piece[], at: number): { hedge: Hedge; to: number } {
	for (let to = Math.min(list.length, at + LONGEST); to > at; to -= 1) {
		const hedge = AFTER_PHRASES.get(phrase(list, at, to));
		if (hedge) return { hedge, to };
	}
	return { hedge: 'exact', to: at };
}
