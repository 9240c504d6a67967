import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mode, Paper } from '#lib/domain/quiz/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { QuizHome } from '#lib/state/quiz-home.svelte.ts';
import { QuizResults } from '#lib/state/quiz-results.svelte.ts';
import { QuizSitting } from '#lib/state/quiz-sitting.svelte.ts';
import { startQuiz } from '#lib/state/quiz-start.ts';
import { clearAll, NOON, openApp, type Clock } from '../review/open-app.ts';
import { paperOf, QUIZ_BANK, typedPaper } from './quiz-bank.ts';

const MINUTE_MS = 60_000;

let clock: Clock;
let app: App;
let closers: (() => void)[];

beforeEach(async () => {
	await clearAll();
	clock = { now: NOON };
	app = await openApp(clock, QUIZ_BANK);
	closers = [];
});

afterEach(() => {
	for (const close of closers) close();
	app.database.close();
});

async function sitting(paper: Paper, mode: Mode = 'practice'): Promise<string> {
	const outcome = await startQuiz(app, { title: 'A quiz', mode, paper });
	if (!outcome.ok) throw new Error(outcome.problem.code);
	return outcome.value.id;
}

async function resume(id: string, stage: QuizSitting['stage'] = 'open'): Promise<QuizSitting> {
	const run = new QuizSitting(app, id);
	closers.push(run.open());
	await vi.waitFor(() => expect(run.stage).toBe(stage));
	return run;
}

async function begin(paper: Paper, mode: Mode = 'practice'): Promise<QuizSitting> {
	return resume(await sitting(paper, mode));
}

async function type(run: QuizSitting, text: string): Promise<void> {
	run.draft?.typed(text);
	await run.answer();
}

const stored = async (id: string) => (await app.sittings.read(id))?.answers ?? [];

describe('practice', () => {
	it('stores an answer before it tells the verdict', async () => {
		const run = await begin(typedPaper(3));
		run.draft?.feel('sure');
		clock.now += 5000;
		await type(run, 'Southgate');
		expect(run.phase).toBe('told');
		expect(run.told[0]?.mark.verdict).toBe('wrong');
		expect(await stored(run.id)).toMatchObject([
			{ itemNo: 0, raw: { form: 'type', text: 'Southgate' }, confidence: 'sure', tookMs: 5000 }
		]);
	});

	it('takes a double tap once', async () => {
		const run = await begin(typedPaper(3));
		run.draft?.typed('Ferry Lane');
		await Promise.all([run.answer(), run.answer()]);
		await Promise.all([run.next(), run.next()]);
		expect(run.itemNo).toBe(1);
		expect(await stored(run.id)).toHaveLength(1);
	});

	it('resumes at the same item with its feedback', async () => {
		const id = await sitting(typedPaper(3));
		const first = await resume(id);
		await type(first, 'Ferry Lane');
		await first.next();
		await type(first, 'Southgate');
		first.open()();
		first.lock.release();
		const again = await resume(id);
		expect([again.itemNo, again.phase, again.answers.length]).toEqual([1, 'told', 2]);
	});

	it('gives one more try where a place is too wide', async () => {
		const run = await begin(typedPaper(1));
		await type(run, 'Riverton');
		expect(run.phase).toBe('again');
		expect(run.draft?.text).toBe('');
		await type(run, 'Riverton');
		expect(run.phase).toBe('told');
		expect(await stored(run.id)).toHaveLength(2);
	});

	it('brings a miss back as typed after three others, never counted', async () => {
		const run = await begin(typedPaper(5));
		await type(run, 'Southgate');
		const seen: [number, boolean][] = [];
		for (const answer of ['Southgate', 'Millbank', 'Harbour', 'Ferry Lane', 'Old Quay']) {
			await run.next();
			seen.push([run.itemNo, run.isRepeat]);
			await type(run, answer);
		}
		expect(seen).toEqual([
			[1, false],
			[2, false],
			[3, false],
			[5, true],
			[4, false]
		]);
		expect(run.isDone).toBe(true);
		await run.next();
		expect(run.stage).toBe('over');
		const results = run.record && new QuizResults(app, run.record);
		expect(results?.summary).toMatchObject({ credit: 4, outOf: 5 });
	});

	it('lets grave matter be skipped at no cost', async () => {
		const grave = {
			form: 'type' as const,
			parts: [{ questionId: 'r/f5/where' }] as [{ questionId: string }]
		};
		const run = await begin(paperOf([...typedPaper(1).items, grave]));
		await type(run, 'Ferry Lane');
		await run.next();
		expect(run.isFree).toBe(true);
		await run.skip();
		expect(run.stage).toBe('over');
		const results = run.record && new QuizResults(app, run.record);
		expect(results?.summary).toMatchObject({ credit: 1, outOf: 1, missedQuestionIds: [] });
		expect(results?.passed).toBe(1);
	});

	it('keeps the answer at hand where the store refuses it', async () => {
		const run = await begin(typedPaper(2));
		run.draft?.typed('Ferry Lane');
		app.database.close();
		await run.answer();
		expect(run.problem?.code).toBe('closed');
		expect([run.phase, run.draft?.text]).toEqual(['ask', 'Ferry Lane']);
	});
});

