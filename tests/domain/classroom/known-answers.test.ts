import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromBase64Url, knownBytes, toBase64Url } from '#lib/domain/classroom/bytes.ts';
import { readClassFile } from '#lib/domain/classroom/class-backup.ts';
import { fingerprintWords, publicPoint } from '#lib/domain/classroom/class-keys.ts';
import { findException } from '#lib/domain/classroom/exceptions.ts';
import {
	printHandoutFile,
	readHandoutFile,
	readHandoutLink
} from '#lib/domain/classroom/handout-codec.ts';
import type { SignedHandout } from '#lib/domain/classroom/handout-signature.ts';
import { readIdLink, type IdHandout } from '#lib/domain/classroom/id-handout.ts';
import {
	openKey,
	printReleaseCode,
	printReleaseQr,
	readReleaseQr
} from '#lib/domain/classroom/release.ts';
import {
	printResultFile,
	printResultQr,
	printResultText,
	readResults
} from '#lib/domain/classroom/result-text.ts';
import { openSubmission } from '#lib/domain/classroom/seal-result.ts';
import { pupilTokens, slipCode } from '#lib/domain/classroom/slips.ts';
import { unpackSubmission } from '#lib/domain/classroom/submission-reader.ts';
import type { Exception, SchoolClass, Submission } from '#lib/domain/classroom/types.ts';
import { valueOf } from './samples.ts';

/**
 * One example of everything that leaves a device, as version 1 wrote it. Slips hang on walls, files lie
 * in folders: each of these must be read for ever. Where randomness or a browser's packing goes into a
 * format, only its reading is held fast.
 */
interface Known {
	schoolClass: SchoolClass;
	passphrase: string;
	classFile: string;
	fingerprint: string[];
	slipCode: string;
	token: string;
	submission: Submission;
	packed: string;
	sealed: string;
	resultQr: string;
	resultText: string;
	exception: Exception;
	sealedException: string;
	handout: SignedHandout;
	handoutLink: string;
	ids: IdHandout;
	idLink: string;
	release: { assignmentId: string; code: string };
	releaseShown: string;
	releaseQr: string;
	withheld: unknown;
	sealedKey: string;
}

const path = 'tests/fixtures/classroom-v1.json';
const known = JSON.parse(readFileSync(path, 'utf8')) as Known;
const { schoolClass, submission, release } = known;
const [pupil = { no: 0, slip: 0 }] = schoolClass.pupils;
const slip = { classId: schoolClass.id, secret: schoolClass.keys.secret, ...pupil };
const { assignmentId } = submission;

describe('version 1, written down', () => {
	test('slip, token and fingerprint are the same', async () => {
		expect(await slipCode(crypto, slip)).toBe(known.slipCode);
		const [token] = await pupilTokens(crypto, { ...slip, assignmentId });
		expect(token && toBase64Url(token)).toBe(known.token);
		const signedBy = publicPoint(schoolClass.keys.sign.publicKey);
		expect(fingerprintWords(signedBy)).toEqual(known.fingerprint);
	});

	test('a submission is read', async () => {
		const packed = await unpackSubmission(knownBytes(known.packed));
		expect({ ...packed, assignmentId, no: submission.no }).toEqual(submission);
	});

	test('a sealed result is opened', async () => {
		const opened = await openSubmission(crypto, {
			bytes: knownBytes(known.sealed),
			privateKey: schoolClass.keys.seal.privateKey,
			tokensOf: (no) => pupilTokens(crypto, { ...slip, no, assignmentId })
		});
		expect(valueOf(opened)).toEqual({ submission, isOldSlip: false });
	});

	test('a result as text is the same, and is found', async () => {
		const sealed = knownBytes(known.sealed);
		expect(printResultQr(sealed)).toBe(known.resultQr);
		expect(printResultText(sealed)).toBe(known.resultText);
		for (const text of [known.resultQr, known.resultText, printResultFile([sealed])])
			expect((await readResults(crypto, text)).results).toEqual([sealed]);
	});

	test('an exception is found', async () => {
		const token = fromBase64Url(known.token) ?? new Uint8Array(0);
		expect(await findException(crypto, [known.sealedException], token)).toEqual(known.exception);
	});

	test('handouts are read', async () => {
		expect(valueOf(await readHandoutLink(crypto, known.handoutLink))).toEqual(known.handout);
		const file = printHandoutFile(known.handout);
		expect(valueOf(await readHandoutFile(crypto, file))).toEqual(known.handout);
		const bank = { edition: known.ids.edition, questionCount: 1000 };
		expect(valueOf(await readIdLink(crypto, known.idLink, bank))).toEqual(known.ids);
	});

	test('a release is the same, and opens what was withheld', async () => {
		expect(printReleaseCode(release.code)).toBe(known.releaseShown);
		expect(printReleaseQr(release)).toBe(known.releaseQr);
		expect(readReleaseQr(known.releaseQr)).toEqual(release);
		const opened = await openKey(crypto, { code: release.code, sealedKey: known.sealedKey });
		expect(valueOf(opened)).toEqual(known.withheld);
	});

	test('a class is read', async () => {
		const read = await readClassFile(crypto, known.classFile, known.passphrase);
		expect(valueOf(read)).toEqual(schoolClass);
	});
});
