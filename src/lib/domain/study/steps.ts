const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How long each button keeps a card within its steps, in ms; without `goodMs` Good leaves the steps. */
interface StepDelays {
	againMs: number;
	hardMs: number;
	goodMs?: number;
}

/** Delays of more than a day are whole days, so that early and late hours give the same day. */
const wholeDays = (ms: number) => (ms > DAY_MS ? Math.round(ms / DAY_MS) * DAY_MS : ms);

function firstHardMs(firstMs: number, secondMs: number | undefined): number {
	if (secondMs === undefined) return wholeDays(Math.min(firstMs * 1.5, firstMs + DAY_MS));
	return wholeDays((firstMs + secondMs) / 2);
}

/**
 * What the buttons do on a step (0-based); `undefined` where there are no steps. A step that is no
 * longer there, because the steps were changed, counts as the last.
 *
 * @see Anki 26.08.1, rslib/src/scheduler/states/steps.rs (rules and published cases)
 */
export function stepDelays(stepsMinutes: readonly number[], step: number): StepDelays | undefined {
	const delaysMs = stepsMinutes.map((minutes) => minutes * MINUTE_MS);
	const firstMs = delaysMs[0];
	if (firstMs === undefined) return undefined;
	const index = Math.min(step, delaysMs.length - 1);
	const goodMs = delaysMs[index + 1];
	return {
		againMs: firstMs,
		hardMs: index === 0 ? firstHardMs(firstMs, goodMs) : (delaysMs[index] ?? firstMs),
		...(goodMs !== undefined && { goodMs })
	};
}
