import { describe, expect, it } from 'vitest';
import { rankDrafts } from '#lib/domain/drafting/ranking/rank.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';
import { draft } from './make-draft.ts';

const ranked = (drafts: [Draft, number][]) =>
	rankDrafts(
		drafts.map(([each, confidence]) => ({ draft: each, confidence })),
		'The report.'
	);

describe('rankDrafts', () => {
	it('puts the surer of two first, with scores from 0 to 1', () => {
		const list = ranked([
			[draft('Who sold the boat in Bonn in May?', 'Anna Bell'), 0.5],
			[draft('Who closed the school in Aden in June?', 'Carl Dorn'), 1]
		]);
		expect(list.map(({ answer }) => answer)).toEqual([
			{ form: 'text', text: 'Carl Dorn' },
			{ form: 'text', text: 'Anna Bell' }
		]);
		expect(list.every(({ score }) => score > 0 && score < 1)).toBe(true);
	});

	it.each([
		[
			'a name to a bare noun',
			draft('Who sold the boat in Bonn?', 'Anna Bell'),
			draft('Who sold the house in Bonn?', 'miners')
		],
		[
			'a name to "the man"',
			draft('Who met Anna Bell in the park?', 'Carl Dorn'),
			draft('Who met the man in the park?', 'Carl Dorn')
		],
		[
			'a named thing to a thing that only the report explains',
			draft('Who closed the bank of Bonn?', 'Carl Dorn'),
			draft('Who introduced the package at the meeting?', 'Anna Bell')
		],
		[
			'a day by the calendar to "yesterday"',
			draft('Who sold the old boat in Bonn on 3 May 2016?', 'Carl Dorn'),
			draft('Who sold the new house in Bonn yesterday?', 'Anna Bell', { flags: ['undated'] })
		],
		[
			'an event that is told to one of many',
			draft('Who sold the old boat of Anna Bell in Bonn?', 'Carl Dorn'),
			draft('Who was hurt in Bonn in 1950?', 'Anna Bell')
		],
		[
			'an answer that stands alone to "his"',
			draft('Who sold the old boat in Bonn?', 'Carl Dorn'),
			draft('Who sold the new house in Bonn?', 'His brother')
		],
		[
			'what stays true to what is true now',
			draft('Who sold the old boat in Bonn?', 'Carl Dorn'),
			draft('Who currently owns the house in Bonn?', 'Anna Bell')
		],
		[
			'a short question to a very long one',
			draft('Who sold the old boat in Bonn?', 'Carl Dorn'),
			draft(`Who sold the old boat ${'in Bonn and there '.repeat(4)}?`, 'Anna Bell')
		]
	])('prefers %s', (_, better, worse) => {
		const [first] = ranked([
			[worse, 0.8],
			[better, 0.8]
		]);
		expect(first?.question).toBe(better.question);
	});

	it('puts what asks for an answer again behind what asks for another', () => {
		const list = ranked([
			[draft('Who sold the old boat in Bonn?', 'Anna Bell'), 0.9],
			[draft('Who painted the town hall of Aden?', 'Anna Bell'), 0.9],
			[draft('Who closed the school in Lyon?', 'Carl Dorn'), 0.7]
		]);
		expect(list.map(({ answer }) => answer.form === 'text' && answer.text)).toEqual([
			'Anna Bell',
			'Carl Dorn',
			'Anna Bell'
		]);
	});

	it('tells an office of a person once before anything else is told twice', () => {
		const office = 'Who was the head of the Bonn Fire Brigade?';
		const list = ranked([
			[draft('Who was Anna Bell?', 'the head of the Bonn Fire Brigade', { rule: 'name' }), 1],
			[draft(office, 'Anna Bell', { rule: 'role' }), 1],
			[draft('Who was the mayor of Aden?', 'Carl Dorn', { rule: 'role' }), 1],
			[draft('What burned in the town of Lyon?', 'the Hotel Astor', { kind: 'what' }), 0.5]
		]);
		const [last] = list.slice(-1).map(({ rule, score }) => ({ rule, score }));
		expect(['name', 'role']).toContain(last?.rule);
		expect(list.slice(0, 3).map(({ question }) => question)).toEqual(
			expect.arrayContaining(['Who was the mayor of Aden?', 'What burned in the town of Lyon?'])
		);
		expect(last?.score).toBeLessThan(0.1);
	});

	it.each<[string, Draft, string]>([
		[
			'a question without a name',
			draft('Who was hurt in the accident?', 'Anna Bell'),
			'names-nothing'
		],
		[
			'a name that the report is about',
			draft('Who opened the new bridge of Bonn over the Rhine?', 'Anna Bell'),
			'names-its-subject'
		],
		[
			'what is true today',
			draft('Who now owns the Hotel Astor in Bonn?', 'Anna Bell'),
			'time-bound'
		],
		[
			'an answer without a name',
			draft('Which ship sank near Bonn in 1950?', 'the boat', { kind: 'what' }),
			'thin-answer'
		]
	])('tells why: %s', (_, each, reason) => {
		expect(ranked([[each, 0.8]])[0]?.reasons).toContain(reason);
	});

	it('asks each thing once, the better way', () => {
		const list = ranked([
			[draft('Who sold the old boat in Bonn?', 'Anna Bell'), 0.6],
			[draft('Who sold the old boat in Bonn?', 'Anna Bell', { rule: 'relative' }), 0.9]
		]);
		expect(list.map(({ rule }) => rule)).toEqual(['relative']);
	});

	it('tells a thing once, not from both sides', () => {
		const list = ranked([
			[draft('What is Aden?', 'the largest port of Yemen', { rule: 'complement' }), 1],
			[draft('Which city is the largest port of Yemen?', 'Aden', { kind: 'where' }), 0.9],
			[draft('What did a storm break in 1950?', 'boats'), 0.5]
		]);
		const [first, second, last] = list;
		expect(last?.question).toBe('Which city is the largest port of Yemen?');
		expect(last?.score).toBeLessThan(0.5 * Math.min(first?.score ?? 0, second?.score ?? 0));
	});

	it('asks last for what the whole report is about', () => {
		const report = 'Aden is old. Aden is large. A storm came to Aden. Carl Dorn saw Mukalla.';
		const place = { kind: 'where', rule: 'place' } as const;
		const list = rankDrafts(
			[
				{ draft: draft('Where did a storm sink ships in 1950?', 'Aden', place), confidence: 0.9 },
				{ draft: draft('Where did a fire burn boats in 1950?', 'Mukalla', place), confidence: 0.9 }
			],
			report
		);
		expect(list[0]?.answer).toEqual({ form: 'text', text: 'Mukalla' });
		expect((list[1]?.score ?? 1) / (list[0]?.score ?? 1)).toBeLessThan(0.5);
	});
});
