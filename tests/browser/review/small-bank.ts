import { BANK_VERSION, type Bank, type Fact, type Question } from '#lib/bank/types.ts';

const PEOPLE = [
	'Ada Byron',
	'Grace Hopper',
	'Mary Somerville',
	'Emmy Noether',
	'Lise Meitner',
	'Vera Rubin'
];

const facts: Fact[] = PEOPLE.map((_, i) => ({
	id: `r/f${i}`,
	reportId: 'r',
	paragraph: i + 1,
	standing: 'stated',
	when: 'once',
	text: `Fact ${i}.`
}));

const questions: Question[] = PEOPLE.map((_, i) => ({
	id: `r/f${i}/who`,
	kind: 'who',
	level: 'core',
	ask: `Who did thing number ${i}?`,
	answer: { form: 'name', name: `n${i}` },
	distractors: [],
	explain: 'Because.',
	factIds: [`r/f${i}`],
	rivals: []
}));

/** A bank of six questions on six facts, for tests of what is done with cards. */
export const SMALL_BANK: Bank = {
	version: BANK_VERSION,
	edition: 'small',
	reports: [
		{
			id: 'r',
			title: 'Report',
			publisher: { name: 'Paper', basis: 'stated' },
			date: { value: '2016', basis: 'stated' },
			place: 'n0',
			paragraphs: 6,
			brief: {
				plain: facts.map(({ id, text }) => ({ text, facts: [id] })),
				full: []
			},
			timeline: []
		}
	],
	names: [
		...PEOPLE.map((name, i) => ({
			id: `n${i}`,
			name,
			type: 'person' as const,
			aliases: [],
			partOf: 'team'
		})),
		{ id: 'team', name: 'The Harbour Team', type: 'group', aliases: [] }
	],
	facts,
	questions,
	comparisons: []
};
