import {
	createHash,
	createPrivateKey,
	generateKeyPairSync,
	randomBytes,
	sign,
	type KeyObject
} from 'node:crypto';
import type { PasskeyBody, PasskeyFlow } from '#lib/domain/classroom/api/teacher-api.ts';

/** What can be encoded here. */
type Cbor = number | string | Uint8Array | Cbor[] | Map<number | string, Cbor>;

function head(major: number, count: number): Buffer {
	if (count < 24) return Buffer.from([(major << 5) | count]);
	if (count < 256) return Buffer.from([(major << 5) | 24, count]);
	return Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}

/** CBOR as authenticators write it. @see RFC 8949, section 3 */
function cbor(value: Cbor): Buffer {
	if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
	if (typeof value === 'string') {
		return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
	}
	if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
	if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
	const entries = [...value].flatMap(([key, each]) => [cbor(key), cbor(each)]);
	return Buffer.concat([head(5, value.size), ...entries]);
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/** What a passkey's owner or an attacker may do otherwise than a browser should. */
export interface Oddities {
	origin?: string;
	rpID?: string;
	/** Instead of the one asked for. */
	challenge?: string;
	type?: string;
	isPresent?: boolean;
	/** Handed out with a sign-in, instead of the one it was made for. */
	userHandle?: string;
	/** What vouches for a new passkey: nothing unless given, the passkey itself, a certificate, or a TPM. */
	attestation?: 'self' | 'certificate' | 'tpm';
}

/**
 * A certificate as makers of authenticators have them, valid until 2126. Its public key (the 65 bytes
 * behind the head of a bit string) is put in by who uses it; its signature is nobody's.
 */
const CERTIFICATE = Buffer.from(
	[
		'MIIB0TCCAXegAwIBAgIUaNt2Hx1LUgnfIhGF4v0GBn5BwLAwCgYIKoZIzj0EAwIwTzELMAkGA1UEBhMCR0IxDTALBgNV',
		'BAoMBFRlc3QxIjAgBgNVBAsMGUF1dGhlbnRpY2F0b3IgQXR0ZXN0YXRpb24xDTALBgNVBAMMBFRlc3QwIBcNMjYxMTIy',
		'MTYzMTQwWhgPMjEyNjEwMjkxNjMxNDBaME8xCzAJBgNVBAYTAkdCMQ0wCwYDVQQKDARUZXN0MSIwIAYDVQQLDBlBdXRo',
		'ZW50aWNhdG9yIEF0dGVzdGF0aW9uMQ0wCwYDVQQDDARUZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEw3l8wb4L',
		'AaviuaMi9Fan6TJa/0+ebEznmfUWj55oXi+yDysHGt9ycTdK6ZCj/fLT4YhhMB11+wi14yLI19cgqqMvMC0wDAYDVR0T',
		'AQH/BAIwADAdBgNVHQ4EFgQUO9swY7mcfwOjJpaAs7/yHMOSoa0wCgYIKoZIzj0EAwIDSAAwRQIgUvTKAKFCP7eNUBRt',
		'aTSvBQD0UbMBpkTt+gH1hSrJVSACIQCB90l19H3dkVm2dj9MLWMki/6OurnmltJV2Y+sNRxRHQ=='
	].join(''),
	'base64'
);
const POINT_HEAD = Buffer.from('034200', 'hex');

/**
 * A passkey in software, by the letter of WebAuthn: P-256, a count of its uses unless `isCounting` is
 * false, no attestation unless asked for.
 * @see https://www.w3.org/TR/webauthn-2/#sctn-authenticator-data
 */
export class Authenticator {
	readonly id = encoded(randomBytes(32));
	/** How often it signed. */
	counter = 0;
	/** Of the account that it was made for. */
	userHandle = '';
	#key: KeyObject;
	#point: { x: string; y: string };
	#isCounting: boolean;

	constructor({ isCounting = true } = {}) {
		this.#isCounting = isCounting;
		const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		const { x = '', y = '' } = privateKey.export({ format: 'jwk' });
		this.#key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
		this.#point = { x, y };
	}

	/** Answers `navigator.credentials.create`. */
	create(flow: PasskeyFlow, odd: Oddities = {}): PasskeyBody {
		const options = flow.options as { user: { id: string }; rp: { id: string } };
		this.userHandle = options.user.id;
		const clientDataJSON = this.#clientData(flow, 'webauthn.create', odd);
		const authData = Buffer.concat([
			this.#authData(options.rp.id, ATTESTED, odd),
			this.#attested()
		]);
		const vouched = this.#vouched(odd.attestation, this.#sign(authData, clientDataJSON));
		const attestationObject = encoded(cbor(new Map([...vouched, ['authData', authData]])));
		const response = { clientDataJSON, attestationObject, transports: ['internal'] };
		return this.#answer(flow, response);
	}

	/** Answers `navigator.credentials.get`. */
	get(flow: PasskeyFlow, odd: Oddities = {}): PasskeyBody {
		const options = flow.options as { rpId: string };
		const clientDataJSON = this.#clientData(flow, 'webauthn.get', odd);
		const authData = this.#authData(options.rpId, 0, odd);
		return this.#answer(flow, {
			clientDataJSON,
			authenticatorData: encoded(authData),
			signature: encoded(this.#sign(authData, clientDataJSON)),
			userHandle: odd.userHandle ?? this.userHandle
		});
	}

	#sign(authData: Buffer, clientDataJSON: string): Buffer {
		const hash = sha256(Buffer.from(clientDataJSON, 'base64url'));
		return sign('sha256', Buffer.concat([authData, hash]), this.#key);
	}

	/** @see https://www.w3.org/TR/webauthn-2/#sctn-packed-attestation */
	#vouched(by: Oddities['attestation'], sig: Buffer): Map<string, Cbor> {
		if (!by)
			return new Map<string, Cbor>([
				['fmt', 'none'],
				['attStmt', new Map()]
			]);
		const statement = new Map<string, Cbor>([
			['alg', -7],
			['sig', sig]
		]);
		if (by === 'certificate') statement.set('x5c', [this.#certificate()]);
		return new Map<string, Cbor>([
			['fmt', by === 'tpm' ? 'tpm' : 'packed'],
			['attStmt', statement]
		]);
	}

	#certificate(): Buffer {
		const certificate = Buffer.from(CERTIFICATE);
		const at = certificate.indexOf(POINT_HEAD) + POINT_HEAD.length + 1;
		Buffer.from(this.#point.x, 'base64url').copy(certificate, at);
		Buffer.from(this.#point.y, 'base64url').copy(certificate, at + 32);
		return certificate;
	}

	#answer({ flowId }: PasskeyFlow, response: Record<string, unknown>): PasskeyBody {
		const { id } = this;
		const shared = { clientExtensionResults: {}, type: 'public-key' as const };
		return { flowId, credential: { id, rawId: id, response, ...shared } };
	}

	#clientData(flow: PasskeyFlow, type: string, odd: Oddities): string {
		const challenge = odd.challenge ?? flow.options.challenge;
		const origin = odd.origin ?? 'https://class.example';
		const json = JSON.stringify({ type: odd.type ?? type, challenge, origin, crossOrigin: false });
		return encoded(Buffer.from(json));
	}

	#authData(
		rpID: string,
		more: number,
		{ isPresent = true, rpID: other = rpID }: Oddities
	): Buffer {
		if (this.#isCounting) this.counter += 1;
		const count = Buffer.alloc(4);
		count.writeUInt32BE(this.counter);
		const flags = more | (isPresent ? PRESENT | VERIFIED : 0);
		return Buffer.concat([sha256(other), Buffer.from([flags]), count]);
	}

	/** The new credential: no model, its id, and its key as COSE. */
	#attested(): Buffer {
		const id = Buffer.from(this.id, 'base64url');
		const [x, y] = [this.#point.x, this.#point.y].map((each) => Buffer.from(each, 'base64url'));
		const key = new Map<number, Cbor>([
			[1, 2],
			[3, -7],
			[-1, 1],
			[-2, x ?? ''],
			[-3, y ?? '']
		]);
		return Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)]);
	}
}
