import type { ReadyKey, Typed } from './grading.ts';
import { review, right, spelling, wrong } from './marks.ts';
import type { Spelling, Subject } from './subjects.ts';
import type { Mark, Tell } from './types.ts';
import { slips } from './typos.ts';
import { areOpposite, isNegation } from './words.ts';

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

/** Which share of the content of a subject's nearest wording was typed, 0 to 1. */
function coverage(typed: Typed, { spellings }: Subject): number {
	const content = new Set(typed.stems);
	const shares = spellings.map(
		({ stems }) => stems.filter((stem) => content.has(stem)).length / stems.length
	);
	return Math.max(0, ...shares);
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

/** Whether the typed text turns the answer round: north for south, or a "not" that it does not have. */
function isTurned(typed: Typed, { spellings }: Subject): boolean {
	return spellings.every(({ key }) => {
		const wanted = key.split(' ');
		const more = typed.words.filter((word) => !wanted.includes(word));
		return more.some(
			(word) => isNegation(word) || wanted.some((other) => areOpposite(word, other))
		);
	});
}

/** The whole answer with more around it, or much of a long one: a person decides. */
export function contained(ready: ReadyKey, typed: Typed): Mark | undefined {
	const [answer] = ready.answers;
	if (ready.key.answer.form !== 'text' || !answer) return undefined;
	const covered = coverage(typed, answer);
	const isLong = answer.spellings.some(({ stems }) => stems.length >= LONG_ANSWER);
	if (covered < 1 && (!isLong || covered < WORTH_A_LOOK)) return undefined;
	if (isTurned(typed, answer)) return wrong('veto');
	const rival = othersOf(ready).find((other) => coverage(typed, other) >= covered);
	if (rival) return wrong(covered < 1 ? 'rival' : 'several', tellOf(rival));
	return review(covered < 1 ? 'overlap' : 'contains');
}
