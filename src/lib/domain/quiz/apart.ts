import type { NameId, Question } from '#lib/bank/types.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { askKey, remember, type BankIndex } from './bank-index.ts';
import { follows, sizeOf } from './figures.ts';
import { isAkin } from './kinship.ts';
import { givesAway, secretOf, shownTexts, type Secret, type Shown } from './leaks.ts';
import type { Lure } from './lures.ts';

/** Everything that is, or may be, right of a question. */
export interface Truth {
	text: string;
	interrogative: string;
	secret: Secret;
	names: NameId[];
	/** Answers of questions about the same facts or with the same words: they may be true too. */
	siblings: { names: NameId[]; secrets: Secret[] };
	/** The ask and what its facts say. */
	told: Shown;
}

/** What a wrong answer of the question must keep clear of. */
export const truthOf = remember((index, question: Question): Truth => {
	const related = new Set([
		...(index.questionsOfAsk.get(askKey(question)) ?? []),
		...question.factIds.flatMap((id) => index.questionsOfFact.get(id) ?? [])
	]);
	const siblings = [...related].filter(({ id }) => id !== question.id);
	const facts = question.factIds.map((id) => index.facts.get(id)?.text ?? '');
	return {
		text: answerText(index.bank, question),
		interrogative: interrogativeOf(question.ask),
		secret: secretOf(index, question),
		names: answerNames(question),
		siblings: {
			names: siblings.flatMap(answerNames),
			secrets: siblings.map((sibling) => secretOf(index, sibling))
		},
		told: shownTexts(index, [question.ask, ...facts])
	};
});

/** Whether nothing but the grader could speak against a lure; an author is trusted further. */
export function isApart(index: BankIndex, lure: Lure, truth: Truth): boolean {
	if (meets(index, lure, truth.names, [truth.secret])) return false;
	if (lure.authored) return true;
	const { figure } = lure.secret;
	if (figure && truth.secret.figure && follows(figure, truth.secret.figure)) return false;
	if (meets(index, lure, truth.siblings.names, truth.siblings.secrets)) return false;
	if (givesAway(truth.told, lure.secret)) return false;
	return fitsFigure(lure.secret, truth.secret) && fitsAsk(index, lure, truth);
}

/** How unlike a lure is to the answer in length, hedge and size: 0 is just alike. */
export function unlikeness(lure: Lure, { text, secret }: Truth): number {
	const length = Math.abs(Math.log((lure.text.length + 1) / (text.length + 1)));
	const [figure, right] = [lure.secret.figure, secret.figure];
	if (!figure || !right) return length;
	const hedge = figure.hedge === right.hedge ? 0 : 2;
	return length + hedge + Math.abs(Math.log((sizeOf(figure) + 1) / (sizeOf(right) + 1))) / 2;
}

function meets(index: BankIndex, lure: Lure, names: NameId[], secrets: Secret[]): boolean {
	const { name, shown } = lure;
	if (name && names.some((other) => isAkin(index, name, other))) return true;
	return secrets.some((secret) => givesAway(shown, secret));
}

/** A figure of the bank counts the same thing, and is hedged only where the answer is. */
function fitsFigure({ figure: lure }: Secret, { figure: answer }: Secret): boolean {
	if (!answer) return true;
	if (lure?.unit !== answer.unit) return false;
	return lure.hedge === 'exact' || answer.hedge !== 'exact';
}

/** The answer of a "why" is no option for a "what"; names and figures are told apart by type and unit. */
function fitsAsk(index: BankIndex, lure: Lure, truth: Truth): boolean {
	if (lure.name || lure.secret.figure || !lure.answers) return true;
	return interrogativeOf(index.questions.get(lure.answers)?.ask ?? '') === truth.interrogative;
}

function answerNames({ answer }: Question): NameId[] {
	if (answer.form === 'name') return [answer.name];
	return answer.form === 'names' ? answer.names : [];
}

function interrogativeOf(ask: string): string {
	return /\b(?:what|which|why|where|who|whose|how)\b/iu.exec(ask)?.[0].toLowerCase() ?? '';
}
