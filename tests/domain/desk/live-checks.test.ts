import { describe, expect, test } from 'vitest';
import { distractorsOf } from '#lib/domain/desk/distractors.ts';
import { checkDesk, liveChecks, sharedWithSource } from '#lib/domain/desk/live-checks.ts';
import { sourceOfDesk } from '#lib/domain/desk/source.ts';
import type { Desk, DeskQuestion } from '#lib/domain/desk/types.ts';
import { parseBankFile, printBankFile } from '#lib/domain/exchange/bank-file.ts';
import { DEAD, SMALL_NAMES, smallDesk, WHERE } from './small-desk.ts';

const around = { names: SMALL_NAMES };
const hints = (question: DeskQuestion, desk: Desk = smallDesk()) =>
	liveChecks(desk, question, around).map(
		({ severity, code, field }) => `${severity} ${code} ${field}`
	);

test.each([WHERE, DEAD])('nothing is said of a good question: $id', (question) => {
	expect(hints(question)).toEqual([]);
});

describe('while a question is being written', () => {
	const where = (change: Partial<DeskQuestion>): DeskQuestion => ({ ...WHERE, ...change });
	const dead = (change: Partial<DeskQuestion>): DeskQuestion => ({ ...DEAD, ...change });
	const text = (words: string) => ({ form: 'text', text: words }) as const;
	const figure = (quantity: string) => ({ form: 'quantity', quantity }) as const;

	test.each<[string, DeskQuestion, string[]]>([
		['an empty ask', where({ ask: ' ' }), ['must empty ask']],
		['a gap', where({ ask: 'Where did ____ break a bridge in 2016?' }), ['must gap ask']],
		['no answer yet', where({ answer: { form: 'name' } }), ['must answer-form answer']],
		['an empty text', where({ answer: text('') }), ['must empty answer/text']],
		[
			'the answer given away',
			where({ ask: 'Where in Milltown did a flood break a bridge in 2016?' }),
			['must answer-in-question ask']
		],
		[
			'its alias given away',
			where({ ask: 'Where in Mill Town did a flood break a bridge in 2016?' }),
			['must answer-in-question ask']
		],
		[
			'a figure given away in words',
			dead({ ask: 'Of seventy people, how many died in Milltown in 2016?', forms: ['type'] }),
			['must answer-in-question ask']
		],
		[
			'a relative day',
			where({ ask: 'Where did a bridge break yesterday?' }),
			['must time-word ask']
		],
		[
			'a bare weekday',
			where({ ask: 'Where did a bridge break on Monday?' }),
			['must time-word ask']
		],
		[
			'an answer of another kind',
			where({ kind: 'how-many' }),
			[
				'must answer-kind answer',
				'must bad-quantity distractors/0',
				'must bad-quantity distractors/1',
				'must bad-quantity distractors/2'
			]
		],
		[
			'a person for a place',
			where({ answer: { form: 'name', name: 'n-lee' } }),
			['must answer-kind answer/name', 'advice not-in-text answer']
		],
		[
			'an unreadable figure',
			dead({ answer: figure('rather many') }),
			['must bad-quantity answer/quantity', 'advice not-in-text answer']
		],
		[
			'a right distractor',
			where({ distractors: ['Mill Town', 'Easton', 'Weston', 'Norton'] }),
			['must distractor-right distractors/0']
		],
		[
			'its own whole as distractor',
			where({ distractors: ['Ruritania', 'Easton', 'Weston', 'Norton'] }),
			['must distractor-part distractors/0']
		],
		[
			'a distractor twice',
			where({ distractors: ['Easton', 'Weston', 'Norton', 'easton'] }),
			['must distractor-repeated distractors/3']
		],
		[
			'too few distractors',
			where({ distractors: ['Easton'] }),
			['advice few-distractors distractors']
		],
		[
			'an invented grave figure',
			dead({ distractors: ['about 9,999 people'] }),
			['must invented-figure distractors/0']
		],
		[
			'no question mark',
			where({ ask: 'In which town did a flood break a bridge in 2016' }),
			['advice no-question-mark ask']
		],
		[
			'an answer that is not in the text',
			where({ kind: 'what', answer: text('a rainbow') }),
			['advice not-in-text answer']
		],
		[
			'a core question without explanation',
			where({ level: 'core' }),
			['advice missing-explain explain']
		],
		['a long explanation', where({ explain: 'word '.repeat(41) }), ['must long-explain explain']],
		['a long ask', where({ ask: `${'word '.repeat(250)}?` }), ['must too-long ask']]
	])('%s', (name, question, expected) => {
		const found = hints(question, untold(name));
		expect(found.filter((each) => expected.includes(each) || each.startsWith('must'))).toEqual(
			expected
		);
	});

	/** Figures can be called invented only where every fact is told. */
	function untold(name: string): Desk {
		const desk = smallDesk();
		const fact = desk.facts['f-dead'];
		if (!fact || name !== 'an invented grave figure') return desk;
		const told = { ...fact, text: 'The mayor spoke of about 70 dead and 40 houses.' };
		return { ...desk, facts: { ...desk.facts, 'f-dead': told } };
	}

	test('a figure of the paragraph in other words is in the text', () => {
		expect(hints(dead({ answer: figure('seventy people') }))).not.toContain(
			'advice not-in-text answer'
		);
	});
	test('a desk without its text does not ask for words in it', () => {
		const bare = { ...smallDesk(), paragraphs: [] };
		expect(hints(where({ kind: 'what', answer: text('a rainbow') }), bare)).not.toContain(
			'advice not-in-text answer'
		);
	});
	test('each of two that ask the same is told of the other', () => {
		const twin = { ...DEAD, id: 'q-twin' };
		const desk = smallDesk(WHERE, DEAD, twin);
		const pairs = [
			[DEAD, twin],
			[twin, DEAD]
		] as const;
		for (const [one, other] of pairs) {
			const found = liveChecks(desk, one, around).map(({ code, questionId, data }) => [
				code,
				questionId,
				data
			]);
			const data = { first: other.id };
			expect(found.sort()).toEqual([
				['duplicate-answer', one.id, data],
				['duplicate-question', one.id, data]
			]);
		}
	});
	test('what is wrong with its fact is said too', () => {
		const desk = smallDesk();
		const fact = desk.facts['f-dead'];
		if (!fact) throw new Error('no fact');
		const facts = { ...desk.facts, 'f-dead': { ...fact, source: 'n-nobody' } };
		expect(liveChecks({ ...desk, facts }, DEAD, around)).toContainEqual(
			expect.objectContaining({ factId: 'f-dead', field: 'source', code: 'dangling' })
		);
		expect(hints(WHERE, { ...desk, facts })).toEqual([]);
	});
});

