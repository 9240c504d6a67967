import type { ReadyKey, Typed } from './grading.ts';
import { review, right, spelling, wrong } from './marks.ts';
import type { Spelling, Subject } from './subjects.ts';
import type { Mark, Tell } from './types.ts';
import { slips } from './typos.ts';
import { areOpposite, isCarrier, isNegation } from './words.ts';

/** Half of the content of a long answer is worth a person's look. */
const WORTH_A_LOOK = 0.5;
const LONG_ANSWER = 3;

function tellOf({ name, type, role, tells }: Subject): Tell {
	if (type) return { code: 'is-someone', name, ...(role && { role }) };
	return { code: 'answers-other', text: name, ...(tells && { tells }) };
}

/** The typed content without words of the question that the wording does not have. */
function contentBeside(ready: ReadyKey, typed: Typed, wanted: string[]): string[] {
	const beside = typed.stems.filter((stem) => wanted.includes(stem) || !ready.asked.has(stem));
	return beside.length > 0 ? beside : typed.stems;
}

function isSameContent(ready: ReadyKey, typed: Typed, { stems }: Spelling): boolean {
	return contentBeside(ready, typed, stems).join(' ') === stems.join(' ');
}

/** Which share of the content of a subject's nearest wordings was typed, 0 to 1, and those wordings. */
function coverage(typed: Typed, { spellings }: Subject): { share: number; nearest: Spelling[] } {
	const content = new Set(typed.stems);
	const shares = spellings.map(
		({ stems }) => stems.filter((stem) => content.has(stem)).length / stems.length
	);
	const share = Math.max(0, ...shares);
	return { share, nearest: spellings.filter((_, at) => shares[at] === share) };
}

function nearestSlips(typed: Typed, { spellings }: Subject): number {
	const counts = spellings.flatMap(({ wordings }) =>
		wordings.flatMap((wording) => [slips(typed.key, wording), slips(typed.bare, wording)])
	);
	return Math.min(...counts);
}

function othersOf({ subjects }: ReadyKey): Subject[] {
	return subjects.filter(({ relation }) => relation !== 'answer');
}

/** The same content words among words that say nothing: "in the south" for "to the south". */
export function wording(ready: ReadyKey, typed: Typed): Mark | undefined {
	const [answer] = ready.answers;
	if (ready.key.answer.form !== 'text' || !answer) return undefined;
	const others = othersOf(ready);
	const rival = others.find(({ spellings }) => spellings.some(({ key }) => key === typed.key));
	if (rival) return wrong('rival', tellOf(rival));
	if (answer.spellings.some((spelling) => isSameContent(ready, typed, spelling))) {
		return right('wording');
	}
	const same = others.find(({ spellings }) =>
		spellings.some((spelling) => isSameContent(ready, typed, spelling))
	);
	return same && wrong('rival', tellOf(same));
}

/** A slip in the spelling, unless it is nearer or as near to another answer. */
export function misspelt(ready: ReadyKey, typed: Typed): Mark | undefined {
	const [answer] = ready.answers;
	if (ready.key.answer.form !== 'text' || !answer) return undefined;
	const distance = nearestSlips(typed, answer);
	if (distance === Infinity) return undefined;
	const nearer = othersOf(ready).find((other) => nearestSlips(typed, other) <= distance);
	if (nearer) return wrong('veto', tellOf(nearer));
	const miss = ready.misses.find(({ wording }) => slips(typed.key, wording) <= distance);
	return miss ? wrong('veto', { code: 'near-miss', why: miss.why }) : spelling('typo');
}

/** A typed word that is the opposite of one of a wording: north for south. */
function oppositeIn(typed: Typed, wanted: string[]): Tell | undefined {
	for (const word of typed.words) {
		if (wanted.includes(word) || isCarrier(word)) continue;
		const of = wanted.find((each) => areOpposite(word, each));
		if (of) return { code: 'opposite', typed: word, of };
	}
	return undefined;
}

/** How the typed text turns a wording round; an opposite and a "not" turn it back: "did not work" for "failed". */
function turning(typed: Typed, { key }: Spelling): { tell?: Tell } | undefined {
	const wanted = key.split(' ');
	const tell = oppositeIn(typed, wanted);
	const isNegated = typed.words.some(isNegation) !== wanted.some(isNegation);
	if (isNegated === (tell !== undefined)) return undefined;
	return tell ? { tell } : {};
}

/** The mark of a text that turns round what it is nearest to: one wording by an opposite, or all by a "not". */
function turned(typed: Typed, nearest: Spelling[]): Mark | undefined {
	const turnings = nearest.map((spelling) => turning(typed, spelling));
	const tell = turnings.find((each) => each?.tell)?.tell;
	return tell || turnings.every(Boolean) ? wrong('veto', tell) : undefined;
}

/** The whole answer with more around it, or much of a long one: a person decides. */
export function contained(ready: ReadyKey, typed: Typed): Mark | undefined {
	const [answer] = ready.answers;
	if (ready.key.answer.form !== 'text' || !answer) return undefined;
	const { share, nearest } = coverage(typed, answer);
	const isLong = answer.spellings.some(({ stems }) => stems.length >= LONG_ANSWER);
	if (share < 1 && (!isLong || share < WORTH_A_LOOK)) return undefined;
	const turn = turned(typed, nearest);
	if (turn) return turn;
	const rival = othersOf(ready).find((other) => coverage(typed, other).share >= share);
	if (rival) return wrong(share < 1 ? 'rival' : 'several', tellOf(rival));
	return review(share < 1 ? 'overlap' : 'contains');
}
