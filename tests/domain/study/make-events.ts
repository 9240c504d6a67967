import fc from 'fast-check';
import type { EventHead, ReviewEvent, StudyEvent } from '#lib/domain/study/types.ts';

/** An event head of card `c` on device `a`; its time and id follow from `seq`. */
export function head(seq: number, given: Partial<EventHead> = {}): EventHead {
	const at = given.at ?? seq * 1000;
	return {
		id: `${given.device ?? 'a'}-${seq}`,
		device: 'a',
		seq,
		at,
		offsetMinutes: 0,
		zone: 'UTC',
		studyDay: Math.floor(at / 86_400_000),
		cardId: 'c',
		...given
	};
}

/** A review rated Good that puts the card into the review phase, unless told otherwise. */
export function review(seq: number, given: Partial<ReviewEvent> = {}): ReviewEvent {
	const stamped = head(seq, given);
	return {
		...stamped,
		type: 'review',
		rating: 3,
		form: 'recall',
		origin: 'card',
		tookMs: 5000,
		weights: 'fsrs-6.default',
		outcome: { phase: 'review', step: 0, dueDay: stamped.studyDay + 3, intervalDays: 3 },
		...given
	};
}

const outcomes = fc.oneof(
	fc.record({
		phase: fc.constantFrom('learning' as const, 'relearning' as const),
		step: fc.nat(2),
		dueAt: fc.nat(1e9),
		intervalDays: fc.constant(0)
	}),
	fc.record({
		phase: fc.constant('review' as const),
		step: fc.constant(0),
		dueDay: fc.nat(1000),
		intervalDays: fc.integer({ min: 1, max: 400 })
	})
);

const drafts = fc.record({
	type: fc.constantFrom(
		'review' as const,
		'review' as const,
		'review' as const,
		'undo' as const,
		'add' as const,
		'suspend' as const,
		'unsuspend' as const,
		'bury' as const,
		'reset' as const
	),
	device: fc.constantFrom('a', 'b'),
	/** ms since the one before; 0 makes ties that device and seq must break */
	waitMs: fc.constantFrom(0, 1, 60_000, 86_400_000, 9 * 86_400_000),
	rating: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
	outcome: outcomes,
	/** which of the events before it an undo takes back */
	reach: fc.nat(6),
	tookMs: fc.nat(120_000)
});

type Draft = typeof drafts extends fc.Arbitrary<infer D> ? D : never;

function finish(draft: Draft, stamped: EventHead, before: readonly StudyEvent[]): StudyEvent {
	const { type, rating, outcome, tookMs } = draft;
	switch (type) {
		case 'review':
			return review(stamped.seq, { ...stamped, rating, outcome, tookMs });
		case 'undo':
			return { ...stamped, type, of: before.at(-1 - draft.reach)?.id ?? 'nothing' };
		case 'bury':
			return { ...stamped, type, untilDay: stamped.studyDay + 1 };
		default:
			return { ...stamped, type };
	}
}

/** Histories of one card on two devices whose clocks agree; ids and sequences are unique. */
export const histories: fc.Arbitrary<StudyEvent[]> = fc
	.array(drafts, { maxLength: 14 })
	.map((list) => {
		const events: StudyEvent[] = [];
		const seqs: Record<string, number> = { a: 0, b: 0 };
		let at = 0;
		for (const draft of list) {
			at += draft.waitMs;
			const seq = (seqs[draft.device] ?? 0) + 1;
			seqs[draft.device] = seq;
			events.push(finish(draft, head(seq, { device: draft.device, at }), events));
		}
		return events;
	});
