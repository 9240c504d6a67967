import type { PhraseRow } from './phrase-row.ts';

/** Noun phrases that belong together, by phrase index. */
export interface NounGroup {
	/** Index of the first phrase behind it. */
	to: number;
	/** Indexes of words. */
	first: number;
	last: number;
	head: number;
	/** Several things: "Russia, Iran and Iraq". */
	isList: boolean;
}

/** "Marshall, Texas", but not "Marshall, Texas and Ohio". */
function isOuterPlace(row: PhraseRow, comma: number): boolean {
	if (row.kind(comma) !== 'comma' || !row.isPlace(comma - 1)) return false;
	return row.isPlace(comma + 1) && !isListAt(row, comma);
}

/** Index behind "of the city", "Marshall, Texas" and the like; `at` is the noun phrase's own. */
function pastOf(row: PhraseRow, at: number): number {
	let to = at + 1;
	for (;;) {
		const isOf = row.is(to, 'preposition') && row.text(to) === 'of' && row.is(to + 1, 'noun');
		if (!isOf && !isOuterPlace(row, to)) return to;
		to += 2;
	}
}

/** Whether a comma or "and" goes on to a list: "…, Iran and Iraq". */
function isListAt(row: PhraseRow, comma: number): boolean {
	for (let at = comma; at < row.length; at += 2) {
		if (row.is(at, 'and')) return row.is(pastJoin(row, at), 'noun');
		if (!row.is(at, 'comma')) return false;
		if (row.is(at + 1, 'and')) return row.is(pastJoin(row, at), 'noun');
		if (!row.is(at + 1, 'noun')) return false;
	}
	return false;
}

/** Index behind the joining words of a list: ", and", "and even". */
function pastJoin(row: PhraseRow, at: number): number {
	const and = row.is(at, 'comma') && row.is(at + 1, 'and') ? at + 1 : at;
	if (!row.is(and, 'comma', 'and')) return at;
	const isStressed = row.is(and, 'and') && /^(?:even|also|especially)$/.test(row.text(and + 1));
	return isStressed ? and + 2 : and + 1;
}

/** Where a noun phrase after "and" begins a clause of its own, it is no item of the list. */
export function opensClause(row: PhraseRow, to: number): boolean {
	let at = to;
	while (row.is(at, 'and', 'noun', 'preposition', 'adverb')) at += 1;
	return row.isFinite(at) && !row.is(at - 1, 'and');
}

/** "One gold and a silver": figures are listed with figures, or with one thing. */
function isAlike(row: PhraseRow, item: number, start: number): boolean {
	const isOne = (at: number) => /^an?$/.test(row.text(at));
	return row.isFigure(item) === row.isFigure(start) || isOne(item) || isOne(start);
}

/** Index behind the next item of a list, or the index itself where the list ends. */
function pastItem(row: PhraseRow, start: number, to: number, isSubject: boolean): number {
	const isJoined =
		(row.is(to, 'and') || isListAt(row, to)) && /^(?:and|or|,|&)$/.test(row.text(to));
	const item = pastJoin(row, to);
	if (!isJoined || !row.is(item, 'noun') || row.isPronoun(item)) return to;
	if (!isAlike(row, item, start)) return to;
	const past = pastOf(row, item);
	const isYear = /^(?:1\d|20)\d\d$/.test(row.head(item).text);
	return !isSubject && !isYear && opensClause(row, past) ? to : past;
}

/** The noun phrase at an index with its "of …", without what is listed with it. */
export function ownGroupAt(row: PhraseRow, at: number): NounGroup {
	const { first = 0, last = 0, head = 0 } = row.at(at) ?? {};
	const to = pastOf(row, at);
	return { to, first, last: Math.max(last, row.last(to - 1)), head, isList: false };
}

/** The noun phrase at an index with its "of …" and the items listed with it; before a verb lists are read to their end. */
export function nounGroupAt(row: PhraseRow, at: number, isSubject = false): NounGroup {
	const { first = 0, last = 0, head = 0 } = row.at(at) ?? {};
	const own = pastOf(row, at);
	let to = own;
	for (let more = !row.isPronoun(at); more;) {
		const past = pastItem(row, at, to, isSubject);
		more = past > to;
		to = past;
	}
	return { to, first, last: Math.max(last, row.last(to - 1)), head, isList: to > own };
}
