import { Dexie } from 'dexie';
import { stampEvent, type DeviceHead } from '#lib/domain/study/events.ts';
import { applyEvent } from '#lib/domain/study/fold.ts';
import type { StudySettings } from '#lib/domain/study/settings.ts';
import type { CardId, EventHead, EventKey, StudyEvent } from '#lib/domain/study/types.ts';
import { cardRow, metaOf } from './card-row.ts';
import { changeCounters, CounterChanges } from './counters.ts';
import type { RecountDatabase } from './database.ts';
import { done, refused, type Outcome } from './outcome.ts';
import { eventsOf, idNow, NONE_RENAMED, type Renamed } from './renamed.ts';
import type { CardMeta, StoredCard } from './rows.ts';
import { replay, tallyCard, tallyReview } from './tally.ts';

/** What the log needs from outside: where it writes, as which device, by which clock and chance. */
export interface StudySetup {
	database: RecountDatabase;
	device: string;
	/** epoch ms */
	now: () => number;
	/** IANA */
	zone: () => string;
	/** 16 random bytes. */
	randomBytes: () => Uint8Array;
	settings: () => Pick<StudySettings, 'weights' | 'dayStartHour'>;
	/** Questions with another id than they once had; none unless given. */
	renamed?: () => Renamed;
}

type StampSource = Parameters<typeof stampEvent>[1];

type Body<E> = E extends StudyEvent ? Omit<E, keyof EventHead> : never;

/** An event before it is stamped. */
export type EventBody = Body<Exclude<StudyEvent, { type: 'undo' }>>;

/** What was written: the event, the card after it, and how far (ms) the clock had gone back. */
export interface Written {
	event: StudyEvent;
	/** Absent where nothing that counts is left of it. */
	card?: StoredCard;
	clockBackMs: number;
}

/** The card is not the one the screen showed: another tab, or an earlier tap, was first. */
export interface MovedOn {
	code: 'moved-on';
	/** As it is now. */
	card?: StoredCard;
}

/** An event for a card, committed only if the card's last event is the one that was shown. */
export interface Append {
	meta: CardMeta;
	body: EventBody;
	/** Absent where the question had no card yet. */
	expectedLastEventId?: string;
}

/** Adds one event and moves its card and counters on. Call inside {@link inLog}. */
export async function appendEvent(
	setup: StudySetup,
	{ meta, body, expectedLastEventId }: Append
): Promise<Outcome<Written & { card: StoredCard }, MovedOn>> {
	const { database } = setup;
	const [before, head] = await Promise.all([database.cards.get(meta.id), readHead(setup)]);
	if (before?.lastEventId !== expectedLastEventId) {
		return refused({ code: 'moved-on', card: before });
	}
	const stamped = stampEvent(head, sourceOf(setup, meta.id, before?.lastEvent));
	const event: StudyEvent = { ...stamped.head, ...body };
	const applied = applyEvent(before, event, setup.settings().weights);
	if (!applied.ok) throw new Error(`event ${event.id} does not follow its card's last`);
	const card = cardRow(applied.card, before ? metaOf(before) : meta);
	const changes = new CounterChanges()
		.add('total', 'all', { events: 1 })
		.with(tallyCard(card))
		.without(tallyCard(before));
	if (event.type === 'review') changes.with(tallyReview(before, event));
	await Promise.all([
		database.settings.put({ key: 'head', value: stamped.device }),
		database.events.add(event),
		database.cards.put(card),
		changeCounters(database, changes)
	]);
	return done({ event, card, clockBackMs: stamped.clockBackMs });
}

/**
 * Adds questions to learn and returns their cards. One that is there already only takes over what
 * its question now says; once missed in a quiz, it keeps that and its place. Call inside {@link inLog}.
 */
