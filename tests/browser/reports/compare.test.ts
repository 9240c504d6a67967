import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#lib/domain/desk/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { CompareReports, type ComparisonDraft } from '#lib/state/compare.svelte.ts';
import { OwnReports } from '#lib/state/own-reports.ts';
import { DeskRepository } from '#lib/storage/desk-repository.ts';
import { SMALL_NAMES, smallDesk } from '../../domain/desk/small-desk.ts';
import { clearAll, NOON, openApp } from '../review/open-app.ts';

const OWN = smallDesk().id;
const SHIPPED = 'r';

const DRAFT: ComparisonDraft = {
	relation: 'differs',
	why: 'Two figures over different spans.',
	question: {
		kind: 'what',
		ask: 'In what do both reports of 2016 differ on the bridge?',
		answer: { form: 'text', text: 'The side of the river' },
		explain: 'One saw it from the north.'
	}
};

let app: App;

beforeEach(async () => {
	await clearAll();
	app = await openApp({ now: NOON });
	await app.database.names.bulkPut(SMALL_NAMES);
	const desk: Desk = smallDesk();
	await app.database.desks.put({
		...{ id: OWN, desk, state: 'open', revision: 1, at: 0, changedAt: NOON }
	});
});
afterEach(() => app.database.close());

async function held(): Promise<CompareReports> {
	const finished = await new OwnReports(app).finish(smallDesk());
	if (!finished.ok) throw new Error(JSON.stringify(finished.problem));
	const compare = new CompareReports(app, { left: OWN, right: SHIPPED });
	compare.pick('left', `${OWN}/f-bridge`);
	compare.pick('right', `${SHIPPED}/f0`);
	return compare;
}

describe('two reports held against each other', () => {
	it('show every fact of both, and what has no words of its own by its sentence', async () => {
		const { groups } = await held();
		const texts = groups.flatMap(({ pairs, left, right }) => [
			...pairs.flatMap((pair) => [pair.left.text, pair.right.text]),
			...[...left, ...right].map(({ text }) => text)
		]);
		expect(texts).toHaveLength(8);
		expect(texts).toContain(
			'The mayor of Milltown said about 70 people had died and 40 houses were gone.'
		);
	});

	it('keep a comparison with the own report, with a card, as a step that can be taken back', async () => {
		const compare = await held();
		expect(await compare.save(DRAFT)).toBe(true);
		expect(compare.chosen).toEqual([]);
		const comparison = app.look.bank.comparisons.find(({ why }) => why === DRAFT.why);
		expect(comparison?.factIds).toEqual([`${OWN}/f-bridge`, `${SHIPPED}/f0`]);
		const question = app.look.bank.questions.find(
			({ comparisonId }) => comparisonId === comparison?.id
		);
		expect(question?.ask).toBe(DRAFT.question.ask);
		const [card] = await app.study.read([question?.id ?? '']);
		expect([card?.reportId, card?.queue]).toEqual(['compare', 'new']);
		const record = await new DeskRepository(app.database).read(OWN);
		expect(record?.steps.at(-1)?.what).toBe('add-comparison');
		expect(record?.row.state).toBe('finished');
	});

	it('keep nothing that the checker refuses, and say so', async () => {
		const compare = await held();
		const leak = { ...DRAFT.question, ask: 'Was it the side of the river?' };
		expect(await compare.save({ ...DRAFT, question: leak })).toBe(false);
		expect(compare.problem).toMatchObject({
			code: 'unfinished',
			hints: [{ code: 'answer-in-question', data: { text: 'The side of the river' } }]
		});
		expect(compare.chosen).toHaveLength(2);
		const record = await new DeskRepository(app.database).read(OWN);
		expect([record?.steps, record?.row.state]).toEqual([[], 'finished']);
	});

	it('are not kept where neither is the person’s own', () => {
		expect(new CompareReports(app, { left: SHIPPED }).ownId).toBeUndefined();
	});
});
