import type { ReviewEvent, StudyEvent } from '#lib/domain/study/types.ts';

/** One line of a card's history. */
export interface CardLine {
	id: string;
	/** epoch ms */
	at: number;
	type: StudyEvent['type'];
	review?: Pick<ReviewEvent, 'rating' | 'form' | 'outcome' | 'studyDay'>;
	/** It was taken back later. */
	undone: boolean;
}

/** All events of a card as lines, newest first, those taken back marked. */
export function cardLines(events: readonly StudyEvent[]): CardLine[] {
	const undone = new Set(events.map((event) => (event.type === 'undo' ? event.of : '')));
	return events.map((event) => lineOf(event, undone.has(event.id))).reverse();
}

function lineOf(event: StudyEvent, undone: boolean): CardLine {
	const { id, at, type } = event;
	if (event.type !== 'review') return { id, at, type, undone };
	const { rating, form, outcome, studyDay } = event;
	return { id, at, type, undone, review: { rating, form, outcome, studyDay } };
}
