import type { CheckReport } from '#lib/storage/check.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';
import type { App } from './app.svelte.ts';

/** How far a check is; counts are of events. */
export type CheckStep =
	| { code: 'idle' }
	| { code: 'running'; events: number; of: number }
	| { code: 'done'; report: CheckReport }
	| { code: 'cancelled' }
	| { code: 'failed'; problem: StoreProblem };

/** Replays all that was studied and puts right what differs from it. */
export class CheckRun {
	#app: App;
	#stop: AbortController | undefined;

	step = $state.raw<CheckStep>({ code: 'idle' });

	constructor(app: App) {
		this.#app = app;
	}

	async start(): Promise<void> {
		if (this.step.code === 'running') return;
		const stop = new AbortController();
		this.#stop = stop;
		this.step = { code: 'running', events: 0, of: 0 };
		const free = this.#app.updates.hold();
		try {
			const { checkAndRepair } = await import('#lib/storage/check.ts');
			const outcome = await checkAndRepair(this.#app.database, {
				weights: this.#app.studySettings.weights,
				renamed: this.#app.library.all.renamed,
				signal: stop.signal,
				onProgress: (events, of) => (this.step = { code: 'running', events, of })
			});
			this.step = outcome.ok ? { code: 'done', report: outcome.value } : ended(outcome.problem);
		} finally {
			free();
		}
	}

	/** Stops the check; nothing it did is kept. */
	cancel(): void {
		this.#stop?.abort();
	}
}

function ended(problem: { code: 'cancelled' } | StoreProblem): CheckStep {
	return problem.code === 'cancelled' ? { code: 'cancelled' } : { code: 'failed', problem };
}
