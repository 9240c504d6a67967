/** How a screen stands in the frame, by its route. */
export interface ScreenKind {
	/** It wants the whole window: answering, reviewing. */
	focus: boolean;
	/** It needs the whole width, and scrolls its parts by itself. */
	wide: boolean;
	/** It opens before the person's own reports are read. */
	opensEarly: boolean;
	/** It opens once those reports can be listed. */
	lists: boolean;
}

const FOCUS =
	/^\/(?:review|quiz\/[^/]+|assigned\/[^/]+\/[^/]+|welcome|teach\/(?:quiz|assignment)\/[^/]+\/present)$/;
const EARLY = /^\/(?:review|welcome|shell|privacy|assigned(?:\/.*)?)?$/;

/** How the screen of a route stands in the frame. */
export function screenKind(route: string | null): ScreenKind {
	const id = route ?? '';
	return {
		focus: FOCUS.test(id),
		wide: id === '/reports/[report]/desk',
		opensEarly: EARLY.test(id),
		lists: id === '/reports'
	};
}
