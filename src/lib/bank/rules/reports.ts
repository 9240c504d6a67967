import { placeIn, type Book, type ReportEntry } from '#lib/bank/book.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';
import { countWords } from '#lib/bank/word-count.ts';

const LEAST_WORDS = 120;
const MOST_WORDS = 180;

function paragraphs(book: Book): Problem[] {
	const counts = new Map(book.reports.map((report) => [report.id, report.value.paragraphs]));
	return book.facts.flatMap((fact) => {
		const { paragraph } = fact.value;
		const count = counts.get(fact.reportId);
		if (paragraph === 'caption' || count === undefined) return [];
		if (paragraph >= 1 && paragraph <= count) return [];
		const data = { paragraph, paragraphs: count };
		return [problem(placeIn(fact, 'paragraph'), 'paragraph-range', data)];
	});
}

function briefs(report: ReportEntry): Problem[] {
	if (isOwnReport(report.id)) return [];
	return (['plain', 'full'] as const).flatMap((level) => {
		const sentences = report.value.brief[level];
		const words = countWords(sentences.map(({ text }) => text).join(' '));
		if (sentences.length === 0) return [];
		if (words >= LEAST_WORDS && words <= MOST_WORDS) return [];
		const place = report.yaml.keyAt([...report.path, 'brief', level]);
		return [problem(place, 'brief-length', { level, words })];
	});
}

/** Facts stand in a paragraph the report has, and a shipped brief is 120 to 180 words long at both levels. */
export function checkReports(book: Book): Problem[] {
	return [...paragraphs(book), ...book.reports.flatMap(briefs)];
}
