import type { Bank, Question } from '#lib/bank/types.ts';
import { isApart, truthOf, unlikeness, type Truth } from './apart.ts';
import { bankIndex, remember, type BankIndex } from './bank-index.ts';
import { sameAmount } from './figures.ts';
import { gradeText } from './grade-text.ts';
import { lureTiers, type Lure } from './lures.ts';
import { shuffled, type Random } from './random.ts';

/** How many a list of safe distractors holds at most. */
const MOST_LISTED = 12;

/** What a list of distractors is to hold; what it does not allow is not graded. */
interface ListWish {
	count?: number;
	allows?: (text: string) => boolean;
}

/**
 * Wrong answers that may safely stand beside the right one, best first: of its type and form, never
 * equal to it, part or whole of it, or also true. Fewer than three: the question is better typed.
 */
export function safeDistractors(
	bank: Bank,
	question: Question,
	{ count = MOST_LISTED, allows = (): boolean => true }: ListWish = {}
): string[] {
	const index = bankIndex(bank);
	const fits = ({ text }: Lure) => allows(text) && isGradedWrong(index, question, text);
	return firstOf(rankedLures(index, question), count, fits).map(({ text }) => text);
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
	const byAuthor = shuffled(random, authoredLures(index, question));
	const chosen = firstOf(byAuthor, count, fits);
	if (chosen.length === count) return chosen;
	const missing = count - chosen.length;
	const isFound = (lure: Lure) => !lure.authored && allows(lure);
	// One more than needed, so that the same question is not always asked with the same ones.
	const near = firstOf(rankedLures(index, question), missing + 1, isFound);
	const likest = firstOf(shuffled(random, near), missing, fits);
	if (likest.length === missing) return [...chosen, ...likest];
	const others = firstOf(
		rankedLures(index, question),
		missing,
		(lure) => isFound(lure) && fits(lure)
	);
	return [...chosen, ...others];
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

/** Lures that nothing speaks against but perhaps the grader, by tiers; one that is not asked for is not looked into. */
const rankedTiers = remember((index, question: Question) =>
	lureTiers(index, question).map((tier) => {
		let ranked: Lure[] | undefined;
		return () => (ranked ??= distinct(byLikeness(index, tier(), truthOf(index, question))));
	})
);

/** Those of all tiers, best first, each text once. */
function* rankedLures(index: BankIndex, question: Question): Generator<Lure, void> {
	const told: Lure[] = [];
	for (const tier of rankedTiers(index, question)) {
		const lures = tier().filter((lure) => !told.some((kept) => saysTheSame(kept, lure)));
		yield* lures;
		told.push(...lures);
	}
}

function distinct(lures: Lure[]): Lure[] {
	return lures.filter((lure, i) => !lures.slice(0, i).some((kept) => saysTheSame(kept, lure)));
}

function authoredLures(index: BankIndex, question: Question): Lure[] {
	const [authored] = rankedTiers(index, question);
	return authored?.() ?? [];
}

/** The first so many that fit; what comes after them is not read. */
function firstOf(lures: Iterable<Lure>, count: number, fits: (lure: Lure) => boolean): Lure[] {
	const first: Lure[] = [];
	for (const lure of lures) {
		if (fits(lure)) first.push(lure);
		if (first.length >= count) break;
	}
	return first;
}

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
