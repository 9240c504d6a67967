import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	printResultFile,
	printResultQr,
	printResultText
} from '#lib/domain/classroom/result-text.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { Collecting } from '#lib/state/teach/collecting.svelte.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { clearAll, NOON, openApp, type Clock } from '../review/open-app.ts';
import { chose, MINUTE, startClass, there, typed } from './class-work.ts';

let app: App;
let clock: Clock;

beforeEach(async () => {
	await clearAll();
	clock = { now: NOON };
	app = await openApp(clock);
});
afterEach(() => app.database.close());

const ANSWERS = [chose(0), chose(1), chose(2), typed('Emmy Noether')];
const file = (text: string, name = 'results.recount') => new File([text], name);

/** The states of what came, oldest first. */
const states = ({ lines }: Collecting) => lines.map(({ state }) => state).toReversed();

const kept = async (id: string) => there(await new AssignmentRepository(app.database).read(id));

/** A picture of a code, drawn as a phone's screen shows it. */
async function picture(text: string): Promise<File> {
	const { correction, generate } = await import('lean-qr');
	const code = generate(text, { minCorrectionLevel: correction.M });
	const [cell, edge] = [4, 16];
	const canvas = new OffscreenCanvas(code.size * cell + 2 * edge, code.size * cell + 2 * edge);
	const pen = there(canvas.getContext('2d'));
	pen.fillStyle = '#fff';
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.fillStyle = '#000';
	for (let x = 0; x < code.size; x++)
		for (let y = 0; y < code.size; y++)
			if (code.get(x, y)) pen.fillRect(edge + x * cell, edge + y * cell, cell, cell);
	return new File([await canvas.convertToBlob()], 'code.png', { type: 'image/png' });
}

describe('collecting', () => {
	it('takes three pupils’ results by text, file and picture, and each of them once', async () => {
		const { assignment, seal } = await startClass(app);
		const collecting = new Collecting(app);
		const [one, two, three] = [
			await seal({ no: 1 }, ANSWERS),
			await seal({ no: 2 }, ANSWERS),
			await seal({ no: 3 }, ANSWERS)
		];
		await collecting.takeText(`Hello,\n${printResultText(one)}\nbye`);
		await collecting.takeFiles([file(printResultFile([two])), await picture(printResultQr(three))]);
		expect(states(collecting)).toEqual(['counted', 'counted', 'counted']);
		expect(collecting.accepted).toMatchObject({ line: { no: 3 }, count: 3 });
		await collecting.takeFiles([file(printResultFile([one, three]))]);
		await collecting.takeCode(printResultQr(two));
		expect(states(collecting).slice(3)).toEqual(['duplicate', 'duplicate', 'duplicate']);
		const { submissions, arrivals } = await kept(assignment.id);
		expect(submissions.map(({ no }) => no).sort()).toEqual([1, 2, 3]);
		const routes = arrivals.map(({ route }) => route).sort();
		expect(routes).toEqual(['file', 'file', 'file', 'qr', 'qr', 'text']);
	});

	it('gives everything that is no use a state of its own, and keeps it', async () => {
		const { assignment, seal } = await startClass(app);
		const other = await startClass(app);
		const altered = await seal({ no: 1 }, ANSWERS);
		altered[70] = (altered[70] ?? 0) ^ 1;
		const stray = await other.seal({ no: 1 }, ANSWERS);
		await new AssignmentRepository(app.database).remove(other.assignment.id);
		const all = [
			altered,
			await seal({ no: 2 }, ANSWERS, 3),
			await seal({ no: 9 }, ANSWERS),
			await seal({ no: 3, quizHash: 'AAECAwQFBgcICQoLDA0ODw' }, ANSWERS),
			stray
		];
		const collecting = new Collecting(app);
		await collecting.takeFiles([file(printResultFile(all)), file('a cake recipe', 'cake.txt')]);
		expect(states(collecting)).toEqual([
			...['altered', 'wrong-code', 'unknown-number', 'wrong-version', 'other-class', 'unreadable']
		]);
		const { submissions, arrivals } = await kept(assignment.id);
		expect(submissions).toEqual([]);
		expect(arrivals.map(({ state, no }) => `${no} ${state}`).sort()).toEqual([
			...['1 altered', '2 wrong-code', '3 wrong-version', '9 unknown-number']
		]);
		const strays = await app.database.arrivals.where('state').anyOf('other-class', 'unreadable');
		expect(await strays.count()).toBe(2);
	});

	it('holds what is late or beyond the attempts allowed, however they come', async () => {
		const { assignment, seal } = await startClass(app, { closesAt: NOON - 2 * MINUTE });
		const inTime = { startedAt: NOON - 9 * MINUTE, finishedAt: NOON - 3 * MINUTE };
		const first = await seal({ no: 1, ...inTime }, ANSWERS);
		const second = await seal({ no: 1, attempt: 2, ...inTime }, ANSWERS);
		const late = await seal({ no: 2 }, ANSWERS);
		const collecting = new Collecting(app);
		await collecting.takeFiles([file(printResultFile([second, first, late]))]);
		expect(states(collecting)).toEqual(['extra', 'counted', 'late']);
		expect(collecting.lines.at(-2)?.doubts).toEqual(['came-after-closing']);
		expect((await kept(assignment.id)).submissions).toHaveLength(3);
	});

	it('takes what was no use again once its cause is mended, as having come when it did', async () => {
		const { assignment, schoolClass, seal } = await startClass(app);
		const collecting = new Collecting(app);
		await collecting.takeFiles([file(printResultFile([await seal({ no: 9 }, ANSWERS)]))]);
		await app.database.classes.update(schoolClass.id, {
			pupils: [...schoolClass.pupils, { no: 9, pseudonym: '', slip: 1 }]
		});
		await app.database.assignments.update(assignment.id, { pupils: [...assignment.pupils, 9] });
		clock.now += 9 * MINUTE;
		const [line] = collecting.lines;
		if (!line) throw new Error('nothing came');
		await collecting.again(line.arrival);
		expect(states(collecting)).toEqual(['counted']);
		const { submissions, arrivals } = await kept(assignment.id);
		expect(submissions.map(({ no, arrivedAt }) => [no, arrivedAt])).toEqual([[9, NOON]]);
		expect(arrivals).toHaveLength(1);
	});

	it('passes over a code that stays in sight, and tells of one that is no result', async () => {
		const { seal } = await startClass(app);
		const code = printResultQr(await seal({ no: 1 }, ANSWERS));
		const collecting = new Collecting(app);
		for (let i = 0; i < 9; i++) {
			await collecting.takeCode(code);
			clock.now += 1000;
		}
		expect(states(collecting)).toEqual(['counted']);
		await collecting.takeCode('https://example.org');
		expect(collecting.foreignCodeAt).toBe(clock.now);
		clock.now += 6000;
		await collecting.takeCode(code);
		expect(states(collecting)).toEqual(['counted', 'duplicate']);
	});

	it('says so where nothing was to be taken', async () => {
		const collecting = new Collecting(app);
		expect(await collecting.takeText(' ')).toBe(false);
		expect(collecting.problem).toEqual({ code: 'empty' });
		expect(await collecting.takeText('See you tomorrow')).toBe(false);
		expect(collecting.problem).toEqual({ code: 'none-found' });
		expect(collecting.lines).toEqual([]);
	});
});
