import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import type { PasskeyBody } from '#lib/domain/classroom/api/teacher-api.ts';
import { knownBytes, toBase64Url } from '#lib/domain/classroom/bytes.ts';
import { uuidBytes } from '#lib/domain/classroom/uuid.ts';
import type { RelyingParty } from './relying-party.ts';

/**
 * Asked for, not insisted on: school machines and plain security keys often cannot tell their user, and
 * whoever holds no key gets in nowhere either way. No name of a pupil lies behind it.
 */
const userVerification = 'preferred';
const RP_NAME = 'Recount';
const FLOW_MS = 5 * 60_000;
const MOST_TRANSPORTS = 10;

/** What a browser's WebAuthn answered, as it came. */
type Credential = PasskeyBody['credential'];

/** A passkey as the store has it; the public key is COSE, base64url. */
export interface PasskeyKey {
	id: string;
	publicKey: string;
	counter: number;
}

/** A passkey just made; how it can be reached is only a hint. */
export interface NewPasskey extends PasskeyKey {
	transports: string[];
}

/** What a browser is to ask for a new passkey of a teacher, which can sign in without a name. */
export async function newPasskeyOptions(
	{ rpID }: RelyingParty,
	teacher: { id: string; name: string; passkeys: { id: string; transports: string[] }[] }
) {
	return generateRegistrationOptions({
		rpName: RP_NAME,
		rpID,
		userID: uuidBytes(teacher.id),
		userName: teacher.name,
		userDisplayName: teacher.name,
		timeout: FLOW_MS,
		attestationType: 'none',
		excludeCredentials: teacher.passkeys,
		authenticatorSelection: { residentKey: 'required', userVerification }
	});
}

/** What a browser is to ask of whatever passkey it has for this server. */
export async function signInOptions({ rpID }: RelyingParty) {
	return generateAuthenticationOptions({ rpID, timeout: FLOW_MS, userVerification });
}

/**
 * Only what browsers send who were asked for no attestation. For a certificate the library would fetch
 * lists from its maker, and nothing here is fetched from anybody.
 */
function isUnattested({ attestationObject }: RegistrationResponseJSON['response']): boolean {
	const decoded = decodeAttestationObject(knownBytes(attestationObject));
	const isPlain = ['none', 'packed'].includes(decoded.get('fmt'));
	return isPlain && decoded.get('attStmt').get('x5c') === undefined;
}

function hintsOf(transports: unknown): string[] {
	const list: unknown[] = Array.isArray(transports) ? transports : [];
	return list
		.filter((each): each is string => typeof each === 'string' && /^[\w-]{1,20}$/.test(each))
		.slice(0, MOST_TRANSPORTS);
}

/** The library throws for whatever does not fit; to us that is a passkey that is not right. */
async function orNothing<T>(check: () => Promise<T | undefined>): Promise<T | undefined> {
	try {
		return await check();
	} catch {
		return undefined;
	}
}

/** The passkey that a browser made for a challenge, or nothing where it did not. */
export function checkNewPasskey(
	{ rpID, origin }: RelyingParty,
	credential: Credential,
	challenge: string
): Promise<NewPasskey | undefined> {
	// The library checks every field that it reads.
	const response = credential as unknown as RegistrationResponseJSON;
	return orNothing(async () => {
		if (!isUnattested(response.response)) return undefined;
		const { verified, registrationInfo } = await verifyRegistrationResponse({
			response,
			expectedChallenge: challenge,
			expectedOrigin: origin,
			expectedRPID: rpID,
			requireUserVerification: false
		});
		if (!verified) return undefined;
		const { id, publicKey, counter } = registrationInfo.credential;
		const transports = hintsOf(response.response.transports);
		return { id, publicKey: toBase64Url(publicKey), counter, transports };
	});
}

/**
 * The new counter of a passkey that signed a challenge, or nothing where it did not: 0 for one that does
 * not count, else more than before.
 * @see WebAuthn Level 2, section 7.2, step 21
 */
export function checkSignature(
	{ rpID, origin }: RelyingParty,
	credential: Credential,
	{ challenge, passkey }: { challenge: string; passkey: PasskeyKey & { teacherId: string } }
): Promise<number | undefined> {
	const response = credential as unknown as AuthenticationResponseJSON;
	return orNothing(async () => {
		const { userHandle } = response.response;
		if (userHandle && userHandle !== toBase64Url(uuidBytes(passkey.teacherId))) return undefined;
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response,
			expectedChallenge: challenge,
			expectedOrigin: origin,
			expectedRPID: rpID,
			requireUserVerification: false,
			credential: { ...passkey, publicKey: knownBytes(passkey.publicKey) }
		});
		return verified ? authenticationInfo.newCounter : undefined;
	});
}
