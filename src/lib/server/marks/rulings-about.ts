import type { Ruling } from '#lib/domain/classroom/ruling-types.ts';

/** Whether a ruling decides something about one pupil, by their number and their attempts' ids. */
export function isAboutPupil(no: number, attemptIds: Iterable<string>) {
	const own = new Set(attemptIds);
	return (ruling: Ruling) =>
		(ruling.type === 'state' && ruling.no === no) ||
		(ruling.type === 'override' && own.has(ruling.submissionId));
}

/** The rulings about something, and those that take them back or bring them back. */
export function rulingsAbout(
	all: readonly Ruling[],
	isAbout: (ruling: Ruling) => boolean
): Ruling[] {
	const found = new Set(all.filter(isAbout).map(({ id }) => id));
	for (let size = -1; size < found.size;) {
		size = found.size;
		for (const ruling of all)
			if (ruling.type === 'undo' && found.has(ruling.of)) found.add(ruling.id);
	}
	return all.filter(({ id }) => found.has(id));
}
