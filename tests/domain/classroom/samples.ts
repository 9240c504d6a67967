import fc from 'fast-check';
import { STANDINGS } from '#lib/bank/types.ts';
import type { Bytes } from '#lib/domain/classroom/bytes.ts';
import type { Submission, SubmittedAnswer } from '#lib/domain/classroom/types.ts';
import type { RawAnswer } from '#lib/domain/quiz/types.ts';

/** Ids that tests use: an assignment's, a class's, a submission's made at a known time. */
export const ASSIGNMENT = '0198a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
export const CLASS = '0198a1b2-0000-7000-8000-00000000c1a5';
export const STARTED_AT = 1_790_000_000_000;
const SUBMISSION = '01a0c450-6c00-7abc-9def-0123456789ab';
/** 16 bytes, base64url. */
export const QUIZ_HASH = 'AAECAwQFBgcICQoLDA0ODw';

/** A submission with these answers. */
export function submissionOf(answers: SubmittedAnswer[]): Submission {
	return {
		id: SUBMISSION,
		assignmentId: ASSIGNMENT,
		quizHash: QUIZ_HASH,
		no: 17,
		attempt: 1,
		answers,
		startedAt: STARTED_AT,
		finishedAt: STARTED_AT + 754_321,
		leftScreen: 2
	};
}

/** So many answers that were chosen, as a class of fifteen-year-olds takes its time. */
export function chosenAnswers(count: number): SubmittedAnswer[] {
	return Array.from({ length: count }, (_, itemNo) => ({
		itemNo,
		raw: { form: 'choose', option: (itemNo * 7) % 4 },
		confidence: (['guess', 'fairly', 'sure'] as const)[itemNo % 3] ?? 'sure',
		tookMs: 4000 + ((itemNo * 7919) % 47) * 1000
	}));
}

const TYPED = [
	'the Syrian army',
	'Staffan de Mistura',
	'about 275,000 people',
	'eastern Aleppo',
	'barrel bombs',
	'Russia',
	'a ceasefire',
	'the Castello road',
	'John Kerry',
	'15,000 to 20,000',
	'UN special envoy',
	'the old city',
	'white helmets',
	'Sergei Lavrov',
	'chlorine gas',
	'more than 300 deaths',
	'Idlib province',
	'Iran and Hezbollah',
	'no-fly zone over the city',
	'the Security Council'
];

/** So many answers that were typed. */
export function typedAnswers(count: number): SubmittedAnswer[] {
	return Array.from({ length: count }, (_, itemNo) => ({
		itemNo,
		raw: { form: 'type', text: TYPED[itemNo % TYPED.length] ?? '' },
		tookMs: 9000 + ((itemNo * 7919) % 61) * 1000
	}));
}

const anyRaw: fc.Arbitrary<RawAnswer> = fc.oneof(
	fc.record({ form: fc.constant('type' as const), text: fc.string({ unit: 'grapheme' }) }),
	fc.record({ form: fc.constant('choose' as const), option: fc.nat({ max: 9 }) }),
	fc.record({ form: fc.constant('true-false' as const), says: fc.boolean() }),
	fc.record({
		form: fc.constant('match' as const),
		options: fc.array(fc.option(fc.nat({ max: 8 })), { maxLength: 8 })
	}),
	fc.record({
		form: fc.constant('sort' as const),
		standings: fc.array(fc.option(fc.constantFrom(...STANDINGS)), { maxLength: 8 })
	}),
	fc.constant({ form: 'skipped' as const })
);

const anyAnswer = fc.record(
	{
		itemNo: fc.nat({ max: 300 }),
		raw: anyRaw,
		confidence: fc.constantFrom('guess' as const, 'fairly' as const, 'sure' as const),
		tookMs: fc.nat({ max: 36_000 }).map((tenths) => tenths * 100)
	},
	{ requiredKeys: ['itemNo', 'raw', 'tookMs'] }
);

const anyTime = fc.integer({ min: 0, max: 4_000_000_000_000 });

/** Submissions of every shape, their answers by item number. */
export const anySubmission: fc.Arbitrary<Submission> = fc.record({
	id: fc.uuid(),
	assignmentId: fc.uuid(),
	quizHash: fc
		.uint8Array({ minLength: 16, maxLength: 16 })
		.map((bytes) => Buffer.from(bytes).toString('base64url')),
	no: fc.integer({ min: 1, max: 999 }),
	attempt: fc.integer({ min: 1, max: 99 }),
	answers: fc
		.uniqueArray(anyAnswer, { selector: ({ itemNo }) => itemNo, maxLength: 40 })
		.map((answers) => answers.sort((a, b) => a.itemNo - b.itemNo)),
	startedAt: anyTime,
	finishedAt: anyTime,
	leftScreen: fc.nat({ max: 1000 })
});

/** Any bytes. */
export const anyBytes: fc.Arbitrary<Bytes> = fc
	.uint8Array({ maxLength: 200 })
	.map((bytes) => Uint8Array.from(bytes));

/** The value of what must have gone well. */
export function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; problem: unknown }): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
	return outcome.value;
}

/** The problem's code of what must have been refused, or `none`. */
export function codeOf(outcome: { ok: true } | { ok: false; problem: { code: string } }): string {
	return outcome.ok ? 'none' : outcome.problem.code;
}

/** A copy with one byte changed. */
export function flipped(bytes: Bytes, at: number, mask = 1): Bytes {
	const copy = bytes.slice();
	copy[at] = (copy[at] ?? 0) ^ mask;
	return copy;
}
