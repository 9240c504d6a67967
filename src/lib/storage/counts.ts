import { Dexie } from 'dexie';
import type { DayCounts } from '#lib/domain/study/day-counts.ts';
import type { StudyDay } from '#lib/domain/study/types.ts';
import type { RecountDatabase } from './database.ts';
import type { CounterRow } from './rows.ts';

const NO_CARDS = {
	suspended: 0,
	fresh: 0,
	learning: 0,
	/** In review, with an interval under 21 days; `mature` from there on. */
	young: 0,
	mature: 0,
	/** Those of them, suspended ones left out, that belong to the deck of missed ones. */
	missed: 0
};

const NOTHING = { events: 0, reviews: 0, sittings: 0, answers: 0 };

/** How the cards of a report and kind stand; each is in one of the first five. */
export type CellCounts = typeof NO_CARDS;
/** How much there is in all; `reviews` without those taken back. */
export type TotalCounts = typeof NOTHING;

/** All that Today shows, from counters alone. */
export interface Counts {
	today: DayCounts;
	/** How many reviews fall due on a study day, by `report/kind`, earliest first; overdue ones included. */
	due: { day: StudyDay; cells: Record<string, number> }[];
	/** By `report/kind`. */
	cells: Record<string, CellCounts>;
	total: TotalCounts;
}

/** Reads the counts of a study day and what falls due until `lastDay`. */
export async function readCounts(
	database: RecountDatabase,
	today: StudyDay,
	lastDay: StudyDay
): Promise<Counts> {
	return database.transaction('r', database.counters, async () => {
		const [day, due, cells, total] = await Promise.all([
			database.counters.get(['day', today]),
			rowsOf(database, 'due', Dexie.minKey, lastDay),
			rowsOf(database, 'cell', Dexie.minKey, Dexie.maxKey),
			database.counters.get(['total', 'all'])
		]);
		return {
			today: dayCounts(today, day?.counts),
			due: due.map(({ key, counts }) => ({ day: Number(key), cells: counts })),
			cells: Object.fromEntries(cells.map((row) => [row.key, { ...NO_CARDS, ...row.counts }])),
			total: { ...NOTHING, ...total?.counts }
		};
	});
}

/** Reads what was recalled on each study day of a span; days without a review are left out. */
export async function readDays(
	database: RecountDatabase,
	from: StudyDay,
	to: StudyDay
): Promise<DayCounts[]> {
	const rows = await rowsOf(database, 'day', from, to);
	return rows.map(({ key, counts }) => dayCounts(Number(key), counts));
}

/** A counter's counts as those of a study day. */
export function dayCounts(day: StudyDay, counts: Record<string, number> = {}): DayCounts {
	const { reviews = 0, firsts = 0, dues = 0, recalls = 0, recalled = 0, tookMs = 0 } = counts;
	return { day, reviews, firsts, dues, recalls, recalled, tookMs };
}

function rowsOf(
	database: RecountDatabase,
	group: CounterRow['group'],
	...[from, to]: [unknown, unknown]
): PromiseLike<CounterRow[]> {
	return database.counters
		.where('[group+key]')
		.between([group, from], [group, to], true, true)
		.toArray();
}
