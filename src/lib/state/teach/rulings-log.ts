import { allParts } from '#lib/domain/classroom/question-counts.ts';
import type { MarkedAssignment } from '#lib/domain/classroom/mark-assignment.ts';
import { inForce, type RulingInForce } from '#lib/domain/classroom/rulings.ts';
import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';
import { uuidV7 } from '#lib/domain/study/events.ts';
import { EVERY_ASSIGNMENT } from '#lib/storage/class-rows.ts';

type Without<T> = T extends unknown ? Omit<T, 'id' | 'at'> : never;

/** What a teacher decides, before it is told when. */
export type Decision = Without<Ruling>;

const ID_BYTES = 16;

/**
 * Decisions as rulings, each behind all that were made before: the log goes by ids, and a clock that was
 * set back must not let an old word stand over a new one.
 */
export function rulingsOf(
	decisions: readonly Decision[],
	log: readonly Ruling[],
	now: number
): Ruling[] {
	const last = log.reduce((so, { at }) => Math.max(so, at + 1), now);
	return decisions.map((decision, i) => {
		const at = last + i;
		return { ...decision, id: uuidV7(at, crypto.getRandomValues(new Uint8Array(ID_BYTES))), at };
	});
}

/** Under which a ruling is filed. */
export function scopeOf(ruling: RulingInForce): string {
	return ruling.assignmentId ?? EVERY_ASSIGNMENT;
}

/** The rulings that bear on an assignment and hold, newest first. */
export function rulingsOn(marked: MarkedAssignment): RulingInForce[] {
	const hashes = new Set(allParts(marked).map(({ hash }) => hash));
	const bears = (ruling: RulingInForce) =>
		ruling.type === 'judge' && ruling.assignmentId === undefined
			? hashes.has(ruling.part.hash)
			: ruling.assignmentId === marked.assignment.id;
	return inForce(marked.rulings).filter(bears).reverse();
}
