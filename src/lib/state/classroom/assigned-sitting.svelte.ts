import { isTest } from '#lib/domain/classroom/handout-state.ts';
import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import { releasedSitting } from '#lib/domain/classroom/assigned.ts';
import type { ServedMark } from '#lib/domain/classroom/api/pupil-answers.ts';
import type { HandoutVersion } from '#lib/storage/class-rows.ts';
import { HandoutRepository } from '#lib/storage/handout-repository.ts';
import { versionOf } from '#lib/storage/handout-versions.ts';
import type { AttemptSaving } from '#lib/storage/outbox-repository.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { SittingRecord } from '#lib/storage/sitting-repository.ts';
import type { Live } from '#lib/state/live.svelte.ts';
import type { QuizResults } from '#lib/state/quiz-results.svelte.ts';
import { QuizSitting } from '#lib/state/quiz-sitting.svelte.ts';
import { appFor, type ClassApp } from './class-app.ts';
import { sealEnded } from './hand-in.ts';
import { ServedWay } from './served-way.svelte.ts';

/** Where the results of an ended attempt stand: shown, or with the teacher first. */
type Ended = 'told' | 'waits';

/** A pupil's attempt at an assignment: asked from what was handed out, sealed as soon as it ended. */
export class AssignedSitting {
	#app: ClassApp;
	#handouts: HandoutRepository;
	#assignmentId: string;
	#sittingId: string;
	#saving: Live<AttemptSaving | undefined>;

	/** Where a class server gave it out. */
	readonly way: ServedWay;
	/** There once the handout is read. */
	run = $state.raw<QuizSitting>();
	results = $state.raw<QuizResults>();
	isMissing = $state(false);
	problem = $state.raw<StoreProblem>();

	constructor(app: ClassApp, assignmentId: string, sittingId: string) {
		this.#app = app;
		this.#handouts = new HandoutRepository(app.database);
		this.#assignmentId = assignmentId;
		this.#sittingId = sittingId;
		this.way = new ServedWay(app, assignmentId);
		this.#saving = this.way.saving(sittingId);
	}

	/** How far a class server has it; nothing where it goes to none. */
	get saving(): AttemptSaving | undefined {
		return this.#saving.value;
	}

	/** What the class server says it is worth, once it was asked. */
	get mark(): ServedMark | undefined {
		return this.way.markOf(this.#sittingId);
	}

	/** Reads what was handed out; the attempt can be opened then. */
	async read(): Promise<void> {
		const record = await this.#app.sittings.read(this.#sittingId);
		const version = await this.#version(record);
		this.isMissing = version === undefined;
		if (version) this.run = new QuizSitting(appFor(this.#app, lookOf(version)), this.#sittingId);
	}

	/** Seals what ended, and shows what was right where that may be told. */
	async end(): Promise<Ended> {
		const { record } = this.run ?? {};
		const [version, sealed] = await Promise.all([
			this.#version(record),
			sealEnded({ app: this.#app, handouts: this.#handouts }, this.#assignmentId)
		]);
		this.problem = sealed.ok ? undefined : sealed.problem;
		if (!record || !version) return 'waits';
		const { released, handout } = version;
		if (!released && isTest(handout)) return 'waits';
		const { QuizResults } = await import('#lib/state/quiz-results.svelte.ts');
		const sitting = released ? releasedSitting(record.sitting, released) : record.sitting;
		this.results = new QuizResults(appFor(this.#app, lookOf(version)), { ...record, sitting });
		return 'told';
	}

	/** What was handed out when the attempt was begun, whatever came after. */
	async #version(record: SittingRecord | undefined): Promise<HandoutVersion | undefined> {
		const row = await this.#handouts.read(this.#assignmentId);
		return row && record && versionOf(row, record.sitting.paper.edition);
	}
}

function lookOf({ handout, released }: HandoutVersion): LookUp {
	return lookUp((released ?? handout.quiz).bank);
}
