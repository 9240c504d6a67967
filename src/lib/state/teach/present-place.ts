import * as v from 'valibot';

/** How long a class is given to think, in seconds; 0: no bar at all. */
export const THINK_SECONDS = [0, 20, 45, 90] as const;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const schema = v.object({
	phase: v.picklist(['cover', 'items', 'end']),
	/** Which slides are shown in this round, by their place among all. */
	round: v.pipe(v.array(count), v.minLength(1)),
	/** The first round shows all; each later one those that were marked. */
	turn: count,
	/** Place in the round, and step of the slide there. */
	at: count,
	step: count,
	/** Slides to come back to. */
	marked: v.array(count),
	thinkSeconds: v.picklist(THINK_SECONDS),
	/** The screen's own look, where it is not the app's. */
	shade: v.optional(v.picklist(['light', 'dark']))
});

/** Where a presentation stands. */
export type PresentPlace = v.InferOutput<typeof schema>;

const stored = v.object({ of: v.string(), place: schema });

/** The beginning of a presentation of so many slides. */
export function firstPlace(slides: number): PresentPlace {
	const round = Array.from({ length: slides }, (_, at) => at);
	return { phase: 'cover', round, turn: 0, at: 0, step: 0, marked: [], thinkSeconds: 0 };
}

const keyOf = (id: string) => `recount-present-${id}`;

/** Whether a place fits slides of so many steps each. */
function fits({ round, at, step, marked }: PresentPlace, steps: readonly number[]): boolean {
	const inside = [...round, ...marked].every((slide) => slide < steps.length);
	return inside && step < (steps[round[at] ?? -1] ?? 0);
}

/** What the place is kept for: which presentation of what, and how many steps each slide has. */
export interface PlaceOwner {
	id: string;
	/** Tells a quiz that was changed since from the one that was shown. */
	of: string;
	steps: readonly number[];
}

/** The place kept in this tab, if it still fits. */
export function readPlace({ id, of, steps }: PlaceOwner): PresentPlace | undefined {
	try {
		const read = v.safeParse(stored, JSON.parse(sessionStorage.getItem(keyOf(id)) ?? ''));
		return read.success && read.output.of === of && fits(read.output.place, steps)
			? read.output.place
			: undefined;
	} catch {
		return undefined;
	}
}

/** Keeps the place in this tab alone; without it only a reload begins anew. */
export function keepPlace({ id, of }: PlaceOwner, place: PresentPlace): void {
	try {
		sessionStorage.setItem(keyOf(id), JSON.stringify({ of, place }));
	} catch {
		// The browser gives this page no storage.
	}
}
