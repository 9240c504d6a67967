import { describe, expect, it } from 'vitest';
import type { AssignmentBody } from '#lib/domain/classroom/api/class-api.ts';
import type { PupilWork } from '#lib/domain/classroom/api/pupil-api.ts';
import { handoutSchema } from '#lib/domain/classroom/handout-schema.ts';
import type { FrozenQuiz } from '#lib/domain/classroom/types.ts';
import { closedFacts, testHash } from '#lib/domain/classroom/withhold.ts';
import { apiFrame } from '#lib/server/http/api-frame.ts';
import * as v from 'valibot';
import { GET as getMarks } from '../../../src/routes/api/pupil/[class]/assignments/[assignment]/marks/+server.ts';
import { GET as getWork } from '../../../src/routes/api/pupil/[class]/assignments/+server.ts';
import { GET as getMe } from '../../../src/routes/api/pupil/[class]/me/+server.ts';
import { POST as postWork } from '../../../src/routes/api/pupil/[class]/work/+server.ts';
import { frozen } from '../../domain/classroom/classroom-support.ts';
import { freeze, items, quiz } from '../../domain/classroom/marking-support.ts';
import {
	assign,
	assignmentOf,
	at,
	attemptOf,
	call,
	DAY,
	HOUR,
	pupilOf,
	send,
	someSchool,
	testOf,
	type School,
	type SignedIn
} from '../classes/school.ts';
import { eventOf } from '../support/ask.ts';
import { describeStores } from '../support/stores.ts';

const second = await freeze({ version: 2, items: items.slice(0, 3) });

async function workOf(pupil: SignedIn): Promise<PupilWork> {
	const { body, status } = await call<PupilWork>(pupil, getWork, {
		params: { class: pupil.classId }
	});
	expect(status).toBe(200);
	return body;
}

/** The whole answer, as it leaves the server. */
function asked(pupil: SignedIn, known?: string): Promise<Response> {
	const headers: Record<string, string> = known === undefined ? {} : { 'if-none-match': known };
	const { context, cookies, classId } = pupil;
	return apiFrame(eventOf(context, { cookies, headers, params: { class: classId } }), getWork);
}

async function seen(school: School, no: number): Promise<string[]> {
	const { assignments } = await workOf(await pupilOf(school, no));
	return assignments.map(({ handout }) => handout.assignmentId);
}

/** Every body that a pupil's device can get, with what it asks for itself. */
async function allBodies(pupil: SignedIn, assignment: AssignmentBody): Promise<string> {
	const whole = await attemptOf(pupil, assignment, { raws: [] });
	const attempt = { ...whole, quizHash: undefined };
	const params = { class: pupil.classId };
	const bodies = await Promise.all([
		call(pupil, getWork, { params }),
		call(pupil, getMe, { params }),
		call(pupil, getMarks, at({ classId: pupil.classId, id: assignment.id })),
		call(pupil, postWork, { params, body: { attempts: [attempt], ready: [assignment.id] } }),
		call(pupil, postWork, { params, body: { attempts: 'x', ready: [assignment.id] } })
	]);
	return JSON.stringify(bodies.map(({ body }) => body));
}

/** Every text of a quiz that tells an answer, longer than what could stand anywhere. */
function secretsOf({ bank, hash, hashes, items: asked }: FrozenQuiz): string[] {
	const told = [
		...bank.questions.flatMap(({ id, explain }) => [id, explain]),
		...bank.facts.flatMap(({ id, text }) => [id, text]),
		...bank.names.flatMap(({ id, name, role = '' }) => [`"${id}"`, `"${name}"`, role]),
		...bank.reports.flatMap(({ title }) => [title]),
		...bank.comparisons.flatMap(({ why }) => [why]),
		...bank.questions.flatMap(({ answer }) =>
			'text' in answer ? [answer.text] : 'quantity' in answer ? [answer.quantity] : []
		),
		...hashes.flat(),
		hash
	];
	const shown = JSON.stringify([
		bank.questions.map(({ ask }) => ask),
		asked.map((item) => [
			item.parts.map(({ cue }) => cue),
			'options' in item ? item.options.map(({ text }) => text) : [],
			item.form === 'true-false' ? item.proposed : ''
		])
	]);
	return told.filter((text) => text !== '' && !shown.includes(text));
}

