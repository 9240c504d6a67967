import type {
	PublicKeyCredentialCreationOptionsJSON,
	PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/browser';
import type { PasskeyBody, PasskeyFlow } from '#lib/domain/classroom/api/teacher-api.ts';
import { done, refused, type Outcome } from '#lib/domain/classroom/outcome.ts';

/**
 * Why there is no passkey. `cancelled`: the person, or the time ran out; `known`: this device has one
 * already; `unsupported`: this browser can make none; `insecure`: not on this address; `passkey-failed`: the device's own fault.
 */
export type PasskeyProblem = {
	code: 'cancelled' | 'known' | 'unsupported' | 'insecure' | 'passkey-failed';
};

type Credential = PasskeyBody['credential'];

/** What makes passkeys and signs with them. */
export interface Passkeys {
	create: (options: PasskeyFlow['options']) => Promise<Outcome<Credential, PasskeyProblem>>;
	sign: (options: PasskeyFlow['options']) => Promise<Outcome<Credential, PasskeyProblem>>;
}

const CODES: Record<string, PasskeyProblem['code']> = {
	NotAllowedError: 'cancelled',
	AbortError: 'cancelled',
	InvalidStateError: 'known',
	NotSupportedError: 'unsupported',
	ConstraintError: 'unsupported',
	SecurityError: 'insecure'
};

/** The passkeys of this browser. */
export const browserPasskeys: Passkeys = {
	create: (options) =>
		asked(async () => {
			const { startRegistration } = await import('@simplewebauthn/browser');
			const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
			return startRegistration({ optionsJSON });
		}),
	sign: (options) =>
		asked(async () => {
			const { startAuthentication } = await import('@simplewebauthn/browser');
			const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
			return startAuthentication({ optionsJSON });
		})
};

async function asked(ask: () => Promise<object>): Promise<Outcome<Credential, PasskeyProblem>> {
	if (!isSecureContext) return refused({ code: 'insecure' });
	if (!('PublicKeyCredential' in globalThis)) return refused({ code: 'unsupported' });
	try {
		return done((await ask()) as Credential);
	} catch (cause) {
		const name = cause instanceof Error ? cause.name : '';
		return refused({ code: CODES[name] ?? 'passkey-failed' });
	}
}
