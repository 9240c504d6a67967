import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '#lib/domain/desk/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { DeskWork } from '#lib/state/desk-work.svelte.ts';
import { DeskRepository } from '#lib/storage/desk-repository.ts';
import { clearDevice, openApp } from '../settings/support.ts';

const ID = 'r-0190a1b2-0000-7000-8000-000000000001';
const FIRST = 'The river broke the old bridge of Milltown on the north side.';
const SECOND = 'Rescue workers said about 70 people had died and 40 houses were gone.';

function pasted(): Desk {
	return {
		id: ID,
		head: {
			title: 'A flood in Milltown',
			publisher: { name: 'The Gazette', basis: 'stated' },
			date: { value: '2016-09', basis: 'inferred' },
			place: 'aleppo'
		},
		pasted: `${FIRST}\n${SECOND}`,
		taken: [],
		paragraphs: [FIRST, SECOND].map((text, at) => ({ number: at + 1, text })),
		paragraphCount: 2,
		facts: {},
		questions: {}
	};
}

const words = (paragraph: number, text: string) => {
	const start = [FIRST, SECOND][paragraph - 1]?.indexOf(text) ?? -1;
	return { paragraph, start, end: start + text.length };
};

let app: App;
let works: DeskWork[];

beforeEach(async () => {
	await clearDevice();
	app = await openApp();
	works = [];
	await new DeskRepository(app.database).create(pasted(), app.now());
});

afterEach(async () => {
	for (const work of works) await work.close();
	await clearDevice();
});

/** Sits down at the desk as a fresh page would. */
async function sitDown(): Promise<DeskWork> {
	const work = new DeskWork(app, ID);
	works.push(work);
	work.open();
	await vi.waitFor(() => expect(work.status).toBe('ready'));
	return work;
}

const stored = (work: DeskWork) => vi.waitFor(() => expect(work.isStored).toBe(true));

function open(work: DeskWork) {
	const question = work.desk.questions[work.openId ?? ''];
	if (!question) throw new Error('no question is open');
	return question;
}

function type(work: DeskWork, text: string): void {
	for (let end = 1; end <= text.length; end += 1)
		work.setQuestion({ ...open(work), ask: text.slice(0, end) }, 'ask');
}

/** The page is thrown away, and a new one opened. */
async function reload(work: DeskWork): Promise<DeskWork> {
	await work.close();
	return sitDown();
}

describe('a question about selected words', () => {
	it('is guessed, stored, and there after a reload', async () => {
		const work = await sitDown();
		work.select(words(2, 'about 70 people'));
		expect(open(work)).toMatchObject({
			kind: 'how-many',
			answer: { form: 'quantity', quantity: 'about 70 people' }
		});
		const again = await reload(work);
		expect(again.desk).toEqual(work.desk);
		expect(Object.keys(again.desk.questions)).toHaveLength(1);
		expect(again.progress?.open).toEqual([1]);
	});

	it('brings a name nobody has entered, which goes again with it', async () => {
		const work = await sitDown();
		work.select(words(1, 'Milltown'));
		const { answer, id } = open(work);
		const name = work.name(answer.form === 'name' ? answer.name : undefined);
		expect(name).toMatchObject({ name: 'Milltown' });
		await stored(work);
		expect(await app.database.names.count()).toBe(1);
		work.removeQuestion(id);
		await stored(work);
		expect(await app.database.names.count()).toBe(0);
		expect(work.desk.facts).toEqual({});
		work.undo();
		await stored(work);
		expect(await app.database.names.toArray()).toEqual([name]);
		expect(work.openId).toBe(id);
	});

	it('shares its fact with another of the same sentence, until both are gone', async () => {
		const work = await sitDown();
		work.select(words(2, 'about 70 people'));
		work.select(words(2, '40 houses'));
		expect(Object.keys(work.desk.facts)).toHaveLength(1);
		const [one, other] = work.questions.map(({ id }) => id);
		work.removeQuestion(one ?? '');
		expect(Object.keys(work.desk.facts)).toHaveLength(1);
		work.removeQuestion(other ?? '');
		expect(work.desk.facts).toEqual({});
	});

	it('asks who says so where the sentence tells', async () => {
		const work = await sitDown();
		work.select(words(2, '40 houses'));
		const [fact] = Object.values(work.desk.facts);
		expect(fact?.standing).toBe('claimed');
		expect(fact && work.checks.standing(fact).newSource?.name.toLowerCase()).toBe('rescue workers');
	});
});

describe('undo', () => {
	it('takes typing in one field back as one step, also after a reload', async () => {
		const work = await sitDown();
		work.select(words(2, 'about 70 people'));
		type(work, 'How many died?');
		work.setQuestion({ ...open(work), explain: 'One count.' }, 'explain');
		const again = await reload(work);
		again.undo();
		expect(open(again)).toMatchObject({ ask: 'How many died?', explain: '' });
		again.undo();
		expect(open(again)).toMatchObject({ ask: '' });
		expect(again.said).toEqual({ done: 'undone', what: 'ask' });
		again.undo();
		expect(again.desk).toEqual(pasted());
		expect(again.canUndo).toBe(false);
		const third = await reload(again);
		expect(third.desk).toEqual(pasted());
		for (let step = 0; step < 3; step += 1) third.redo();
		expect(third.desk).toEqual(work.desk);
		expect(third.canRedo).toBe(false);
	});

	it('forgets what was taken back once something else is done', async () => {
		const work = await sitDown();
		work.select(words(2, 'about 70 people'));
		type(work, 'How many?');
		work.undo();
		work.setQuestion({ ...open(work), level: 'fine' }, 'level');
		expect(work.canRedo).toBe(false);
		const again = await reload(work);
		expect(again.canRedo).toBe(false);
		expect(again.questions).toEqual(work.questions);
		expect((await app.database.deskSteps.toArray()).map(({ what }) => what)).toEqual([
			'add-question',
			'level'
		]);
	});

	it('holds for the report itself', async () => {
		const work = await sitDown();
		work.setHead({ ...work.desk.head, title: 'Another' }, 'head/title');
		work.undo();
		expect((await reload(work)).desk.head.title).toBe('A flood in Milltown');
	});
});

