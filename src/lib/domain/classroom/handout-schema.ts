import * as v from 'valibot';
import { STANDINGS } from '#lib/bank/types.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import { fromBase64Url } from './bytes.ts';
import { bankSchema, id, some } from './handout-bank-schema.ts';
import { isPoint } from './points.ts';
import type { AssignmentRules, FrozenQuiz, Handout } from './types.ts';
import { UUID } from './uuid.ts';

/** What a handout that came from elsewhere is held against before any screen sees it. */

/** The most items of a quiz. */
export const MOST_ITEMS = 300;
const MOST_PARTS = 20;
const MOST_PUPILS = 999;
const MOST_VERSIONS = 10_000;
const MOST_CLOSED_FACTS = 2000;
/** The last time a date can hold, epoch ms. */
const LAST_TIME = 8.64e15;
const MINUTES_OF_A_DAY = 1440;

const upTo = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most));
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LAST_TIME));
const line = v.pipe(v.string(), v.maxLength(300));
const words = v.pipe(v.string(), v.maxLength(10_000));

/** Base64url of a given number of bytes. */
const bytes = (length: number) =>
	v.pipe(
		v.string(),
		v.maxLength(2 * length),
		v.check((text) => fromBase64Url(text)?.length === length)
	);
/** Base64url of as many bytes as it may be. */
const blob = (most: number) =>
	v.pipe(
		v.string(),
		v.maxLength(most),
		v.check((text) => fromBase64Url(text) !== undefined)
	);

/** A uuid as programs write it. */
const uuid = v.pipe(v.string(), v.regex(UUID));
const point = v.pipe(v.string(), v.maxLength(100), v.check(isPoint));

/** Numbers of pupils, each once. */
const numbers = v.pipe(
	some(upTo(MOST_PUPILS), MOST_PUPILS),
	v.check((list) => new Set(list).size === list.length)
);

const isOpenSome = ({ opensAt, closesAt }: AssignmentRules) =>
	opensAt === undefined || closesAt === undefined || opensAt < closesAt;

/** The terms of an assignment. */
export const rulesSchema = v.pipe(
	v.strictObject({
		mode: v.picklist(['practice', 'test']),
		opensAt: v.optional(time),
		closesAt: v.optional(time),
		minutes: v.optional(upTo(MINUTES_OF_A_DAY)),
		attempts: upTo(99),
		counts: v.picklist(['first', 'best', 'last']),
		order: v.picklist(['fixed', 'per-pupil']),
		feedback: v.picklist(['each', 'handed-in', 'release'])
	}),
	v.check((rules) => isOpenSome(rules)),
	v.check(({ mode, feedback }) => mode === 'practice' || feedback === 'release')
);

const part = v.strictObject({
	questionId: id,
	cue: v.optional(words),
	factId: v.optional(id)
});
const parts = v.pipe(some(part, MOST_PARTS), v.minLength(1));
const one = v.strictTuple([part]);
const options = v.pipe(
	some(v.strictObject({ text: words, answers: v.optional(id) }), MOST_PARTS),
	v.minLength(1)
);
const optionNo = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const standings = v.array(v.picklist(STANDINGS));

const item = v.variant('form', [
	v.strictObject({ form: v.literal('type'), parts: one }),
	v.strictObject({
		form: v.literal('choose'),
		parts: one,
		options,
		right: v.optional(optionNo)
	}),
	v.strictObject({
		form: v.literal('true-false'),
		parts: one,
		proposed: words,
		right: v.optional(v.boolean())
	}),
	v.strictObject({
		form: v.literal('match'),
		parts,
		options,
		right: v.optional(v.array(optionNo))
	}),
	v.strictObject({ form: v.literal('sort'), parts, right: v.optional(standings) })
]);

/** Whether what is right at an item is one of what it offers, for each part. */
function isRightOffered(each: Item): boolean {
	if ((each.form !== 'match' && each.form !== 'sort') || each.right === undefined)
		return each.form !== 'choose' || each.right === undefined || each.right < each.options.length;
	if (each.right.length !== each.parts.length) return false;
	return each.form === 'sort' || each.right.every((no) => no < each.options.length);
}

/** Whether every item asks questions that came with it. */
function hasItsQuestions({ bank, items }: Pick<FrozenQuiz, 'bank' | 'items'>): boolean {
	const known = new Set(bank.questions.map((question) => question.id));
	const asked = items.flatMap((each) => each.parts.map(({ questionId }) => questionId));
	return known.size === bank.questions.length && asked.every((each) => known.has(each));
}

/** A frozen quiz as it comes from outside. */
export const quizSchema: v.GenericSchema<unknown, FrozenQuiz> = v.pipe(
	v.strictObject({
		version: upTo(MOST_VERSIONS),
		hash: bytes(16),
		title: line,
		bank: bankSchema,
		items: v.pipe(some(item, MOST_ITEMS), v.minLength(1)),
		hashes: some(some(bytes(32), MOST_PARTS), MOST_ITEMS),
		publicQuestionIds: some(id, MOST_ITEMS * MOST_PARTS)
	}),
	v.check((each) => each.items.every((one) => isRightOffered(one))),
	v.check((each) => hasItsQuestions(each))
);

/** What every way to hand out says of the assignment itself. */
export const headEntries = {
	assignmentId: uuid,
	classId: uuid,
	className: line,
	title: line,
	rules: rulesSchema,
	pupils: numbers,
	exceptions: some(blob(200), MOST_PUPILS),
	sealTo: point,
	signedBy: point
};

/** A handout as pupils' devices take it. */
export const handoutSchema: v.GenericSchema<unknown, Handout> = v.strictObject({
	...headEntries,
	quiz: v.pipe(
		quizSchema,
		v.check(({ hashes }) => hashes.length === 0)
	),
	sealedKey: v.optional(blob(1_400_000)),
	closedFacts: some(bytes(6), MOST_CLOSED_FACTS)
});
