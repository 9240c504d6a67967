import type { Weights } from '#lib/domain/study/weights.ts';
import { repair } from '#lib/domain/study/repair.ts';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import { cardRow, metaFromId, metaOf } from './card-row.ts';
import { CounterChanges, putCounters } from './counters.ts';
import type { RecountDatabase } from './database.ts';
import { attempt, done, refused, type Outcome, type StoreProblem } from './outcome.ts';
import { eventsOf, NONE_RENAMED, type Renamed } from './renamed.ts';
import { adoptRenamed } from './renamed-cards.ts';
import type { CounterRow, StoredCard } from './rows.ts';
import { tallyCard } from './tally.ts';

/** What a check found; everything found was put right, except that `extra` cards were left as they are. */
export interface CheckReport {
	events: number;
	cards: number;
	/** Cards whose snapshot was not what their events make. */
	differing: number;
	/** Cards that had no snapshot. */
	missing: number;
	/** Snapshots that no event accounts for: they may be the last trace of something lost. */
	extra: number;
	/** Counter rows that counted wrongly. */
	counters: number;
}

export interface CheckOptions {
	weights: Weights;
	/** Cards with events under an earlier id. */
	renamed?: Renamed;
	/** Told, now and then, how many events of how many were replayed. */
	onProgress?: (events: number, of: number) => void;
	/** Stops the check; nothing it did is kept then. */
	signal?: AbortSignal;
	/** How many events are read at a time; 2,000 unless given. */
	chunk?: number;
}

/** Replays every event, in chunks, and puts right what differs from it, in one transaction. */
export async function checkAndRepair(
	database: RecountDatabase,
	options: CheckOptions
): Promise<Outcome<CheckReport, { code: 'cancelled' } | StoreProblem>> {
	const { events, cards, counters, answers, sittings } = database;
	const tables = [events, cards, counters, answers, sittings];
	try {
		return await attempt(() =>
			database.transaction('rw', tables, async () => done(await check(database, options)))
		);
	} catch (cause) {
		if (cause instanceof Cancelled) return refused({ code: 'cancelled' });
		throw cause;
	}
}

class Cancelled extends Error {}

/** The events and snapshots of some cards, complete for each of them. */
interface Chunk {
	events: StudyEvent[];
	snapshots: StoredCard[];
}

async function check(database: RecountDatabase, options: CheckOptions): Promise<CheckReport> {
	const { weights, renamed = NONE_RENAMED, onProgress, signal, chunk: size = 2000 } = options;
	await adoptRenamed(database, renamed, weights);
	const of = await database.events.count();
	const report = { events: 0, cards: 0, differing: 0, missing: 0, extra: 0, counters: 0 };
	const counted = new CounterChanges();
	const take = async (chunk: Chunk) => {
		if (signal?.aborted) throw new Cancelled('check cancelled');
		const found = repair(chunk.snapshots, chunk.events, weights);
		await rewrite(database, chunk, found, counted);
		report.events += found.events;
		report.cards += found.rebuilt.length;
		report.differing += found.differing.length;
		report.missing += found.missing.length;
		report.extra += found.extra.length;
		onProgress?.(report.events, of);
	};
	const apart = new Set([...renamed].flat());
	for (let after: string | undefined = ''; after !== undefined;) {
		const read: Reading = await readChunk(database, after, size);
		await take(without(apart, read));
		after = read.through;
	}
	await take(await readRenamed(database, renamed));
	counted.add('total', 'all', {
		events: report.events,
		sittings: await database.sittings.count(),
		answers: await database.answers.count()
	});
	return { ...report, counters: await rewriteCounters(database, counted.rows) };
}

/** The cards that were renamed, with the events of all their ids. */
async function readRenamed(database: RecountDatabase, renamed: Renamed): Promise<Chunk> {
	const ids = [...new Set(renamed.values())];
	const events = await Promise.all(ids.map((id) => eventsOf(database, renamed, id)));
	const snapshots = await database.cards.bulkGet(ids);
	return { events: events.flat(), snapshots: snapshots.filter((row) => row !== undefined) };
}

/** A chunk without the cards of some ids. */
function without(apart: ReadonlySet<string>, { events, snapshots }: Chunk): Chunk {
	return {
		events: events.filter(({ cardId }) => !apart.has(cardId)),
		snapshots: snapshots.filter(({ id }) => !apart.has(id))
	};
}

/** A chunk, and where the next one begins; absent in the last. */
type Reading = Chunk & { through?: string };

async function readChunk(database: RecountDatabase, after: string, size: number): Promise<Reading> {
	const read = await database.events.where('cardId').above(after).limit(size).toArray();
	const last = read.at(-1)?.cardId;
	if (read.length < size || last === undefined) {
		return { events: read, snapshots: await database.cards.where('id').above(after).toArray() };
	}
	const whole = read.filter((event) => event.cardId !== last);
	const through = whole.at(-1)?.cardId ?? last;
	const events =
		through === last ? await database.events.where('cardId').equals(last).toArray() : whole;
	const snapshots = await database.cards.where('id').between(after, through, false, true).toArray();
	return { events, snapshots, through };
}

async function rewrite(
	database: RecountDatabase,
	{ snapshots }: Chunk,
	found: ReturnType<typeof repair>,
	counted: CounterChanges
): Promise<void> {
	const stored = new Map(snapshots.map((row) => [row.id, row]));
	const wrong = new Set([...found.differing, ...found.missing]);
	const rows = found.rebuilt.map((card) => {
		const row = stored.get(card.id);
		return cardRow(card, row ? metaOf(row) : metaFromId(card.id));
	});
	await database.cards.bulkPut(
		rows.filter((row) => wrong.has(row.id) || waitsWrongly(row, stored.get(row.id)))
	);
	const extra = found.extra.flatMap((id) => stored.get(id) ?? []);
	for (const row of [...rows, ...extra]) counted.with(tallyCard(row));
	for (const { day, ...counts } of found.days) {
		counted.add('day', day, counts).add('total', 'all', { reviews: counts.reviews });
	}
}

function waitsWrongly(row: StoredCard, stored: StoredCard | undefined): boolean {
	return row.queue !== stored?.queue || row.due !== stored.due || row.missed !== stored.missed;
}

/** Makes the counters those given and says how many were wrong. */
async function rewriteCounters(database: RecountDatabase, right: CounterRow[]): Promise<number> {
	const stored = new Map((await database.counters.toArray()).map((row) => [nameOf(row), row]));
	const wrong = right.filter((row) => !sameCounts(row, stored.get(nameOf(row))));
	const known = new Set(right.map(nameOf));
	const stale = [...stored.values()].filter((row) => !known.has(nameOf(row)));
	await putCounters(database, [...wrong, ...stale.map((row) => ({ ...row, counts: {} }))]);
	return wrong.length + stale.length;
}

function nameOf({ group, key }: CounterRow): string {
	return `${group} ${key}`;
}

function sameCounts(a: CounterRow, b: CounterRow | undefined): boolean {
	const names = Object.keys(a.counts);
	return (
		b !== undefined &&
		names.length === Object.keys(b.counts).length &&
		names.every((name) => a.counts[name] === b.counts[name])
	);
}
