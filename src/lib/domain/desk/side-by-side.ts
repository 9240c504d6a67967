import { isSameFigure } from '#lib/bank/figures.ts';
import type { LookUp } from '#lib/bank/look-up.ts';
import type { Fact, NameId, NameType, ReportId } from '#lib/bank/types.ts';
import { scanQuantities } from '#lib/text/quantities.ts';
import type { Quantity } from '#lib/text/types.ts';
import { words } from '#lib/text/tokens.ts';
import { findNames } from './find-names.ts';

/** Facts of two reports on one time and place. */
export interface SideBySide {
	/** The year, or the facts' own words where none is known. */
	when: string;
	/** The closest place that the facts name, else that of their report. */
	place?: NameId;
	/** Facts that most likely speak of the same matter. */
	pairs: { left: Fact; right: Fact }[];
	/** The others of each report, in its order. */
	left: Fact[];
	right: Fact[];
}

const PLACES: NameType[] = ['city', 'district', 'landmark'];
/** From here on two facts are taken for the same matter. */
const ALIKE = 0.42;
const SAME_FIGURE = 0.3;
const SHORTEST_WORD = 4;

interface Seen {
	fact: Fact;
	terms: Set<string>;
	places: Set<NameId>;
	/** The places and all they lie in. */
	wholes: Set<NameId>;
	figures: Quantity[];
	/** Years and months it names. */
	dates: Set<string>;
}

const DATE =
	/\b(?:1[89]|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/gu;

const YEAR = /^\d/u;
const MONTH = /^\p{L}/u;

/** The stem of a word, roughly: bombing, bombed and bombs are one. */
function stem(word: string): string {
	return word.replace(/(?:ations?|ings?|ers?|ed|es|s|ly|ment)$/u, '');
}

function seen(look: LookUp, fact: Fact): Seen {
	const { names } = look.bank;
	const found = findNames(fact.text, names).map(({ name }) => name);
	const terms = words(fact.text)
		.filter(({ text }) => text.length >= SHORTEST_WORD)
		.map(({ text }) => stem(text));
	const ids = [...found.map(({ id }) => id), ...(fact.source ? [fact.source] : [])];
	const places = found.filter(({ type }) => PLACES.includes(type)).map(({ id }) => id);
	const home = look.report(fact.reportId)?.place;
	const closeBy = new Set(places.length > 0 ? places : home ? [home] : []);
	return {
		fact,
		terms: new Set([...terms, ...ids.map((id) => `name ${id}`)]),
		places: closeBy,
		wholes: around(look, closeBy),
		figures: scanQuantities(fact.text).map(({ quantity }) => quantity),
		dates: new Set(fact.when.toLowerCase().match(DATE) ?? [])
	};
}

/** A place and those it lies in: east Aleppo is a part of Aleppo. */
function around(look: LookUp, places: ReadonlySet<NameId>): Set<NameId> {
	const all = new Set<NameId>();
	for (const place of places) {
		let id: NameId | undefined = place;
		while (id !== undefined && !all.has(id)) {
			all.add(id);
			id = look.name(id)?.partOf;
		}
	}
	return all;
}

const overlap = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => [...a].filter((each) => b.has(each));

/** How often a term occurs decides how much it tells. */
function weights(all: Seen[]): (term: string) => number {
	const counts = new Map<string, number>();
	for (const { terms } of all)
		for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
	return (term) => Math.log((1 + all.length) / (counts.get(term) ?? 1));
}

function likeness(a: Seen, b: Seen, weightOf: (term: string) => number): number {
	const sum = (terms: Iterable<string>) =>
		[...terms].reduce((all, term) => all + weightOf(term), 0);
	const length = Math.sqrt(sum(a.terms) * sum(b.terms));
	const shared = length > 0 ? sum(overlap(a.terms, b.terms)) / length : 0;
	const figure = a.figures.some((one) => b.figures.some((other) => isSameFigure(one, other)));
	return shared + (figure ? SAME_FIGURE : 0);
}

/** Whether two facts can be of one time and place: no year or month against it, and a place in common. */
function canMeet(a: Seen, b: Seen): boolean {
	const isAgainst = (part: RegExp) => {
		const [one, other] = [a, b].map(({ dates }) => [...dates].filter((date) => part.test(date)));
		return !!one?.length && !!other?.length && !one.some((date) => other.includes(date));
	};
	if (isAgainst(YEAR) || isAgainst(MONTH)) return false;
	return overlap(a.wholes, b.wholes).length > 0;
}

/** The facts of two lists that a comparison of the bank holds against each other. */
function comparedPairs(look: LookUp, ours: Seen[], theirs: Seen[]): { a: Seen; b: Seen }[] {
	return look.bank.comparisons.flatMap(({ factIds }) => {
		const a = ours.find(({ fact }) => factIds.includes(fact.id));
		const b = theirs.find(({ fact }) => factIds.includes(fact.id));
		return a && b ? [{ a, b }] : [];
	});
}

/** The facts of two lists that belong together, each fact once: as comparisons say, then the likest. */
function pairsOf(look: LookUp, ours: Seen[], theirs: Seen[]): Map<Seen, Seen> {
	const weightOf = weights([...ours, ...theirs]);
	const scored = ours.flatMap((a) =>
		theirs
			.filter((b) => canMeet(a, b))
			.map((b) => ({ a, b, score: likeness(a, b, weightOf) }))
			.filter(({ score }) => score >= ALIKE)
	);
	scored.sort((one, other) => other.score - one.score);
	const mates = new Map<Seen, Seen>();
	const taken = new Set<Seen>();
	for (const { a, b } of [...comparedPairs(look, ours, theirs), ...scored]) {
		if (mates.has(a) || taken.has(b)) continue;
		mates.set(a, b);
		taken.add(b);
	}
	return mates;
}

/** Of places that lie in one another the innermost, of others the first. */
function closest(look: LookUp, places: ReadonlySet<NameId>): NameId | undefined {
	const list = [...places];
	const depth = (id: NameId) => around(look, new Set([id])).size;
	return list.sort((a, b) => depth(b) - depth(a))[0];
}

/**
 * The facts of two reports held side by side: grouped by year and place, in the order of the first report;
 * in each group those that most likely speak of the same matter together.
 */
export function sideBySide(look: LookUp, left: ReportId, right: ReportId): SideBySide[] {
	const read = (id: ReportId) => look.factsOf(id).map((fact) => seen(look, fact));
	const [ours, theirs] = [read(left), read(right)];
	const mates = pairsOf(look, ours, theirs);
	const mated = new Set(mates.values());
	const groups = new Map<string, SideBySide>();
	const groupOf = (of: Seen): SideBySide => {
		const year = [...of.dates].find((date) => YEAR.test(date));
		const when = year ?? (look.report(of.fact.reportId)?.date.value.slice(0, 4) || of.fact.when);
		const place = closest(look, of.places);
		const key = `${when} ${place ?? ''}`;
		const group = groups.get(key) ?? { when, place, pairs: [], left: [], right: [] };
		groups.set(key, group);
		return group;
	};
	for (const one of ours) {
		const mate = mates.get(one);
		if (mate) groupOf(one).pairs.push({ left: one.fact, right: mate.fact });
		else groupOf(one).left.push(one.fact);
	}
	for (const one of theirs) if (!mated.has(one)) groupOf(one).right.push(one.fact);
	return [...groups.values()];
}
