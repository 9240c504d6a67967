import { momentOf } from '#lib/domain/study/study-day.ts';
import { DEFAULT_WEIGHTS } from '#lib/domain/study/weights.ts';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import { KINDS } from '#lib/bank/types.ts';
import { metaOf } from '#lib/storage/card-row.ts';
import { CounterChanges } from '#lib/storage/counters.ts';
import type { CardMeta, StoredCard } from '#lib/storage/rows.ts';
import { replay } from '#lib/storage/tally.ts';
import { review } from '../domain/study/make-events.ts';
import type { OwnLibrary } from './own-bank.ts';

/** As many as a shipped report has. */
const CARDS_PER_REPORT = 70;
const CHUNK = 2500;
const REPORTS_AT_ONCE = 50;
const DAY_MS = 86_400_000;

/** What the app itself stored of the shipped bank, and for whom. */
interface Shipped {
	device: string;
	cards: StoredCard[];
	events: StudyEvent[];
}

/** Rows to put, by table. */
type Rows = Record<string, unknown[]>;

/** Cards beside the shipped bank's, and from which day on they are due, counted from today. */
export interface MoreCards {
	metas: readonly CardMeta[];
	fromDay: number;
}

/** Cards of made-up reports that no screen can show: none is due today. */
export function madeUpCards(count: number): MoreCards {
	return { metas: Array.from({ length: count }, (_, i) => madeUp(i)), fromDay: 1 };
}

/** The rows of a person's own reports, a few at a time. */
export function* ownRows({ rows, names }: OwnLibrary): Generator<Rows> {
	for (let from = 0; from < rows.length; from += REPORTS_AT_ONCE) {
		yield { reports: rows.slice(from, from + REPORTS_AT_ONCE) };
	}
	yield { names, settings: [{ key: 'library', value: rows.length }] };
}

/**
 * The rows of a learner who reviewed each card once: the shipped bank's are due today, so that the
 * screen can show them, the others over a year. The counters and the device's head follow from them
 * and come last.
 */
export function* seedRows(shipped: Shipped, more: MoreCards): Generator<Rows> {
	const { device } = shipped;
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const now = Date.now();
	const reviewedAt = now - 30 * DAY_MS;
	const today = momentOf(now, zone, 4).studyDay;
	const { studyDay } = momentOf(reviewedAt, zone, 4);
	const changes = new CounterChanges();
	let seq = shipped.events.length;

	const learn = (meta: CardMeta, earlier: StudyEvent[], dueDay: number) => {
		seq += 1;
		const intervalDays = dueDay - studyDay;
		const event = review(seq, {
			id: `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
			...{ device, zone, studyDay, cardId: meta.id },
			at: Math.max(reviewedAt, ...earlier.map(({ at }) => at + 1)),
			outcome: { phase: 'review', step: 0, dueDay, intervalDays }
		});
		const done = replay([...earlier, event], meta, DEFAULT_WEIGHTS);
		changes.with(done.changes);
		return { event, card: done.row };
	};
	const chunk = (learned: ReturnType<typeof learn>[]): Rows => ({
		events: learned.map(({ event }) => event),
		cards: learned.map(({ card }) => card)
	});

	yield chunk(
		shipped.cards.map((card) => {
			const earlier = shipped.events.filter(({ cardId }) => cardId === card.id);
			return learn(metaOf(card), earlier, today);
		})
	);
	const { metas, fromDay } = more;
	for (let from = 0; from < metas.length; from += CHUNK) {
		const dayOf = (i: number) => today + fromDay + ((from + i) % 365);
		yield chunk(metas.slice(from, from + CHUNK).map((meta, i) => learn(meta, [], dayOf(i))));
	}
	yield {
		counters: changes.rows,
		settings: [{ key: 'head', value: { device, lastSeq: seq, lastAt: now - 1000 } }]
	};
}

function madeUp(i: number): CardMeta {
	const reportId = `r-${Math.floor(i / CARDS_PER_REPORT)}`;
	const kind = KINDS[i % KINDS.length] ?? 'what';
	const factIds = [`${reportId}/fact-${i}`];
	return { id: `${factIds[0]}/${kind}`, reportId, kind, factIds, position: i, fromMiss: false };
}
