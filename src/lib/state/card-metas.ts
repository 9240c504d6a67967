import type { LookUp } from '#lib/bank/look-up.ts';
import { LEVELS, type Bank, type Question, type QuestionId } from '#lib/bank/types.ts';
import type { CardMeta } from '#lib/storage/rows.ts';

/** Under which name comparisons' questions stand beside the reports. */
export const COMPARE = 'compare';

const PER_LEVEL = 1_000_000;
/** What was missed in a quiz comes before every other new card. */
const MISSED_FIRST = -PER_LEVEL;

const places = new WeakMap<Bank, Map<QuestionId, number>>();

/** Where each question stands in the bank. */
function placesOf(bank: Bank): Map<QuestionId, number> {
	const known = places.get(bank);
	if (known) return known;
	const made = new Map(bank.questions.map(({ id }, at) => [id, at]));
	places.set(bank, made);
	return made;
}

/** The report a question belongs to, or `compare`. */
export function reportOf(look: LookUp, question: Question): string {
	if (question.comparisonId) return COMPARE;
	const [fact] = question.factIds;
	return (fact && look.fact(fact)?.reportId) || COMPARE;
}

/** What the store keeps beside a card: core first, then the bank's own order. */
export function cardMeta(look: LookUp, question: Question, fromMiss = false): CardMeta {
	const order = placesOf(look.bank).get(question.id) ?? -1;
	return {
		id: question.id,
		reportId: reportOf(look, question),
		kind: question.kind,
		factIds: question.factIds,
		position: fromMiss ? MISSED_FIRST + order : LEVELS.indexOf(question.level) * PER_LEVEL + order,
		fromMiss
	};
}
