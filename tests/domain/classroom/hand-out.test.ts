import { beforeAll, describe, expect, test } from 'vitest';
import { makeClassKeys } from '#lib/domain/classroom/class-keys.ts';
import { findException } from '#lib/domain/classroom/exceptions.ts';
import { freezeQuiz } from '#lib/domain/classroom/freeze.ts';
import { makeHandout } from '#lib/domain/classroom/hand-out.ts';
import { isSignedHandout } from '#lib/domain/classroom/handout-signature.ts';
import { fromIdHandout, makeIdHandout } from '#lib/domain/classroom/id-quiz.ts';
import { makeReleaseCode, openKey } from '#lib/domain/classroom/release.ts';
import { pupilToken, slipCode } from '#lib/domain/classroom/slips.ts';
import type { Assignment, SchoolClass } from '#lib/domain/classroom/types.ts';
import { assemblePaper } from '#lib/domain/quiz/assemble-paper.ts';
import { makeItem } from '#lib/domain/quiz/make-item.ts';
import { SINGLE_FORMS } from '#lib/domain/quiz/single-items.ts';
import { crypto, frozen, shipped } from './classroom-support.ts';

const CLASS = '019a0000-0000-7000-8000-00000000000c';
const ID = '019a0000-0000-7000-8000-00000000000a';
const SEED = 'a seed';
let schoolClass: SchoolClass;

beforeAll(async () => {
	const pupils = [7, 8].map((no) => ({ no, pseudonym: '', slip: 2 }));
	const keys = await makeClassKeys(crypto);
	schoolClass = { id: CLASS, name: '8b', pupils, keys, createdAt: 0 };
});

/** Items of one question each, as a quiz put together by hand has them. */
function singles(seed = SEED) {
	const wishes = shipped.questions
		.filter((_, i) => i % 9 === 0)
		.map(({ id }, i) => ({
			questionId: id,
			form: SINGLE_FORMS[i % SINGLE_FORMS.length] ?? 'type'
		}));
	const among = wishes.map(({ questionId }) => questionId);
	return wishes.flatMap((wish) => makeItem(shipped, wish, { seed, among }) ?? []);
}

async function assignmentOf(changes: Partial<Assignment> = {}): Promise<Assignment> {
	return {
		...{ id: ID, classId: CLASS, quizId: 'q', title: 'A quiz', createdAt: 0 },
		rules: { mode: 'test', attempts: 1, counts: 'first', order: 'fixed', feedback: 'release' },
		exceptions: [{ no: 8, extraMinutes: 10 }],
		pupils: [7, 8],
		versions: [await frozen()],
		releaseCode: makeReleaseCode(crypto),
		...changes
	};
}

const PRACTICE: Assignment['rules'] = {
	...{ mode: 'practice', attempts: 9, counts: 'best', order: 'fixed', feedback: 'each' }
};

