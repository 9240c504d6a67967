import { Dexie, type Collection } from 'dexie';
import type { StudyDay } from '#lib/domain/study/types.ts';
import type { RecountDatabase } from './database.ts';
import type { Deck, Queue, StoredCard } from './rows.ts';

/** Which cards to look for. */
export interface DueQuery {
	deck: Deck;
	today: StudyDay;
	/** How many cards by day and new ones to read beyond the usual: as many as wait for a sibling. */
	widen?: number;
}

/** The cards a session chooses from. */
export interface DueCards {
	/** In timed steps, due or soon due, soonest first; at most 10. */
	timed: StoredCard[];
	/** Due by day, longest due first; at most 20, or more where widened. */
	byDay: StoredCard[];
	/** Added and never recalled, in the order of their positions; at most 20, or more where widened. */
	fresh: StoredCard[];
}

/** Which cards to count, and how far. */
export interface WaitingQuery {
	deck: Deck;
	today: StudyDay;
	/** Where there are as many, they are not counted further; without a number to the last. */
	most: { due?: number; fresh: number };
}

/** How many cards wait; `Infinity` where there are more than were to be counted. */
export interface Waiting {
	/** By day, up to today. */
	due: number;
	/** Added, never recalled and not put off beyond today. */
	fresh: number;
}

const TIMED = 10;
const BY_DAY = 20;
const NEW = 15;
/** New cards whose burial is over. */
const BURIED = 5;

/** Reads the next cards of a deck by index: at most 50 rows unless widened, however many cards there are. */
export async function dueCards(database: RecountDatabase, query: DueQuery): Promise<DueCards> {
	const { deck, today, widen = 0 } = query;
	const first = (queue: Queue, last: number, limit: number) =>
		inQueue(database, deck, queue, Dexie.minKey, last).limit(limit).toArray();
	return database.transaction('r', database.cards, async () => {
		const [timed, byDay, buried, fresh] = await Promise.all([
			first('learning', Infinity, TIMED),
			first('review', today, BY_DAY + widen),
			first('buried', today, BURIED + widen),
			first('new', Infinity, NEW + widen)
		]);
		return { timed, byDay, fresh: [...buried, ...fresh].sort((a, b) => a.position - b.position) };
	});
}

/** Counts what waits in a deck behind the cards that {@link dueCards} reads, by keys of an index alone. */
export async function waitingCards(
	database: RecountDatabase,
	{ deck, today, most }: WaitingQuery
): Promise<Waiting> {
	const upTo = (queue: Queue, last: number, limit: number) =>
		inQueue(database, deck, queue, Dexie.minKey, last).limit(limit).primaryKeys();
	return database.transaction('r', database.cards, async () => {
		const [due, buried, fresh] = await Promise.all([
			most.due === undefined
				? inQueue(database, deck, 'review', Dexie.minKey, today).count()
				: upTo('review', today, most.due).then((keys) => capped(keys.length, most.due)),
			upTo('buried', today, most.fresh),
			upTo('new', Infinity, most.fresh)
		]);
		return { due, fresh: capped(buried.length + fresh.length, most.fresh) };
	});
}

function capped(found: number, most = Infinity): number {
	return found < most ? found : Infinity;
}

/** The study day after today on which the deck's next card falls due, if one waits at all. */
export async function nextDueDay(
	database: RecountDatabase,
	{ deck, today }: DueQuery
): Promise<StudyDay | undefined> {
	const next = await inQueue(database, deck, 'review', today + 1, Dexie.maxKey).first();
	return next?.due;
}

function inQueue(
	database: RecountDatabase,
	deck: Deck,
	queue: Queue,
	...[from, to]: [unknown, unknown]
): Collection<StoredCard, string> {
	const { index, prefix } = deckIndex(deck);
	return database.cards
		.where(index)
		.between([...prefix, queue, from], [...prefix, queue, to], true, true);
}

function deckIndex(deck: Deck): { index: string; prefix: (string | number)[] } {
	switch (deck.of) {
		case 'all':
			return { index: '[queue+due]', prefix: [] };
		case 'report':
			return { index: '[reportId+queue+due]', prefix: [deck.reportId] };
		case 'kind':
			return { index: '[kind+queue+due]', prefix: [deck.kind] };
		case 'missed':
			return { index: '[missed+queue+due]', prefix: [1] };
	}
}
