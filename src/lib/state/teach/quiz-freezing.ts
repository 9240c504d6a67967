import { freezeQuiz } from '#lib/domain/classroom/freeze.ts';
import type { AssignmentRules, ClassQuiz, FrozenQuiz } from '#lib/domain/classroom/types.ts';
import type { QuestionId } from '#lib/bank/types.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { askedIn, bankFor, formsOf, isGrave, remade, standIn, wished } from './quiz-items.ts';

type FreezingApp = Pick<ClassApp, 'library' | 'look'>;

/** The items that a time limit leaves out, by number: grave matter is never timed. */
export function untimed({ look }: FreezingApp, items: readonly Item[]): number[] {
	return items.flatMap((item, itemNo) => (isGrave({ bank: look.bank }, item) ? [itemNo] : []));
}

/** The items of a quiz with others in some places that may be timed, as far as there are such. */
export function calmed(
	app: FreezingApp & Pick<ClassApp, 'newId'>,
	{ seed, items }: Pick<ClassQuiz, 'seed' | 'items'>,
	numbers: readonly number[]
): Item[] {
	const next = [...items];
	for (const itemNo of numbers) {
		const made = { bank: app.look.bank, items: next };
		const question = standIn(made, { itemNo, seed: app.newId(), calm: true });
		const form = question && formsOf(question).find((each) => each === next[itemNo]?.form);
		if (question) next[itemNo] = wished(question.id, form ?? 'type');
	}
	return remade({ bank: bankFor(app, next), seed, items: next });
}

/** The items of a quiz that are given under some rules. */
export function givenItems(
	app: FreezingApp,
	{ seed, items }: Pick<ClassQuiz, 'seed' | 'items'>,
	{ minutes }: Pick<AssignmentRules, 'minutes'>
): Item[] {
	if (minutes === undefined) return [...items];
	const left = new Set(untimed(app, items));
	const kept = items.filter((_, itemNo) => !left.has(itemNo));
	return remade({ bank: bankFor(app, kept), seed, items: kept });
}

/** Whether anyone can look a question up: it is shipped, or came in a bank file that others hold too. */
function publicIn({ library }: Pick<ClassApp, 'library'>): (id: QuestionId) => boolean {
	const files = library.own.filter(({ from }) => from === 'file');
	const handed = new Set(files.flatMap(({ bank }) => bank.questions.map(({ id }) => id)));
	return (id) => library.shipped.question(id) !== undefined || handed.has(id);
}

/** What a quiz is frozen for. */
interface FreezingTerms {
	rules: Pick<AssignmentRules, 'minutes'>;
	/** 1 for the first. */
	version: number;
}

/** A quiz as it is given under some rules. */
export function freezeFor(
	app: FreezingApp,
	quiz: ClassQuiz,
	{ rules, version }: FreezingTerms
): Promise<FrozenQuiz> {
	const items = givenItems(app, quiz, rules);
	const title = quiz.title.trim();
	return freezeQuiz(crypto, {
		bank: bankFor(app, items),
		quiz: { title, items },
		version,
		isPublic: publicIn(app)
	});
}

/** How many of the questions anyone can look up. */
export function publicCount(app: FreezingApp, items: readonly Item[]): number {
	return askedIn(items).filter(publicIn(app)).length;
}
