import { makeClassKeys, publicPoint } from '#lib/domain/classroom/class-keys.ts';
import type { Bytes } from '#lib/domain/classroom/bytes.ts';
import { freezeQuiz } from '#lib/domain/classroom/freeze.ts';
import { makeReleaseCode } from '#lib/domain/classroom/release.ts';
import { sealSubmission } from '#lib/domain/classroom/seal-result.ts';
import { pupilTokens } from '#lib/domain/classroom/slips.ts';
import type { AssignmentRules, Submission } from '#lib/domain/classroom/types.ts';
import { versionsByHash } from '#lib/domain/classroom/versions.ts';
import type { Item, RawAnswer } from '#lib/domain/quiz/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { AssignmentRow, ClassRow } from '#lib/storage/class-rows.ts';
import { NOON } from '../review/open-app.ts';
import { SMALL_BANK } from '../review/small-bank.ts';

/** What a test knows to be there. */
export function there<T>(value: T | null | undefined): T {
	if (value === undefined || value === null) throw new Error('it is not there');
	return value;
}

export const MINUTE = 60_000;

const names = ['Ada Byron', 'Grace Hopper', 'Mary Somerville', 'Emmy Noether'];

/** Three that are chosen (the right option is `i`), one that is typed. */
const ITEMS: Item[] = [
	...[0, 1, 2].map((i): Item => ({
		form: 'choose',
		parts: [{ questionId: `r/f${i}/who` }],
		options: names.map((text) => ({ text })),
		right: i
	})),
	{ form: 'type', parts: [{ questionId: 'r/f3/who' }] }
];

export const chose = (option: number): RawAnswer => ({ form: 'choose', option });
export const typed = (text: string): RawAnswer => ({ form: 'type', text });

/** A class with an assignment, and what its pupils can send. */
export interface ClassWork {
	assignment: AssignmentRow;
	schoolClass: ClassRow;
	/** A result of a pupil, sealed as their device does it. */
	seal: (changes: Partial<Submission>, raws: RawAnswer[], asNo?: number) => Promise<Bytes>;
}

/** A class of so many pupils and an assignment of four questions, both in the store. */
export async function startClass(
	app: App,
	rules: Partial<AssignmentRules> = {},
	pupils = 3
): Promise<ClassWork> {
	const numbers = Array.from({ length: pupils }, (_, i) => i + 1);
	const schoolClass: ClassRow = {
		id: crypto.randomUUID(),
		name: '10b',
		pupils: numbers.map((no) => ({ no, pseudonym: `Heron ${no}`, slip: 1 })),
		keys: await makeClassKeys(crypto),
		createdAt: NOON,
		privateNames: { 1: 'Anna' },
		changedAt: NOON
	};
	const quiz = await freezeQuiz(crypto, {
		...{ bank: SMALL_BANK, quiz: { title: 'People', items: ITEMS }, version: 1 },
		isPublic: () => false
	});
	const assignment: AssignmentRow = {
		id: crypto.randomUUID(),
		classId: schoolClass.id,
		quizId: 'q',
		title: 'People',
		rules: {
			...{ mode: 'test', attempts: 1, counts: 'first', order: 'fixed', feedback: 'release' },
			...rules
		},
		exceptions: [],
		pupils: numbers,
		versions: [quiz],
		releaseCode: makeReleaseCode(crypto),
		createdAt: NOON
	};
	await new ClassRepository(app.database).create(schoolClass);
	await new AssignmentRepository(app.database).create(assignment);
	const [quizHash = ''] = (await versionsByHash(crypto, assignment)).keys();

	const seal: ClassWork['seal'] = async (changes, raws, asNo) => {
		const submission: Submission = {
			id: app.newId(),
			assignmentId: assignment.id,
			quizHash,
			no: 1,
			attempt: 1,
			answers: raws.map((raw, itemNo) => ({ itemNo, raw, tookMs: 4000 })),
			startedAt: NOON - 10 * MINUTE,
			finishedAt: NOON - MINUTE,
			leftScreen: 0,
			...changes
		};
		const { secret } = schoolClass.keys;
		const whose = { secret, classId: schoolClass.id, no: asNo ?? submission.no, slip: 1 };
		const [token] = await pupilTokens(crypto, { ...whose, assignmentId: assignment.id });
		const sealTo = publicPoint(schoolClass.keys.seal.publicKey);
		return sealSubmission(crypto, { submission, sealTo, token: there(token) });
	};
	return { assignment, schoolClass, seal };
}
