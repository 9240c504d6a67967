import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '#lib/domain/desk/types.ts';
import type { Draft, Drafted } from '#lib/domain/drafting/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { DeskDrafts } from '#lib/state/desk-drafts.svelte.ts';
import { DeskWork } from '#lib/state/desk-work.svelte.ts';
import type { Drafter, DraftListener } from '#lib/state/drafter.ts';
import { DeskRepository } from '#lib/storage/desk-repository.ts';
import { clearDevice, openApp } from '../settings/support.ts';

const ID = 'r-0190a1b2-0000-7000-8000-000000000001';
const TEXT = 'The river broke the old bridge of Milltown. Rescue workers brought 70 people away.';

function pasted(id = ID): Desk {
	return {
		id,
		head: {
			title: 'A flood in Milltown',
			publisher: { name: 'The Gazette', basis: 'stated' },
			date: { value: '2016-09', basis: 'inferred' },
			place: 'aleppo'
		},
		pasted: TEXT,
		taken: [],
		paragraphs: [{ number: 1, text: TEXT }],
		paragraphCount: 1,
		facts: {},
		questions: {}
	};
}

function draft(answer: string, changes: Partial<Draft> = {}): Draft {
	const start = TEXT.indexOf(answer);
	return {
		kind: 'what',
		question: `What of ${answer}?`,
		answer: { form: 'text', text: answer },
		answerSpan: { start, end: start + answer.length },
		sentence: { start: 0, end: TEXT.indexOf('.') + 1 },
		paragraph: 0,
		standing: 'stated',
		rule: 'object',
		score: 0.5,
		flags: [],
		distractors: [],
		...changes
	};
}

const DRAFTED: Drafted = {
	drafts: [
		draft('The river', { rule: 'subject', score: 0.9 }),
		draft('the old bridge', { score: 0.8 }),
		draft('Milltown', { kind: 'where', score: 0.7, question: 'It broke a bridge of ____.' }),
		draft('Rescue workers', { score: 0.6, rule: 'subject' })
	],
	problems: []
};

let app: App;
let works: DeskWork[];

beforeEach(async () => {
	sessionStorage.clear();
	await clearDevice();
	app = await openApp();
	works = [];
	await new DeskRepository(app.database).create(pasted(), app.now());
});

afterEach(async () => {
	for (const work of works) await work.close();
	await clearDevice();
});

const atOnce: Drafter = (_, listener) => {
	listener.ondone(DRAFTED);
	return () => undefined;
};

async function sitDown(drafter: Drafter = atOnce) {
	const work = new DeskWork(app, ID);
	works.push(work);
	const drafts = new DeskDrafts(app, work, drafter);
	Object.assign(work, { drafts });
	work.open();
	await vi.waitFor(() => expect(work.status).toBe('ready'));
	return { work, drafts };
}

const asked = (drafts: DeskDrafts) => drafts.list.map(({ question }) => question);
const questions = (work: DeskWork) => work.questions.map(({ ask }) => ask);

