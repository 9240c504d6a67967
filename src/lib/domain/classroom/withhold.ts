import type { Bank, FactId, Question, QuestionId } from '#lib/bank/types.ts';
import { bankIndex } from '#lib/domain/quiz/bank-index.ts';
import type { Item, Part } from '#lib/domain/quiz/types.ts';
import { textHash } from './part-hash.ts';
import type { FrozenQuiz } from './types.ts';

const FACT_HASH_BYTES = 6;
const QUIZ_HASH_BYTES = 16;

/** Names that tell nothing, for facts on which several questions rest: an order keeps these apart. */
function sharedFacts({ questions }: Bank): Map<FactId, FactId> {
	const all = questions.flatMap(({ factIds }) => [...new Set(factIds)]);
	const shared = new Set(all.filter((id, at) => all.indexOf(id) !== at));
	return new Map([...shared].map((id, at) => [id, `f${at + 1}`]));
}

/** What stands for ids in a withheld quiz. */
interface Blanks {
	ids: ReadonlyMap<QuestionId, QuestionId>;
	facts: ReadonlyMap<FactId, FactId>;
}

/** A question without anything that tells its answer; also its id could. */
function blank({ id, kind, ask, grave, factIds }: Question, { ids, facts }: Blanks): Question {
	return {
		id: ids.get(id) ?? '',
		kind,
		level: 'core',
		ask,
		answer: { form: 'text', text: '' },
		distractors: [],
		explain: '',
		factIds: factIds.flatMap((each) => facts.get(each) ?? []),
		...(grave && { grave }),
		rivals: []
	};
}

function blankPart({ questionId, cue }: Part, ids: ReadonlyMap<QuestionId, QuestionId>): Part {
	return { questionId: ids.get(questionId) ?? '', ...(cue !== undefined && { cue }) };
}

function blankItem(item: Item, ids: ReadonlyMap<QuestionId, QuestionId>): Item {
	const parts = item.parts.map((part) => blankPart(part, ids));
	const options = 'options' in item ? item.options.map(({ text }) => ({ text })) : [];
	const one: [Part] = [parts[0] ?? { questionId: '' }];
	switch (item.form) {
		case 'type':
			return { form: item.form, parts: one };
		case 'choose':
			return { form: item.form, parts: one, options };
		case 'true-false':
			return { form: item.form, parts: one, proposed: item.proposed };
		case 'match':
			return { form: item.form, parts, options };
		case 'sort':
			return { form: item.form, parts };
	}
}

function blankBank(bank: Bank, ids: ReadonlyMap<QuestionId, QuestionId>): Bank {
	const facts = sharedFacts(bank);
	return {
		version: bank.version,
		edition: '',
		reports: [],
		names: [],
		facts: [],
		questions: bank.questions.map((question) => blank(question, { ids, facts })),
		comparisons: []
	};
}

/**
 * How a Test calls its quiz: the quiz's hash mixed with the release code, so that nobody can try out
 * answers until the hash fits.
 */
export function testHash(
	crypto: Crypto,
	{ hash }: Pick<FrozenQuiz, 'hash'>,
	releaseCode: string
): Promise<string> {
	return textHash(crypto, `recount test\n${releaseCode}\n${hash}`, QUIZ_HASH_BYTES);
}

/**
 * What of a quiz a Test shows before its release: asks and options in their order, and which questions
 * share a fact. Answers, sources, explanations, names, hashes and ids stay behind.
 */
export async function withhold(
	crypto: Crypto,
	quiz: FrozenQuiz,
	releaseCode: string
): Promise<FrozenQuiz> {
	const ids = new Map(quiz.bank.questions.map(({ id }, i) => [id, `q${i + 1}`]));
	return {
		version: quiz.version,
		hash: await testHash(crypto, quiz, releaseCode),
		title: quiz.title,
		bank: blankBank(quiz.bank, ids),
		items: quiz.items.map((item) => blankItem(item, ids)),
		hashes: [],
		publicQuestionIds: quiz.publicQuestionIds.flatMap((id) => ids.get(id) ?? [])
	};
}

/** How a fact is named to devices that shall keep it closed: not by its id, which may tell. */
export function closedFact(crypto: Crypto, factId: FactId): Promise<string> {
	return textHash(crypto, `recount fact\n${factId}`, FACT_HASH_BYTES);
}

/** The facts a quiz rests on, as they are named to devices that shall keep them closed. */
export function closedFacts(crypto: Crypto, { bank }: FrozenQuiz): Promise<string[]> {
	const { facts } = bankIndex(bank);
	return Promise.all([...facts.keys()].map((id) => closedFact(crypto, id)));
}