describeStores((make) => {
	describe('pupilWork', () => {
		it('gives a Practice whole and a Test only with what it shows', async () => {
			const school = await someSchool(make());
			const exceptions = [
				{ no: 1, closesAt: school.context.now() + DAY },
				{ no: 2, extraMinutes: 9 }
			];
			const practice = await assign(school, assignmentOf(school, { exceptions }));
			school.context.clock.now += 1;
			const test = await assign(school, testOf(school, { exceptions }));
			const work = await workOf(await pupilOf(school, 1));
			expect(work.serverTime).toBe(school.context.now());
			const [one, two] = work.assignments;
			for (const served of work.assignments) {
				expect(v.is(handoutSchema, served.handout)).toBe(true);
				expect(served.handout).toMatchObject({ pupils: [1], exceptions: [], className: '8b' });
				expect(served.terms).toEqual({ closesAt: exceptions[0]?.closesAt });
				expect([served.released, served.attempts]).toEqual([[], []]);
			}
			expect(one?.handout.assignmentId).toBe(practice.id);
			expect(one?.handout.quiz).toEqual({ ...quiz, hashes: [] });
			expect(two?.handout.quiz.hash).toBe(await testHash(crypto, quiz, test.releaseCode ?? ''));
			expect(two?.handout.closedFacts).toEqual(await closedFacts(crypto, quiz));
			expect('sealedKey' in (two?.handout ?? {})).toBe(false);
		});

		it('gives only what the pupil is in, from a day before it opens', async () => {
			const school = await someSchool(make());
			const opensAt = school.context.now() + 3 * DAY;
			const rules = { ...assignmentOf(school).rules, opensAt, closesAt: opensAt + HOUR };
			const { id } = await assign(school, assignmentOf(school, { rules, pupils: [1, 3] }));
			expect(await seen(school, 1)).toEqual([]);
			school.context.clock.now = opensAt - DAY - 1;
			expect(await seen(school, 1)).toEqual([]);
			school.context.clock.now += 1;
			expect(await seen(school, 1)).toEqual([id]);
			expect(await seen(school, 2)).toEqual([]);
			school.context.clock.now = opensAt + 9 * DAY;
			expect(await seen(school, 3)).toEqual([id]);
		});

		it('tells which attempts there are, from whatever device, and of nobody else', async () => {
			const school = await someSchool(make());
			const test = await assign(school, testOf(school));
			const [one, two] = [await pupilOf(school, 1), await pupilOf(school, 2)];
			const first = await attemptOf(one, test);
			const next = await attemptOf(one, test, { attempt: 2, isIn: false });
			await send(one, [first, next]);
			await send(two, [await attemptOf(two, test)]);
			const work = await workOf(await pupilOf(school, 1));
			expect(work.assignments[0]?.attempts).toEqual([
				{ submissionId: first.submissionId, attempt: 1, handedInAt: school.context.now() },
				{ submissionId: next.submissionId, attempt: 2 }
			]);
		});

		it('gives every version whole once a Test is released, and takes it back again', async () => {
			const school = await someSchool(make());
			const test = await assign(school, testOf(school, { versions: [quiz, second] }));
			const pupil = await pupilOf(school, 2);
			const releasedAt = school.context.now();
			await assign(school, { ...test, releasedAt });
			const { assignments } = await workOf(pupil);
			const hashes = await Promise.all(
				[quiz, second].map((each) => testHash(crypto, each, test.releaseCode ?? ''))
			);
			expect(assignments[0]?.released).toEqual([
				{ hash: hashes[0], quiz: { ...quiz, hashes: [] } },
				{ hash: hashes[1], quiz: { ...second, hashes: [] } }
			]);
			expect(assignments[0]?.handout.quiz.hash).toBe(hashes[1]);
			await assign(school, test);
			expect((await workOf(pupil)).assignments[0]?.released).toEqual([]);
		});

		it('lets nothing of what is withheld out before the release, by any endpoint', async () => {
			const school = await someSchool(make());
			const whole = await frozen({ length: 40 });
			const test = await assign(school, testOf(school, { versions: [whole] }));
			const pupil = await pupilOf(school, 1);
			await send(pupil, [{ ...(await attemptOf(pupil, test, { isIn: false, raws: [] })) }]);
			const secrets = [...secretsOf(whole), test.releaseCode ?? ''];
			const before = await allBodies(pupil, test);
			expect(before).toContain(whole.bank.questions[0]?.ask);
			const foundIn = (bodies: string) =>
				secrets.filter((secret) => bodies.includes(JSON.stringify(secret).slice(1, -1)));
			expect(foundIn(before)).toEqual([]);
			await assign(school, { ...test, releasedAt: 1 });
			expect(foundIn(await allBodies(pupil, test)).length).toBeGreaterThan(100);
		});

		it('tells in less than 500 bytes that nothing changed, with the time, and is cached nowhere', async () => {
			const school = await someSchool(make());
			await assign(school, assignmentOf(school));
			const pupil = await pupilOf(school, 1);
			const first = await asked(pupil);
			const tag = first.headers.get('etag') ?? '';
			expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-store']);
			school.context.clock.now += 30_000;
			for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
				const again = await asked(pupil, known);
				expect([again.status, again.headers.get('etag')]).toEqual([304, tag]);
				expect(again.headers.get('x-server-time')).toBe(`${school.context.now()}`);
				expect(again.headers.get('cache-control')).toBe('no-store');
				const head = Array.from(again.headers, ([name, value]) => `${name}: ${value}\r\n`);
				const text = `HTTP/1.1 304 Not Modified\r\n${head.join('')}\r\n${await again.text()}`;
				expect(text.length).toBeLessThan(500);
			}
			expect((await first.text()).length).toBeGreaterThan(4000);
			expect((await asked(pupil, '"other"')).status).toBe(200);
			expect((await asked({ ...pupil, cookies: new Map() }, tag)).status).toBe(401);
		});

		it('tells two pupils’ answers apart, and each change of one’s own', async () => {
			const school = await someSchool(make());
			const [one, two] = [await pupilOf(school, 1), await pupilOf(school, 2)];
			const tagOf = async (pupil: SignedIn) => (await asked(pupil)).headers.get('etag');
			const tags = [await tagOf(one), await tagOf(two)];
			const test = await assign(school, testOf(school));
			tags.push(await tagOf(one), await tagOf(two));
			await send(one, [await attemptOf(one, test)]);
			expect(await tagOf(two)).toBe(tags.at(-1));
			tags.push(await tagOf(one));
			await assign(school, { ...test, exceptions: [{ no: 1, extraMinutes: 9, closesAt: 9e12 }] });
			expect(await tagOf(two)).toBe(tags[3]);
			tags.push(await tagOf(one));
			await assign(school, { ...test, releasedAt: school.context.now() });
			tags.push(await tagOf(one), await tagOf(two));
			expect(new Set(tags).size).toBe(tags.length);
		});

		it('shows each change at once, whatever is remembered', async () => {
			const school = await someSchool(make());
			const body = await assign(school, assignmentOf(school));
			const pupil = await pupilOf(school, 1);
			const titles = [];
			for (const title of ['A', 'B', 'C']) {
				await assign(school, { ...body, title });
				titles.push((await workOf(pupil)).assignments[0]?.handout.title);
			}
			expect(titles).toEqual(['A', 'B', 'C']);
		});
	});
});
