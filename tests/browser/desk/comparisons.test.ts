import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '#lib/state/app.svelte.ts';
import { CompareReports } from '#lib/state/compare.svelte.ts';
import { DeskWork } from '#lib/state/desk-work.svelte.ts';
import { OwnReports } from '#lib/state/own-reports.ts';
import { REPORT_ID, SMALL_NAMES, smallDesk } from '../../domain/desk/small-desk.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';

const OTHER = 'r-0190a1b2-0000-7000-8000-000000000002';
const BRIDGE = `${REPORT_ID}/f-bridge`;
const DEAD = `${REPORT_ID}/f-dead`;

let app: App;
let work: DeskWork;

/** Another report of the person's own, finished. */
async function addOther(): Promise<void> {
	const desk = smallDesk();
	const other = { ...desk, id: OTHER, head: { ...desk.head, title: 'The flood a week later' } };
	const asked = Object.entries(other.questions).map(([id, question]) => {
		const ask = question.ask.replace('2016', '2016, a week later,');
		return [id, { ...question, ask }] as const;
	});
	const finished = await new OwnReports(app).finish({
		...other,
		questions: Object.fromEntries(asked)
	});
	if (!finished.ok) throw new Error(JSON.stringify(finished.problem));
}

async function sitDown(): Promise<DeskWork> {
	const desk = new DeskWork(app, REPORT_ID);
	desk.open();
	await vi.waitFor(() => expect(desk.status).toBe('ready'));
	return desk;
}

beforeEach(async () => {
	await clearAll();
	app = await openApp({ now: NOON });
	await app.database.names.bulkPut(SMALL_NAMES);
	const desk = smallDesk();
	await app.database.desks.put({
		...{ id: REPORT_ID, desk, state: 'open', revision: 1, at: 0, changedAt: NOON }
	});
	await new OwnReports(app).finish(desk);
	await addOther();
	const compare = new CompareReports(app, { left: REPORT_ID, right: OTHER });
	compare.pick('left', BRIDGE);
	compare.pick('right', `${OTHER}/f-bridge`);
	await compare.save({
		relation: 'differs',
		why: 'Two figures over different spans.',
		question: {
			kind: 'what',
			ask: 'In what do both reports of 2016 differ on the bridge?',
			answer: { form: 'text', text: 'The side of the river' },
			explain: 'One saw it from the north.'
		}
	});
	work = await sitDown();
});

afterEach(async () => {
	await work.close();
	app.database.close();
});

function held() {
	const [comparison] = Object.values(work.desk.comparisons ?? {});
	if (!comparison) throw new Error('no comparison stands on the desk');
	return comparison;
}

const stored = () => vi.waitFor(() => expect(work.isStored).toBe(true));

describe('a comparison on the desk', () => {
	it('is changed part by part, each a step that can be taken back', async () => {
		const before = held();
		work.setComparison({ ...held(), factIds: [...before.factIds, DEAD] }, `in ${DEAD}`);
		work.setComparison({ ...held(), factIds: [...held().factIds, 'r/f0'] }, 'in r/f0');
		work.setComparison({ ...held(), relation: 'same' }, 'relation');
		for (const why of ['O', 'On', 'One voice.']) work.setComparison({ ...held(), why }, 'why');
		const after = held();
		expect(after).toMatchObject({
			...{ relation: 'same', why: 'One voice.' },
			factIds: [...before.factIds, DEAD, 'r/f0']
		});
		work.undo();
		expect([held().why, held().relation]).toEqual([before.why, 'same']);
		expect(work.openId).toBe(work.questions.at(-1)?.id);
		work.undo();
		work.undo();
		expect(held().factIds).toEqual([...before.factIds, DEAD]);
		work.undo();
		expect(held()).toEqual(before);
		for (let step = 0; step < 4; step += 1) work.redo();
		expect(held()).toEqual(after);
		await stored();
		const row = await app.database.desks.get(REPORT_ID);
		expect(row?.desk.comparisons).toEqual({ [after.id]: after });
	});

	it('keeps its question’s id and what was studied of it', async () => {
		const [card] = await app.database.cards.where('reportId').equals('compare').toArray();
		work.setComparison({ ...held(), factIds: [BRIDGE, 'r/f0'] }, 'in r/f0');
		work.setComparison({ ...held(), why: 'One report counted later.' }, 'why');
		expect(await work.finish()).toBe(true);
		const questions = app.look.bank.questions.filter(({ comparisonId }) => comparisonId);
		expect(questions.map(({ id, factIds }) => [id, factIds])).toEqual([
			[card?.id, [BRIDGE, 'r/f0']]
		]);
		const after = await app.database.cards.where('reportId').equals('compare').toArray();
		expect(after).toEqual([{ ...card, factIds: [BRIDGE, 'r/f0'] }]);
	});

	it('takes two facts to differ', () => {
		work.setComparison({ ...held(), factIds: [BRIDGE] }, 'out');
		const question = work.questions.at(-1);
		const hints = question ? work.checks.hints(question) : [];
		expect(hints.map(({ code, field }) => [code, field])).toContainEqual(['lone-fact', 'facts']);
		work.setComparison({ ...held(), relation: 'only-one' }, 'relation');
		expect(work.checks.todo()).toEqual([]);
	});

	it('goes with its question, and comes back with it', async () => {
		const [before, question] = [work.desk, work.questions.at(-1)];
		work.removeQuestion(question?.id ?? '');
		expect(work.desk.comparisons).toEqual({});
		work.undo();
		expect(work.desk).toEqual(before);
		await stored();
	});
});

describe('a comparison whose other report is gone', () => {
	beforeEach(async () => {
		await work.close();
		await new OwnReports(app).remove(OTHER);
		work = await sitDown();
	});

	it('is told, at the question and before finishing', async () => {
		expect(work.comparing.broken()).toEqual([held()]);
		expect(work.comparing.heldBy(held()).map(({ gone }) => gone)).toEqual([undefined, 'report']);
		work.setComparison({ ...held(), why: 'Two figures.' }, 'why');
		expect(await work.finish()).toBe(false);
		expect(work.trouble).toMatchObject({
			code: 'unfinished',
			hints: [{ code: 'dangling', comparisonId: held().id, field: 'facts/1' }]
		});
	});

	it('is whole again with another fact in its place', async () => {
		work.setComparison({ ...held(), factIds: [BRIDGE, DEAD] }, 'in');
		expect(work.comparing.broken()).toEqual([]);
		expect(await work.finish()).toBe(true);
	});
});
