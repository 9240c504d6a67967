import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { antecedentOf } from './antecedent.ts';
import { coordinated, elided } from './coordinated.ts';
import { isTime, type PhraseRow } from './phrase-row.ts';
import { isTornOff } from './torn-off.ts';
import { insertedParticiple, openingParticiple, type Reduced } from './reduced.ts';
import { readParts } from './read-parts.ts';
import { markOpen, seesDoing } from './part-ends.ts';
import { readSubject } from './read-subject.ts';
import type { Clause, Part, VerbGroup } from './types.ts';
import { FACTUAL_SUBORDINATORS, NAMING_VERBS } from './word-lists.ts';

type Kind = Clause['kind'];

/** How sure a clause is by what it hangs on. */
const SURE: Record<Kind, number> = {
	main: 1,
	participle: 0.75,
	reduced: 0.8,
	coordinate: 0.8,
	relative: 0.8,
	claim: 0.95,
	nested: 0.7,
	subordinate: 0.75
};

/** A clause before its verb and parts are read. */
type Base = Omit<Clause, 'verb' | 'parts'>;

class ClauseFinder {
	row: PhraseRow;
	clauses: Clause[] = [];
	verbs = new Set<number>();

	constructor(row: PhraseRow) {
		this.row = row;
	}

	find(): Clause[] {
		const { row } = this;
		const opening = openingParticiple(row);
		if (opening) this.addReduced(opening);
		for (let at = 0; at < row.length; at += 1) {
			const kind = this.kindAt(at);
			if (kind) this.open(at, kind);
			if (row.is(at - 1, 'relative')) this.relative(at);
			const verb = row.verb(at);
			if (verb?.form === 'ing') this.participle(at, verb);
		}
		return this.clauses;
	}

	/** What sort of clause may begin at a phrase. */
	kindAt(at: number): Kind | undefined {
		const { row } = this;
		if (this.isClaim(at)) return 'claim';
		if (row.is(at - 1, 'and')) return this.hasStatement(at - 1) ? 'main' : undefined;
		if (row.is(at - 1, 'end', 'comma', 'mark')) return isTornOff(row, at - 1) ? undefined : 'main';
		if (row.is(at - 1, 'that')) return 'nested';
		return this.isDependent(at - 1) ? 'subordinate' : undefined;
	}

	isClaim(at: number): boolean {
		const claim = this.row.sentence.attribution?.claim;
		return claim !== undefined && this.row.at(at)?.first === claim.first;
	}

	/** "Although", "after" and the like, before what happened. */
	isDependent(at: number): boolean {
		const { row } = this;
		return row.is(at, 'subordinator', 'preposition') && FACTUAL_SUBORDINATORS.has(row.text(at));
	}

	/** Before "and" something must have been stated: else a list goes on there. */
	hasStatement(and: number): boolean {
		if (/^(?:but|yet)$/.test(this.row.text(and))) return true;
		return this.clauses.some(({ kind }) => kind !== 'relative' && kind !== 'participle');
	}

	open(at: number, kind: Kind): void {
		const { row } = this;
		const read = readSubject(row, at);
		if (!read || (row.is(at - 1, 'and') && this.joinsClauses(read.subject))) return;
		const { verbAt, ...base } = read;
		const inserted = insertedParticiple(row, read.subject, verbAt);
		const isBare = row.isBare(row.verb(verbAt)) && !row.is(verbAt + 1, 'noun');
		const confidence = base.confidence * SURE[kind] * this.sureBehind(at, isBare);
		const verb = isBare && row.is(at - 1, 'and') ? this.sharing(verbAt) : row.verb(verbAt);
		this.add({ ...base, kind, confidence }, verbAt, verb);
		if (inserted) this.addReduced(inserted);
	}

	/** "… were killed and 40 houses [destroyed]": a bare verb with the auxiliary of the clause before. */
	sharing(verbAt: number): VerbGroup | undefined {
		const own = this.row.verb(verbAt);
		if (!own) return undefined;
		return elided(this.clauses.at(-1)?.verb, this.second(verbAt, own)) ?? own;
	}

	/** A clause that stands beside the main one. */
	addReduced({ subject, verb, confidence }: Reduced): void {
		const at = this.row.phrases.findIndex((phrase) => phrase.verb?.main === verb.main);
		const { parts } = readParts(this.row, at + 1);
		this.verbs.add(verb.main);
		this.clauses.push({
			subject,
			lead: [],
			verb,
			parts,
			kind: 'reduced',
			confidence
		});
	}

	/** What follows a comma may be an apposition; with a bare participle it mostly is. */
	sureBehind(at: number, isBare: boolean): number {
		if (!this.row.is(at - 1, 'comma')) return 1;
		return isBare ? 0.425 : 0.85;
	}

	/** "[timeouts and] turnovers, and their shooting was poorer": two clauses, not a list. */
	joinsClauses({ first, last }: Part): boolean {
		const { words } = this.row.sentence;
		return words
			.slice(first, last)
			.some(({ text }, at) => text === ',' && wordAt(words, first + at + 1).tag === 'CCONJ');
	}

