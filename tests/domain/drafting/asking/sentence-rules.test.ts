import { describe, expect, test } from 'vitest';
import { askSentence } from '#lib/domain/drafting/asking/ask-sentence.ts';
import { makeDraft } from '#lib/domain/drafting/asking/make-draft.ts';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { readOne, textOf } from '../read-one.ts';

/** "kind: question => answer" of the proposals of a rule on the first sentence of a text. */
function draftsOf(rule: string, text: string): string[] {
	const reading = readOne(text);
	return askSentence(reading)
		.filter((proposal) => proposal.rule === rule)
		.map(
			(proposal) =>
				`${proposal.kind}: ${makeDraft(reading, proposal).question} => ${textOf(reading, proposal.answer)}`
		);
}

describe('owner', () => {
	test.each<[string, string[]]>([
		[
			"Anna Bell's car was found near Bonn in May 2016.",
			['who: Whose car was found near Bonn in May 2016? => Anna Bell']
		],
		["Thieves broke into Peter Hall's house in Bonn.", []],
		[
			"The storm destroyed Peter Hall's new greenhouse in Bonn.",
			['who: Whose new greenhouse did the storm destroy in Bonn? => Peter Hall']
		],
		[
			"The Zorbeck Institute's website was attacked in May 2016.",
			['who: Whose website was attacked in May 2016? => Zorbeck Institute']
		],
		["France's parliament was closed in May 2016.", []],
		["The city's bridges were closed in May 2016.", []],
		["Anna Bell's first day was spent in Bonn.", []]
	])('%s', (text, expected) => {
		expect(draftsOf('owner', text)).toEqual(expected);
	});
});

describe('location', () => {
	test.each<[string, string[]]>([
		[
			'The fire began in Marbrook, Texas, on Friday.',
			['where: In which state is Marbrook? => Texas']
		],
		['They live in Zorbeck, Germany.', ['where: In which country is Zorbeck? => Germany']],
		[
			'The wounded were brought to Saint Anne Hospital, Zorbeck.',
			['where: Where is Saint Anne Hospital? => Zorbeck']
		],
		[
			'The wounded were brought to the Saint Anne Hospital in Berlin.',
			['where: In which city is the Saint Anne Hospital? => Berlin']
		],
		['They went to Berlin, Paris and Rome.', []],
		['Greenpeace in Berlin said nothing at all.', []]
	])('%s', (text, expected) => {
		expect(draftsOf('location', text)).toEqual(expected);
	});
});

describe('speaker', () => {
	test.each<[string, string[]]>([
		[
			'Geologist Milan Petrak warned that aftershocks could go on for weeks.',
			['who: Who warned that aftershocks could go on for weeks? => Milan Petrak']
		],
		[
			'According to the Zorbeck Tribune, the old bridge will be closed in May.',
			[
				'what: Which newspaper reported that the old bridge will be closed in May? => the Zorbeck Tribune'
			]
		],
		[
			'“The shooting in Bonn is an attack on all of us,” said Anna Bell.',
			['who: Who said “The shooting in Bonn is an attack on all of us”? => Anna Bell']
		],
		['Anna Bell warned against drinking in her sermon, “The Use of Money”.', []],
		['A group called Night Heron claimed responsibility and demanded money.', []],
		[
			'Engineers at the Zorbeck Laboratory in Pasadena, California, confirmed that the probe had landed on Mars.',
			[
				'who: Who confirmed that the probe had landed on Mars? => Engineers at the Zorbeck Laboratory in Pasadena, California'
			]
		]
	])('%s', (text, expected) => {
		expect(draftsOf('speaker', text)).toEqual(expected);
	});

	test('what the report tells before a quotation is its own', () => {
		const [draft] = draftQuestions({
			text: 'President Anna Bell welcomed the decision in Bonn: “We are all more free today.”'
		}).drafts.filter(({ question }) => question.startsWith('Who welcomed'));
		expect(draft).toMatchObject({
			question: 'Who welcomed the decision in Bonn?',
			standing: 'stated'
		});
	});
});

describe('role', () => {
	test.each<[string, string[]]>([
		[
			'British Prime Minister Anna Bell visited the port.',
			['who: Who was the British Prime Minister? => Anna Bell']
		],
		['The Armenian general Pelto Zorvath led them.', []],
		['Prime Minister Anna Bell visited the port.', []],
		['A caricature of General Pelto Zorvath was printed.', []]
	])('%s', (text, expected) => {
		expect(draftsOf('role', text)).toEqual(expected);
	});
});