describe('drafts on the desk', () => {
	it('are no questions, and one after the other is looked at', async () => {
		const { work, drafts } = await sitDown();
		await drafts.open();
		expect(drafts.list).toHaveLength(4);
		expect(work.questions).toEqual([]);
		expect(drafts.current?.question).toBe('What of The river?');
		drafts.turn(1);
		expect(drafts.current?.question).toBe('What of the old bridge?');
		drafts.turn(-1);
		drafts.turn(-1);
		expect(drafts.current?.question).toBe('What of The river?');
	});

	it('kept becomes a question, dropped is remembered, both are taken back in order', async () => {
		const { work, drafts } = await sitDown();
		await drafts.open();
		expect(drafts.keep()).toBe(true);
		expect(drafts.current?.question).toBe('What of the old bridge?');
		drafts.drop('vague');
		expect(Object.values(work.desk.drops ?? {})).toMatchObject([
			{ rule: 'object', reason: 'vague' }
		]);
		expect(asked(drafts)).toHaveLength(2);
		expect(questions(work)).toEqual(['What of The river?']);
		work.undo();
		expect(drafts.current?.question).toBe('What of the old bridge?');
		work.undo();
		expect(drafts.current?.question).toBe('What of The river?');
		expect(work.questions).toEqual([]);
		expect(drafts.list).toHaveLength(4);
		work.redo();
		expect(questions(work)).toEqual(['What of The river?']);
		expect(work.openId).toBeUndefined();
	});

	it('with a gap is kept only once it is a question', async () => {
		const { work, drafts } = await sitDown();
		await drafts.open();
		const gap = drafts.list.find(({ kind }) => kind === 'where');
		drafts.show(gap?.id ?? '');
		expect(drafts.keep()).toBe(false);
		expect(drafts.mode).toBe('edit');
		expect(drafts.keep({ kind: 'where', ask: 'It broke a ____.', answer: 'Milltown' })).toBe(false);
		expect(work.questions).toEqual([]);
		expect(drafts.keep({ kind: 'where', ask: 'Where was it?', answer: 'Milltown' })).toBe(true);
		expect(questions(work)).toEqual(['Where was it?']);
	});

	it('half reworded are half reworded after a reload, until kept or left', async () => {
		const { work, drafts } = await sitDown();
		await drafts.open();
		const [, second] = drafts.list;
		if (!second) throw new Error('no second draft');
		drafts.show(second.id);
		drafts.mode = 'edit';
		const wording = { kind: 'where', ask: 'Where was the', answer: 'Milltown' } as const;
		drafts.keepBegun(second, wording);
		await work.close();
		const { work: again, drafts: reloaded } = await sitDown();
		await reloaded.open();
		expect(reloaded.current?.id).toBe(second.id);
		expect(reloaded.mode).toBe('edit');
		expect(reloaded.begun(second)).toEqual(wording);
		reloaded.leave();
		expect(reloaded.begun(second)).toMatchObject({ kind: 'what', answer: 'the old bridge' });
		await again.close();
		const { drafts: left } = await sitDown();
		await left.open();
		expect(left.mode).toBe('look');
	});

	it('half reworded stay so while others are kept, dropped and looked at', async () => {
		const { drafts } = await sitDown();
		await drafts.open();
		const [first, second] = drafts.list;
		if (!first || !second) throw new Error('too few drafts');
		const wording = { kind: 'what', ask: 'What did the', answer: 'the old bridge' } as const;
		drafts.show(second.id);
		drafts.mode = 'edit';
		drafts.keepBegun(second, wording);
		drafts.show(first.id);
		drafts.mode = 'drop';
		drafts.leave();
		expect(drafts.keep()).toBe(true);
		expect(drafts.begun(second)).toEqual(wording);
		drafts.show(second.id);
		drafts.drop('vague');
		expect(drafts.begun(second)).toMatchObject({ ask: second.question });
	});

	it('best are kept in one step and taken back in one', async () => {
		const { work, drafts } = await sitDown();
		await drafts.open();
		drafts.keepAll(drafts.best(2));
		expect(questions(work)).toEqual(['What of The river?', 'What of the old bridge?']);
		expect(drafts.keptCount).toBe(2);
		work.undo();
		expect(work.questions).toEqual([]);
		expect(drafts.list).toHaveLength(4);
	});

	it('is not lost on a reload: what was kept and dropped stays so', async () => {
		const first = await sitDown();
		await first.drafts.open();
		first.drafts.keep();
		first.drafts.drop('not-worth');
		await vi.waitFor(() => expect(first.work.isStored).toBe(true));
		await first.work.close();
		const { work, drafts } = await sitDown();
		await drafts.open();
		expect(questions(work)).toEqual(['What of The river?']);
		expect(drafts.list).toHaveLength(2);
		expect(drafts.keptCount).toBe(1);
	});

	it('comes back once its question was deleted', async () => {
		const { work, drafts } = await sitDown();
		await drafts.open();
		drafts.keep();
		drafts.close();
		work.removeQuestion(work.questions[0]?.id ?? '');
		expect(asked(drafts)).toContain('What of The river?');
	});

	it('are ordered by what was kept and dropped on other desks', async () => {
		const other = 'r-0190a1b2-0000-7000-8000-000000000002';
		const drops = Object.fromEntries(
			Array.from({ length: 12 }, (_, at) => {
				const id = `what-1-${at}-99`;
				return [id, { id, rule: 'subject', kind: 'what' as const, reason: 'vague' as const }];
			})
		);
		const kept = Array.from({ length: 12 }, (_, at) => ({
			...{ id: `q-${at}`, factId: '', kind: 'what' as const, level: 'detail' as const },
			...{ ask: '', answer: { form: 'text' as const, text: '' }, accept: [], distractors: [] },
			...{ explain: '', draft: { id: `what-2-${at}-99`, rule: 'object' } }
		}));
		const known = Object.fromEntries(kept.map((question) => [question.id, question]));
		await new DeskRepository(app.database).create(
			{ ...pasted(other), drops, questions: known },
			app.now()
		);
		const { drafts } = await sitDown();
		await drafts.open();
		expect(asked(drafts)[0]).toBe('What of the old bridge?');
	});

	it('that are still made can be stopped, and a failure is told and tried again', async () => {
		const listeners: DraftListener[] = [];
		let stops = 0;
		const { drafts } = await sitDown((_, listener) => {
			listeners.push(listener);
			return () => (stops += 1);
		});
		await drafts.open();
		listeners[0]?.onprogress(1, 4);
		expect([drafts.status, drafts.share]).toEqual(['working', 0.25]);
		drafts.close();
		expect([drafts.status, drafts.isOpen]).toEqual(['none', false]);
		expect(stops).toBe(1);
		await drafts.open();
		listeners[1]?.onfailed('absent');
		expect(drafts.status).toBe('absent');
		await drafts.again();
		listeners[2]?.ondone({ drafts: [], problems: [{ code: 'not-english' }] });
		expect([drafts.status, drafts.hasSome]).toEqual(['ready', false]);
		expect(drafts.problems).toEqual([{ code: 'not-english' }]);
	});
});
