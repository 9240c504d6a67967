import { describe, expect, it } from 'vitest';
import { findClauses } from '#lib/domain/drafting/clauses/find-clauses.ts';
import { readOne, textOf } from '../read-one.ts';

/** "lead ‖ subject ‖ verb ‖ part | part" of each clause. */
function clausesOf(text: string): string[] {
	const reading = readOne(text);
	return findClauses(reading.row).map(({ lead, subject, verb, parts }) =>
		[
			lead.map((part) => textOf(reading, part)).join(' '),
			textOf(reading, subject),
			textOf(reading, verb),
			parts.map((part) => textOf(reading, part)).join(' | ')
		].join(' ‖ ')
	);
}

describe('findClauses', () => {
	it.each([
		[
			'object and adjuncts',
			'The army attacked the port of Aden from the north in May.',
			[' ‖ The army ‖ attacked ‖ the port of Aden | from the north | in May']
		],
		['a lead', 'On Monday, miners closed the road.', ['On Monday ‖ miners ‖ closed ‖ the road']],
		[
			'a second verb',
			'Rebels left the town and burned the bridge.',
			[' ‖ Rebels ‖ left ‖ the town', ' ‖ Rebels ‖ burned ‖ the bridge']
		],
		[
			'a shared auxiliary',
			'Two men were arrested in Bonn and charged with murder.',
			[' ‖ Two men ‖ were arrested ‖ in Bonn', ' ‖ Two men ‖ charged ‖ with murder']
		],
		[
			'an insertion',
			'Anna Bell, the mayor of Bonn, opened the bridge.',
			[' ‖ Anna Bell ‖ opened ‖ the bridge']
		],
		[
			'a relative clause',
			'The fire destroyed a school, which stood near the port.',
			[' ‖ The fire ‖ destroyed ‖ a school', ' ‖ a school ‖ stood ‖ near the port']
		],
		[
			'a participle of the subject',
			'Video uploaded by activists showed rescuers.',
			[' ‖ Video uploaded by activists ‖ showed ‖ rescuers']
		],
		[
			'a participle behind',
			'Miners blocked the road, stopping the trains.',
			[' ‖ Miners ‖ blocked ‖ the road', ' ‖ Miners ‖ stopping ‖ the trains']
		],
		[
			'verbs in a chain',
			'The city decided to rebuild the bridge.',
			[' ‖ The city ‖ decided to rebuild ‖ the bridge']
		],
		[
			'two objects',
			'The goal gave the visitors the lead.',
			[' ‖ The goal ‖ gave ‖ the visitors | the lead']
		],
		[
			'a date with its year',
			'On October 6, 1973, Egypt attacked the canal.',
			['On October 6, 1973 ‖ Egypt ‖ attacked ‖ the canal']
		],
		[
			'a second verb that shares no auxiliary',
			'The bank was founded in 1817 and gained new branches.',
			[' ‖ The bank ‖ was founded ‖ in 1817', ' ‖ The bank ‖ gained ‖ new branches']
		],
		[
			'adverbs of the verb',
			'The visitors never won the cup.',
			[' ‖ The visitors ‖ never won ‖ the cup']
		],
		[
			'a list of one and a figure',
			'Norway was fourth with one gold and a bronze.',
			[' ‖ Norway ‖ was ‖ fourth | with one gold and a bronze']
		],
		[
			'a list with a stressed end',
			'The army left Bonn, Ulm and even Mainz.',
			[' ‖ The army ‖ left ‖ Bonn, Ulm and even Mainz']
		],
		[
			'a score',
			'The visitors won the quarter final 67 – 55.',
			[' ‖ The visitors ‖ won ‖ the quarter final | 67 – 55']
		],
		[
			'a clause without "that"',
			'Polls suggest a plan that would move the port was rejected.',
			[
				' ‖ Polls ‖ suggest ‖ a plan that would move the port was rejected.',
				' ‖ a plan ‖ would move ‖ the port was rejected.'
			]
		],
		[
			'who counts, not what was counted before',
			'The cup went to a team with 88 points and Anna Bell, who left in May.',
			[' ‖ The cup ‖ went ‖ to a team | with 88 points', ' ‖ Anna Bell ‖ left ‖ in May']
		],
		[
			'brackets are left out',
			'The bank (founded 1900) closed the branch.',
			[' ‖ The bank ‖ closed ‖ the branch']
		]
	])('%s', (_, text, clauses) => {
		expect(clausesOf(text)).toEqual(clauses);
	});

	it.each([
		['a wish', 'If the army attacks the port, ships will leave.', 'the army'],
		['a bare participle', 'A truce brokered by Norway.', 'A truce'],
		['a name behind a participle', 'A man named Bell led the miners.', 'A man'],
		['what follows a quoted name', 'The "We Win" ad campaign drew crowds.', 'ad campaign'],
		[
			'a list before the main clause',
			'Despite rain and snow, mayors and miners met in Bonn.',
			'snow'
		]
	])('has no clause for %s', (_, text, subject) => {
		const reading = readOne(text);
		const subjects = findClauses(reading.row).map((clause) => textOf(reading, clause.subject));
		expect(subjects).not.toContain(subject);
	});

	it('is less sure of a clause within another', () => {
		const [outer, inner] = findClauses(
			readOne('The fire destroyed a school, which stood near the port.').row
		);
		expect(outer?.confidence).toBeGreaterThan(inner?.confidence ?? 1);
	});
});
