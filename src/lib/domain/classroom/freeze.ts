import { cutBank } from '#lib/bank/cut.ts';
import type { Bank, QuestionId } from '#lib/bank/types.ts';
import type { Item, Option } from '#lib/domain/quiz/types.ts';
import { partHashes, textHash } from './part-hash.ts';
import type { ClassQuiz, FrozenQuiz } from './types.ts';

/** 128 bits are enough to tell versions apart and to notice a changed one. */
const QUIZ_HASH_BYTES = 16;

/** What a quiz is frozen from. */
export interface Freezing {
	bank: Bank;
	quiz: Pick<ClassQuiz, 'title' | 'items'>;
	/** 1 for the first. */
	version: number;
	/** Whether anyone can look a question up: it is shipped, or pupils hold its bank file. */
	isPublic: (id: QuestionId) => boolean;
}

function askedIds(items: readonly Item[]): QuestionId[] {
	return [...new Set(items.flatMap(({ parts }) => parts.map(({ questionId }) => questionId)))];
}

/** An option says whose answer it is only where that question is asked too: nothing else travels. */
function plainOptions(options: readonly Option[], asked: ReadonlySet<QuestionId>): Option[] {
	return options.map(({ text, answers }) =>
		answers !== undefined && asked.has(answers) ? { text, answers } : { text }
	);
}

function plainItem(item: Item, asked: ReadonlySet<QuestionId>): Item {
	return 'options' in item ? { ...item, options: plainOptions(item.options, asked) } : item;
}

/** The hash of a frozen quiz, of its parts' hashes. */
export function quizHash(crypto: Crypto, hashes: FrozenQuiz['hashes']): Promise<string> {
	return textHash(crypto, hashes.flat().join('\n'), QUIZ_HASH_BYTES);
}

/**
 * A quiz as it is handed out: with all that asking, grading and telling its questions takes, and nothing
 * else, so that whatever becomes of the bank, attempts at it keep their marks.
 */
export async function freezeQuiz(
	crypto: Crypto,
	{ bank, quiz, version, isPublic }: Freezing
): Promise<FrozenQuiz> {
	const ids = askedIds(quiz.items);
	const asked = new Set(ids);
	const cut = cutBank(bank, ids);
	const items = quiz.items.map((item) => plainItem(item, asked));
	const hashes = await Promise.all(items.map((item) => partHashes(crypto, cut, item)));
	return {
		version,
		hash: await quizHash(crypto, hashes),
		title: quiz.title,
		bank: cut,
		items,
		hashes,
		publicQuestionIds: ids.filter(isPublic)
	};
}