describe('question words of bodies', () => {
	test.each<[string, string]>([
		['The budget airline Swiftair cancelled 214 flights in May 2016.', 'Which airline'],
		['In 2016 ABC launched a new programme for children.', 'Which network'],
		['Norman mercenaries were first encouraged to come to Sicily in 1038.', 'Who'],
		['Texas passed the law in 2016.', 'Which state'],
		['The Swedes lost the battle near Riga in 1701.', 'Who'],
		['The Senate rejected the plan in 2016.', 'Who'],
		['The General Conference on Trade named a new unit in 1960.', 'Who'],
		['Zorbeck University Press published the lectures in 1934.', 'Who'],
		["Anna Bell's brother-in-law opened the bridge in 2016.", 'Who'],
		['The Ilvar flooded the old town of Berlin in 2016.', 'What']
	])('%s', (text, words) => {
		const [subject = ''] = draftsOf('subject', text);
		expect(subject.replace(/^\S+ /, '').slice(0, words.length)).toBe(words);
	});

	test('a large word that opens its sentence is no person', () => {
		const { drafts } = draftQuestions({
			text: 'Zorbing appears in the list of subjects of the Berlin school.'
		});
		expect(drafts.filter(({ question }) => question.startsWith('Who'))).toEqual([]);
	});
});

describe('names in questions', () => {
	test('a name stays large inside a question', () => {
		const { drafts } = draftQuestions({
			text: 'California Governor Anna Bell signed the law in May 2016.'
		});
		const questions = drafts.map(({ question }) => question).join(' ');
		expect(questions).toContain('California Governor');
		expect(questions).not.toContain('california');
	});

	test('a surname is said in full', () => {
		const { drafts } = draftQuestions({
			text: 'Edith Windhall left Bonn. Windhall paid 300,000 dollars to the city of Berlin.'
		});
		const questions = drafts.map(({ question }) => question);
		expect(questions).toContain('How much did Edith Windhall pay to the city of Berlin?');
	});

	test('an interview names its speakers outside of what they say', () => {
		const { drafts } = draftQuestions({
			text: 'RK: North Korea sent twelve students to Berlin in 2012.'
		});
		expect(drafts.every(({ source }) => source === 'RK')).toBe(true);
		expect(
			drafts.filter(({ question }) => question.lastIndexOf('RK') !== 'According to '.length)
		).toEqual([]);
		expect(drafts.length).toBeGreaterThan(0);
	});
});

describe('a part that says a word of the answer', () => {
	test.each<[string, string, string[]]>([
		[
			'agent',
			'Peter Hall was arrested in Bonn by the Danish army for shooting at Danish tanks.',
			['who: Who arrested Peter Hall in Bonn? => the Danish army']
		]
	])('%s: %s', (rule, text, expected) => {
		expect(draftsOf(rule, text)).toEqual(expected);
	});
});

describe('a bare noun and its preposition', () => {
	test.each<[string, string[]]>([
		['The king paid tribute to Anna Bell.', ['who: Who did the king pay tribute to? => Anna Bell']],
		[
			'Anna Bell took responsibility for the delay of the trains.',
			['what: What did Anna Bell take responsibility for? => the delay of the trains']
		],
		['Anna Bell bought a ticket for the last train.', []]
	])('%s', (text, expected) => {
		expect(draftsOf('preposition', text)).toEqual(expected);
	});
});

describe('place', () => {
	test.each<[string, string[]]>([
		[
			'Peter Hall is being held on $2 million bond in the Zorbeck County jail.',
			['where: Where is Peter Hall being held on $2 million bond? => the Zorbeck County jail']
		],
		[
			'The Danish team lost to Norway earlier today at the Zorbeck Arena.',
			['where: Where did the Danish team lose to Norway? => the Zorbeck Arena']
		]
	])('%s', (text, expected) => {
		expect(draftsOf('place', text)).toEqual(expected);
	});
});

describe('object and complement', () => {
	test.each<[string, string, string[]]>([
		['object', 'The Danish team led the league in goals with 24.', []],
		['complement', 'Denmark is a small kingdom in the north.', []],
		[
			'place',
			'Anna Bell counted 24 birds in Bonn.',
			['where: Where did Anna Bell count 24 birds? => Bonn']
		]
	])('%s: %s', (rule, text, expected) => {
		expect(draftsOf(rule, text)).toEqual(expected);
	});
});

describe('a figure of a day that is left out', () => {
	test('is to be dated', () => {
		const { drafts } = draftQuestions({ text: 'About 70 people were killed yesterday in Bonn.' });
		const figures = drafts.filter(({ kind }) => kind === 'how-many');
		expect(figures.map(({ flags }) => flags)).toEqual([['undated']]);
	});
});
