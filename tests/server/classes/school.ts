import type { RequestEvent } from '@sveltejs/kit';
import { readTyped } from '#lib/domain/answers/grading.ts';
import type { AssignmentBody, ClassBody, PutClass } from '#lib/domain/classroom/api/class-api.ts';
import type { AttemptAck, AttemptUpload, UploadAck } from '#lib/domain/classroom/api/pupil-api.ts';
import { makeClassKeys, publicPoint } from '#lib/domain/classroom/class-keys.ts';
import { makeReleaseCode } from '#lib/domain/classroom/release.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import type { Submission } from '#lib/domain/classroom/types.ts';
import { testHash } from '#lib/domain/classroom/withhold.ts';
import type { RawAnswer } from '#lib/domain/quiz/types.ts';
import {
	keepPupilSession,
	newPupilSession,
	setPupilCookie
} from '#lib/server/pupils/pupil-session.ts';
import { classCodes, classes, pupils, teachers } from '#lib/server/store/schema.ts';
import {
	keepTeacherSession,
	newTeacherSession,
	setTeacherCookie
} from '#lib/server/teachers/teacher-session.ts';
import { PUT as putClass } from '../../../src/routes/api/classes/[class]/+server.ts';
import { PUT as putAssignment } from '../../../src/routes/api/classes/[class]/assignments/[assignment]/+server.ts';
import { POST as postWork } from '../../../src/routes/api/pupil/[class]/work/+server.ts';
import { ALL_RIGHT, quiz, ruledPart, WAITS } from '../../domain/classroom/marking-support.ts';
import { ask, eventOf, type Asked } from '../support/ask.ts';
import type { TestContext } from '../support/stores.ts';

type Handler = (event: RequestEvent) => Response | Promise<Response>;
export type Cookies = Map<string, string>;

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

const keys = await makeClassKeys(crypto);
const SEAL_TO = publicPoint(keys.seal.publicKey);
const SIGNED_BY = publicPoint(keys.sign.publicKey);

/** A teacher who is signed in, and what their browser keeps. */
export interface Teacher {
	context: TestContext;
	id: string;
	cookies: Cookies;
}

/** A class with its teacher; pupils are signed in as they are asked for. */
export interface School extends Teacher {
	classId: string;
}

/** A pupil of a class, with what their browser keeps. */
export interface SignedIn extends School {
	no: number;
}

/** A new teacher, signed in. */
export async function someTeacher(context: TestContext): Promise<Teacher> {
	const id = context.newId();
	const { database } = context.store;
	await database.insert(teachers).values({ id, name: 'T', createdAt: context.now() });
	return { context, id, cookies: await teacherCookies(context, id) };
}

/** What the browser of a teacher keeps who has just signed in. */
export async function teacherCookies(context: TestContext, id: string): Promise<Cookies> {
	const { database } = context.store;
	const session = newTeacherSession(context);
	await keepTeacherSession(database, id, { ...session, createdAt: context.now() });
	const cookies: Cookies = new Map();
	setTeacherCookie({ context, event: eventOf(context, { cookies }) }, session);
	return cookies;
}

/** What a browser asks with some cookies. */
export function call<T>(
	{ context, cookies }: Pick<Teacher, 'context' | 'cookies'>,
	handler: Handler,
	asked: Asked
) {
	return ask<T>(handler, eventOf(context, { cookies, ...asked }));
}

/** A class to be put, of so many pupils. */
export function classBodyOf(pupils: number, changes: Partial<ClassBody> = {}): ClassBody {
	return {
		name: '8b',
		pupils: Array.from({ length: pupils }, (_, i) => ({ no: i + 1, pseudonym: `Heron ${i + 1}` })),
		sealTo: SEAL_TO,
		signedBy: SIGNED_BY,
		retentionDays: 90,
		...changes
	};
}

/** A new class of a new teacher with pupils 1 to so many, who have no PINs: those are slow to make. */
export async function someSchool(context: TestContext, most = 3): Promise<School> {
	const teacher = await someTeacher(context);
	const classId = context.newId();
	const { database } = context.store;
	const createdAt = context.now();
	const { pupils: register, ...said } = classBodyOf(most);
	const code = classId.slice(-8);
	const row = { ...said, classId, teacherId: teacher.id, code, createdAt, changedAt: createdAt };
	await database.insert(classes).values(row);
	await database.insert(classCodes).values({ code, classId });
	const rows = register.map(({ no, pseudonym }) => ({
		...{ classId, no, pseudonym, pinHash: 'none', wrongTries: 0, createdAt }
	}));
	await database.insert(pupils).values(rows);
	return { ...teacher, classId };
}

/** Puts a class; the answer whatever it is. */
export function puttingClass(teacher: Teacher, classId: string, body: unknown) {
	const asked = { method: 'PUT', params: { class: classId }, body };
	return call<PutClass & { code?: string; where?: string }>(teacher, putClass, asked);
}

