import { lookUp, type LookUp } from '#lib/bank/look-up.ts';
import { releasedSitting } from '#lib/domain/classroom/assigned.ts';
import type { HandoutRow } from '#lib/storage/class-rows.ts';
import { HandoutRepository } from '#lib/storage/handout-repository.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { QuizResults } from '#lib/state/quiz-results.svelte.ts';
import { QuizSitting } from '#lib/state/quiz-sitting.svelte.ts';
import { appFor, type ClassApp } from './class-app.ts';
import { sealEnded } from './hand-in.ts';

/** Where the results of an ended attempt stand: shown, or with the teacher first. */
type Ended = 'told' | 'waits';

/** A pupil's attempt at an assignment: asked from what was handed out, sealed as soon as it ended. */
export class AssignedSitting {
	#app: ClassApp;
	#handouts: HandoutRepository;
	#assignmentId: string;
	#sittingId: string;

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
	}

	/** Reads what was handed out; the attempt can be opened then. */
	async read(): Promise<void> {
		const row = await this.#handouts.read(this.#assignmentId);
		this.isMissing = row === undefined;
		if (row) this.run = new QuizSitting(appFor(this.#app, lookOf(row)), this.#sittingId);
	}

	/** Seals what ended, and shows what was right where that may be told. */
	async end(): Promise<Ended> {
		const { record } = this.run ?? {};
		const [row, sealed] = await Promise.all([
			this.#handouts.read(this.#assignmentId),
			sealEnded({ app: this.#app, handouts: this.#handouts }, this.#assignmentId)
		]);
		this.problem = sealed.ok ? undefined : sealed.problem;
		if (!record || !row) return 'waits';
		const { released } = row;
		if (!released && row.handout.sealedKey !== undefined) return 'waits';
		const { QuizResults } = await import('#lib/state/quiz-results.svelte.ts');
		const sitting = released ? releasedSitting(record.sitting, released) : record.sitting;
		this.results = new QuizResults(appFor(this.#app, lookOf(row)), { ...record, sitting });
		return 'told';
	}
}

function lookOf({ handout, released }: HandoutRow): LookUp {
	return lookUp((released ?? handout.quiz).bank);
}
