import { wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { nounGroupAt, type NounGroup } from './noun-groups.ts';
import { hasOwnObject, isOuterVerb, isTornTail, markOpen, tailEnd } from './part-ends.ts';
import { isItem, listGoesOn } from './list-items.ts';
import { isClaimed, joinsName, opensStatement, pastApposition } from './part-joints.ts';
import type { WordRange } from '#lib/domain/drafting/types.ts';
import { isTime, type PhraseRow } from './phrase-row.ts';
import { isOfOther, relativeEnd } from './relative-end.ts';
import type { Part, Phrase } from './types.ts';
import { GIVING_VERBS, NAMING_VERBS, PARTICLES } from './word-lists.ts';

/** What stands behind a verb, and where the next clause may begin. */
export interface ReadParts {
	parts: Part[];
	/** Index of the first phrase that does not belong to the clause. */
	to: number;
	/** A clause hangs on the verb: "said the ground shook". */
	hasNested: boolean;
	/** A bare noun phrase too many stands behind the verb. */
	isCrowded: boolean;
}

/** Prepositions that go on with a clause behind a comma. */
const ADJUNCT =
	/^(?:in|on|at|during|for|from|by|near|under|against|between|after|before|since|until|across|throughout)$/;

const SCORE = /^\d+\s?[-‐-―]\s?\d+$/;

class PartReader {
	row: PhraseRow;
	from: number;
	at: number;
	parts: Part[] = [];
	hasNested = false;
	isCrowded = false;

	/** Within a clause behind "who": the next verb is the sentence's own. */
	isInner: boolean;

	constructor(row: PhraseRow, at: number, isInner = false) {
		this.row = row;
		this.from = at;
		this.at = at;
		this.isInner = isInner;
	}

	read(): ReadParts {
		while (this.step());
		const { parts, at: to, hasNested, isCrowded } = this;
		return { parts, to, hasNested, isCrowded };
	}

	/** Takes one part; false where the clause ends. */
	step(): boolean {
		const phrase = this.row.at(this.at);
		if (!phrase) return false;
		if (phrase.kind === 'noun') return this.noun(phrase);
		if (phrase.kind === 'preposition') return this.preposition(phrase);
		if (phrase.kind === 'adverb') return this.adverb(phrase);
		if (phrase.kind === 'adjective') return this.take('predicate', phrase);
		if (phrase.kind === 'verb') return this.verb(phrase);
		if (phrase.kind === 'that') return this.nested();
		return this.goesOnBehindComma() || this.end(phrase);
	}

	/** "a pledge not to drink": "not" belongs to the infinitive. */
	adverb(phrase: Phrase): true {
		const { row, at } = this;
		const isNot = row.text(at) === 'not' && row.verb(at + 1)?.form === 'infinitive';
		return isNot ? this.tail(tailEnd(row, at + 1)) : this.take('adverb', phrase);
	}

	take(role: Part['role'], { first, last, head }: Phrase): true {
		this.parts.push({ role, first, last, head });
		this.at += 1;
		return true;
	}

	/** ", during the uprising" still belongs to the clause. */
	goesOnBehindComma(): boolean {
		const { row, at } = this;
		// "beat Ulm in the final, 20–18, by scoring late".
		if (row.is(at, 'comma') && SCORE.test(row.head(at + 1).text) && this.parts.length > 0) {
			this.at += 1;
			return true;
		}
		const past = pastApposition(row, at);
		if (past > at) {
			this.at = past;
			return true;
		}
		const isPart = row.is(at + 1, 'preposition') && row.is(at + 2, 'noun');
		if (!row.is(at, 'comma') || !isPart || !ADJUNCT.test(row.text(at + 1))) return false;
		if (this.parts.length === 0) return false;
		this.at += 1;
		return true;
	}

	end({ kind }: Phrase): false {
		const last = this.parts.at(-1);
		if (!last) return false;
		const { row, at } = this;
		const isOpenList = kind === 'and' ? listGoesOn(row, at, last) : isItem(row, at, last);
		if (isOpenList) this.parts[this.parts.length - 1] = { ...last, isCut: true, isOpenList };
		return false;
	}

	nested(): false {
		this.hasNested = true;
		this.tail(this.row.length, true);
		return false;
	}

	tail(to: number, isNested = false): true {
		const first = this.row.at(this.at)?.first ?? 0;
		const last = Math.max(first, this.row.last(to - 1));
		// "to pull out [the dead]": the last words could not be read.
		const isUnread = wordAt(this.row.sentence.words, last + 1).tag === 'DET';
		const isOpenList = isUnread || (!this.isInner && isTornTail(this.row, to));
		const open = { ...(isNested && { isNested }), ...(isOpenList && { isOpenList }) };
		this.parts.push({ role: 'tail', first, last, head: first, ...open });
		this.at = to;
		return true;
	}

	verb({ verb }: Phrase): boolean {
		const isSecond = this.row.is(this.at - 1, 'noun') && hasOwnObject(this.row, this.at);
		if (verb?.form === 'finite' && (isSecond || !this.row.isBare(verb))) {
			this.isCrowded = !this.isInner;
			return false;
		}
		return this.tail(tailEnd(this.row, this.at));
	}

	noun(phrase: Phrase): boolean {
		const { row } = this;
		const group = nounGroupAt(row, this.at);
		if (this.isInner && isOuterVerb(row, group.to)) return this.close(phrase);
		if (SCORE.test(row.head(this.at).text)) return this.score(phrase);
		if (this.isSubject(group.to)) return this.nested();
		const { head, to } = group;
		const role = this.isTimed(phrase, group) ? 'adverb' : 'object';
		if (role === 'object') this.isCrowded ||= this.hasObject() && !this.receives();
		const isEach = row.text(this.at) === 'each';
		this.parts.push({ role, head, ...this.withRelative(group, to) });
		// "They are each a member": told of one at a time, and of no single one.
		if (isEach) markOpen(this.parts);
		return true;
	}

	/** "Last week", but not "a day and a night". */
	isTimed(phrase: Phrase, { head, isList }: NounGroup): boolean {
		return !isList && phrase.head === head && isTime(this.row.sentence, head);
	}

	/** Whether the noun phrase before an index is the subject of another clause. */
	isSubject(verb: number): boolean {
		const { row } = this;
		const isBare = row.isBare(row.verb(verb)) && !this.isSubjectForm();
		if (row.isFinite(verb) && !(isBare && !hasOwnObject(row, verb))) return true;
		return isClaimed(row, this.from - 1, verb);
	}

	/** "a bill [that bans plastic bags]": with its clause where that is short, else cut. */
	withRelative({ first, last }: WordRange, to: number) {
		const { row } = this;
		const end = row.is(to, 'relative') ? relativeEnd(row, to) : -1;
		this.at = Math.max(to, end);
		const whole = end < 0 ? last : row.last(end - 1);
		const isOther = isOfOther(row, to, last);
		const isCut = end < 0 && row.is(to, 'relative') && row.text(to) !== 'whose' && !isOther;
		return { first, last: whole, noun: { first, last: whole }, ...(isCut && { isCut }) };
	}

	/** "won the first set 25-9, the second 25-20": a score is no thing, and no list. */
	score(phrase: Phrase): boolean {
		this.take('adverb', phrase);
		return !this.row.is(this.at, 'comma');
	}

	hasObject(): boolean {
		return this.parts.some(({ role }) => role === 'object');
	}

	/** "gave the Gliders the lead": the first of two objects receives. */
	receives(): boolean {
		const [object, ...others] = this.parts;
		const { lemma } = this.row.head(this.from - 1);
		if (object?.role !== 'object' || others.length > 0) return false;
		if (!GIVING_VERBS.has(lemma) && !NAMING_VERBS.has(lemma)) return false;
		object.role = 'recipient';
		return true;
	}

	isSubjectForm(): boolean {
		return (
			this.row.isPronoun(this.at) && /^(?:i|he|she|we|they|there)$/.test(this.row.text(this.at))
		);
	}

	/** The last noun phrase before the sentence's own verb. */
	close(phrase: Phrase): false {
		this.take('object', phrase);
		this.at = nounGroupAt(this.row, this.at - 1).to;
		return false;
	}

	preposition(phrase: Phrase): boolean {
		const { row } = this;
		let at = this.at + 1;
		while (row.is(at, 'preposition') || (row.is(at, 'adverb') && row.is(at + 1, 'noun'))) at += 1;
		if (row.is(at, 'noun')) return this.prepositionNoun(phrase, at);
		// "Started the games off well with two wins."
		if (PARTICLES.has(row.text(this.at)) && row.is(this.at + 1, 'adverb', 'preposition')) {
			return this.take('adverb', phrase);
		}
		if (row.is(at, 'verb')) return this.tail(tailEnd(row, at));
		return row.is(at, 'adjective') ? this.tail(at + 1) : this.dangling(phrase, at);
	}

	prepositionNoun(phrase: Phrase, at: number): boolean {
		const { first, last, head, to } = nounGroupAt(this.row, at);
		if (this.isInner && isOuterVerb(this.row, to)) {
			this.parts.push({
				role: 'preposition',
				first: phrase.first,
				last,
				head,
				noun: { first, last }
			});
			this.at = to;
			return false;
		}
		if (this.row.isFinite(to) && opensStatement(this.row, this.at, { at, verb: to })) return false;
		if (joinsName(this.row, this.parts.at(-1), { at: phrase.first, first, last }))
			return this.lengthen(last, to);
		const { noun, ...range } = this.withRelative({ first, last }, to);
		this.parts.push({ role: 'preposition', head, noun, ...range, first: phrase.first });
		return true;
	}

	lengthen(last: number, to: number): true {
		const before = this.parts.at(-1);
		if (before?.noun) {
			const noun = { ...before.noun, last };
			this.parts[this.parts.length - 1] = { ...before, last, noun };
		}
		this.at = to;
		return true;
	}

	/** A preposition with nothing readable behind it: a particle, or the clause breaks off. */
	dangling(phrase: Phrase, at: number): boolean {
		if (this.row.is(at, 'end', 'and', 'subordinator', 'comma')) return this.take('adverb', phrase);
		const before = this.parts.at(-1);
		if (before) before.isCut = true;
		return false;
	}
}

/** Reads what stands behind a verb, from a phrase on, up to where the clause ends. */
export function readParts(row: PhraseRow, from: number, isInner = false): ReadParts {
	return new PartReader(row, from, isInner).read();
}
