import type { Bank } from '#lib/bank/types.ts';
import { makeClassKeys } from '#lib/domain/classroom/class-keys.ts';
import { freezeQuiz } from '#lib/domain/classroom/freeze.ts';
import { makeHandout } from '#lib/domain/classroom/hand-out.ts';
import { printHandoutFile, printHandoutLink } from '#lib/domain/classroom/handout-codec.ts';
import { makeReleaseCode } from '#lib/domain/classroom/release.ts';
import { slipCode } from '#lib/domain/classroom/slips.ts';
import type {
	Assignment,
	AssignmentRules,
	Exception,
	SchoolClass
} from '#lib/domain/classroom/types.ts';
import type { Item } from '#lib/domain/quiz/types.ts';

const TEST: AssignmentRules = {
	...{ mode: 'test', attempts: 1, counts: 'first', order: 'per-pupil', feedback: 'release' }
};

/** What a teacher's device knows of one assignment to a class. */
export interface Given {
	schoolClass: SchoolClass;
	assignment: Assignment;
	link: string;
	file: string;
	codeOf: (no: number, slip?: number) => Promise<string>;
}

/** What is given out, where it is not a Test of every question, typed. */
export interface Giving {
	rules?: Partial<AssignmentRules>;
	exceptions?: Exception[];
	schoolClass?: SchoolClass;
	/** What was given before: this is the next version of it. */
	after?: Assignment;
}

/** A class of thirty. */
export async function newClass(): Promise<SchoolClass> {
	const pupils = Array.from({ length: 30 }, (_, i) => ({ no: i + 1, pseudonym: '', slip: 1 }));
	const keys = await makeClassKeys(crypto);
	return { id: crypto.randomUUID(), name: '10b', pupils, keys, createdAt: 0 };
}

/** Which assignment it is, and which version of it. */
function placeOf(after: Assignment | undefined) {
	if (!after) return { id: crypto.randomUUID(), version: 1, releaseCode: makeReleaseCode(crypto) };
	return { id: after.id, version: after.versions.length + 1, releaseCode: after.releaseCode };
}

/** Gives every question of a bank to a class, typed. */
export async function give(bank: Bank, giving: Giving = {}): Promise<Given> {
	const schoolClass = giving.schoolClass ?? (await newClass());
	const items = bank.questions.map(({ id }): Item => ({
		form: 'type',
		parts: [{ questionId: id }]
	}));
	const quiz = { title: 'The quiz', items };
	const { id, version, releaseCode } = placeOf(giving.after);
	const assignment: Assignment = {
		...{
			id,
			classId: schoolClass.id,
			quizId: 'q',
			title: 'The quiz'
		},
		rules: { ...TEST, ...giving.rules },
		exceptions: giving.exceptions ?? [],
		pupils: schoolClass.pupils.map(({ no }) => no),
		versions: [await freezeQuiz(crypto, { bank, quiz, version, isPublic: () => true })],
		releaseCode,
		createdAt: 0
	};
	const signed = await makeHandout(crypto, { assignment, schoolClass });
	if (!signed) throw new Error('nothing to hand out');
	const { id: classId, keys } = schoolClass;
	return {
		schoolClass,
		assignment,
		link: await printHandoutLink(signed),
		file: printHandoutFile(signed),
		codeOf: (no, slip = 1) => slipCode(crypto, { secret: keys.secret, classId, no, slip })
	};
}
