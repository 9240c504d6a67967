import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSubmission } from '#lib/domain/classroom/seal-result.ts';
import { fromBase64Url } from '#lib/domain/classroom/bytes.ts';
import { printReleaseCode, printReleaseQr } from '#lib/domain/classroom/release.ts';
import { pupilTokens } from '#lib/domain/classroom/slips.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { AssignedRun } from '#lib/state/classroom/assigned-run.svelte.ts';
import { AssignedSitting } from '#lib/state/classroom/assigned-sitting.svelte.ts';
import { HandoutTaking } from '#lib/state/classroom/handout-taking.svelte.ts';
import { HandoutRepository } from '#lib/storage/handout-repository.ts';
import { clearAll, NOON, openApp, type Clock } from '../review/open-app.ts';
import { SMALL_BANK } from '../review/small-bank.ts';
import { give, newClass, type Given } from './given-class.ts';

let app: App;
let clock: Clock;

beforeEach(async () => {
	await clearAll();
	clock = { now: NOON };
	app = await openApp(clock);
});
afterEach(() => app.database.close());

/** Runs the screen's states as a page would: subscribed to what is stored. */
function shown(id: string): AssignedRun {
	const run = new AssignedRun(app, id);
	const stop = $effect.root(() => {
		$effect(() => void [run.status, run.attempts, run.handins, run.isServed]);
	});
	stops.push(stop);
	return run;
}
const stops: (() => void)[] = [];
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
});

async function taken({ link, assignment }: Given): Promise<AssignedRun> {
	expect(await new HandoutTaking(app).takeLink(link)).toBe(assignment.id);
	const run = shown(assignment.id);
	await expect.poll(() => run.status).toBe('ready');
	return run;
}

/** An attempt as its page has it, open for answers. */
async function sitting(run: AssignedRun, id: string) {
	const assigned = new AssignedSitting(app, run.id, id);
	await assigned.read();
	const quiz = assigned.run;
	if (!quiz) throw new Error('no sitting');
	stops.push(quiz.open());
	await expect.poll(() => quiz.stage).toBe('open');
	return { assigned, quiz };
}

/** Begins an attempt, types the same into every item, and hands it in. */
async function sit(run: AssignedRun, text: string): Promise<string> {
	const id = await run.begin();
	if (!id) throw new Error(run.problem?.code);
	const { assigned, quiz } = await sitting(run, id);
	const count = quiz.sitting?.paper.items.length ?? 0;
	for (let i = 0; i < count; i++) {
		await quiz.goTo(i);
		await quiz.answer({ form: 'type', text });
	}
	await quiz.handIn();
	await assigned.end();
	return id;
}

async function opened(run: AssignedRun, { schoolClass, assignment }: Given) {
	const [row] = await new HandoutRepository(app.database).handins(run.id);
	const { keys, id: classId } = schoolClass;
	return openSubmission(crypto, {
		bytes: fromBase64Url(row?.sealed ?? '') ?? new Uint8Array(),
		privateKey: keys.seal.privateKey,
		tokensOf: (no) =>
			pupilTokens(crypto, {
				...{ secret: keys.secret, classId, no, slip: 1, assignmentId: assignment.id }
			})
	});
}

describe('a Test without a server', () => {
	test('goes from the link to a sealed result that only its teacher reads', async () => {
		const given = await give(SMALL_BANK);
		const run = await taken(given);
		expect(await run.choose(7, 'AAAA-AAAA')).toBe(false);
		expect(run.problem).toMatchObject({ code: 'mistyped' });
		expect(await run.choose(8, await given.codeOf(7))).toBe(false);
		expect(await run.choose(7, await given.codeOf(7))).toBe(true);
		const id = await sit(run, 'Milltown');
		const result = await opened(run, given);
		expect(result).toMatchObject({
			ok: true,
			value: { submission: { id, no: 7, attempt: 1, assignmentId: given.assignment.id } }
		});
		if (!result.ok) return;
		expect(result.value.submission.answers).toHaveLength(SMALL_BANK.questions.length);
		expect(await run.begin()).toBeUndefined();
		expect(run.problem).toEqual({ code: 'no-attempt-left', most: 1 });
	});

	test('tells no answer before the release code, and all after', async () => {
		const given = await give(SMALL_BANK);
		const run = await taken(given);
		await run.choose(7, await given.codeOf(7));
		const id = await sit(run, 'nothing of the sort');
		const before = new AssignedSitting(app, run.id, id);
		await before.read();
		expect(await before.end()).toBe('waits');
		expect(before.results).toBeUndefined();
		const other = await give(SMALL_BANK);
		expect(await run.release(printReleaseCode(other.assignment.releaseCode ?? ''))).toBe(false);
		expect(run.problem).toEqual({ code: 'wrong-code' });
		expect(await run.release(printReleaseCode(given.assignment.releaseCode ?? ''))).toBe(true);
		const after = new AssignedSitting(app, run.id, id);
		await after.read();
		await after.run?.reload();
		expect(await after.end()).toBe('told');
		expect(after.results?.summary).toMatchObject({ credit: 0, outOf: SMALL_BANK.questions.length });
		expect(after.results?.missedIds).toHaveLength(SMALL_BANK.questions.length);
	});

	test('keeps its facts closed in the library until it is released, also after a start', async () => {
		const given = await give(SMALL_BANK);
		await taken(given);
		expect(app.library.look.bank.questions).toEqual([]);
		expect(app.library.look.bank.facts).toEqual([]);
		expect(app.library.all.bank.questions).toHaveLength(SMALL_BANK.questions.length);
		app.database.close();
		app = await openApp(clock);
		expect(app.look.bank.questions).toEqual([]);
		const { releaseCode: code = '', id: assignmentId } = given.assignment;
		const message = `Here it is: ${printReleaseQr({ assignmentId, code })} Well done!`;
		expect(await new HandoutTaking(app).takeText(message)).toBe(assignmentId);
		expect(app.look.bank.questions).toHaveLength(SMALL_BANK.questions.length);
	});

	test('opens them again once it is over', async () => {
		await taken(await give(SMALL_BANK, { rules: { closesAt: NOON + 1000 } }));
		expect(app.look.bank.facts).toEqual([]);
		app.database.close();
		clock.now = NOON + 1000;
		app = await openApp(clock);
		expect(app.look.bank.facts).toHaveLength(SMALL_BANK.facts.length);
	});
});

