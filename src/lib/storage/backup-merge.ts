import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { Weights } from '#lib/domain/study/weights.ts';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import type { BackupContents, BackupRows } from './backup-format.ts';
import { metaFromId, metaOf } from './card-row.ts';
import { changeCounters, CounterChanges } from './counters.ts';
import type { RecountDatabase } from './database.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';
import type { CardMeta } from './rows.ts';
import { replay } from './tally.ts';

/** What a merge added to what was there. */
export interface MergeReport {
	events: number;
	answers: number;
	sittings: number;
	/** Cards that were new or changed. */
	cards: number;
	settings: number;
}

export interface MergeOptions {
	weights: Weights;
	/** Settings of the backup win over those already set; left alone unless given. */
	takeSettings?: boolean;
	/** Told, now and then, how many cards of how many were folded. */
	onProgress?: (cards: number, of: number) => void;
}

/**
 * Unites a backup with what is there, in one transaction: rows are added by id, nothing is taken
 * away, and the cards it touches are folded anew. Twice the same backup changes nothing more.
 */
export function mergeBackup(
	database: RecountDatabase,
	{ rows }: Pick<BackupContents, 'rows'>,
	options: MergeOptions
): Promise<Outcome<MergeReport, StoreProblem>> {
	const { events, cards, counters, answers, sittings, settings } = database;
	const tables = [events, cards, counters, answers, sittings, settings];
	return attempt(() =>
		database.transaction('rw', tables, async () => {
			const study = await mergeStudy(database, rows, options);
			const quiz = await mergeQuizzes(database, rows);
			const set = await mergeSettings(database, rows, options.takeSettings ?? false);
			return done({ ...study, ...quiz, settings: set });
		})
	);
}

/** How many cards are folded at once. */
const BATCH = 500;

async function mergeStudy(
	database: RecountDatabase,
	rows: BackupRows,
	{ weights, onProgress }: MergeOptions
): Promise<Pick<MergeReport, 'events' | 'cards'>> {
	const added = await onlyNew(database.events, rows.events);
	await database.events.bulkAdd(added);
	const touched = [...(await touchedCards(database, added, rows.cards)).values()];
	const changes = new CounterChanges();
	for (let from = 0; from < touched.length; from += BATCH) {
		changes.with(await refold(database, touched.slice(from, from + BATCH), weights));
		onProgress?.(Math.min(from + BATCH, touched.length), touched.length);
	}
	await changeCounters(database, changes);
	// The next event of this device comes after all of them, its own from before included.
	await database.settings.delete('head');
	return { events: added.length, cards: touched.length };
}

/** A card that the merge changes. */
interface Touched {
	id: string;
	/** Ids of its events that were just added. */
	fresh: Set<string>;
	/** What is known of its question, before the merge and after it. */
	was: CardMeta;
	is: CardMeta;
}

async function touchedCards(
	database: RecountDatabase,
	added: readonly StudyEvent[],
	given: readonly CardMeta[]
): Promise<Map<string, Touched>> {
	const metas = new Map(given.map((meta) => [meta.id, meta]));
	const ids = [...new Set([...added.map((event) => event.cardId), ...metas.keys()])];
	const stored = await database.cards.bulkGet(ids);
	const touched = new Map<string, Touched>();
	ids.forEach((id, i) => {
		const row = stored[i];
		const was = row ? metaOf(row) : (metas.get(id) ?? metaFromId(id));
		touched.set(id, { id, fresh: new Set(), was, is: unitedMeta(was, metas.get(id) ?? was) });
	});
	for (const { cardId, id } of added) touched.get(cardId)?.fresh.add(id);
	for (const { id, fresh, was, is } of touched.values()) {
		const same = was.fromMiss === is.fromMiss && was.position === is.position;
		if (fresh.size === 0 && same) touched.delete(id);
	}
	return touched;
}

/** What was missed on either side is missed, and keeps the place that gave it. */
function unitedMeta(ours: CardMeta, theirs: CardMeta): CardMeta {
	if (ours.fromMiss !== theirs.fromMiss) {
		return { ...ours, fromMiss: true, position: (ours.fromMiss ? ours : theirs).position };
	}
	return { ...ours, position: Math.min(ours.position, theirs.position) };
}

async function refold(
	database: RecountDatabase,
	touched: readonly Touched[],
	weights: Weights
): Promise<CounterChanges> {
	const changes = new CounterChanges();
	const histories = await Promise.all(
		touched.map(({ id }) => database.events.where('cardId').equals(id).toArray())
	);
	const cards = touched.map(({ fresh, was, is }, i) => {
		const events = histories[i] ?? [];
		const after = replay(events, is, weights);
		const before = events.filter((event) => !fresh.has(event.id));
		changes.with(after.changes).without(replay(before, was, weights).changes);
		return after.row;
	});
	await database.cards.bulkDelete(touched.filter((_, i) => !cards[i]).map(({ id }) => id));
	await database.cards.bulkPut(cards.filter((card) => card !== undefined));
	return changes;
}

async function mergeQuizzes(
	database: RecountDatabase,
	rows: BackupRows
): Promise<Pick<MergeReport, 'answers' | 'sittings'>> {
	const answers = await onlyNew(database.answers, rows.answers);
	await database.answers.bulkAdd(answers);
	const known = await database.sittings.bulkGet(rows.sittings.map(({ id }) => id));
	const sittings = rows.sittings.filter((_, i) => !known[i]);
	const further = rows.sittings.filter((sitting, i) => isFurther(sitting, known[i]));
	await database.sittings.bulkPut([...sittings, ...further]);
	const counts = { answers: answers.length, sittings: sittings.length };
	await changeCounters(database, new CounterChanges().add('total', 'all', counts));
	return counts;
}

const STATES: Sitting['state'][] = ['open', 'abandoned', 'expired', 'submitted', 'marked'];

/** Of two states of one sitting the further one counts, whichever came first. */
function isFurther(there: Sitting, here: Sitting | undefined): boolean {
	if (!here) return false;
	const [theirs, ours] = [furtherness(there), furtherness(here)];
	const i = ours.findIndex((value, at) => value !== theirs[at]);
	return i >= 0 && (theirs[i] ?? 0) > (ours[i] ?? 0);
}

function furtherness(sitting: Sitting): (number | string)[] {
	const { state, endedAt = 0, at, repeats, flags } = sitting;
	const repeated = repeats.map(({ questionId, afterItem }) => `${afterItem} ${questionId}`);
	return [STATES.indexOf(state), endedAt, at, repeats.length, repeated.join(), flags.join()];
}

async function mergeSettings(
	database: RecountDatabase,
	rows: BackupRows,
	take: boolean
): Promise<number> {
	const known = await database.settings.bulkGet(rows.settings.map(({ key }) => key));
	const taken = rows.settings.filter((_, i) => take || !known[i]);
	await database.settings.bulkPut(taken);
	return taken.length;
}

interface ById<T> {
	bulkGet(ids: string[]): PromiseLike<(T | undefined)[]>;
}

async function onlyNew<T extends { id: string }>(table: ById<T>, rows: T[]): Promise<T[]> {
	const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
	const known = await table.bulkGet(unique.map(({ id }) => id));
	return unique.filter((_, i) => !known[i]);
}
