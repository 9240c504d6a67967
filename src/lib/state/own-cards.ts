import { LEVELS, type Question, type ReportId } from '#lib/bank/types.ts';
import { done, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import { OwnReportWriting } from '#lib/storage/own-report-writing.ts';
import type { CardMeta, OwnReportRow } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';
import { COMPARE } from './card-metas.ts';

const PER_LEVEL = 1_000_000;
/** Own questions come behind the shipped ones of their level; those of several reports in turn. */
const BEHIND_SHIPPED = 100_000;
/** How many cards are added in one transaction. */
const CARDS_AT_ONCE = 100;

/** Brings the cards of all own reports in line with their questions, where a closed tab cut that off. */
export async function syncOwnCards(app: App): Promise<void> {
	await app.library.whole();
	for (const row of app.library.own) {
		if (row.cardsEdition !== row.bank.edition) await syncCardsOf(app, row);
	}
}

/** Makes every question of an own report a card to come, and no other one of it; the library must be whole. */
export async function syncCardsOf(
	{ study, database, library }: App,
	{ id, bank }: OwnReportRow
): Promise<Outcome<undefined, StoreProblem>> {
	const adopted = await study.adoptRenamed();
	if (!adopted.ok) return adopted;
	const metas = bank.questions.map((question, at) => ownMeta(id, question, at));
	const gone = await study.keepOnly(id, new Set(metas.map((meta) => meta.id)));
	if (!gone.ok) return gone;
	const compared = library.all.bank.questions.filter((question) => question.comparisonId);
	const apart = await study.keepOnly(COMPARE, new Set(compared.map((question) => question.id)));
	if (!apart.ok) return apart;
	for (let from = 0; from < metas.length; from += CARDS_AT_ONCE) {
		const added = await study.add(metas.slice(from, from + CARDS_AT_ONCE));
		if (!added.ok) return added;
	}
	const noted = await new OwnReportWriting(database).cardsKept(id, bank.edition);
	return noted.ok ? done(undefined) : noted;
}

function ownMeta(reportId: ReportId, question: Question, at: number): CardMeta {
	const { id, kind, factIds, level, comparisonId } = question;
	const position = LEVELS.indexOf(level) * PER_LEVEL + BEHIND_SHIPPED + at;
	return {
		id,
		reportId: comparisonId ? COMPARE : reportId,
		kind,
		factIds,
		position,
		fromMiss: false
	};
}