describe('a handout', () => {
	test('of a Test is signed, tells no answer, and its release code gives the whole quiz', async () => {
		const assignment = await assignmentOf();
		const signed = await makeHandout(crypto, { assignment, schoolClass });
		if (!signed) throw new Error('no handout');
		expect(await isSignedHandout(crypto, signed)).toBe(true);
		const { handout } = signed;
		const [quiz] = assignment.versions;
		const shown = JSON.stringify(handout);
		for (const { explain } of quiz?.bank.questions ?? []) expect(shown).not.toContain(explain);
		expect(shown).not.toContain(assignment.releaseCode);
		expect(handout.closedFacts).toHaveLength(quiz?.bank.facts.length ?? 0);
		const { releaseCode: code = '' } = assignment;
		const opened = await openKey(crypto, { code, sealedKey: handout.sealedKey ?? '' });
		expect(opened).toEqual({ ok: true, value: { ...quiz, hashes: [] } });
	});

	test('of a Practice carries the whole quiz', async () => {
		const assignment = await assignmentOf({ rules: PRACTICE });
		const signed = await makeHandout(crypto, { assignment, schoolClass });
		expect(signed?.handout.quiz).toEqual({ ...assignment.versions[0], hashes: [] });
		expect(signed?.handout.sealedKey).toBeUndefined();
	});

	test('tells an exception to its own pupil alone, and nothing private to anyone', async () => {
		const assignment = await assignmentOf();
		const signed = await makeHandout(crypto, { assignment, schoolClass });
		const exceptions = signed?.handout.exceptions ?? [];
		const found = async (no: number) => {
			const code = await slipCode(crypto, {
				...{ secret: schoolClass.keys.secret, classId: CLASS, no, slip: 2 }
			});
			return findException(
				crypto,
				exceptions,
				await pupilToken(crypto, { code, assignmentId: ID, no })
			);
		};
		expect(await found(8)).toMatchObject({ no: 8, extraMinutes: 10 });
		expect(await found(7)).toBeUndefined();
		const shown = JSON.stringify(signed);
		expect(shown).not.toContain(schoolClass.keys.secret);
		expect(shown).not.toContain(schoolClass.keys.sign.privateKey.d);
		expect(shown).not.toContain(schoolClass.keys.seal.privateKey.d);
	});

	test('without a quiz is none', async () => {
		const assignment = await assignmentOf({ versions: [] });
		expect(await makeHandout(crypto, { assignment, schoolClass })).toBeUndefined();
	});
});

describe('a practice told by ids', () => {
	async function practice(items = singles()) {
		const quiz = { title: 'A quiz', items };
		const version = await freezeQuiz(crypto, {
			...{ bank: shipped, quiz, version: 1, isPublic: () => true }
		});
		return assignmentOf({ rules: PRACTICE, versions: [version] });
	}

	test('is the same quiz on a device with the same bank', async () => {
		const assignment = await practice();
		expect(new Set(assignment.versions[0]?.items.map(({ form }) => form)).size).toBe(3);
		const ids = await makeIdHandout(
			crypto,
			{ assignment, schoolClass },
			{ bank: shipped, seed: SEED }
		);
		if (!ids) throw new Error('no ids');
		const made = await fromIdHandout(crypto, ids, shipped);
		expect(made).toMatchObject({
			ok: true,
			value: { quiz: assignment.versions[0], title: 'A quiz' }
		});
	});

	test('is none where options are not what the seed gives', async () => {
		const assignment = await practice(singles('another seed'));
		const handing = { assignment, schoolClass };
		expect(await makeIdHandout(crypto, handing, { bank: shipped, seed: SEED })).toBeUndefined();
	});

	test('is none of a Test, of questions of one’s own, or of items of several', async () => {
		const bank = { bank: shipped, seed: SEED };
		const test = { ...(await practice()), rules: (await assignmentOf()).rules };
		expect(await makeIdHandout(crypto, { assignment: test, schoolClass }, bank)).toBeUndefined();
		const own = { ...shipped, questions: shipped.questions.slice(1) };
		const assignment = await practice();
		expect(
			await makeIdHandout(crypto, { assignment, schoolClass }, { bank: own, seed: SEED })
		).toBeUndefined();
		const blueprint = {
			reports: [],
			length: 8,
			levels: [],
			forms: ['match' as const],
			grave: false
		};
		const { items } = assemblePaper(shipped, blueprint, 'x');
		expect(items.length).toBeGreaterThan(0);
		const grouped = await practice(items);
		expect(await makeIdHandout(crypto, { assignment: grouped, schoolClass }, bank)).toBeUndefined();
	});

	test('comes to another quiz where the bank changed: told, not taken', async () => {
		const assignment = await practice();
		const ids = await makeIdHandout(
			crypto,
			{ assignment, schoolClass },
			{ bank: shipped, seed: SEED }
		);
		if (!ids) throw new Error('no ids');
		const questions = shipped.questions.map((each) => ({ ...each, ask: `${each.ask} Really?` }));
		const made = await fromIdHandout(crypto, ids, { ...shipped, questions });
		expect(made).toEqual({ ok: false, problem: { code: 'other-quiz' } });
	});
});