describe('storing', () => {
	it('keeps every letter in order, however fast it is typed', async () => {
		const work = await sitDown();
		work.select(words(2, 'about 70 people'));
		const text = 'About how many people had died in Milltown in 2016? '.repeat(4);
		type(work, text);
		work.undo();
		work.redo();
		await stored(work);
		const row = await app.database.desks.get(ID);
		expect(Object.values(row?.desk.questions ?? {})[0]?.ask).toBe(text);
		expect(row?.at).toBe(2);
	});

	it('has all but the last change when the page is killed in the middle', async () => {
		const work = await sitDown();
		work.select(words(2, 'about 70 people'));
		await stored(work);
		type(work, 'How many died?');
		// The store goes away as in a crash: what was being written is there whole or not at all.
		app.database.close();
		await vi.waitFor(() => expect(work.trouble).toBeDefined());
		expect(work.isStored).toBe(false);
		app = await openApp();
		works = [];
		work.lock.release();
		const again = await sitDown();
		const question = again.questions[0];
		expect('How many died?'.startsWith(question?.ask ?? '-')).toBe(true);
		expect(again.desk.facts[question?.factId ?? '']).toBeDefined();
		again.undo();
		expect(again.questions[0]?.ask ?? '').toBe('');
	});
});

describe('two tabs', () => {
	it('write one at a time, and see what the other did', async () => {
		const work = await sitDown();
		const other = new DeskWork(app, ID);
		works.push(other);
		other.open();
		await vi.waitFor(() => expect(other.lock.state).toBe('elsewhere'));
		work.select(words(2, 'about 70 people'));
		await stored(work);
		other.lock.takeOver();
		await vi.waitFor(() => expect(other.status).toBe('ready'));
		await vi.waitFor(() => expect(work.lock.state).toBe('lost'));
		expect(other.questions).toHaveLength(1);
		const before = work.desk;
		work.select(words(1, 'Milltown'));
		expect(work.desk).toBe(before);
	});

	it('tell a write that came too late, and put it on top when asked to', async () => {
		const work = await sitDown();
		work.select(words(2, 'about 70 people'));
		await stored(work);
		await new DeskRepository(app.database).change(ID, {
			patch: { head: { ...pasted().head, title: 'By the other tab' } },
			steps: [],
			at: 1,
			now: app.now(),
			expected: (await app.database.desks.get(ID))?.revision ?? 0
		});
		type(work, 'How many died?');
		await vi.waitFor(() => expect(work.trouble).toEqual({ code: 'moved-on' }));
		expect(open(work).ask).toBe('How many died?');
		expect(await work.finish()).toBe(false);
		await work.again();
		await stored(work);
		expect(work.trouble).toBeUndefined();
		const again = await reload(work);
		expect(again.desk.head.title).toBe('By the other tab');
		expect(again.questions[0]?.ask).toBe('How many died?');
	});

	it('bring a question back with its fact where the other tab deleted it', async () => {
		const work = await sitDown();
		work.select(words(2, 'about 70 people'));
		await stored(work);
		const { id, factId } = open(work);
		await new DeskRepository(app.database).change(ID, {
			patch: { questions: { [id]: null }, facts: { [factId]: null } },
			steps: [],
			at: 1,
			now: app.now(),
			expected: (await app.database.desks.get(ID))?.revision ?? 0
		});
		type(work, 'How many?');
		await vi.waitFor(() => expect(work.trouble).toBeDefined());
		await work.again();
		await stored(work);
		expect(work.desk.questions[id]?.ask).toBe('How many?');
		expect(work.desk.facts[factId]).toBeDefined();
	});
});

describe('finishing', () => {
	it('says what is still to do, then makes the report one to study', async () => {
		const work = await sitDown();
		work.select(words(2, '40 houses'));
		expect(await work.finish()).toBe(false);
		expect(work.trouble).toMatchObject({ code: 'unfinished' });
		work.setQuestion({ ...open(work), ask: 'How many houses did Milltown lose in 2016?' }, 'ask');
		work.setQuestion({ ...open(work), explain: 'A count by rescue workers.' }, 'explain');
		expect(work.checks.todo()).toEqual([]);
		expect(await work.finish()).toBe(true);
		expect(work.isFinished).toBe(true);
		const questionId = `${ID}/${open(work).factId}/${open(work).id}`;
		expect(app.look.question(questionId)?.ask).toBe('How many houses did Milltown lose in 2016?');
		expect(await app.database.cards.get(questionId)).toBeDefined();
		type(work, 'How many houses were lost?');
		expect(work.isFinished).toBe(false);
		expect((await reload(work)).isFinished).toBe(false);
	});
});
