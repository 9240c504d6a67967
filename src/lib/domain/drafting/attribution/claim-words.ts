import type { Sentence, Word, WordRange } from '#lib/domain/drafting/types.ts';

const END = /^(?:[.!?,;:"“”‘’'–—-]|\.\.\.|…)$/u;

/** Whether a range of words has a verb in the present or past, as a clause must. */
export function hasVerb({ words }: Sentence, { first, last }: WordRange): boolean {
	for (let at = first; at <= last; at += 1) {
		const word = words[at];
		const isVerbal = word?.tag === 'AUX' || word?.tag === 'VERB';
		const isBase = /^to$/iu.test(words[at - 1]?.text ?? '');
		if (isVerbal && !isBase && !/ing$/u.test(word.text)) return true;
	}
	return false;
}

/** A range without the marks at its ends; undefined where nothing is left. */
export function trimMarks({ words }: Sentence, range: WordRange): WordRange | undefined {
	let { first, last } = range;
	while (first <= last && END.test(words[first]?.text ?? '')) first += 1;
	while (last >= first && END.test(words[last]?.text ?? '')) last -= 1;
	return last >= first ? { first, last } : undefined;
}

const QUOTE = /^["“”]$/u;

/** Whether a claim stands between quotation marks as a whole. */
export function isWhollyQuoted(
	{ words }: Sentence,
	{ first, last }: WordRange,
	quoted: boolean[]
): boolean {
	for (let at = first; at <= last; at += 1) if (!quoted[at]) return false;
	const near = words.slice(Math.max(0, first - 1), first);
	const behind = words.slice(last + 1, last + 4);
	return [...near, ...behind].some(({ text }) => QUOTE.test(text));
}

const SUBJECT = /^(?:he|she|it|they|there|we|i|you|this|these|those|some|many|most|no)$/iu;
const STOPS = /^(?:that|which|who|whose|,|;|:|"|“|to|because|when|while|if)$/iu;
const TIME = /^(?:yesterday|today|tonight|earlier|later|on|last)$/iu;

function isFinite(word: Word | undefined): boolean {
	return (word?.tag === 'AUX' || word?.tag === 'VERB') && !/ing$/u.test(word.text);
}

/** Whether a noun phrase may begin at a word: "the", "about 70", but not "to" or "on Monday". */
function beginsPhrase(word: Word | undefined): boolean {
	if (!word || TIME.test(word.text)) return false;
	return (
		!/^(?:ADP|VERB|PART)$/u.test(word.tag) || /^(?:about|around|up|over|at)$/iu.test(word.text)
	);
}

/** Whether a clause begins at a word: a subject and, before anything else, its verb. */
export function isClauseAt({ words }: Sentence, first: number): boolean {
	const begins = words[first];
	if (!begins || !beginsPhrase(begins)) return false;
	const isSubject = SUBJECT.test(begins.text);
	for (const [step, word] of words.slice(first + 1).entries()) {
		const isSecond = /^(?:and|or|but)$/iu.test(words[first + step]?.text ?? '');
		if (isFinite(word)) return !isSecond;
		if (!isSubject && STOPS.test(word.text)) return false;
	}
	return false;
}
