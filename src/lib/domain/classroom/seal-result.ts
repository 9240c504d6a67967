import { decrypt, deriveBytes, encrypt, aesKey, NONCE_BYTES, TAG_BYTES, type Lock } from './aes.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { joinBytes, knownBytes, utf8, type Bytes } from './bytes.ts';
import { checkedBytes, CHECKSUM_BYTES, withChecksum } from './checksum.ts';
import { done, refused, type Outcome } from './outcome.ts';
import { longPoint, SHORT_POINT_BYTES, shortPoint } from './points.ts';
import { unpackSubmission } from './submission-reader.ts';
import { packSubmission } from './submission-writer.ts';
import type { PupilNo, Submission } from './types.ts';
import { uuidBytes, uuidText } from './uuid.ts';

/*
 * A sealed result: version, assignment (16 bytes), number (2), the pupil's one-time public key (33),
 * what is sealed with its tag, and a checksum over all of it (4).
 */
const VERSION = 1;
const ID_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES + 2 + SHORT_POINT_BYTES;
const KEY_BYTES = 32;
const P256 = { name: 'ECDH', namedCurve: 'P-256' };

/** Both ends of an agreement on a key. */
interface Ends {
	privateKey: CryptoKey;
	publicKey: CryptoKey;
}

/** Key and nonce that both ends come to; nobody else does. @see NIST SP 800-56A, 5.7.1.2 */
async function agree(crypto: Crypto, { privateKey, publicKey }: Ends, salt: Bytes) {
	const how = { name: P256.name, public: publicKey };
	const secret = new Uint8Array(await crypto.subtle.deriveBits(how, privateKey, KEY_BYTES * 8));
	const source = { secret, salt, info: utf8('recount result 1') };
	const bytes = await deriveBytes(crypto, source, KEY_BYTES + NONCE_BYTES);
	return { key: await aesKey(crypto, bytes.slice(0, KEY_BYTES)), nonce: bytes.slice(KEY_BYTES) };
}

const importPoint = (crypto: Crypto, point: Bytes) =>
	crypto.subtle.importKey('raw', point, P256, false, []);

/** What a pupil hands in, and for whom it is sealed. */
interface Sealing {
	submission: Submission;
	/** The class's public key: a raw point, base64url. */
	sealTo: string;
	/** The pupil's for this assignment. */
	token: Bytes;
}

/** Seals a submission so that only the class's teacher can read it, and only as that pupil's. */
export async function sealSubmission(
	crypto: Crypto,
	{ submission, sealTo, token }: Sealing
): Promise<Bytes> {
	const once = await crypto.subtle.generateKey(P256, false, ['deriveBits']);
	const point = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey));
	const salt = uuidBytes(submission.assignmentId);
	const publicKey = await importPoint(crypto, knownBytes(sealTo));
	const agreed = await agree(crypto, { privateKey: once.privateKey, publicKey }, salt);
	const head = new ByteWriter().byte(VERSION).raw(salt).uint16(submission.no);
	const whole = head.raw(shortPoint(point)).done();
	const lock: Lock = { ...agreed, bound: joinBytes(whole, token) };
	const sealed = await encrypt(crypto, lock, await packSubmission(submission));
	return withChecksum(crypto, joinBytes(whole, sealed));
}

/** What a sealed result says of itself to anyone. */
interface ResultAddress {
	assignmentId: string;
	no: PupilNo;
}

/** Why a sealed result tells nothing; where it could still be read, of which assignment and number. */
export type ResultProblem = {
	code: 'altered' | 'wrong-code' | 'unreadable';
} & Partial<ResultAddress>;

/** A sealed result taken apart. */
interface Envelope extends ResultAddress {
	/** All that stands before what is sealed. */
	head: Bytes;
	point: Bytes;
	sealed: Bytes;
}

async function takeApart(crypto: Crypto, bytes: Bytes): Promise<Outcome<Envelope, ResultProblem>> {
	if (bytes.length < HEAD_BYTES + TAG_BYTES + CHECKSUM_BYTES)
		return refused({ code: 'unreadable' });
	const reader = new ByteReader(bytes);
	const version = reader.byte();
	const address = { assignmentId: uuidText(reader.raw(ID_BYTES)), no: reader.uint16() };
	const body = await checkedBytes(crypto, bytes);
	if (!body) return refused({ code: 'altered', ...address });
	if (version !== VERSION) return refused({ code: 'unreadable' });
	const point = reader.raw(SHORT_POINT_BYTES);
	const parts = { head: body.slice(0, HEAD_BYTES), point, sealed: body.slice(HEAD_BYTES) };
	return done({ ...address, ...parts });
}

/** Whose result it is, before any key is at hand: to find the class whose key opens it. */
export async function resultAddress(
	crypto: Crypto,
	bytes: Bytes
): Promise<Outcome<ResultAddress, ResultProblem>> {
	const read = await takeApart(crypto, bytes);
	if (!read.ok) return read;
	return done({ assignmentId: read.value.assignmentId, no: read.value.no });
}

/** A sealed result and what may open it. */
interface Opening {
	bytes: Bytes;
	/** The class's, of its pair to seal to. */
	privateKey: JsonWebKey;
	/** The tokens a number's result may be bound to: of the present slip first, then of earlier ones. */
	tokensOf: (no: PupilNo) => Bytes[] | Promise<Bytes[]>;
}

/** A submission that was sealed; `isOldSlip` where it was with a slip that was replaced since. */
interface OpenedResult {
	submission: Submission;
	isOldSlip: boolean;
}

/** Opens a sealed result with the class's private key; whatever comes out of it is checked. */
export async function openSubmission(
	crypto: Crypto,
	{ bytes, privateKey, tokensOf }: Opening
): Promise<Outcome<OpenedResult, ResultProblem>> {
	const read = await takeApart(crypto, bytes);
	if (!read.ok) return read;
	const { assignmentId, no, ...envelope } = read.value;
	const agreed = await agreedBy(crypto, envelope.point, { privateKey, assignmentId });
	if (!agreed) return refused({ code: 'unreadable', assignmentId, no });
	for (const [i, token] of (await tokensOf(no)).entries()) {
		const lock = { ...agreed, bound: joinBytes(envelope.head, token) };
		const packed = await decrypt(crypto, lock, envelope.sealed);
		if (!packed) continue;
		const submission = await unpackSubmission(packed);
		if (!submission) return refused({ code: 'unreadable', assignmentId, no });
		return done({ submission: { ...submission, assignmentId, no }, isOldSlip: i > 0 });
	}
	return refused({ code: 'wrong-code', assignmentId, no });
}

/** Key and nonce of a result that came, or nothing where its one-time key is none. */
async function agreedBy(
	crypto: Crypto,
	short: Bytes,
	{ privateKey, assignmentId }: { privateKey: JsonWebKey; assignmentId: string }
) {
	const point = longPoint(short);
	if (!point) return undefined;
	const key = await crypto.subtle.importKey('jwk', privateKey, P256, false, ['deriveBits']);
	const ends = { privateKey: key, publicKey: await importPoint(crypto, point) };
	return agree(crypto, ends, uuidBytes(assignmentId));
}
