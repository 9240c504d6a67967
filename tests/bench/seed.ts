import { momentOf } from '#lib/domain/study/study-day.ts';
import { DEFAULT_WEIGHTS } from '#lib/domain/study/weights.ts';
import type { StudyEvent } from '#lib/domain/study/types.ts';
import { KINDS } from '#lib/bank/types.ts';
import { metaOf } from '#lib/storage/card-row.ts';
import { CounterChanges } from '#lib/storage/counters.ts';
import type { CardMeta, StoredCard } from '#lib/storage/rows.ts';
import { replay } from '#lib/storage/tally.ts';
import { review } from '../domain/study/make-events.ts';

/** As many as a shipped report has. */
const CARDS_PER_REPORT = 70;
const CHUNK = 2500;
const DAY_MS = 86_400_000;

/** What the app itself stored of the shipped bank, and for whom. */
interface Shipped {
	device: string;
	cards: StoredCard[];
	events: StudyEvent[];
}

/** Rows to put, by table. */
type Rows = Record<string, unknown[]>;

/**
 * The rows of a learner with so many cards, each reviewed once: the shipped bank's are due today, so
 * that the screen can show them, and the rest, of made-up reports, over the year to come. The counters
 * and the device's head follow from them and come last.
 */
export function* seedRows(shipped: Shipped, count: number): Generator<Rows> {
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
	for (let from = shipped.cards.length; from < count; from += CHUNK) {
		const metas = Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) => madeUp(from + i));
		yield chunk(metas.map((meta, i) => learn(meta, [], today + 1 + ((from + i) % 365))));
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
