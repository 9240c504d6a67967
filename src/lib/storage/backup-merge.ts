import type { Sitting } from '#lib/domain/quiz/types.ts';
import type { Weights } from '#lib/domain/study/weights.ts';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import { classTables, mergeClasses } from './backup-class-merge.ts';
import type { BackupContents, BackupRows, BackupTable } from './backup-format.ts';
import { INTAKE_KEY, mergeIntake } from './backup-intake.ts';
import { onlyNew } from './backup-new-rows.ts';
import { mergeOwn } from './backup-own-merge.ts';
import { metaFromId, metaOf, unitedMeta } from './card-row.ts';
import { changeCounters, CounterChanges } from './counters.ts';
import type { RecountDatabase } from './database.ts';
import { attempt, done, type Outcome, type StoreProblem } from './outcome.ts';
import { eventsOf, idNow, NONE_RENAMED, type Renamed } from './renamed.ts';
import { adoptRenamed } from './renamed-cards.ts';
import type { CardMeta } from './rows.ts';
import { replay } from './tally.ts';

/**
 * How many rows of each table a merge added to what was there. Of `cards` and of what can change, those
 * it changed too; a report that is being added counts as a desk.
 */
export type MergeReport = Record<BackupTable, number>;

export interface MergeOptions {
	weights: Weights;
	/** Cards that the backup, or this store, may hold under an earlier id. */
	renamed?: Renamed;
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
	const { reports, desks, deskSteps, names } = database;
	const studied = [events, cards, counters, answers, sittings, settings];
	const tables = [...studied, reports, desks, deskSteps, names, ...classTables(database)];
	return attempt(() =>
		database.transaction('rw', tables, async () => {
			const study = await mergeStudy(database, rows, options);
			const quiz = await mergeQuizzes(database, rows);
			const set = await mergeSettings(database, rows, options.takeSettings ?? false);
			const own = await mergeOwn(database, rows, study.cards > 0);
			const desks = own.desks + (await mergeIntake(database, rows.settings));
			const taught = await mergeClasses(database, rows);
			return done({ ...study, ...quiz, settings: set, ...own, desks, ...taught });
		})
	);
}

/** How many cards are folded at once. */
const BATCH = 500;

async function mergeStudy(
	database: RecountDatabase,
	rows: BackupRows,
	{ weights, renamed = NONE_RENAMED, onProgress }: MergeOptions
): Promise<Pick<MergeReport, 'events' | 'cards'>> {
	await adoptRenamed(database, renamed, weights);
	const added = await onlyNew(database.events, rows.events);
	await database.events.bulkAdd(added);
	const metas = metasNow(rows.cards, renamed);
	const fresh = freshByCard(added, renamed);
	const touched = await touchedCards(database, fresh, metas);
	const changes = new CounterChanges();
	for (let from = 0; from < touched.length; from += BATCH) {
		changes.with(await refold(database, touched.slice(from, from + BATCH), { weights, renamed }));
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

/** What the backup says of each card, under the id it has now. */
function metasNow(given: readonly CardMeta[], renamed: Renamed): Map<string, CardMeta> {
	const metas = new Map<string, CardMeta>();
	for (const meta of given) {
		const id = idNow(renamed, meta.id);
		metas.set(id, unitedMeta(metas.get(id) ?? { ...meta, id }, meta));
	}
	return metas;
}

/** Ids of events by the card they belong to now. */
function freshByCard(added: readonly StudyEvent[], renamed: Renamed): Map<string, Set<string>> {
	const fresh = new Map<string, Set<string>>();
	for (const { cardId, id } of added) {
		const card = idNow(renamed, cardId);
		fresh.set(card, (fresh.get(card) ?? new Set()).add(id));
	}
	return fresh;
}

async function touchedCards(
	database: RecountDatabase,
	freshByCard: ReadonlyMap<string, Set<string>>,
	metas: ReadonlyMap<string, CardMeta>
): Promise<Touched[]> {
	const ids = [...new Set([...freshByCard.keys(), ...metas.keys()])];
	const stored = await database.cards.bulkGet(ids);
	const cards = ids.map((id, i): Touched => {
		const row = stored[i];
		const was = row ? metaOf(row) : (metas.get(id) ?? metaFromId(id));
		const is = unitedMeta(was, metas.get(id) ?? was);
		return { id, fresh: freshByCard.get(id) ?? new Set(), was, is };
	});
	return cards.filter(
		({ fresh, was, is }) =>
			fresh.size > 0 || was.fromMiss !== is.fromMiss || was.position !== is.position
	);
}

async function refold(
	database: RecountDatabase,
	touched: readonly Touched[],
	{ weights, renamed }: { weights: Weights; renamed: Renamed }
): Promise<CounterChanges> {
	const changes = new CounterChanges();
	const histories = await Promise.all(touched.map(({ id }) => eventsOf(database, renamed, id)));
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
	const given = rows.settings.filter(({ key }) => key !== INTAKE_KEY);
	const known = await database.settings.bulkGet(given.map(({ key }) => key));
	const taken = given.filter((_, i) => take || !known[i]);
	await database.settings.bulkPut(taken);
	return taken.length;
}
