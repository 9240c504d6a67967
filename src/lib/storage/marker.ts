const KEY = 'recount-learners';

type Marks = Pick<Storage, 'getItem' | 'setItem'>;

/** How the store was found: nobody was here yet, as it was left, or emptied behind the program's back. */
export type Found = 'first-run' | 'kept' | 'emptied';

/** Leaves a mark, outside the database, of how many learners it held. */
export function leaveMark(marks: Marks | undefined, learners: number): void {
	try {
		marks?.setItem(KEY, String(learners));
	} catch {
		// Without the mark an emptied store looks like a first run; nothing else hangs on it.
	}
}

/** Tells an emptied store from a first run by the mark. */
export function foundAs(marks: Marks | undefined, learners: number): Found {
	if (learners > 0) return 'kept';
	return markOf(marks) > 0 ? 'emptied' : 'first-run';
}

function markOf(marks: Marks | undefined): number {
	try {
		return Number(marks?.getItem(KEY) ?? 0);
	} catch {
		return 0;
	}
}