describe('the whole desk', () => {
	test('a finished one has nothing that must be done', () => {
		expect(checkDesk(smallDesk(), around)).toEqual([]);
	});
	test('a gap that nobody made a question of keeps it from being finished', () => {
		const gap = { ...WHERE, ask: 'A flood broke a bridge in __ in 2016.' };
		expect(checkDesk(smallDesk(gap, DEAD), around)).toMatchObject([
			{ questionId: 'q-where', code: 'gap', field: 'ask', severity: 'must' }
		]);
	});
	test('what the head lacks stands at its fields', () => {
		const desk = smallDesk();
		const head = {
			...desk.head,
			title: '',
			place: undefined,
			date: { value: '', basis: 'stated' as const }
		};
		expect(
			checkDesk({ ...desk, head }, around)
				.map(({ code, field }) => `${field} ${code}`)
				.sort()
		).toEqual([' missing-key', 'date/value bad-date', 'title empty']);
	});
	test('it says what the checker says of its file', () => {
		const desk = smallDesk(
			{ ...WHERE, ask: 'Where in Milltown is it today?' },
			{ ...DEAD, explain: 'w '.repeat(50) }
		);
		const said = checkDesk(desk, around)
			.map(({ code }) => code)
			.sort();
		const file = parseBankFile(printBankFile(sourceOfDesk(desk, SMALL_NAMES)), {
			fileName: 'x.yaml'
		});
		expect(said).toEqual(['answer-in-question', 'long-explain', 'time-word']);
		expect(file.ok ? [] : file.problems.map(({ code }) => code).sort()).toEqual(said);
	});
});

describe('distractorsOf', () => {
	test('the author’s first, then names of the type', () => {
		const who: DeskQuestion = {
			...WHERE,
			id: 'q-who',
			kind: 'who',
			ask: 'Who counted?',
			answer: { form: 'name', name: 'n-lee' },
			distractors: ['Ed Fox']
		};
		expect(distractorsOf(smallDesk(who), who, around)[0]).toBe('Ed Fox');
		expect(distractorsOf(smallDesk(who), who, around).slice(1).sort()).toEqual([
			'Bob Ray',
			'Cy Day'
		]);
	});
	test('none for a question that is not whole', () => {
		const bare = { ...WHERE, answer: { form: 'name' as const } };
		expect(distractorsOf(smallDesk(bare), bare, around)).toEqual([]);
	});
});

test('eight words of the report are listed at their fields, seven are not', () => {
	const explain = 'It said about 70 people had died and 40 houses fell.';
	const desk = smallDesk({ ...DEAD, explain: `Note: ${explain}` }, WHERE);
	expect(sharedWithSource(desk, SMALL_NAMES)).toMatchObject([
		{
			questionId: 'q-dead',
			field: 'explain',
			code: 'shared-words',
			severity: 'advice',
			data: { words: 'said about 70 people had died and 40 houses' }
		}
	]);
	const short = { ...DEAD, explain: 'It said about 70 people had died and left.' };
	expect(sharedWithSource(smallDesk(short), SMALL_NAMES)).toEqual([]);
});
