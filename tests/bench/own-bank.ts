import { joinBanks } from '#lib/bank/join.ts';
import { lookUp } from '#lib/bank/look-up.ts';
import { LEVELS, type Bank, type Name, type Question } from '#lib/bank/types.ts';
import type { CardMeta, OwnReportRow } from '#lib/storage/rows.ts';
import { sampleBank } from '../domain/quiz/sample-bank.ts';

/** How many questions a report has, and names that only its own reports speak of. */
const QUESTIONS = 40;
const FACTS = 35;
const NAMES_OF_OWN = 3;
const RIVALS = 6;
/** Behind the shipped ones of their level, as the app puts them. */
const PER_LEVEL = 1_000_000;
const BEHIND_SHIPPED = 100_000;

const EXPLAINED =
	'It is the figure of one side alone, given in the first days; the report names nobody who counted, and another of the same week has it lower by a third.';
const BRIEF =
	'In our own words, as long as a sentence of a brief mostly is: what happened, where, and who said so.';

/** What a person wrote over years. */
export interface OwnLibrary {
	rows: OwnReportRow[];
	/** Names that are not shipped. */
	names: Name[];
	/** The cards of all questions. */
	metas: CardMeta[];
}

/** As many reports of forty questions each, as long as reports are that a person wrote. */
export function ownLibrary(reports: number): OwnLibrary {
	const sample = sampleBank({ reports, factsPerReport: FACTS });
	const names = Array.from({ length: reports * NAMES_OF_OWN }, (_, i) => nameOf(i));
	const byReport = new Map<string, Question[]>(sample.reports.map(({ id }) => [id, []]));
	for (const question of sample.questions)
		byReport.get(question.id.slice(0, question.id.indexOf('/')))?.push(question);
	const factsOf = lookUp(sample).factsOf;
	const rows = sample.reports.map(({ id, ...report }, n): OwnReportRow => {
		const own = `r-${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
		const moved = (other: string) => own + other.slice(id.length);
		const facts = factsOf(id);
		const bank: Bank = {
			version: sample.version,
			edition: `own-${n}`,
			reports: [
				{
					...report,
					id: own,
					title: `The ${n + 1}. week of the negotiations, as the ${n % 7}. column tells it`,
					brief: {
						plain: facts.slice(0, 6).map((fact) => ({ text: BRIEF, facts: [moved(fact.id)] })),
						full: facts.slice(0, 9).map((fact) => ({ text: BRIEF, facts: [moved(fact.id)] }))
					}
				}
			],
			names: [
				...names.slice(n * NAMES_OF_OWN, (n + 1) * NAMES_OF_OWN),
				...sample.names.slice(n % 400, (n % 400) + 25)
			],
			facts: facts.map((fact) => ({ ...fact, id: moved(fact.id), reportId: own })),
			questions: (byReport.get(id) ?? []).slice(0, QUESTIONS).map((question, at) => ({
				...question,
				id: moved(question.id),
				factIds: question.factIds.map(moved),
				explain: EXPLAINED,
				rivals: Array.from({ length: RIVALS }, (_, i) =>
					i % 2 ? { name: `person-${(at + i) % 40}` } : { text: `the other ${at + i} of them` }
				)
			})),
			comparisons: []
		};
		return { id: own, bank, from: 'desk', changedAt: 1000 * n, cardsEdition: bank.edition };
	});
	return { rows, names, metas: rows.flatMap(({ id, bank }) => bank.questions.map(metaIn(id))) };
}

/** The library of a person joined with a shipped bank. */
export function joined(shipped: Bank, { rows, names }: OwnLibrary): Bank {
	return joinBanks(
		shipped,
		rows.map(({ bank }) => bank),
		names
	);
}

function nameOf(i: number): Name {
	return {
		id: `n-own-${i}`,
		name: `Ambassador ${i} Lindqvist`,
		type: 'person',
		aliases: [`A. ${i} Lindqvist`],
		role: `speaker of the ${i % 90}. delegation in 2016`
	};
}

function metaIn(reportId: string) {
	return ({ id, kind, factIds, level }: Question, at: number): CardMeta => ({
		...{ id, reportId, kind, factIds },
		position: LEVELS.indexOf(level) * PER_LEVEL + BEHIND_SHIPPED + at,
		fromMiss: false
	});
}
