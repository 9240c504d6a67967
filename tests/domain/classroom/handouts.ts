import { toBase64Url } from '#lib/domain/classroom/bytes.ts';
import { makeClassKeys, publicPoint } from '#lib/domain/classroom/class-keys.ts';
import { makeReleaseCode, sealKey } from '#lib/domain/classroom/release.ts';
import type {
	AssignmentRules,
	ClassKeys,
	FrozenQuiz,
	Handout
} from '#lib/domain/classroom/types.ts';
import { closedFacts, withhold } from '#lib/domain/classroom/withhold.ts';
import { ASSIGNMENT, CLASS, STARTED_AT } from './samples.ts';

/** Terms of a Practice with everything that can be said. */
export const PRACTICE: AssignmentRules = {
	mode: 'practice',
	opensAt: STARTED_AT,
	closesAt: STARTED_AT + 86_400_000,
	minutes: 25,
	attempts: 3,
	counts: 'best',
	order: 'per-pupil',
	feedback: 'each'
};

/** The numbers 1 to 30 but one. */
export const PUPILS = Array.from({ length: 30 }, (_, i) => i + 1).filter((no) => no !== 13);

/** The keys of a class and what its handouts say of it. */
export async function someClass(): Promise<{
	keys: ClassKeys;
	of: Pick<Handout, 'assignmentId' | 'classId' | 'className' | 'sealTo' | 'signedBy'>;
}> {
	const keys = await makeClassKeys(crypto);
	const sealTo = publicPoint(keys.seal.publicKey);
	const signedBy = publicPoint(keys.sign.publicKey);
	const of = { assignmentId: ASSIGNMENT, classId: CLASS, className: '8b', sealTo, signedBy };
	return { keys, of };
}

type Class = Awaited<ReturnType<typeof someClass>>;

/** A handout of a quiz for Practice, its key in it. */
export function practiceOf({ of }: Class, quiz: FrozenQuiz): Handout {
	const exceptions = [toBase64Url(new Uint8Array(40).fill(7))];
	const { title } = quiz;
	return { ...of, title, rules: PRACTICE, pupils: PUPILS, exceptions, quiz, closedFacts: [] };
}

/** A handout of a quiz for a Test, its key withheld. */
export async function testOf({ of }: Class, quiz: FrozenQuiz): Promise<Handout> {
	const code = makeReleaseCode(crypto);
	return {
		...of,
		title: quiz.title,
		rules: { mode: 'test', attempts: 1, counts: 'last', order: 'fixed', feedback: 'release' },
		pupils: PUPILS,
		exceptions: [],
		quiz: await withhold(crypto, quiz, code),
		sealedKey: await sealKey(crypto, { code, withheld: quiz }),
		closedFacts: await closedFacts(crypto, quiz)
	};
}
