import { expect, it } from 'vitest';
import { hintLines } from '#lib/components/desk/hint-words.ts';
import { quantityWords } from '#lib/components/desk/desk-words.ts';
import { todoGroups } from '#lib/components/desk/todo-groups.ts';
import { checkDesk } from '#lib/domain/desk/live-checks.ts';
import type { Desk, DeskQuestion } from '#lib/domain/desk/types.ts';
import { parseQuantity } from '#lib/text/quantities.ts';

const blank: DeskQuestion = {
	id: 'q-one',
	factId: 'f-one',
	kind: 'who',
	level: 'core',
	ask: '',
	answer: { form: 'name' },
	accept: [],
	distractors: [],
	explain: ''
};

const desk: Desk = {
	id: 'r-0190a1b2-0000-7000-8000-000000000001',
	head: {
		title: '',
		publisher: { name: '', basis: 'stated' },
		date: { value: '', basis: 'inferred' }
	},
	pasted: '',
	taken: [],
	paragraphs: [{ number: 1, text: 'A boat sank.' }],
	paragraphCount: 1,
	facts: {
		'f-one': {
			id: 'f-one',
			sentence: { paragraph: 1, start: 0, end: 12 },
			standing: 'stated',
			when: '',
			text: ''
		}
	},
	questions: { 'q-one': blank }
};

it('says what a blank desk still needs, place by place', () => {
	const questions = [blank];
	const work = { desk, questions, names: [], name: () => undefined };
	const groups = todoGroups(work, checkDesk(desk, { names: [] }));
	expect(
		groups.map(({ title, lines, goal }) => [title, goal.to, lines.map(({ text }) => text)])
	).toEqual([
		[
			'About the report',
			'about',
			[
				'Give the report a title.',
				'Say who published it, or “unknown”.',
				'Give the date, or at least the year.',
				'Say where it happened.'
			]
		],
		['What do you ask? · paragraph 1', 'question', ['Write the question.', 'Give the answer.']]
	]);
});

it('names the other question of two that ask the same', () => {
	const twin: DeskQuestion = {
		...blank,
		id: 'q-two',
		kind: 'what',
		ask: 'What sank in 2016?',
		answer: { form: 'text', text: 'a boat' }
	};
	const both = {
		...desk,
		questions: { 'q-two': twin, 'q-three': { ...twin, id: 'q-three' } }
	};
	const hints = checkDesk(both, { names: [] }).filter(({ code }) => code === 'duplicate-question');
	const lines = hintLines(hints, (id) => both.questions[id as 'q-two'].ask);
	expect(lines).toEqual([
		{ text: 'The same is asked elsewhere: “What sank in 2016?”', isMust: true, sign: 'Must' }
	]);
});

it.each([
	['about 70 people', 'about 70 people'],
	['15,000 to 20,000 soldiers', '15,000 to 20,000 soldiers'],
	['half', '50%'],
	['tens of thousands of troops', 'tens of thousands of troops'],
	['several houses', 'several houses'],
	['more than $5 million', 'more than $5,000,000']
])('reads %j back as %j', (text, expected) => {
	const quantity = parseQuantity(text);
	expect(quantity && quantityWords(quantity)).toBe(expected);
});
