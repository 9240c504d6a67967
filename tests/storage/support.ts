import type { Kind } from '#lib/bank/types.ts';
import type { Sitting } from '#lib/domain/quiz/types.ts';
import { DEFAULT_STUDY_SETTINGS } from '#lib/domain/study/settings.ts';
import { previewOutcomes, unseen } from '#lib/domain/study/schedule.ts';
import { momentOf } from '#lib/domain/study/study-day.ts';
import type { Rating } from '#lib/domain/study/types.ts';
import { RecountDatabase } from '#lib/storage/database.ts';
import type { StudySetup } from '#lib/storage/event-log.ts';
import { memoryFactory } from '#lib/storage/memory.ts';
import type { CardMeta, StoredCard } from '#lib/storage/rows.ts';
import { StudyRepository, type NewReview } from '#lib/storage/study-repository.ts';

export const { weights } = DEFAULT_STUDY_SETTINGS;

/** 24 September 2016, 10:00 in Berlin; study day 17068. */
export const MORNING = Date.UTC(2016, 8, 24, 8);
export const DAY_MS = 86_400_000;
const ZONE = 'Europe/Berlin';
export const TODAY = 17_068;

/** A learner at a device whose clock the test moves. */
export interface Desk {
	database: RecountDatabase;
	study: StudyRepository;
	setup: StudySetup;
	clock: { now: number };
}

let chance = 0;

/** Bytes that differ from call to call. */
function countedBytes(): Uint8Array {
	chance += 1;
	const bytes = new Uint8Array(16);
	new DataView(bytes.buffer).setUint32(12, chance);
	return bytes;
}

export function deskOf(database: RecountDatabase, device = 'desk'): Desk {
	const clock = { now: MORNING };
	const setup: StudySetup = {
		database,
		device,
		now: () => clock.now,
		zone: () => ZONE,
		randomBytes: countedBytes,
		settings: () => DEFAULT_STUDY_SETTINGS
	};
	return { database, setup, clock, study: new StudyRepository(setup) };
}

export function newDesk(factory = memoryFactory(), device = 'desk', learner = 'ada'): Desk {
	return deskOf(new RecountDatabase(learner, factory), device);
}

export function metaOf(number: number, more: Partial<CardMeta> = {}): CardMeta {
	const kinds: Kind[] = ['who', 'what', 'where', 'how-many'];
	const kind = kinds[number % 4] ?? 'who';
	const reportId = number % 2 === 0 ? 'raid' : 'siege';
	return {
		id: `${reportId}/fact-${number}/${kind}`,
		reportId,
		kind,
		factIds: [`${reportId}/fact-${number}`],
		position: number,
		fromMiss: false,
		...more
	};
}

/** The review a screen would ask for, having shown the card as it is given. */
export function reviewOf(
	desk: Desk,
	shown: { meta: CardMeta; card?: StoredCard },
	rating: Rating
): NewReview {
	const moment = momentOf(desk.clock.now, ZONE, DEFAULT_STUDY_SETTINGS.dayStartHour);
	const card = shown.card ?? unseen(shown.meta.id);
	return {
		meta: shown.meta,
		expectedLastEventId: shown.card?.lastEventId,
		rating,
		form: 'recall',
		origin: 'card',
		tookMs: 4000,
		outcome: previewOutcomes(card, moment, DEFAULT_STUDY_SETTINGS)[rating]
	};
}

/** Recalls a card as it now is, and gives the event's id. */
export async function recall(desk: Desk, meta: CardMeta, rating: Rating): Promise<string> {
	const [card] = await desk.study.read([meta.id]);
	const kept = await desk.study.review(reviewOf(desk, { meta, card }, rating));
	if (!kept.ok) throw new Error(kept.problem.code);
	return kept.value.event.id;
}

export function sittingOf(id: string, more: Partial<Sitting> = {}): Sitting {
	return {
		id,
		title: 'Quick 10',
		mode: 'practice',
		paper: {
			edition: 'abc',
			seed: 's',
			blueprint: { reports: [], length: 2, levels: ['core'], forms: ['type'], grave: true },
			items: [
				{ form: 'type', parts: [{ questionId: 'raid/fact-0/who' }] },
				{
					form: 'choose',
					parts: [{ questionId: 'raid/fact-2/where' }],
					options: [{ text: 'Aleppo' }, { text: 'Homs', answers: 'raid/fact-4/where' }],
					right: 0
				}
			],
			shortfalls: []
		},
		state: 'open',
		startedAt: MORNING,
		at: 0,
		flags: [],
		repeats: [],
		...more
	};
}

/** Everything in the tables, for comparing stores; the device's own marks left out. */
export async function contentsOf(database: RecountDatabase): Promise<Record<string, unknown[]>> {
	const names = ['events', 'cards', 'answers', 'sittings', 'counters', 'settings'];
	const tables = await Promise.all(names.map((name) => database.table(name).toArray()));
	return Object.fromEntries(
		names.map((name, i) => [name, (tables[i] ?? []).filter((row) => row.key !== 'head')])
	);
}

/** Waits until something shows itself. */
export async function until(isTrue: () => boolean): Promise<void> {
	while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
