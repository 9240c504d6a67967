import type { Bank, Question } from '#lib/bank/types.ts';
import { isApart, truthOf, unlikeness, type Truth } from './apart.ts';
import { bankIndex, remember, type BankIndex } from './bank-index.ts';
import { sameAmount } from './figures.ts';
import { gradeText } from './grade-text.ts';
import { lureTiers, type Lure } from './lures.ts';
import { shuffled, type Random } from './random.ts';

/** How many a list of safe distractors holds at most. */
const MOST_LISTED = 12;

/**
 * Wrong answers that may safely stand beside the right one, best first: of its type and form, never
 * equal to it, part or whole of it, or also true. Fewer than three: the question is better typed.
 */
export function safeDistractors(bank: Bank, question: Question): string[] {
	const index = bankIndex(bank);
	const texts: string[] = [];
	for (const lure of rankedLures(index, question)) {
		if (texts.length === MOST_LISTED) break;
		if (isGradedWrong(index, question, lure.text)) texts.push(lure.text);
	}
	return texts;
}

/** What a choice of distractors must keep to. */
interface DistractorWish {
	count: number;
	/** Whether the paper around it can bear the text. */
	allows: (lure: Lure) => boolean;
	random: Random;
}

/** As many safe distractors as wished or fewer: the author's before others, the likest before others. */
export function drawDistractors(
	index: BankIndex,
	question: Question,
	{ count, allows, random }: DistractorWish
): Lure[] {
	const fits = (lure: Lure) => allows(lure) && isGradedWrong(index, question, lure.text);
	const ranked = rankedLures(index, question);
	const authored = ranked.filter((lure) => lure.authored && fits(lure));
	const missing = Math.max(0, count - authored.length);
	const likest: Lure[] = [];
	for (const lure of missing > 0 ? ranked : []) {
		if (likest.length > missing) break;
		if (!lure.authored && fits(lure)) likest.push(lure);
	}
	return [...shuffled(random, authored), ...shuffled(random, likest)].slice(0, count);
}

/** Whether a lure that was found for another question is surely wrong for this one. */
export function isForeign(index: BankIndex, question: Question, lure: Lure): boolean {
	return isApart(index, { ...lure, authored: false }, truthOf(index, question));
}

/** What the grader said of each text, for each question. */
const graded = remember((_index, _question: Question) => new Map<string, boolean>());

/** The last gate: what the grader would not call wrong is no distractor. */
function isGradedWrong(index: BankIndex, question: Question, text: string): boolean {
	const known = graded(index, question);
	const wrong = known.get(text) ?? gradeText(index, question, text).verdict === 'wrong';
	known.set(text, wrong);
	return wrong;
}

/** Lures that nothing speaks against but perhaps the grader, each text once. */
const rankedLures = remember((index, question: Question): Lure[] => {
	const truth = truthOf(index, question);
	const ranked: Lure[] = [];
	for (const tier of lureTiers(index, question)) {
		if (ranked.length >= MOST_LISTED) break;
		for (const lure of byLikeness(index, tier(), truth))
			if (!ranked.some((kept) => saysTheSame(kept, lure))) ranked.push(lure);
	}
	return ranked;
});

function saysTheSame(one: Lure, other: Lure): boolean {
	if (one.name && one.name === other.name) return true;
	const [a, b] = [one.secret.figure, other.secret.figure];
	if (a && b && sameAmount(a, b)) return true;
	return one.shown.words === other.shown.words;
}

function byLikeness(index: BankIndex, lures: Lure[], truth: Truth): Lure[] {
	const scored = lures
		.filter((lure) => isApart(index, lure, truth))
		.map((lure) => ({ lure, score: unlikeness(lure, truth) }));
	return scored.sort((a, b) => a.score - b.score).map(({ lure }) => lure);
}
