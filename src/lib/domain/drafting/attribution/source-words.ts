import type { Sentence, Word, WordRange } from '#lib/domain/drafting/types.ts';

const NOUN_LIKE = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const INSIDE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'PRON', 'ADV', 'SYM']);
const LINKS = /^(?:of|for|from|at|with|in|on|and|&|de|van|von|bin|al)$/iu;
/** What follows "in" or "on" where it belongs to the saying and not to who says it. */
const OCCASION =
	/^(?:statement|interview|conference|letter|email|e-mail|report|speech|tweet|post|release|briefing|court|video|message|television|tv|radio|twitter|facebook|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|telephone|phone|meeting|article|book|blog|response|front|behalf|\d.*)$/iu;
const TIME =
	/^(?:yesterday|today|tonight|earlier|later|last|this|recently|also|then|afterwards)$/iu;
const ENDS = /^(?:that|who|which|whose|but|if|when|as|while|because)$/iu;

/** Whether a link leads to more of the source and not to when or where it was said. */
function leadsOn(words: readonly Word[], at: number): boolean {
	const next = words.slice(at + 1, at + 4);
	if (
		next.some(({ text }) => OCCASION.test(text) && /^(?:in|on|at)$/iu.test(words[at]?.text ?? ''))
	)
		return false;
	const [first] = next;
	return first !== undefined && INSIDE.has(first.tag) && !ENDS.test(first.text);
}

function goesOn(words: readonly Word[], at: number): boolean {
	const word = words[at];
	if (!word || word.tag === 'PUNCT' || ENDS.test(word.text) || TIME.test(word.text)) return false;
	if (LINKS.test(word.text)) return leadsOn(words, at);
	return INSIDE.has(word.tag);
}

/** Whether a range has a word that can be somebody. */
function namesSomebody(sentence: Sentence, { first, last }: WordRange): boolean {
	return sentence.words.slice(first, last + 1).some(({ tag }) => NOUN_LIKE.has(tag));
}

/** Who stands from a word on: "said Ann Miller, a farmer" has Ann Miller behind "said". */
export function sourceFrom(sentence: Sentence, first: number): WordRange | undefined {
	const { words } = sentence;
	let last = first - 1;
	while (goesOn(words, last + 1)) {
		last += 1;
		if (words[last]?.tag === 'PRON') break;
	}
	const range = { first, last };
	return last >= first && namesSomebody(sentence, range) ? range : undefined;
}

const isMark = (word: Word | undefined, pattern: RegExp) =>
	word !== undefined && pattern.test(word.text);
const BREAK = /^(?:["“”;:—–(]|\.\.\.|--)$/u;
const LEADS_CLAUSE =
	/^(?:but|that|because|although|though|while|when|if|as|after|before|since|where|whereas)$/iu;

/** "known as" leads no clause. */
function leadsClause(words: readonly Word[], at: number): boolean {
	if (!isMark(words[at], LEADS_CLAUSE)) return false;
	return !(words[at]?.text === 'as' && words[at - 1]?.tag === 'VERB');
}

/** The clause's first word, going back from a verb over everything that may stand in its subject. */
function clauseStart({ words }: Sentence, verb: number): number {
	let at = verb;
	while (at > 0 && !isMark(words[at - 1], BREAK) && !leadsClause(words, at - 1)) at -= 1;
	return at;
}

/** "the mayor, Ann Miller": an aside that is nothing but a name belongs to who it tells of. */
function isNameAlone(words: readonly Word[]): boolean {
	return words.length > 0 && words.every(({ tag }) => tag === 'PROPN');
}

/** The part behind the last comma, or before an aside in commas. */
function withoutAside({ words }: Sentence, { first, last }: WordRange): WordRange {
	const commas: number[] = [];
	for (let at = first; at <= last; at += 1) if (words[at]?.text === ',') commas.push(at);
	const [end, open, lead] = commas.reverse();
	if (end === undefined) return { first, last };
	if (end < last) return { first: end + 1, last };
	if (open === undefined) return { first, last: end - 1 };
	const isNamed = isNameAlone(words.slice(open + 1, end));
	return { first: (lead ?? first - 1) + 1, last: isNamed ? end - 1 : open - 1 };
}

const isVerbal = (word: Word | undefined) => word?.tag === 'VERB' || word?.tag === 'AUX';

/** "a group known as the Mills" is one subject; "the man left town" is a subject and more. */
function beforeVerb({ words }: Sentence, range: WordRange): WordRange {
	for (let at = range.first + 1; at <= range.last; at += 1) {
		const isParticiple = /(?:ed|ing|known|led|based)$/u.test(words[at]?.text ?? '');
		const isAnd = /^(?:and|but|then)$/u.test(words[range.last]?.text ?? '');
		if (isVerbal(words[at]) && (!isParticiple || isAnd))
			return { first: range.first, last: at - 1 };
	}
	return range;
}

const isAuxiliary = (word: Word | undefined) =>
	word?.tag === 'ADV' || /^(?:has|have|had|also)$/u.test(word?.text ?? '');

/** A subject without the "But" or "Then" before it; undefined of what cannot be one. */
function asSubject({ words }: Sentence, { first, last }: WordRange): WordRange | undefined {
	const isJoint = /^(?:CCONJ|ADV)$/u.test(words[first]?.tag ?? '');
	const range = { first: isJoint ? first + 1 : first, last };
	const begins = words[range.first];
	if (!begins || range.last < range.first || begins.tag === 'ADP') return undefined;
	return /^(?:which|whom|what)$/iu.test(begins.text) ? undefined : range;
}

/** Who stands before a verb of saying as its subject. */
export function sourceBefore(sentence: Sentence, verb: number): WordRange | undefined {
	const { words } = sentence;
	let last = verb - 1;
	while (isAuxiliary(words[last])) last -= 1;
	const first = clauseStart(sentence, last + 1);
	if (last < first || /^(?:who|which|that)$/iu.test(words[last]?.text ?? '')) return undefined;
	const subject = beforeVerb(sentence, withoutAside(sentence, { first, last }));
	const range = asSubject(sentence, subject);
	return range && namesSomebody(sentence, range) ? range : undefined;
}
