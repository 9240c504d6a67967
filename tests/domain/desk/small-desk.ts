import type { Name } from '#lib/bank/types.ts';
import type { Desk, DeskFact, DeskQuestion, Span } from '#lib/domain/desk/types.ts';

export const REPORT_ID = 'r-0190a1b2-0000-7000-8000-000000000001';

const TEXTS = [
	'The river broke the old bridge of Milltown on the north side.',
	'The mayor of Milltown said about 70 people had died and 40 houses were gone.'
];

export const SMALL_NAMES: Name[] = [
	{ id: 'ruritania', name: 'Ruritania', type: 'country', aliases: [] },
	{ id: 'milltown', name: 'Milltown', type: 'city', aliases: ['Mill Town'], partOf: 'ruritania' },
	{ id: 'n-mayor', name: 'mayor of Milltown', type: 'role', aliases: ['mayor'] },
	{ id: 'n-lee', name: 'Ann Lee', type: 'person', aliases: ['Lee'] },
	{ id: 'n-ray', name: 'Bob Ray', type: 'person', aliases: [] },
	{ id: 'n-day', name: 'Cy Day', type: 'person', aliases: [] }
];

/** The stretch of a paragraph where some words stand. */
function spanOf(paragraph: number, words: string): Span {
	const start = TEXTS[paragraph - 1]?.indexOf(words) ?? -1;
	if (start < 0) throw new Error(`"${words}" does not stand in paragraph ${paragraph}`);
	return { paragraph, start, end: start + words.length };
}

const bridge: DeskFact = {
	id: 'f-bridge',
	sentence: spanOf(1, TEXTS[0] ?? ''),
	standing: 'stated',
	when: 'September 2016',
	text: 'The flood took a bridge in the north.'
};
const dead: DeskFact = {
	id: 'f-dead',
	sentence: spanOf(2, TEXTS[1] ?? ''),
	source: 'n-mayor',
	standing: 'claimed',
	when: '',
	grave: 'deaths',
	text: ''
};

/** A question of the small desk about its bridge, whole and without faults. */
export const WHERE: DeskQuestion = {
	id: 'q-where',
	factId: 'f-bridge',
	kind: 'where',
	level: 'detail',
	ask: 'In which town did a flood break a bridge in 2016?',
	answer: { form: 'name', name: 'milltown' },
	span: spanOf(1, 'Milltown'),
	accept: [],
	distractors: ['Easton', 'Weston', 'Norton'],
	explain: ''
};

/** A question about a grave figure, to be typed. */
export const DEAD: DeskQuestion = {
	id: 'q-dead',
	factId: 'f-dead',
	kind: 'how-many',
	level: 'core',
	ask: 'How many deaths did the mayor of Milltown report after the flood of 2016?',
	answer: { form: 'quantity', quantity: 'about 70 people' },
	span: spanOf(2, 'about 70 people'),
	accept: [],
	distractors: [],
	explain: 'An early count by one official.'
};

/** A desk with two facts and two questions, finished. */
export function smallDesk(...questions: DeskQuestion[]): Desk {
	const all = questions.length > 0 ? questions : [WHERE, DEAD];
	return {
		id: REPORT_ID,
		head: {
			title: 'A flood in Milltown',
			publisher: { name: 'The Gazette', basis: 'stated' },
			date: { value: '2016-09', basis: 'inferred' },
			place: 'milltown'
		},
		pasted: TEXTS.join('\n'),
		taken: [],
		paragraphs: TEXTS.map((text, index) => ({ number: index + 1, text })),
		paragraphCount: 2,
		facts: { 'f-bridge': bridge, 'f-dead': dead },
		questions: Object.fromEntries(all.map((question) => [question.id, question]))
	};
}
