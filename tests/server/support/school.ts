import { randomUUID } from 'node:crypto';
import type { NewPin, PutClass } from '#lib/domain/classroom/api/class-api.ts';
import type { AttemptUpload } from '#lib/domain/classroom/api/pupil-api.ts';
import type { PasskeyFlow } from '#lib/domain/classroom/api/teacher-api.ts';
import { makeClassKeys, publicPoint } from '#lib/domain/classroom/class-keys.ts';
import type { Submission } from '#lib/domain/classroom/types.ts';
import { ALL_RIGHT, quiz } from '../../domain/classroom/marking-support.ts';
import { Authenticator } from '../teachers/authenticator.ts';

/** Where requests go. */
export interface Address {
	url: string;
	/** What people type, where that is a balancer's. */
	origin?: string;
}

/** Where requests go, and in whose name. */
export interface Caller extends Address {
	cookie: string;
}

/** A pupil who is signed in. */
export interface Pupil extends Caller {
	classId: string;
	no: number;
}

/** A class on the server, with the one assignment it has. */
export interface Klass {
	id: string;
	assignmentId: string;
	code: string;
	pins: NewPin[];
}

const keys = await makeClassKeys(crypto);
const SEAL_TO = publicPoint(keys.seal.publicKey);
const SIGNED_BY = publicPoint(keys.sign.publicKey);

/** Asks the API as a browser of this origin would. */
export async function ask<T>(
	caller: Caller,
	method: string,
	path: string,
	body?: unknown
): Promise<{ value: T; cookie: string }> {
	const response = await fetch(`${caller.url}/api/${path}`, {
		method,
		headers: headersOf(caller),
		...(body !== undefined && { body: JSON.stringify(body) })
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
	const [set] = response.headers.getSetCookie();
	return { value: JSON.parse(text) as T, cookie: set?.split(';')[0] ?? caller.cookie };
}

/** What a browser sends with a request of its own origin. */
export function headersOf({ url, origin = url, cookie }: Caller): Record<string, string> {
	return { origin, 'content-type': 'application/json', ...(cookie && { cookie }) };
}

/** Makes the first teacher, by the code the server printed. */
export async function firstTeacher(address: Address, code: string): Promise<Caller> {
	const nobody = { ...address, cookie: '' };
	const begun = await ask<PasskeyFlow>(nobody, 'POST', 'teacher/join', { code, name: 'Ada' });
	const passkey = new Authenticator();
	const body = passkey.create(begun.value, { origin: address.origin ?? address.url });
	const { cookie } = await ask(nobody, 'POST', 'teacher/join/verify', body);
	return { ...address, cookie };
}

/** Puts a class of so many pupils on the server, with an assignment for all of them. */
export async function putClass(teacher: Caller, pupils: number): Promise<Klass> {
	const id = randomUUID();
	const numbers = Array.from({ length: pupils }, (_, i) => i + 1);
	const { value } = await ask<PutClass>(teacher, 'PUT', `classes/${id}`, {
		name: '9b',
		pupils: numbers.map((no) => ({ no, pseudonym: `Heron ${no}` })),
		...{ sealTo: SEAL_TO, signedBy: SIGNED_BY, retentionDays: 90 }
	});
	const assignmentId = randomUUID();
	await ask(teacher, 'PUT', `classes/${id}/assignments/${assignmentId}`, {
		...{ id: assignmentId, classId: id, quizId: 'q', title: 'A quiz', exceptions: [] },
		rules: {
			...{ mode: 'practice', attempts: 99, counts: 'best', order: 'fixed' },
			feedback: 'handed-in'
		},
		...{ pupils: numbers, versions: [quiz], createdAt: Date.now() }
	});
	return { id, assignmentId, code: value.class.code, pins: value.pins };
}

/** Signs a pupil in by class code, number and PIN. */
export async function signIn(
	address: Address,
	{ code, id }: Klass,
	{ no, pin }: NewPin
): Promise<Pupil> {
	const nobody = { ...address, cookie: '' };
	const { cookie } = await ask(nobody, 'POST', 'pupil/sign-in', { code, no, pin });
	return { ...address, cookie, classId: id, no };
}

/** What a pupil's device sends when a sitting is handed in: every answer, and the submission. */
export function uploadOf(
	{ no }: Pick<Pupil, 'no'>,
	{ assignmentId }: Pick<Klass, 'assignmentId'>
): { attempts: (AttemptUpload & { handedIn: Submission })[]; ready: string[] } {
	const [id, now] = [randomUUID(), Date.now()];
	const given = ALL_RIGHT.map((raw, itemNo) => ({ itemNo, raw, tookMs: 4000 }));
	const head = { assignmentId, quizHash: quiz.hash, attempt: 1, startedAt: now - 60_000 };
	const answers = given.map((answer, i) => ({ ...answer, seq: i + 1, at: now }));
	const handedIn = { ...head, id, no, answers: given, finishedAt: now, leftScreen: 0 };
	return { attempts: [{ ...head, submissionId: id, answers, handedIn }], ready: [] };
}

/** How many submissions of an assignment the server has. */
export async function submissionsOf(teacher: Caller, klass: Klass): Promise<number> {
	const path = `classes/${klass.id}/assignments/${klass.assignmentId}/live`;
	return (await ask<{ submissions: number }>(teacher, 'GET', path)).value.submissions;
}
