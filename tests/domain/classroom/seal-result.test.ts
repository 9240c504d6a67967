import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { joinBytes, knownBytes, toBase64Url, type Bytes } from '#lib/domain/classroom/bytes.ts';
import { withChecksum } from '#lib/domain/classroom/checksum.ts';
import { makeClassKeys, publicPoint } from '#lib/domain/classroom/class-keys.ts';
import {
	openSubmission,
	resultAddress,
	sealSubmission
} from '#lib/domain/classroom/seal-result.ts';
import type { ClassKeys, Submission } from '#lib/domain/classroom/types.ts';
import {
	anyBytes,
	anySubmission,
	ASSIGNMENT,
	chosenAnswers,
	codeOf,
	flipped,
	submissionOf,
	typedAnswers,
	valueOf
} from './samples.ts';

const token = Uint8Array.from({ length: 10 }, (_, i) => i);
const older = Uint8Array.from({ length: 10 }, (_, i) => 100 + i);
let keys: ClassKeys;
let sealed: Bytes;

const seal = (submission: Submission, by = token) =>
	sealSubmission(crypto, { submission, sealTo: publicPoint(keys.seal.publicKey), token: by });
const open = (bytes: Bytes, tokens = [token]) =>
	openSubmission(crypto, {
		bytes,
		privateKey: keys.seal.privateKey,
		tokensOf: () => tokens
	});

beforeAll(async () => {
	keys = await makeClassKeys(crypto);
	sealed = await seal(submissionOf(chosenAnswers(20)));
});

describe('a sealed result', () => {
	test('comes back as it was', async () => {
		await fc.assert(
			fc.asyncProperty(anySubmission, async (submission) => {
				const opened = await open(await seal(submission));
				expect(opened).toEqual({ ok: true, value: { submission, isOldSlip: false } });
			}),
			{ numRuns: 30 }
		);
	});

	test.each<[string, ReturnType<typeof chosenAnswers>, number]>([
		['20 chosen, with how sure', chosenAnswers(20), 151],
		['20 chosen', chosenAnswers(20).map(({ confidence: _, ...rest }) => rest), 146],
		['20 typed', typedAnswers(20), 400]
	])('of %s answers fits a QR code', async (name, answers, most) => {
		const { length } = await seal(submissionOf(answers));
		console.info(`a sealed result of ${name} answers: ${length} bytes`);
		expect(length).toBeLessThanOrEqual(most);
	});

	test('is another each time, though it says the same', async () => {
		expect(await seal(submissionOf([]))).not.toEqual(await seal(submissionOf([])));
	});

	test('tells anyone whose it is, and nothing else', async () => {
		expect(valueOf(await resultAddress(crypto, sealed))).toEqual({
			assignmentId: ASSIGNMENT,
			no: 17
		});
	});

	test('by a replaced slip says so', async () => {
		const bytes = await seal(submissionOf([]), older);
		expect(valueOf(await open(bytes, [token, older])).isOldSlip).toBe(true);
		expect(valueOf(await open(bytes, [older])).isOldSlip).toBe(false);
	});

	test('asks for the tokens of its own number', async () => {
		const asked: number[] = [];
		const tokensOf = async (no: number) => {
			asked.push(no);
			return [token];
		};
		const { privateKey } = keys.seal;
		expect((await openSubmission(crypto, { bytes: sealed, privateKey, tokensOf })).ok).toBe(true);
		expect(asked).toEqual([17]);
	});
});

describe('what is refused', () => {
	test.each<[string, Bytes[]]>([
		['the code of somebody else', [older]],
		['no code at all, the number is unknown', []]
	])('%s', async (_, tokens) => {
		expect(await open(sealed, tokens)).toEqual({
			ok: false,
			problem: { code: 'wrong-code', assignmentId: ASSIGNMENT, no: 17 }
		});
	});

	test('the key of another class', async () => {
		const { seal: other } = await makeClassKeys(crypto);
		const { privateKey } = other;
		const read = await openSubmission(crypto, {
			bytes: sealed,
			privateKey,
			tokensOf: () => [token]
		});
		expect(codeOf(read)).toBe('wrong-code');
	});

	test('any byte changed, at any place', async () => {
		for (let at = 0; at < sealed.length; at++)
			for (const mask of [1, 0x80, 0xff]) {
				expect(codeOf(await open(flipped(sealed, at, mask)))).toBe('altered');
				expect(codeOf(await resultAddress(crypto, flipped(sealed, at, mask)))).toBe('altered');
			}
	});

	test('any byte changed by somebody who mends the checksum', async () => {
		for (let at = 0; at < sealed.length - 4; at++) {
			const forged = await withChecksum(crypto, flipped(sealed, at).slice(0, -4));
			expect(codeOf(await open(forged))).toMatch(/^(?:wrong-code|unreadable)$/);
		}
	});

	test('any beginning, and anything added', async () => {
		for (let length = 0; length < sealed.length; length++)
			expect(codeOf(await open(sealed.slice(0, length)))).toMatch(/^(?:altered|unreadable)$/);
		expect(codeOf(await open(joinBytes(sealed, Uint8Array.of(0))))).toBe('altered');
	});

	test('a result that says it is of another assignment or number', async () => {
		for (const at of [1, 16, 17, 18]) {
			const forged = await withChecksum(crypto, flipped(sealed, at).slice(0, -4));
			expect(codeOf(await open(forged))).toBe('wrong-code');
		}
	});

	test('any bytes', async () => {
		await fc.assert(
			fc.asyncProperty(anyBytes, async (bytes) => {
				expect((await open(bytes)).ok).toBe(false);
				expect((await open(await withChecksum(crypto, bytes))).ok).toBe(false);
			})
		);
	});
});

test('a class that names no point to seal to is a fault of the program', async () => {
	const sealTo = toBase64Url(flipped(knownBytes(publicPoint(keys.seal.publicKey)), 64));
	await expect(
		sealSubmission(crypto, { submission: submissionOf([]), sealTo, token })
	).rejects.toThrow();
});
