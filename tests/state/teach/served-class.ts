import type { ServedClass } from '#lib/domain/classroom/api/class-api.ts';
import { makeClassKeys } from '#lib/domain/classroom/class-keys.ts';
import { freezeQuiz } from '#lib/domain/classroom/freeze.ts';
import { makeReleaseCode } from '#lib/domain/classroom/release.ts';
import type { Submission } from '#lib/domain/classroom/types.ts';
import { versionsByHash } from '#lib/domain/classroom/versions.ts';
import { uuidV7 } from '#lib/domain/study/events.ts';
import type { BothSides } from '#lib/state/teach/served-elsewhere.ts';
import { ServedPlanning } from '#lib/state/teach/served-plan.ts';
import { ServedRound, type RoundProblem } from '#lib/state/teach/served-round.ts';
import { AssignmentRepository } from '#lib/storage/assignment-repository.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { AssignmentRow, ClassRow } from '#lib/storage/class-rows.ts';
import { RecountDatabase } from '#lib/storage/database.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import { ServedClassRepository } from '#lib/storage/served-class-repository.ts';
import { SMALL_BANK } from '../../browser/review/small-bank.ts';
import { FakeClassServer } from '../fake-class-server.ts';

export const NOON = Date.UTC(2026, 4, 4, 12);

const keys = makeClassKeys(crypto);
const frozen = freezeQuiz(crypto, {
	bank: SMALL_BANK,
	quiz: { title: 'People', items: [{ form: 'type', parts: [{ questionId: 'r/f0/who' }] }] },
	version: 1,
	isPublic: () => false
});

/** What another device of the same teacher has too. */
interface Shared {
	fake: FakeClassServer;
	schoolClass: ClassRow;
}

/** A teacher's device with a class of three on a server that goes wrong as it is told. */
export async function servedDevice(shared?: Shared) {
	const database = new RecountDatabase(`round-${Math.random()}`, memoryFactory());
	const classes = new ClassRepository(database);
	const assignments = new AssignmentRepository(database);
	const store = new ServedClassRepository(database);
	const fake = shared?.fake ?? new FakeClassServer();
	const newId = () => uuidV7(NOON, crypto.getRandomValues(new Uint8Array(16)));
	const tools = { app: { newId, now: () => NOON }, server: fake.remote, store };
	const schoolClass: ClassRow = shared?.schoolClass ?? {
		...{ id: newId(), name: '8b', keys: await keys, createdAt: NOON, changedAt: NOON },
		pupils: [1, 2, 3].map((no) => ({ no, pseudonym: `Heron ${no}`, slip: 1 })),
		privateNames: { 1: 'Anna Secret' }
	};
	await classes.create(schoolClass);
	await store.keep(schoolClass.id, () => ({
		...{ id: schoolClass.id, code: '', retentionDays: 90, pins: {}, put: {} },
		...{ rulings: [], fetchedTo: {}, deletes: [] }
	}));

	/** Assigns a Test of one question to all. */
	async function assign(): Promise<AssignmentRow> {
		const row: AssignmentRow = {
			...{ id: newId(), classId: schoolClass.id, quizId: 'q', title: 'People', createdAt: NOON },
			rules: { mode: 'test', attempts: 1, counts: 'first', order: 'fixed', feedback: 'release' },
			...{ exceptions: [], pupils: [1, 2, 3], versions: [await frozen] },
			releaseCode: makeReleaseCode(crypto)
		};
		await assignments.create(row);
		return row;
	}

	/** A pupil hands in: the server has it. */
	async function handIn(
		assignment: AssignmentRow,
		changes: Partial<Submission & { arrivedAt: number }> = {}
	) {
		const [quizHash = ''] = (await versionsByHash(crypto, assignment)).keys();
		const submission = {
			...{ id: newId(), assignmentId: assignment.id, quizHash, no: 1, attempt: 1 },
			answers: [{ itemNo: 0, raw: { form: 'type' as const, text: 'Ada Byron' }, tookMs: 900 }],
			...{ startedAt: NOON - 5000, finishedAt: NOON - 1000, leftScreen: 0, arrivedAt: NOON },
			...changes
		};
		fake.submissions.push(submission);
		return submission;
	}

	/** What the server has still to be told. */
	async function plan() {
		const [record] = await store.records();
		if (!record) throw new Error('the class is not there');
		return new ServedPlanning().plan(record);
	}

	/** One round; what ended it, and what was refused. */
	async function round(): Promise<{ ended: RoundProblem | undefined; refused: string[] }> {
		const [record] = await store.records();
		if (!record) throw new Error('the class is not there');
		const round = new ServedRound(tools, record, await plan());
		const ended = await round.run(record.assignments);
		return { ended, refused: [...round.refusals.keys()] };
	}

	/** Changes the register here. */
	function register(change: (row: ClassRow) => Partial<ClassRow>) {
		return classes.change(schoolClass.id, (before) => ({ ...before, ...change(before) }));
	}

	/** The class here, and what is known of it on the server. */
	async function both(): Promise<BothSides> {
		const [record] = await store.records();
		const kept = await fake.remote.ask<ServedClass>('GET', `classes/${schoolClass.id}`);
		if (!record?.schoolClass || !kept.ok) throw new Error('the class is not there');
		return { schoolClass: record.schoolClass, row: record.served, there: kept.value };
	}

	const app = { database, now: () => NOON };
	const row = async () => (await store.records())[0]?.served;
	return {
		app,
		both,
		register,
		database,
		classes,
		assignments,
		store,
		fake,
		schoolClass,
		newId,
		assign,
		handIn,
		plan,
		round,
		row
	};
}
