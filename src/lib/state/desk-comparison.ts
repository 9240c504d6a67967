import type { ReportId } from '#lib/bank/types.ts';
import { takeStep } from '#lib/domain/desk/history.ts';
import type { Hint } from '#lib/domain/desk/live-checks.ts';
import { applyPatch } from '#lib/domain/desk/patch.ts';
import type { DeskComparison, DeskPatch, DeskQuestion } from '#lib/domain/desk/types.ts';
import { DeskRepository } from '#lib/storage/desk-repository.ts';
import type { App } from './app.svelte.ts';
import { publishDesk } from './desk-publishing.ts';
import { OwnReports } from './own-reports.ts';

/**
 * Why a comparison cannot be studied. `store`: it could not be written, or another tab was first;
 * `unfinished`: what the checker finds wrong with the report once it holds it.
 */
export type ComparisonProblem = { code: 'store' } | { code: 'unfinished'; hints: Hint[] };

/**
 * Puts a comparison and its question on the desk of a person's own report, as a step that can be taken
 * back there. A finished report stays finished, with the new question to study.
 */
export async function addComparison(
	app: App,
	reportId: ReportId,
	{ comparison, question }: { comparison: DeskComparison; question: DeskQuestion }
): Promise<ComparisonProblem | undefined> {
	const desks = new DeskRepository(app.database);
	const record = await desks.read(reportId);
	if (!record) return { code: 'store' };
	const patch: DeskPatch = {
		comparisons: { [comparison.id]: comparison },
		questions: { [question.id]: question }
	};
	const { row, steps } = record;
	const own = new OwnReports(app);
	const desk = applyPatch(row.desk, patch);
	const isFinished = row.state === 'finished';
	const published = isFinished ? await publishDesk(desk, await own.around(reportId)) : undefined;
	if (published && !published.ok) return { code: 'unfinished', hints: published.hints };
	const move = takeStep(
		{ steps, at: row.at },
		{ what: 'add-comparison', target: comparison.id, patch },
		{ desk: row.desk, names: {} }
	);
	const kept = await desks.change(reportId, {
		patch,
		steps: move.steps,
		at: move.history.at,
		now: app.now(),
		expected: row.revision
	});
	const isKept = kept.ok && (!published || (await own.keep(published.value)).ok);
	return isKept ? undefined : { code: 'store' };
}
