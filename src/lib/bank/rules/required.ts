import { placeIn, type Book, type FactEntry, type ReportEntry } from '#lib/bank/book.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';

function briefs(report: ReportEntry): Problem[] {
	const { brief } = report.value;
	const missing = (['plain', 'full'] as const).filter((level) => brief[level].length === 0);
	if (missing.length === 2) return [problem(placeIn(report), 'missing-key', { key: 'brief' })];
	return missing.map((key) => problem(placeIn(report, 'brief'), 'missing-key', { key }));
}

function texts(fact: FactEntry): Problem[] {
	return (['when', 'text'] as const)
		.filter((key) => fact.value[key] === '')
		.map((key) => problem(placeIn(fact), 'missing-key', { key }));
}

/** A shipped report has a brief, and each fact its time and text; a person's own may do without. */
export function checkRequired(book: Book): Problem[] {
	return [
		...book.reports.filter(({ id }) => !isOwnReport(id)).flatMap(briefs),
		...book.facts.filter(({ reportId }) => !isOwnReport(reportId)).flatMap(texts)
	];
}
