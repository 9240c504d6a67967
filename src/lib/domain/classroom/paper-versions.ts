import { canonicalJson } from '#lib/bank/canonical-json.ts';
import { lookUp } from '#lib/bank/look-up.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { randomBetween, seededRandom } from '#lib/domain/quiz/random.ts';
import type { Item, ShownOrder } from '#lib/domain/quiz/types.ts';
import { inGroups, toLetters } from './crockford.ts';
import { fixedOrder, pupilOrder, shownItems, type OrderedQuiz } from './shown-order.ts';

/** How the versions of a printed quiz are called; the first has the quiz's own order. */
export const VERSION_LETTERS = ['A', 'B', 'C', 'D'] as const;
export type VersionLetter = (typeof VERSION_LETTERS)[number];

const ID_SYMBOLS = 6;
const SYMBOLS = 32;
const GROUP = 3;
/** How often another order is drawn for one that is there already. */
const MOST_DRAWN = 40;

/** A quiz in one of the orders it is printed in. */
export interface PaperVersion {
	letter: VersionLetter;
	/** The numbers, as frozen, of what stands at each place. */
	shown: ShownOrder;
	/** As they stand on the paper. */
	items: Item[];
}

/**
 * A short name for what a quiz asks and what is right, e.g. `K7Q-M2R`: the same for a quiz and for what was
 * frozen of it, another once a question, an option, an answer or the order has changed.
 */
export function paperId({ bank, items }: OrderedQuiz): string {
	const look = lookUp(bank);
	const content = items.map((item) => ({
		...item,
		...('options' in item && { options: item.options.map(({ text }) => text) }),
		parts: item.parts.map(({ questionId, cue }) => {
			const question = look.question(questionId);
			return {
				questionId,
				cue,
				ask: question?.ask,
				answer: question && answerText(bank, question)
			};
		})
	}));
	const random = seededRandom(canonicalJson(content));
	const symbols = Array.from({ length: ID_SYMBOLS }, () => randomBetween(random, 0, SYMBOLS - 1));
	return inGroups(toLetters(symbols), GROUP);
}

/**
 * One to four versions of a quiz on paper: the same items, each with items and options in another order
 * where there is one. The first is in the quiz's own order; the same quiz, seed and letter give the same
 * version, however many there are.
 */
export function paperVersions(
	quiz: OrderedQuiz,
	{ seed, count }: { seed: string; count: number }
): PaperVersion[] {
	const orders: ShownOrder[] = [];
	for (const letter of VERSION_LETTERS.slice(0, Math.max(1, count)))
		orders.push(
			orders.length === 0 ? fixedOrder(quiz.items) : otherOrder(quiz, `${seed}/${letter}`, orders)
		);
	return VERSION_LETTERS.flatMap((letter, i) => {
		const shown = orders[i];
		return shown ? [{ letter, shown, items: shownItems(quiz.items, shown) }] : [];
	});
}

/** Whether some versions are in the same order, for want of others. */
export function hasTwins(versions: readonly PaperVersion[]): boolean {
	const orders = versions.map(({ shown }) => JSON.stringify(shown));
	return new Set(orders).size < orders.length;
}

/** An order that is none of some, if one can be drawn. */
function otherOrder(quiz: OrderedQuiz, seed: string, others: readonly ShownOrder[]): ShownOrder {
	const known = new Set(others.map((order) => JSON.stringify(order)));
	for (let turn = 0; turn < MOST_DRAWN; turn++) {
		const order = pupilOrder(quiz, `${seed}/${turn}`);
		if (!known.has(JSON.stringify(order))) return order;
	}
	return pupilOrder(quiz, seed);
}
