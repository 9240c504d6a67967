import type { Kind, NameId, Report } from '#lib/bank/types.ts';
import type { RecountDatabase } from './database.ts';
import { readRevision } from './library-revision.ts';
import type { OwnReportRow } from './rows.ts';

/** What lists tell of an own report, so that they need not read its questions. */
export interface ReportHead extends Pick<Report, 'id' | 'title' | 'publisher' | 'date'> {
	place: NameId;
	/** What the place was called when this was noted. */
	placeName: string;
	facts: number;
	/** How many questions it asks of each kind, those of comparisons left out. */
	questions: Partial<Record<Kind, number>>;
	from: OwnReportRow['from'];
	/** epoch ms */
	changedAt: number;
}

/** The heads of all own reports as they stood at a revision. */
interface NotedHeads {
	shape: number;
	revision: number;
	heads: ReportHead[];
}

const KEY = 'report-heads';
/** Rises with each change of {@link ReportHead}: heads of another shape are made anew. */
const SHAPE = 1;

/** The head of a report. */
export function headOf({ bank, from, changedAt }: OwnReportRow): ReportHead | undefined {
	const [report] = bank.reports;
	if (!report) return undefined;
	const { id, title, publisher, date, place } = report;
	const placeName = bank.names.find((name) => name.id === place)?.name ?? place;
	const questions: ReportHead['questions'] = {};
	for (const { kind, comparisonId } of bank.questions)
		if (!comparisonId) questions[kind] = (questions[kind] ?? 0) + 1;
	const facts = bank.facts.length;
	return { id, title, publisher, date, place, placeName, facts, questions, from, changedAt };
}

/** The noted heads; nothing where a report changed since they were noted. */
export async function readHeads(database: RecountDatabase): Promise<ReportHead[] | undefined> {
	const { settings } = database;
	return database.transaction('r', settings, async () => {
		const noted = await notedHeads(database);
		return noted?.revision === (await readRevision(database)) ? noted.heads : undefined;
	});
}

/** Notes the heads of all reports, unless one changed since they were read or they stand there already. */
export function noteHeads(
	database: RecountDatabase,
	revision: number,
	heads: ReportHead[]
): Promise<void> {
	const { settings } = database;
	return Promise.resolve(
		database.transaction('rw', settings, async () => {
			if (revision !== (await readRevision(database))) return;
			if ((await notedHeads(database))?.revision === revision) return;
			const noted: NotedHeads = { shape: SHAPE, revision, heads };
			await settings.put({ key: KEY, value: noted });
		})
	);
}

async function notedHeads({ settings }: RecountDatabase): Promise<NotedHeads | undefined> {
	const noted = (await settings.get(KEY))?.value as NotedHeads | undefined;
	return noted?.shape === SHAPE ? noted : undefined;
}