describe('exam', () => {
	it('goes back and forth and keeps what was put in', async () => {
		const run = await begin(typedPaper(3), 'exam');
		run.draft?.typed('Ferry Lane');
		await run.goTo(2);
		await run.flag();
		expect(run.isFlagged).toBe(true);
		await run.goTo(0);
		expect(run.draft?.text).toBe('Ferry Lane');
		run.draft?.typed('Millbank');
		await run.handIn();
		expect(run.stage).toBe('over');
		expect((await stored(run.id)).map(({ raw }) => raw)).toEqual([
			{ form: 'type', text: 'Ferry Lane' },
			{ form: 'type', text: 'Millbank' }
		]);
		expect(run.unanswered).toEqual([1, 2]);
	});

	it('hands itself in at the deadline with what stands in the field', async () => {
		const run = await begin(typedPaper(2, 1), 'exam');
		run.draft?.typed('Ferry Lane');
		clock.now += MINUTE_MS;
		await vi.waitFor(() => expect(run.stage).toBe('over'));
		expect(run.sitting).toMatchObject({ state: 'expired', endedAt: NOON + MINUTE_MS });
		expect(await stored(run.id)).toHaveLength(1);
	});

	it('is handed in when it is opened after its deadline, and in the list', async () => {
		const one = await sitting(typedPaper(2, 1), 'exam');
		clock.now += 1;
		const two = await sitting(typedPaper(2, 1), 'exam');
		clock.now += 2 * MINUTE_MS;
		const run = await resume(one, 'over');
		expect(run.sitting?.state).toBe('expired');
		const home = new QuizHome(app);
		await home.load();
		expect(home.open).toEqual([]);
		expect(home.past.map(({ sitting: { id, state } }) => [id, state])).toEqual([
			[two, 'expired'],
			[one, 'expired']
		]);
	});
});

describe('two tabs on one sitting', () => {
	it('lets one work; the other can take over and finds every answer', async () => {
		const id = await sitting(typedPaper(3));
		const one = await resume(id);
		await type(one, 'Ferry Lane');
		const two = await resume(id, 'elsewhere');
		two.lock.takeOver();
		await vi.waitFor(() => expect([one.stage, two.stage]).toEqual(['lost', 'open']));
		expect(two.answers).toHaveLength(1);
		await one.next();
		one.draft?.typed('Millbank');
		await one.answer();
		expect(await stored(id)).toHaveLength(1);
	});
});

describe('results', () => {
	it('makes cards of what was missed and practises it again', async () => {
		const run = await begin(typedPaper(2), 'exam');
		run.draft?.typed('Millbank');
		await run.handIn();
		const results = new QuizResults(app, run.record ?? { sitting: await missing(), answers: [] });
		await results.study();
		expect(results.studied).toEqual({ added: 0, already: 2 });
		const again = await results.retry('Once more');
		const record = await app.sittings.read(again ?? '');
		expect(
			record?.sitting.paper.items
				.flatMap(({ parts }) => parts.map((part) => part.questionId))
				.sort()
		).toEqual(['r/f0/where', 'r/f1/where']);
		expect((await app.database.events.toArray()).some(({ type: what }) => what === 'review')).toBe(
			false
		);
	});
});

function missing(): Promise<never> {
	return Promise.reject(new Error('no record'));
}
