import { BANK_VERSION, type Bank, type Fact, type Name, type Question } from '#lib/bank/types.ts';
import type { Item, Paper } from '#lib/domain/quiz/types.ts';

const PLACES = ['Ferry Lane', 'Southgate', 'Millbank', 'Harbour', 'Old Quay', 'Chapel Hill'];

const districts: Name[] = PLACES.map((name, i) => ({
	id: `d${i}`,
	name,
	type: 'district',
	aliases: [],
	partOf: 'city'
}));

const facts: Fact[] = PLACES.map((name, i) => ({
	id: `r/f${i}`,
	reportId: 'r',
	paragraph: i + 1,
	standing: 'stated',
	when: 'once',
	...(i === 5 && { grave: 'deaths' as const }),
	text: `Event ${i} was in ${name}.`
}));

const questions: Question[] = PLACES.map((_, i) => ({
	id: `r/f${i}/where`,
	kind: 'where',
	level: 'core',
	ask: `Where was event number ${i}?`,
	answer: { form: 'name', name: `d${i}` },
	distractors: [],
	explain: 'Because.',
	factIds: [`r/f${i}`],
	...(i === 5 && { grave: 'deaths' as const }),
	rivals: []
}));

/** Six places in one city; the last question is grave. */
export const QUIZ_BANK: Bank = {
	version: BANK_VERSION,
	edition: 'quiz',
	reports: [
		{
			id: 'r',
			title: 'Report',
			publisher: { name: 'Paper', basis: 'stated' },
			date: { value: '2016', basis: 'stated' },
			place: 'city',
			paragraphs: 6,
			brief: { plain: [], full: [] },
			timeline: []
		}
	],
	names: [...districts, { id: 'city', name: 'Riverton', type: 'city', aliases: [] }],
	facts,
	questions,
	comparisons: []
};

/** A paper of typed items on the first `count` questions. */
export function typedPaper(count: number, minutes?: number): Paper {
	const items: Item[] = questions
		.slice(0, count)
		.map(({ id }) => ({ form: 'type', parts: [{ questionId: id }] }));
	return paperOf(items, minutes);
}

/** A paper of these items. */
export function paperOf(items: Item[], minutes?: number): Paper {
	const blueprint = {
		reports: [],
		length: items.length,
		levels: [],
		forms: [],
		grave: true,
		...(minutes && { minutes })
	};
	return { edition: 'quiz', seed: 's', blueprint, items, shortfalls: [] };
}
