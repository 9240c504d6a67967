import { KINDS, type Kind } from '#lib/bank/types.ts';
import type { Card } from '#lib/domain/study/types.ts';
import type { CardMeta, Queue, StoredCard } from './rows.ts';

/** A snapshot with what the decks are read by. */
export function cardRow(card: Card, meta: CardMeta): StoredCard {
	const row: StoredCard = {
		...card,
		...metaOf(meta),
		...waiting(card, meta),
		missed: meta.fromMiss || card.lapses > 0 ? 1 : 0
	};
	// A card read from the store may still say so.
	if (!meta.gone) delete row.gone;
	return row;
}

/** The meta inside a stored card. */
export function metaOf(row: CardMeta): CardMeta {
	const { id, reportId, kind, factIds, position, fromMiss, gone } = row;
	return { id, reportId, kind, factIds, position, fromMiss, ...(gone && { gone }) };
}

/** What was missed on either side is missed, and keeps the place that gave it. */
export function unitedMeta(ours: CardMeta, theirs: CardMeta): CardMeta {
	if (ours.fromMiss !== theirs.fromMiss) {
		return { ...ours, fromMiss: true, position: (ours.fromMiss ? ours : theirs).position };
	}
	return { ...ours, position: Math.min(ours.position, theirs.position) };
}

/** What a question's id alone tells, for a card whose meta was lost: it comes last among the new ones. */
export function metaFromId(id: string): CardMeta {
	const [reportId = id, fact = '', last = ''] = id.split('/');
	const kind = KINDS.find((known): known is Kind => known === last) ?? 'what';
	const factIds = reportId === 'compare' ? [] : [`${reportId}/${fact}`];
	return { id, reportId, kind, factIds, position: Number.MAX_SAFE_INTEGER, fromMiss: false };
}

function waiting(card: Card, { position, gone }: CardMeta): { queue: Queue; due: number } {
	if (card.suspended || gone) return { queue: 'suspended', due: 0 };
	const until = card.buriedUntil;
	if (card.phase === 'new') {
		return until === undefined ? { queue: 'new', due: position } : { queue: 'buried', due: until };
	}
	if (card.dueAt !== undefined && until === undefined)
		return { queue: 'learning', due: card.dueAt };
	// A step under a day that is hidden until a day is over by then: it waits by day.
	return { queue: 'review', due: Math.max(card.dueDay ?? 0, until ?? 0) };
}
