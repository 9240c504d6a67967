import type { Bank, QuestionId } from '#lib/bank/types.ts';
import { makeItem, type Company } from '#lib/domain/quiz/make-item.ts';
import { SINGLE_FORMS, type SingleForm } from '#lib/domain/quiz/single-items.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import { freezeQuiz } from './freeze.ts';
import { handoutTerms, presentQuiz, type HandingOut } from './hand-out.ts';
import type { IdHandout, IdItem } from './id-handout.ts';
import { done, refused, type Outcome } from './outcome.ts';
import type { Handout } from './types.ts';

function idItem(bank: Bank, item: Item): IdItem | undefined {
	const places = item.parts.map(({ questionId }) =>
		bank.questions.findIndex(({ id }) => id === questionId)
	);
	if (places.includes(-1) || !isSingle(item.form)) return undefined;
	return { form: item.form, questions: places };
}

function isSingle(form: Item['form']): form is SingleForm {
	return SINGLE_FORMS.some((single) => single === form);
}

function askedIds(items: readonly Item[]): QuestionId[] {
	return items.flatMap(({ parts }) => parts.map(({ questionId }) => questionId));
}

/** The items that ids stand for, or nothing where one of them cannot be made. */
function itemsOf(
	bank: Bank,
	{ items, seed }: Pick<IdHandout, 'items' | 'seed'>
): Item[] | undefined {
	const ids = items.map(({ questions: [place = -1] }) => bank.questions[place]?.id ?? '');
	const company: Company = { seed, among: ids };
	const made = items.flatMap(({ form }, i) => {
		const questionId = ids[i];
		if (questionId === undefined || !isSingle(form)) return [];
		return makeItem(bank, { questionId, form }, company) ?? [];
	});
	return made.length === items.length ? made : undefined;
}

/**
 * An assignment as ids of the shipped bank, or nothing where it cannot be told so: a Test, a question of
 * one's own, an item of several questions, or options that were changed by hand.
 * @param seed what the quiz's items were made with
 */
export async function makeIdHandout(
	crypto: Crypto,
	handing: HandingOut,
	{ bank, seed }: { bank: Bank; seed: string }
): Promise<IdHandout | undefined> {
	const quiz = presentQuiz(handing.assignment);
	if (!quiz || handing.assignment.rules.mode === 'test') return undefined;
	const items = quiz.items.flatMap((item) => idItem(bank, item) ?? []);
	if (items.length < quiz.items.length) return undefined;
	const ids: IdHandout = {
		...(await handoutTerms(crypto, handing)),
		...{ edition: bank.edition, version: quiz.version, quizHash: quiz.hash, seed, items }
	};
	const again = await fromIdHandout(crypto, ids, bank);
	return again.ok ? ids : undefined;
}

function termsOf(ids: IdHandout): Omit<Handout, 'quiz' | 'closedFacts'> {
	const { assignmentId, classId, className, title, rules } = ids;
	const { pupils, exceptions, sealTo, signedBy } = ids;
	return { assignmentId, classId, className, title, rules, pupils, exceptions, sealTo, signedBy };
}

/**
 * The handout that ids stand for, made from the shipped bank of the same edition. `other-quiz`: it came to
 * other questions than the teacher's; a program of another version may do that.
 */
export async function fromIdHandout(
	crypto: Crypto,
	ids: IdHandout,
	bank: Bank
): Promise<Outcome<Handout, { code: 'other-quiz' }>> {
	const { version, quizHash } = ids;
	const items = itemsOf(bank, ids);
	if (!items) return refused({ code: 'other-quiz' });
	const asked = new Set(askedIds(items));
	const quiz = await freezeQuiz(crypto, {
		bank,
		quiz: { title: ids.title, items },
		version,
		isPublic: (id) => asked.has(id)
	});
	if (quiz.hash !== quizHash) return refused({ code: 'other-quiz' });
	return done({ ...termsOf(ids), quiz, closedFacts: [] });
}
