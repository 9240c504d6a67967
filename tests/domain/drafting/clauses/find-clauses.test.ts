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
		[
			'what is seen to happen, and goes on',
			'The film showed sparks lighting up the roof, sending smoke into the air.',
			[' ‖ The film ‖ showed ‖ sparks | lighting up the roof']
		],
		[
			'a complement that what follows does not tell of',
			'Anna Bell called the strikes "a breach of the law" that were "wholly wrong".',
			[' ‖ Anna Bell ‖ called ‖ the strikes | a breach of the law']
		],
		[
			'a complement with its own clause',
			'Anna Bell called the strike "a breach of the law" that was wrong.',
			[' ‖ Anna Bell ‖ called ‖ the strike | a breach of the law" that was wrong']
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
			'a participle put in',
			'The line, opened in 1911, carries miners.',
			[' ‖ The line ‖ carries ‖ miners', ' ‖ The line ‖ opened ‖ in 1911']
		],
		[
			'a second verb behind a comma',
			'Miners left when the bell rang, but returned in May.',
			[' ‖ Miners ‖ left ‖ ', ' ‖ the bell ‖ rang ‖ ', ' ‖ Miners ‖ returned ‖ in May']
		],
		[
			'a span of years',
			'Between 1911 and 1920 Anna Bell built the line.',
			['Between 1911 and 1920 ‖ Anna Bell ‖ built ‖ the line']
		],
		[
			'a participle behind "while"',
			'Miners blocked the road while also stopping the trains.',
			[' ‖ Miners ‖ blocked ‖ the road', ' ‖ Miners ‖ also stopping ‖ the trains']
		],
		[
			'a figure with "just" that is no subject',
			'It broke just two days after the vote.',
			[' ‖ It ‖ broke ‖ just two days | after the vote']
		],
		[
			'a figure behind a name',
			'Anna Bell won the Ulm Marathon four times.',
			[' ‖ Anna Bell ‖ won ‖ the Ulm Marathon | four times']
		],
		[
			'a figure behind "is up to"',
			'The lake is up to 90 metres deep.',
			[' ‖ The lake ‖ is ‖ up to 90 metres | deep']
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
				' ‖ a plan ‖ would move ‖ the port'
			]
		],
		[
			'who counts, not what was counted before',
			'The cup went to a team with 88 points and Anna Bell, who left in May.',
			[' ‖ The cup ‖ went ‖ to a team | with 88 points', ' ‖ Anna Bell ‖ left ‖ in May']
		],
		[
			'a year before the subject',
			'In 1939 French troops took the hill.',
			['In 1939 ‖ French troops ‖ took ‖ the hill']
		],
		[
			'an apposition of two',
			'Anna Bell, a miner and poet, ruled for two years.',
			[' ‖ Anna Bell ‖ ruled ‖ for two years']
		],
		[
			'a name behind a participle',
			'A smith named Bell led the miners into the valley.',
			[' ‖ A smith named Bell ‖ led ‖ the miners | into the valley']
		],
		[
			'a verb behind a participle and its adjunct',
			'The report from divers released on Monday named the pilot.',
			[' ‖ The report from divers released on Monday ‖ named ‖ the pilot']
		],
		[
			'an adverb between commas',
			'The bank was, oddly, housed in a mill.',
			[' ‖ The bank ‖ was, oddly, housed ‖ in a mill']
		],
		[
			'a gapped score',
			'Peru won the first set 25-9, the second 25-20 and the third 25-14.',
			[' ‖ Peru ‖ won ‖ the first set | 25-9']
		],
		[
			'two verbs behind "to"',
			'The bank hired a firm to design and print its notes.',
			[' ‖ The bank ‖ hired ‖ a firm | to design and print its notes']
		],
		[
			'a thing with its clause',
			'The telescope found a cloud that holds no dust.',
			[' ‖ The telescope ‖ found ‖ a cloud that holds no dust', ' ‖ a cloud ‖ holds ‖ no dust']
		],
		[
			'the verb behind two verbs of a relative clause',
			"Rollo's men who raided and later settled Bonn and parts of the coast included Danes.",
			[
				" ‖ Rollo's men who raided and later settled Bonn and parts of the coast ‖ included ‖ Danes",
				" ‖ Rollo's men ‖ raided ‖ ",
				" ‖ Rollo's men ‖ later settled ‖ Bonn"
			]
		],
		[
			'the persons before "who"',
			'Nuns of the abbey, who kept dozens of cats, fled the town.',
			[' ‖ Nuns of the abbey ‖ fled ‖ the town', ' ‖ Nuns of the abbey ‖ kept ‖ dozens of cats']
		],
		[
			'one of two things before "which"',
			'Anna Bell founded a club in Ulm, which has 300 members.',
			[' ‖ Anna Bell ‖ founded ‖ a club | in Ulm']
		],
		[
			'a participle between commas',
			'The Ulm line, opened in 1911, carries coal.',
			[' ‖ The Ulm line ‖ carries ‖ coal', ' ‖ The Ulm line ‖ opened ‖ in 1911']
		],
		[
			'a participle at the head',
			"Printed in Bonn in 1522, Bell's book became popular.",
			[" ‖ Bell's book ‖ Printed ‖ in Bonn | in 1522", " ‖ Bell's book ‖ became ‖ popular"]
		],
		[
			'what is only hoped',
			'The fund hopes to save the fox by guarding its den.',
			[' ‖ The fund ‖ hopes to save ‖ the fox | by guarding its den']
		],
		[
			'an apposition before "to"',
			'The king told Anna Bell, the mayor, to leave the town.',
			[' ‖ The king ‖ told ‖ Anna Bell | to leave the town']
		],
		[
			'a clause behind "until"',
			'A drone followed the whale until it dived.',
			[' ‖ A drone ‖ followed ‖ the whale']
		],
		[
			'a name with a preposition',
			'The band played hits from Room for Rent in Ulm.',
			[' ‖ The band ‖ played ‖ hits | from Room for Rent | in Ulm']
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
			'the end of an unclosed list',
			'The sieges of Bonn, Ulm, Mainz among others caused hunger.',
			'Mainz among others'
		],
		['a quoted name', 'The realm, known as the "House of Bell", is a duchy.', 'House of Bell'],
		['either of two', 'They left Bonn or Ulm, which were burned.', 'Ulm'],
		['a year', 'They counted the votes in 1972, which worked for towns.', '1972'],
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