/** What the browser of a pupil keeps who is signed in. */
async function pupilCookies({ context, classId }: School, no: number): Promise<Cookies> {
	const session = newPupilSession(context);
	const { database } = context.store;
	const createdAt = context.now();
	await keepPupilSession(database, { classId, no }, { ...session, createdAt });
	const cookies: Cookies = new Map();
	setPupilCookie({ context, event: eventOf(context, { cookies }) }, classId, session);
	return cookies;
}

/** A pupil who is signed in. */
export async function pupilOf(school: School, no: number): Promise<SignedIn> {
	return { ...school, no, cookies: await pupilCookies(school, no) };
}

/** An assignment of the quiz that has every form, to pupils 1 to 3. */
export function assignmentOf(
	{ context, classId }: School,
	changes: Partial<AssignmentBody> = {}
): AssignmentBody {
	return {
		id: context.newId(),
		classId,
		quizId: 'q1',
		title: 'A quiz',
		rules: {
			mode: 'practice',
			attempts: 2,
			counts: 'best',
			order: 'fixed',
			feedback: 'handed-in',
			closesAt: context.now() + 2 * HOUR
		},
		exceptions: [],
		pupils: [1, 2, 3],
		versions: [quiz],
		createdAt: context.now(),
		...changes
	};
}

/** The same as a Test. */
export function testOf(school: School, changes: Partial<AssignmentBody> = {}): AssignmentBody {
	const plain = assignmentOf(school);
	return {
		...plain,
		rules: { ...plain.rules, mode: 'test', feedback: 'release' },
		releaseCode: makeReleaseCode(crypto),
		...changes
	};
}

/** A judgement of the answer that waits: half right. */
export function judged({ context }: School, { id }: Pick<AssignmentBody, 'id'>): Ruling {
	const ruled = { id: context.newId(), at: 1, assignmentId: id, part: ruledPart(0) };
	const text = WAITS.form === 'type' ? readTyped(WAITS.text).key : '';
	return { ...ruled, type: 'judge', answer: { text }, credit: 0.5 };
}

/** The address of an assignment. */
export const at = ({ classId, id }: { classId: string; id: string }) => ({
	params: { class: classId, assignment: id }
});

/** Puts an assignment; the answer whatever it is. */
export function putting(school: School, body: AssignmentBody) {
	return call<{ code?: string; where?: string; changedAt?: number; versions?: number }>(
		school,
		putAssignment,
		{ method: 'PUT', ...at({ classId: school.classId, id: body.id }), body }
	);
}

/** Puts an assignment that is all right. */
export async function assign(school: School, body: AssignmentBody): Promise<AssignmentBody> {
	const put = await putting(school, body);
	if (put.status !== 200) throw new Error(JSON.stringify(put.body));
	return body;
}

/** How submissions name the quiz of an assignment. */
function hashOf({ rules, releaseCode = '' }: AssignmentBody): Promise<string> {
	return rules.mode === 'test' ? testHash(crypto, quiz, releaseCode) : Promise.resolve(quiz.hash);
}

/** Some answers as a device saves them. */
export function saved(raws: readonly RawAnswer[], now: number): AttemptUpload['answers'] {
	return raws.map((raw, itemNo) => ({ itemNo, raw, tookMs: 4000, seq: itemNo + 1, at: now }));
}

/** A pupil's attempt as their device sends it, all answers in it; handed in unless told. */
export async function attemptOf(
	{ context, no }: SignedIn,
	assignment: AssignmentBody,
	{ raws = ALL_RIGHT, isIn = true, attempt = 1, id = context.newId() } = {}
): Promise<AttemptUpload & { handedIn?: Submission }> {
	const now = context.now();
	const quizHash = await hashOf(assignment);
	const answers = saved(raws, now);
	const head = { assignmentId: assignment.id, quizHash, attempt, startedAt: now - HOUR };
	const given = answers.map(({ itemNo, raw, tookMs }) => ({ itemNo, raw, tookMs }));
	const handedIn = { ...head, id, no, answers: given, finishedAt: now, leftScreen: 0 };
	return { ...head, submissionId: id, answers, ...(isIn && { handedIn }) };
}

/** Sends an upload; the answer whatever it is. */
export function sending(pupil: SignedIn, attempts: unknown[], ready: string[] = []) {
	const { classId } = pupil;
	return call<UploadAck & { code?: string }>(pupil, postWork, {
		params: { class: classId },
		body: { attempts, ready }
	});
}

/** Sends attempts that are taken one way or another: what became of each. */
export async function send(
	pupil: SignedIn,
	attempts: unknown[],
	ready: string[] = []
): Promise<AttemptAck[]> {
	const sent = await sending(pupil, attempts, ready);
	if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
	return sent.body.attempts;
}
