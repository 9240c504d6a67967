import { groupBy } from '#lib/bank/group-by.ts';
import { BANK_VERSION, type Bank, type Fact, type Question } from '#lib/bank/types.ts';
import { contentWords } from '#lib/domain/drafting/checks/content-words.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';
import { safeDistractors } from '#lib/domain/quiz/distractors.ts';

/** The report that all drafts are of: its id is never seen. */
const REPORT = 'drafted';
/** How many distractors a draft keeps. */
const MOST_KEPT = 6;
/** An option stands out that is so many times as long as the answer. */
const MOST_LONGER = 3;

const textOf = ({ answer }: Draft) => (answer.form === 'text' ? answer.text : answer.quantity);
const isName = (text: string) => /^(?:the )?\p{Lu}/u.test(text) && !/^The \p{Ll}/u.test(text);

/** Answers that may stand beside each other: names beside names, roles beside roles. */
function familyOf(draft: Draft): string {
	const what = isName(textOf(draft)) && draft.rule !== 'name' ? 'name' : 'words';
	return `${draft.kind} ${what}`;
}

function questionOf(draft: Draft, at: number): Question {
	const factId = `${REPORT}/${draft.sentence.start}`;
	return {
		id: `${factId}/${at}`,
		kind: draft.kind,
		level: 'detail',
		ask: draft.question,
		answer: draft.answer,
		distractors: [],
		explain: '',
		factIds: [factId],
		rivals: []
	};
}

function factOf({ sentence, paragraph, standing, question }: Draft): Fact {
	const id = `${REPORT}/${sentence.start}`;
	return { id, reportId: REPORT, paragraph: paragraph + 1, standing, when: '', text: question };
}

function bankOf(drafts: readonly Draft[]): Bank {
	const facts = new Map(drafts.map(factOf).map((fact) => [fact.id, fact]));
	return {
		version: BANK_VERSION,
		edition: '',
		reports: [],
		names: [],
		facts: [...facts.values()],
		questions: drafts.map(questionOf),
		comparisons: []
	};
}

/** "Bell" is part of "Anna Bell": whoever chose it would be right. */
function isPart(left: readonly string[], right: readonly string[]): boolean {
	const [less, more] = left.length < right.length ? [left, right] : [right, left];
	return less.every((word) => more.includes(word));
}

const isOfLikeLength = (one: string, other: string) =>
	Math.max(one.length, other.length) <=
	MOST_LONGER * Math.max(4, Math.min(one.length, other.length));

/**
 * The drafts with wrong options taken from each other's answers, by the rules that a quiz draws its
 * own by: never equal to the answer, part of it, or also true.
 */
export function withDistractors(drafts: readonly Draft[]): Draft[] {
	const found = new Map<Draft, string[]>();
	const wordsOf = new Map(drafts.map((draft) => [textOf(draft), contentWords(textOf(draft))]));
	const isPartOf = (one: string, other: string) =>
		isPart(wordsOf.get(one) ?? [], wordsOf.get(other) ?? []);
	for (const family of groupBy([...drafts], familyOf).values()) {
		const bank = bankOf(family);
		for (const [at, draft] of family.entries()) {
			const question = bank.questions[at];
			if (!question) continue;
			const right = textOf(draft);
			const allows = (text: string) => isOfLikeLength(text, right) && !isPartOf(text, right);
			found.set(draft, safeDistractors(bank, question, { count: MOST_KEPT, allows }));
		}
	}
	return drafts.map((draft) => ({ ...draft, distractors: found.get(draft) ?? [] }));
}
