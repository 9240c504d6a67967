import type { Grave, Relation, Report } from '#lib/bank/types.ts';
import { bankDate, shortDay } from '#lib/components/progress/dates.ts';
import { m } from '#lib/paraglide/messages.js';
import type { KnowledgeState } from '#lib/state/browse.svelte.ts';
import type { Knowledge } from '#lib/state/report-knowledge.ts';

const RELATION_WORDS: Record<Relation, () => string> = {
	same: m.reports_relation_same,
	differs: m.reports_relation_differs,
	'only-one': m.reports_relation_only_one,
	missing: m.reports_relation_missing
};

const GRAVE_WORDS: Record<Grave, () => string> = {
	deaths: m.reports_grave_deaths,
	children: m.reports_grave_children,
	injury: m.reports_grave_injury
};

const STATE_WORDS: Record<KnowledgeState, () => string> = {
	fresh: m.reports_state_fresh,
	learning: m.reports_state_learning,
	known: m.reports_state_known,
	missed: m.reports_state_missed,
	suspended: m.reports_state_suspended
};

/** How a comparison's facts relate, in words. */
export function relationWord(relation: Relation): string {
	return RELATION_WORDS[relation]();
}

/** What a grave fact tells of. */
export function graveWord(grave: Grave): string {
	return GRAVE_WORDS[grave]();
}

/** The word for what is known of a question. */
export function stateWord(state: KnowledgeState): string {
	return STATE_WORDS[state]();
}

/** When a question comes back; nothing for one that does not. */
export function dueWord({ dueDay }: Knowledge, today: number): string | undefined {
	if (dueDay === undefined) return undefined;
	if (dueDay <= today) return m.reports_due_today();
	if (dueDay === today + 1) return m.reports_due_tomorrow();
	return m.reports_due_on({ date: shortDay(dueDay) });
}

/** Publisher, date and place of a report; what was inferred says so. */
export function publishedWords(
	report: Pick<Report, 'publisher' | 'date'>,
	place: string
): string[] {
	const date = bankDate(report.date.value);
	const { publisher } = report;
	return [
		publisher.basis === 'inferred' ? m.reports_inferred({ what: publisher.name }) : publisher.name,
		report.date.basis === 'inferred' ? m.reports_inferred({ what: date }) : date,
		place
	];
}
