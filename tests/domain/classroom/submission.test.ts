import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitWriter } from '#lib/domain/classroom/bit-columns.ts';
import { ByteWriter } from '#lib/domain/classroom/byte-writer.ts';
import { joinBytes, utf8, type Bytes } from '#lib/domain/classroom/bytes.ts';
import { unpackSubmission } from '#lib/domain/classroom/submission-reader.ts';
import { packSubmission } from '#lib/domain/classroom/submission-writer.ts';
import type { Submission } from '#lib/domain/classroom/types.ts';
import {
	anyBytes,
	anySubmission,
	chosenAnswers,
	flipped,
	submissionOf,
	typedAnswers
} from './samples.ts';

/** What of a submission is packed: its envelope tells the rest. */
function packedOf(submission: Submission): Partial<Submission> {
	const { assignmentId, no, ...packed } = submission;
	expect([typeof assignmentId, typeof no]).toEqual(['string', 'number']);
	return packed;
}

describe('a submission', () => {
	test('comes back', async () => {
		await fc.assert(
			fc.asyncProperty(anySubmission, async (submission) => {
				expect(await unpackSubmission(await packSubmission(submission))).toEqual(
					packedOf(submission)
				);
			})
		);
	});

	test('comes back by item number, times to a tenth of a second and at most an hour', async () => {
		const times = [
			{ itemNo: 2, raw: { form: 'skipped' as const }, tookMs: 1249.6 },
			{ itemNo: 1, raw: { form: 'skipped' as const }, tookMs: 9e9 },
			{ itemNo: 0, raw: { form: 'skipped' as const }, tookMs: -5 }
		];
		const read = await unpackSubmission(await packSubmission(submissionOf(times)));
		expect(read?.answers.map(({ tookMs }) => tookMs)).toEqual([0, 3_600_000, 1200]);
	});

	test('with more text than is unpacked travels as it is', async () => {
		const text = 'A long text. '.repeat(6000);
		const long = submissionOf([{ itemNo: 0, raw: { form: 'type', text }, tookMs: 100 }]);
		const packed = await packSubmission(long);
		expect(packed.length).toBeGreaterThan(text.length);
		expect(await unpackSubmission(packed)).toEqual(packedOf(long));
	});

	test.each([
		['20 chosen', chosenAnswers(20), 79],
		['20 typed', typedAnswers(20), 310],
		['none', [], 44]
	])('of %s answers is small', async (_, answers, most) => {
		expect((await packSubmission(submissionOf(answers))).length).toBeLessThanOrEqual(most);
	});
});

describe('what is no submission', () => {
	test.each([
		['chosen', chosenAnswers(20)],
		['typed', typedAnswers(20)]
	])('every beginning of %s answers is refused', async (_, answers) => {
		const packed = await packSubmission(submissionOf(answers));
		for (let length = 0; length < packed.length; length++)
			expect(await unpackSubmission(packed.slice(0, length))).toBeUndefined();
	});

	test('something behind it is refused', async () => {
		const packed = await packSubmission(submissionOf(chosenAnswers(20)));
		expect(await unpackSubmission(joinBytes(packed, Uint8Array.of(0)))).toBeUndefined();
	});

	test('any bytes give a submission or nothing, never a fault', async () => {
		const near = fc
			.tuple(fc.nat({ max: 78 }), fc.integer({ min: 1, max: 255 }))
			.map(([at, mask]) => ({ at, mask }));
		const packed = await packSubmission(submissionOf(chosenAnswers(20)));
		await fc.assert(
			fc.asyncProperty(anyBytes, near, async (bytes, { at, mask }) => {
				await unpackSubmission(bytes);
				const read = await unpackSubmission(flipped(packed, at, mask));
				if (!read) return;
				expect(read.answers.length).toBeLessThanOrEqual(1000);
				expect(Number.isSafeInteger(read.startedAt + read.finishedAt)).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	/** A submission whose parts a hostile device wrote. */
	function forged({
		flag = 0,
		started = 0,
		lasted = 0,
		attempt = 1,
		count = 1,
		columns = [[0], [0], [0], [0], [0]],
		texts = new Uint8Array(0)
	}: {
		flag?: number;
		started?: number;
		lasted?: number;
		attempt?: number;
		count?: number;
		columns?: number[][];
		texts?: Bytes;
	}): Bytes {
		const head = new ByteWriter().byte(flag).raw(new Uint8Array(32)).count(attempt);
		head.signed(started).signed(lasted).count(0).count(count);
		const bits = new BitWriter();
		for (const column of columns) bits.column(column);
		return joinBytes(head.done(), bits.done(), texts);
	}
	const typed = [[0], [1], [0], [0], [4]];

	test('the forgery is read as long as it is right', async () => {
		expect((await unpackSubmission(forged({})))?.answers).toEqual([
			{ itemNo: 0, raw: { form: 'choose', option: 0 }, tookMs: 0 }
		]);
		const text = await unpackSubmission(forged({ columns: typed, texts: utf8('four') }));
		expect(text?.answers[0]?.raw).toEqual({ form: 'type', text: 'four' });
	});

	const bomb = Uint8Array.from(deflateRawSync(Buffer.alloc(10_000_000)));
	test.each<[string, Bytes]>([
		['an unknown flag', forged({ flag: 2 })],
		['a time before all time', forged({ started: -1 })],
		['a time after all time', forged({ started: 4.4e15, lasted: 4.4e15 })],
		['no attempt', forged({ attempt: 0 })],
		['a huge attempt', forged({ attempt: 1e9 })],
		['more answers than any quiz has', forged({ count: 1001 })],
		['more answers than there are', forged({ count: 900, columns: [[0], [0], [0], [3], [0]] })],
		['an unknown form', forged({ columns: [[0], [6], [0], [0], [0]] })],
		['an unknown sureness', forged({ columns: [[0], [0], [9], [0], [0]] })],
		['longer than an hour', forged({ columns: [[0], [0], [0], [36_001], [0]] })],
		['an unknown standing', forged({ columns: [[0], [4], [0], [0], [1, 9]] })],
		['a yes that is neither yes nor no', forged({ columns: [[0], [2], [0], [0], [2]] })],
		['more parts than any item has', forged({ columns: [[0], [3], [0], [0], [2 ** 31 - 1]] })],
		['an item number beyond any quiz', forged({ columns: [[5000], [0], [0], [0], [0]] })],
		['text longer than there is', forged({ columns: typed, texts: utf8('for') })],
		['text left over', forged({ columns: typed, texts: utf8('fours') })],
		['text that is none', forged({ columns: typed, texts: Uint8Array.of(255, 255, 255, 255) })],
		['a bomb', forged({ flag: 1, columns: typed, texts: bomb })]
	])('%s is refused', async (_, bytes) => {
		expect(await unpackSubmission(bytes)).toBeUndefined();
	});
});
