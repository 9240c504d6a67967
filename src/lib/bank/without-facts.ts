import type { Bank, BriefSentence, FactId, Report } from './types.ts';

/** A bank without some facts: nothing that tells or asks one of them is left. */
export function withoutFacts(bank: Bank, isClosed: (id: FactId) => boolean): Bank {
	const isOpen = (ids: readonly FactId[]) => !ids.some(isClosed);
	const sentences = (brief: BriefSentence[]) => brief.filter(({ facts }) => isOpen(facts));
	const bare = (report: Report): Report => ({
		...report,
		brief: { plain: sentences(report.brief.plain), full: sentences(report.brief.full) },
		timeline: report.timeline.filter(({ fact }) => isOpen([fact]))
	});
	return {
		...bank,
		reports: bank.reports.map(bare),
		facts: bank.facts.filter(({ id }) => isOpen([id])),
		questions: bank.questions.filter(({ factIds }) => isOpen(factIds)),
		comparisons: bank.comparisons.filter(({ factIds }) => isOpen(factIds))
	};
}
