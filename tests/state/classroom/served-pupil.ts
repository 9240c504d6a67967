import type { ServedAssignment } from '#lib/domain/classroom/api/pupil-api.ts';
import { startAssigned } from '#lib/domain/classroom/assigned.ts';
import type { FrozenQuiz, Handout } from '#lib/domain/classroom/types.ts';
import type { RawAnswer, Sitting } from '#lib/domain/quiz/types.ts';
import { noneFetched, SyncRun } from '#lib/state/classroom/sync-run.ts';
import { AttemptRepository } from '#lib/storage/attempt-repository.ts';
import { RecountDatabase } from '#lib/storage/database.ts';
import { JoinedRepository } from '#lib/storage/joined-repository.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import { OutboxRepository } from '#lib/storage/outbox-repository.ts';
import { done } from '#lib/storage/outcome.ts';
import { ServedRepository } from '#lib/storage/served-repository.ts';
import { SittingRepository } from '#lib/storage/sitting-repository.ts';
import { frozen } from '../../domain/classroom/classroom-support.ts';
import { someClass } from '../../domain/classroom/handouts.ts';
import { withhold } from '#lib/domain/classroom/withhold.ts';
import type { FakeSchool } from './fake-school.ts';

const { of } = await someClass();
export const wholeQuiz: FrozenQuiz = await frozen({ length: 6 });

/** An id that tells which one it is. */
export const idOf = (kind: string, n: number) =>
	`01890000-0000-7000-8000-${kind}${n.toString(16).padStart(12 - kind.length, '0')}`;

/** A Test as a class server gives it out. */
export async function servedTest(
	school: FakeSchool,
	n: number,
	changes: Partial<Handout['rules']> = {}
): Promise<ServedAssignment> {
	const rules: Handout['rules'] = {
		...{ mode: 'test', attempts: 3, counts: 'last', order: 'per-pupil', feedback: 'release' },
		...changes
	};
	const shown = await withhold(crypto, wholeQuiz, `code ${n}`);
	const quiz = rules.mode === 'test' ? shown : { ...wholeQuiz, hashes: [] };
	const { closesAt } = rules;
	return {
		handout: {
			...of,
			...{ assignmentId: idOf('a', n), classId: school.classId, title: 'A quiz', rules },
			...{ pupils: [school.no], exceptions: [], quiz, closedFacts: [] }
		},
		terms: { ...(closesAt !== undefined && { closesAt }) },
		released: [],
		attempts: []
	};
}

/** A pupil's device that joined a class, and whose clock is the test's. */
export class ServedPupil {
	readonly database: RecountDatabase;
	readonly joined: JoinedRepository;
	readonly outbox: OutboxRepository;
	readonly served: ServedRepository;
	readonly sittings: SittingRepository;
	#school: FakeSchool;
	#count = 0;
	now = 1_000_000;
	readonly fetched = noneFetched();

	constructor(school: FakeSchool, factory = memoryFactory()) {
		this.#school = school;
		this.database = new RecountDatabase(`pupil-${Math.random()}`, factory);
		this.joined = new JoinedRepository(this.database);
		this.outbox = new OutboxRepository(this.database);
		this.served = new ServedRepository(this.database);
		this.sittings = new SittingRepository(this.database);
	}

	async join(): Promise<void> {
		const { classId: id, no } = this.#school;
		await this.joined.join({ id, className: '8b', no, pseudonym: '', joinedAt: 1 });
	}

	row() {
		return this.joined.read(this.#school.classId);
	}

	/** Sends and fetches once; nothing to do for a class that is not, or no more, signed in. */
	async sync(whole = true) {
		const row = await this.row();
		if (!row || row.isSignedOut || row.isGone) return done(undefined);
		const { joined, outbox, served, sittings, fetched } = this;
		const { server } = this.#school;
		const tools = { server, fetched, joined, outbox, served, sittings, now: () => this.now };
		return new SyncRun(tools, row).run(whole);
	}

	/** Begins an attempt; the store sees what the screens see. */
	async begin(n: number): Promise<Sitting> {
		const assignmentId = idOf('a', n);
		const row = await this.database.handouts.get(assignmentId);
		if (!row) throw new Error('not handed out');
		const begun = await new AttemptRepository(this.database).begin(
			assignmentId,
			({ sittings, served }) =>
				done(
					startAssigned({
						...{ id: idOf('5', ++this.#count), handout: row.handout, no: this.#school.no },
						...{
							attempt: sittings.length + 1,
							token: '',
							terms: served?.terms ?? {},
							now: this.now
						}
					})
				)
		);
		if (!begun.ok) throw new Error('not begun');
		return begun.value;
	}

	async answer(sittingId: string, itemNo: number, text: string): Promise<void> {
		const raw: RawAnswer = { form: 'type', text };
		const id = idOf('e', ++this.#count);
		const what = { id, sittingId, itemNo, raw, questionIds: [] };
		const kept = await this.sittings.appendAnswer({ ...what, at: this.now, tookMs: 1 });
		if (!kept.ok) throw new Error(kept.problem.code);
	}

	async handIn(sittingId: string): Promise<void> {
		await this.sittings.finish(sittingId, 'submitted', this.now);
		await this.sittings.finish(sittingId, 'marked', this.now);
	}
}