	/** "…, posting messages", "by emitting a buzz": the subject of the clause before does this too. */
	participle(at: number, verb: VerbGroup): void {
		const governing = this.clauses.at(-1);
		const { row } = this;
		const { words } = row.sentence;
		// "Hopes to help by planting trees" plants none yet.
		if (!governing || governing.verb.isPassive || row.hasInfinitive(governing.verb)) return;
		if (seesDoing(row, governing)) return;
		const before = row.is(at - 1, 'adverb') ? at - 2 : at - 1;
		if (!/^(?:,|by|while|after|before)$/.test(row.text(before))) return;
		if (wordAt(words, verb.main).tag !== 'VERB') return;
		const { subject } = governing;
		const confidence = governing.confidence * SURE.participle;
		const governed: VerbGroup = {
			...verb,
			form: 'finite',
			governor: governing.verb
		};
		this.add({ subject, lead: [], kind: 'participle', confidence }, at, governed);
	}

	/** The noun before "who" is the subject of what follows. */
	relative(at: number): void {
		const { row } = this;
		const verb = row.verb(at);
		const back = row.is(at - 2, 'comma') ? at - 3 : at - 2;
		if (!verb || !row.is(back, 'noun') || /^(?:whom|whose)$/.test(row.text(at - 1))) return;
		const subject = antecedentOf(row, back, {
			relative: row.text(at - 1),
			verb
		});
		if (!subject) return;
		// "A bill that bans bags": which one, nobody can tell.
		const isOneOfMany = back === at - 2 && this.isIndefinite(subject);
		const confidence = isOneOfMany ? 0.3 : SURE.relative;
		this.add({ subject, lead: [], kind: 'relative', confidence }, at, verb);
	}

	isIndefinite({ first, head }: Part): boolean {
		const { words, mentions } = this.row.sentence;
		const { tag, text } = wordAt(words, first);
		const isName = mentions.some((mention) => mention.last === head);
		return !isName && (tag === 'NOUN' || tag === 'ADJ' || /^(?:an?|some|any)$/i.test(text));
	}

	add(base: Base, verbAt: number, verb: VerbGroup | undefined): void {
		if (!verb || this.verbs.has(verb.main) || this.isHalfPassive(verb, verbAt)) return;
		this.verbs.add(verb.main);
		const { parts, to, hasNested, isCrowded } = readParts(
			this.row,
			verbAt + 1,
			base.kind === 'relative'
		);
		if (this.isBrokenOff(to)) markOpen(parts);
		const confidence = base.confidence * (isCrowded ? 0.6 : 1) * (hasNested ? 0.7 : 1);
		this.clauses.push({ ...base, verb, parts, confidence });
		this.coordinate({ ...base, confidence }, to, verb);
	}

	/** "who settled the coast and the north [joined]": the list goes on up to a verb of another clause. */
	isBrokenOff(to: number): boolean {
		const { row } = this;
		let verb = to;
		while (row.is(to, 'and') && row.is(verb, 'and', 'noun', 'preposition', 'adverb')) verb += 1;
		return verb > to && this.verbs.has(row.verb(verb)?.main ?? -1);
	}

	/** "a ceasefire brokered by Russia", "a man named Bell": a participle, whose own verb was not found. */
	isHalfPassive(verb: VerbGroup, at: number): boolean {
		const { row } = this;
		if (!row.isBare(verb) || verb.shared !== undefined) return false;
		const isNamed = NAMING_VERBS.has(row.head(at).lemma) && row.is(at + 1, 'noun');
		return (
			(row.text(at + 1) === 'by' && !row.hasFigure(at + 2)) ||
			(isNamed && /^an?$/.test(row.text(at - 1)))
		);
	}

	/** What tells whether a verb behind "and" shares the auxiliary before it. */
	second(at: number, verb: VerbGroup) {
		const { row } = this;
		const { words } = row.sentence;
		const hasObject = row.is(at + 1, 'noun') && !isTime(row.sentence, row.at(at + 1)?.head ?? 0);
		return { words, verb, hasObject };
	}

	/** "Bell was questioned after the car was found, but released": a comma goes back to who was questioned. */
	doerBehind(base: Base): Base {
		if (base.kind !== 'subordinate') return base;
		const main = this.clauses.findLast(({ kind }) => kind === 'main' || kind === 'claim');
		return main ? { ...base, subject: main.subject, lead: [] } : base;
	}

	/** "… and retreated": the same subject does something else. */
	coordinate(base: Base, at: number, first: VerbGroup): void {
		const { row } = this;
		const and = row.is(at, 'comma') && row.is(at + 1, 'and') ? at + 1 : at;
		const next = row.is(and + 1, 'adverb') ? and + 2 : and + 1;
		const second = row.verb(next);
		const isSecond = row.is(and, 'and') && second !== undefined;
		const verb = isSecond ? coordinated(first, this.second(next, second)) : undefined;
		const doer = and > at ? this.doerBehind(base) : base;
		const confidence = doer.confidence * SURE.coordinate;
		if (verb) this.add({ ...doer, kind: 'coordinate', confidence }, next, verb);
	}
}

const found = new WeakMap<PhraseRow, Clause[]>();

/** The statements of a sentence whose bounds can be told, found once a row. */
export function findClauses(row: PhraseRow): readonly Clause[] {
	const clauses = found.get(row) ?? new ClauseFinder(row).find();
	found.set(row, clauses);
	return clauses;
}
