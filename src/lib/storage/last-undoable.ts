import { Dexie } from 'dexie';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import type { StudySetup } from './event-log.ts';

const UNDO_PAGE = 20;
const UNDO_PAGES = 10;

/** The newest event of this device that is not taken back and can be. */
export async function lastUndoable({
	database,
	device
}: Pick<StudySetup, 'database' | 'device'>): Promise<StudyEvent | undefined> {
	const undone = new Set<string>();
	for (let page = 0; page < UNDO_PAGES; page += 1) {
		const newest = await database.events
			.where('[device+seq]')
			.between([device, Dexie.minKey], [device, Dexie.maxKey])
			.reverse()
			.offset(page * UNDO_PAGE)
			.limit(UNDO_PAGE)
			.toArray();
		for (const event of newest) {
			if (event.type === 'undo') undone.add(event.of);
			else if (event.type !== 'add' && !undone.has(event.id)) return event;
		}
		if (newest.length < UNDO_PAGE) return undefined;
	}
	return undefined;
}
