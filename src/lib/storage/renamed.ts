import type { CardId, StudyEvent } from '#lib/domain/study/types.ts';
import type { RecountDatabase } from './database.ts';

/** The ids that questions had before, each with the one its question has now. */
export type Renamed = ReadonlyMap<CardId, CardId>;

/** Where no question was ever renamed. */
export const NONE_RENAMED: Renamed = new Map();

/** The id a card has now. */
export function idNow(renamed: Renamed, id: CardId): CardId {
	return renamed.get(id) ?? id;
}

/** All ids under which events of a card can stand, the present one first. */
function idsOf(renamed: Renamed, id: CardId): CardId[] {
	if (renamed.size === 0) return [id];
	return [id, ...[...renamed].filter(([, now]) => now === id).map(([old]) => old)];
}

/** All events of a card, those from before it was renamed included, as if it always had its present id. */
export async function eventsOf(
	database: RecountDatabase,
	renamed: Renamed,
	id: CardId
): Promise<StudyEvent[]> {
	const found = await Promise.all(
		idsOf(renamed, id).map((one) => database.events.where('cardId').equals(one).toArray())
	);
	return found.flat().map((event) => (event.cardId === id ? event : { ...event, cardId: id }));
}
