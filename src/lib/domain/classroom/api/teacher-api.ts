import * as v from 'valibot';

/** What a teacher's device and the class server say to each other about signing in. */

/** What a browser's WebAuthn made; the server's library checks it in full. */
const credential = v.looseObject({
	id: v.pipe(v.string(), v.maxLength(2000)),
	rawId: v.pipe(v.string(), v.maxLength(2000)),
	response: v.looseObject({}),
	type: v.literal('public-key')
});
const code = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const flowId = v.pipe(v.string(), v.maxLength(100));

/** `POST /api/teacher/join`: begins to make a teacher, by the set-up code of the first start or an invitation. */
export const joinBody = v.strictObject({
	code,
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))
});
export type JoinBody = v.InferOutput<typeof joinBody>;

/** What the browser's WebAuthn is to be asked (PublicKeyCredential…OptionsJSON), and under which name it goes on. */
export interface PasskeyFlow {
	flowId: string;
	options: Record<string, unknown>;
}

/**
 * What the browser's WebAuthn answered: `POST /api/teacher/join/verify`, `/api/teacher/sign-in/verify`,
 * `/api/teacher/passkeys/verify`.
 */
export const passkeyBody = v.strictObject({ flowId, credential });
export type PasskeyBody = v.InferOutput<typeof passkeyBody>;

/** `POST /api/teacher/recover`: signs in by one of the recovery codes, which is used up. */
export const recoverBody = v.strictObject({ code });

/** Who is signed in: `GET /api/teacher/me`, and after every sign-in. */
export interface SignedInTeacher {
	id: string;
	name: string;
	passkeys: { id: string; createdAt: number; usedAt?: number }[];
	recoveryCodesLeft: number;
	/** Only right after they were made: shown once, never again. */
	recoveryCodes?: string[];
}

/** `POST /api/teacher/invitations` */
export interface Invitation {
	code: string;
	/** epoch ms */
	expiresAt: number;
}

/** `GET /api/health`: it answers at once, whatever the store does. */
export interface Health {
	app: 'ok';
	classServer: 'off' | 'asleep' | 'starting' | 'ready' | 'failed';
	/** No teacher was made yet: the set-up code stands in the server's own output. */
	needsSetUp?: boolean;
}