describe('a new version', () => {
	test('is for attempts to come: one that was begun keeps its questions, and is told with them', async () => {
		const given = await give(SMALL_BANK);
		const run = await taken(given);
		await run.choose(7, await given.codeOf(7));
		const id = (await run.begin()) ?? '';
		const asked = SMALL_BANK.questions.map(({ ask }) => ask);
		const questions = SMALL_BANK.questions.map((each) => ({ ...each, ask: `New: ${each.ask}` }));
		const { schoolClass, assignment: after } = given;
		const next = await give({ ...SMALL_BANK, questions }, { schoolClass, after });
		for (const { link } of [next, given]) await new HandoutTaking(app).takeLink(link);
		expect((await app.database.handouts.get(run.id))?.handout.quiz.version).toBe(2);

		const { assigned, quiz } = await sitting(run, id);
		expect(asked).toContain(quiz.question?.ask);
		await quiz.handIn();
		await assigned.end();
		expect(await opened(run, given)).toMatchObject({
			value: { submission: { quizHash: quiz.sitting?.paper.edition } }
		});
		expect(await run.release(printReleaseCode(after.releaseCode ?? ''))).toBe(true);
		const told = new AssignedSitting(app, run.id, id);
		await told.read();
		await told.run?.reload();
		expect(await told.end()).toBe('told');
		const lines = told.results?.groups.flatMap((group) => group.lines) ?? [];
		expect(lines.map((line) => line.told.question?.ask).sort()).toEqual(asked.sort());
	});
});

describe('the terms', () => {
	test('hold for all but the pupil who has others', async () => {
		const rules = { closesAt: NOON - 1, minutes: 10 };
		const exceptions = [{ no: 8, extraMinutes: 5, closesAt: NOON + 3_600_000 }];
		const given = await give(SMALL_BANK, { rules, exceptions });
		const run = await taken(given);
		await run.choose(7, await given.codeOf(7));
		expect(await run.begin()).toBeUndefined();
		expect(run.problem).toEqual({ code: 'closed', closesAt: NOON - 1 });
		await run.choose(8, await given.codeOf(8));
		await expect.poll(() => run.pupil?.no).toBe(8);
		const id = await run.begin();
		const [sitting] = await app.sittings.assigned(run.id);
		expect(sitting).toMatchObject({ id, deadlineAt: NOON + 15 * 60_000 });
	});
});

describe('a device that pupils share', () => {
	test('keeps of each only what is sealed', async () => {
		const given = await give(SMALL_BANK);
		const run = await taken(given);
		await run.share(true);
		await expect.poll(() => run.row?.isShared).toBe(true);
		for (const no of [3, 4]) {
			expect(await run.choose(no, await given.codeOf(no))).toBe(true);
			await sit(run, `answer of ${no}`);
			clock.now += 1000;
			await run.next();
			expect(run.pupil).toBeUndefined();
			expect(await app.sittings.assigned(run.id)).toEqual([]);
			expect(await app.database.answers.count()).toBe(0);
		}
		await expect.poll(() => run.handins.map(({ no }) => no)).toEqual([4, 3]);
		expect(await run.choose(3, await given.codeOf(3))).toBe(true);
		expect(await run.begin()).toBeUndefined();
		expect(run.problem).toMatchObject({ code: 'no-attempt-left' });
	});
});

describe('what is taken', () => {
	test('comes by file, by message, and once more without harm', async () => {
		const given = await give(SMALL_BANK);
		const taking = new HandoutTaking(app);
		const { id } = given.assignment;
		expect(await taking.takeFile(new Blob([given.file]))).toBe(id);
		expect(await taking.takeText(`Quiz: https://x.example/assigned#${given.link} see you`)).toBe(
			id
		);
		expect(await app.database.handouts.count()).toBe(1);
	});

	test.each([
		['', 'empty'],
		['hello', 'foreign'],
		['https://x.example/assigned#h1.AAAA', 'unreadable'],
		['https://x.example/assigned#h9.AAAA', 'newer'],
		['{"kind":"recount-bank"}', 'foreign']
	])('%j is refused as %s', async (text, code) => {
		const taking = new HandoutTaking(app);
		expect(await taking.takeText(text)).toBeUndefined();
		expect(taking.problem).toMatchObject({ code });
	});

	test('of a class known by another key waits for the person', async () => {
		const schoolClass = await newClass();
		const given = await give(SMALL_BANK, { schoolClass });
		const forged = await give(SMALL_BANK, {
			schoolClass: { ...(await newClass()), id: schoolClass.id }
		});
		const taking = new HandoutTaking(app);
		await taking.takeLink(given.link);
		expect(await taking.takeLink(forged.link)).toBeUndefined();
		expect(taking.doubt?.knownAs).toBeTruthy();
		clock.now += 1000;
		expect(await app.database.handouts.count()).toBe(1);
		expect(await taking.trust()).toBe(forged.assignment.id);
		expect(await taking.takeLink(forged.link)).toBe(forged.assignment.id);
	});
});