export async function addCards(
	setup: StudySetup,
	given: readonly CardMeta[]
): Promise<StoredCard[]> {
	const { database, settings } = setup;
	const metas = [...new Map(given.map((meta) => [meta.id, meta])).values()];
	const stored = await database.cards.bulkGet(metas.map(({ id }) => id));
	const changes = new CounterChanges();
	const events: StudyEvent[] = [];
	let device = await readHead(setup);
	const cards = metas.map((meta, i) => {
		const before = stored[i];
		if (before) return renewed(before, meta);
		const stamped = stampEvent(device, sourceOf(setup, meta.id));
		const event: StudyEvent = { ...stamped.head, type: 'add' };
		const applied = applyEvent(undefined, event, settings().weights);
		if (!applied.ok) throw new Error(`event ${event.id} has no card to begin with`);
		device = stamped.device;
		events.push(event);
		return cardRow(applied.card, meta);
	});
	const written = cards.filter((card, i) => card !== stored[i]);
	cards.forEach((card, i) => {
		if (card !== stored[i]) changes.with(tallyCard(card)).without(tallyCard(stored[i]));
	});
	if (written.length === 0) return cards;
	await database.events.bulkAdd(events);
	await database.cards.bulkPut(written);
	await database.settings.put({ key: 'head', value: device });
	await changeCounters(database, changes.add('total', 'all', { events: events.length }));
	return cards;
}

/** Takes an event back by adding another, and folds its card anew. Call inside {@link inLog}. */
export async function undoEvent(
	setup: StudySetup,
	id: string
): Promise<Outcome<Written, MovedOn | { code: 'missing' }>> {
	const { database } = setup;
	const target = await database.events.get(id);
	if (!target || target.type === 'undo') return refused({ code: 'missing' });
	const renamed = setup.renamed?.() ?? NONE_RENAMED;
	const cardId = idNow(renamed, target.cardId);
	const events = await eventsOf(database, renamed, cardId);
	const before = await database.cards.get(cardId);
	const undone = events.some((event) => event.type === 'undo' && event.of === id);
	if (!before || undone) return refused({ code: 'moved-on', card: before });
	const source = sourceOf(setup, cardId, before.lastEvent);
	const stamped = stampEvent(await readHead(setup), source);
	await database.settings.put({ key: 'head', value: stamped.device });
	const event: StudyEvent = { ...stamped.head, type: 'undo', of: id };
	const { weights } = setup.settings();
	const was = replay(events, metaOf(before), weights);
	const is = replay([...events, event], metaOf(before), weights);
	await database.events.add(event);
	if (is.row) await database.cards.put(is.row);
	else await database.cards.delete(cardId);
	await changeCounters(database, is.changes.without(was.changes));
	return done({ event, card: is.row, clockBackMs: stamped.clockBackMs });
}

/** One transaction over all that the log writes: everything inside is kept, or nothing. */
export function inLog<T>(database: RecountDatabase, work: () => Promise<T>): PromiseLike<T> {
	const { events, cards, counters, settings } = database;
	return database.transaction('rw', events, cards, counters, settings, work);
}

function sourceOf(setup: StudySetup, cardId: CardId, after?: EventKey): StampSource {
	const { now, zone, randomBytes, settings } = setup;
	return {
		cardId,
		now: now(),
		zone: zone(),
		dayStartHour: settings().dayStartHour,
		randomBytes: randomBytes(),
		after
	};
}

/** A card with what its question now says; the same object where that is nothing new. */
function renewed(before: StoredCard, given: CardMeta): StoredCard {
	const known = metaOf(before);
	const meta = metaOf({ ...before, ...newerMeta(known, given) });
	return JSON.stringify(meta) === JSON.stringify(known) ? before : cardRow(before, meta);
}

function newerMeta(known: CardMeta, given: CardMeta): CardMeta {
	const keepsPlace = known.fromMiss && !given.fromMiss;
	return {
		...given,
		fromMiss: known.fromMiss || given.fromMiss,
		gone: given.gone,
		position: keepsPlace ? known.position : given.position
	};
}

/** A store that was restored holds events of this device but no head yet. */
async function readHead({ database, device }: StudySetup): Promise<DeviceHead> {
	const kept = (await database.settings.get('head'))?.value as DeviceHead | undefined;
	if (kept?.device === device) return kept;
	const last = await database.events
		.where('[device+seq]')
		.between([device, Dexie.minKey], [device, Dexie.maxKey])
		.last();
	return { device, lastSeq: last?.seq ?? 0, lastAt: last?.at ?? 0 };
}
