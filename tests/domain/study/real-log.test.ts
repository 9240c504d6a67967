import { describe, expect, it } from 'vitest';
import { applyEvent, foldCard } from '#lib/domain/study/fold.ts';
import { retrievability } from '#lib/domain/study/fsrs.ts';
import { repair } from '#lib/domain/study/repair.ts';
import { previewOutcomes, unseen } from '#lib/domain/study/schedule.ts';
import { DEFAULT_STUDY_SETTINGS } from '#lib/domain/study/settings.ts';
import { momentOf } from '#lib/domain/study/study-day.ts';
import type { Card, Rating, ReviewEvent } from '#lib/domain/study/types.ts';
import { DEFAULT_WEIGHTS as weights } from '#lib/domain/study/weights.ts';
import { review } from './make-events.ts';
import { readShared, sayIfSkipped, shared } from './shared-vectors.ts';

/** The log replayed by our scheduler: 12,580 reviews as events, in the order of time. */
function replay(): { events: ReviewEvent[]; cards: Map<string, Card> } {
	const rows = readShared('vectors/real-review-log.csv').trim().split('\n').slice(1);
	const parsed = rows.map((row) => {
		const [cardId = '', rating, time = '', duration] = row.split(',');
		return {
			cardId,
			rating: Number(rating) as Rating,
			at: Date.parse(time),
			tookMs: Number(duration)
		};
	});
	parsed.sort((a, b) => a.at - b.at);
	const events: ReviewEvent[] = [];
	const cards = new Map<string, Card>();
	parsed.forEach(({ cardId, rating, at, tookMs }, i) => {
		const moment = momentOf(at, 'UTC', 4);
		const card = cards.get(cardId);
		const outcomes = previewOutcomes(card ?? unseen(cardId), moment, DEFAULT_STUDY_SETTINGS);
		const { studyDay } = moment;
		const given = { cardId, rating, at, tookMs, studyDay, outcome: outcomes[rating] };
		const event = review(i + 1, given);
		const applied = applyEvent(card, event, weights);
		if (!applied.ok) throw new Error(`event ${event.id} is out of order`);
		events.push(event);
		cards.set(cardId, applied.card);
	});
	return { events, cards };
}

sayIfSkipped('real-log.test.ts');
describe.skipIf(!shared)('a real log of 12,580 reviews', () => {
	const { events, cards } = shared ? replay() : { events: [], cards: new Map<string, Card>() };

	it('one event at a time gives what the replay gives, for every card', () => {
		expect(events).toHaveLength(12_580);
		const report = repair(cards.values(), events, weights);
		expect(report.rebuilt).toHaveLength(1205);
		expect([...report.differing, ...report.missing, ...report.extra]).toEqual([]);
	});

	/**
	 * Items are all reviews with at least a day since the one before. fsrs-rs weighs the i-th of n,
	 * in the order of time, by 0.25 + 0.75 (i / (n - 1))³.
	 *
	 * @see fsrs-rs 6.5.0, `evaluate`, 0.45396 on this log
	 */
	it('the default weights predict it as the reference says: log loss 0.454 over 6,276 items', () => {
		const items: { at: number; loss: number }[] = [];
		const byCard = new Map<string, ReviewEvent[]>();
		for (const event of events)
			byCard.set(event.cardId, [...(byCard.get(event.cardId) ?? []), event]);
		for (const ofCard of byCard.values())
			foldCard(ofCard, weights, (before, { at, studyDay, rating }) => {
				const deltaDays = studyDay - (before?.lastReviewDay ?? studyDay);
				if (!before?.memory || deltaDays <= 0) return;
				const share = retrievability(before.memory, deltaDays, weights);
				items.push({ at, loss: -Math.log(rating > 1 ? share : 1 - share) });
			});
		items.sort((a, b) => a.at - b.at);
		let sum = 0;
		let weight = 0;
		items.forEach(({ loss }, i) => {
			const recency = 0.25 + 0.75 * (i / (items.length - 1)) ** 3;
			sum += recency * loss;
			weight += recency;
		});
		expect(items).toHaveLength(6276);
		expect(Math.abs(sum / weight - 0.45396)).toBeLessThan(0.001);
	});
});
