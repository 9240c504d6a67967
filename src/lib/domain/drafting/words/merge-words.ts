import type { Word, WordClass } from '#lib/domain/drafting/types.ts';

const HYPHEN = /^[-‐‑]$/;
const DASH = /^[-‐-―]$/;

function touches(left: Word | undefined, right: Word | undefined): boolean {
	return left !== undefined && right !== undefined && left.end === right.start;
}

/** The class of a word joined by hyphens: "rebel-held" is an adjective, "al-Assad" a name. */
function joinedTag(parts: readonly Word[]): WordClass {
	const last = parts.at(-1);
	if (!last) return 'X';
	if (/^[\d.,\s‐-―-]+$/.test(parts.map(({ text }) => text).join(''))) return 'NUM';
	if (/^\p{Lu}/u.test(last.text)) return 'PROPN';
	if (parts[0]?.tag === 'NUM') return 'ADJ';
	return last.tag === 'VERB' || last.tag === 'ADJ' || last.tag === 'ADV' ? 'ADJ' : 'NOUN';
}

function join(parts: readonly Word[]): Word | undefined {
	const [first] = parts;
	const last = parts.at(-1);
	if (!first || !last || parts.length === 1) return first;
	const text = parts.map((part) => part.text).join(isSpaced(parts) ? ' ' : '');
	const lemma = [...parts.slice(0, -1).map((part) => part.text.toLowerCase()), last.lemma].join('');
	return { text, lemma, tag: joinedTag(parts), start: first.start, end: last.end };
}

/** The tagger cuts words at some letters: "Quảng" comes as three. */
function isSplitWord(before: Word, word: Word): boolean {
	if (touches(before, word) && /^\d+$/.test(before.text) && /^\d+s$/.test(word.text)) return true;
	const isClitic = /^(?:not|n['’]t|na|ta)$/i.test(word.text);
	return (
		touches(before, word) &&
		!isClitic &&
		/\p{L}$/u.test(before.text) &&
		/^[\p{L}\p{M}]/u.test(word.text)
	);
}

function whole(before: Word, word: Word): Word {
	const text = before.text + word.text;
	const tag = /^\p{Lu}/u.test(text) ? 'PROPN' : before.tag;
	return { text, lemma: text.toLowerCase(), tag, start: before.start, end: word.end };
}

/** "63 – 24" is one figure, with its spaces. */
function isScore(words: readonly Word[], dash: number): boolean {
	const isFigure = (word: Word | undefined) => /^\d{1,3}$/.test(word?.text ?? '');
	return (
		DASH.test(words[dash]?.text ?? '') && isFigure(words[dash - 1]) && isFigure(words[dash + 1])
	);
}

function isSpaced([first, second]: readonly Word[]): boolean {
	return first !== undefined && second !== undefined && !touches(first, second);
}

function isPossessiveMark(words: readonly Word[], at: number): boolean {
	const word = words[at];
	const before = words[at - 1];
	if (!word || !before || !/^['’]$/.test(word.text) || !touches(before, word)) return false;
	return /s$/i.test(before.text) && /^(?:NOUN|PROPN|VERB)$/.test(before.tag);
}

/** "The Arab–Israeli war", "1999–2002": a longer dash between two of a kind. */
function isLinked(words: readonly Word[], dash: number): boolean {
	const [left = '', right = ''] = [words[dash - 1]?.text, words[dash + 1]?.text];
	if (words[dash]?.text !== '–') return false;
	return [/^\p{Lu}/u, /^\d+$/].some((kind) => kind.test(left) && kind.test(right));
}

/** Whether a hyphen or the dash of a score joins the words on both sides. */
function isJoint(words: readonly Word[], at: number): boolean {
	const joint = words[at];
	if (isScore(words, at)) return true;
	if (!joint || !touches(words[at - 1], joint) || !touches(joint, words[at + 1])) return false;
	return HYPHEN.test(joint.text) || isLinked(words, at);
}

/** The words from an index on that are one: "rebel", "-", "held". */
function partsFrom(words: readonly Word[], at: number): Word[] {
	let to = at + 1;
	while (isJoint(words, to)) to += 2;
	return words.slice(at, to);
}

/** Words as a reader counts them: hyphenated ones are one, the mark of "troops'" is a particle. */
export function mergeWords(words: readonly Word[]): Word[] {
	const merged: Word[] = [];
	for (let at = 0; at < words.length;) {
		const parts = partsFrom(words, at);
		const word = join(parts);
		const before = merged.at(-1);
		const isMark = isPossessiveMark(words, at);
		at += parts.length;
		if (!word) continue;
		if (before && isSplitWord(before, word)) merged[merged.length - 1] = whole(before, word);
		else merged.push(isMark ? { ...word, tag: 'PART' } : word);
	}
	return merged;
}
