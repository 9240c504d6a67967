import { describe, expect, it } from 'vitest';
import { askSentence } from '#lib/domain/drafting/asking/ask-sentence.ts';
import { makeDraft } from '#lib/domain/drafting/asking/make-draft.ts';
import { readOne, textOf } from '../read-one.ts';

/** "kind: question => answer" of every proposal of a rule. */
function askedBy(rule: string, text: string): string[] {
	const reading = readOne(text);
	return askSentence(reading)
		.filter((proposal) => proposal.rule === rule)
		.map(
			(proposal) =>
				`${proposal.kind}: ${makeDraft(reading, proposal).question} => ${textOf(reading, proposal.answer)}`
		);
}

describe('askSentence', () => {
	it.each([
		[
			'subject',
			'On Monday, Anna Bell opened the new bridge.',
			['who: Who opened the new bridge on Monday? => Anna Bell']
		],
		[
			'subject',
			'Warplanes were bombing the port.',
			['what: What was bombing the port? => Warplanes']
		],
		['subject', 'Residents want a safer bridge.', ['who: Who wants a safer bridge? => Residents']],
		[
			'subject',
			'France and Spain were second.',
			['where: Which countries were second? => France and Spain']
		],
		['object', 'The storm destroyed two bridges and a school.', []],
		[
			'object',
			'Miners in Peru blocked the coastal road.',
			['what: What did miners in Peru block? => the coastal road']
		],
		[
			'object',
			'The fire has destroyed a school near Bonn.',
			['what: What has the fire destroyed near Bonn? => a school']
		],
		[
			'object',
			'The minister called the strike "a grave mistake".',
			['what: What did the minister call the strike? => a grave mistake']
		],
		[
			'place',
			'Anna Bell was arrested in Bonn on Friday.',
			['where: Where was Anna Bell arrested on Friday? => Bonn']
		],
		[
			'preposition',
			'Anna Bell was charged with tax fraud.',
			['what: What was Anna Bell charged with? => tax fraud']
		],
		[
			'preposition',
			'The road was blocked by miners.',
			['who: Who was the road blocked by? => miners']
		],
		[
			'figure',
			'About 70 people were killed in Aden.',
			['how-many: How many people were killed in Aden? => About 70']
		],
		[
			'figure',
			'Troops attacked from four fronts.',
			['how-many: How many fronts did troops attack from? => four']
		],
		[
			'figure',
			'Seven men were killed and 40 houses destroyed.',
			[
				'how-many: How many men were killed? => Seven',
				'how-many: How many houses were destroyed? => 40'
			]
		],
		[
			'role',
			'Anna Bell, the mayor of Bonn, resigned in May.',
			['who: Who is the mayor of Bonn? => Anna Bell']
		],
		[
			'role',
			'British Prime Minister David Cameron visited Bonn.',
			['who: Who is the British Prime Minister? => David Cameron']
		],
		['name', 'Anna Bell, a doctor, left Bonn.', ['who: Who is Anna Bell? => a doctor']],
		[
			'position',
			'French President Jacques Chirac visited Bonn.',
			["what: What is Jacques Chirac's position? => French President"]
		],
		['location', 'The storm hit Lyon, France.', ['where: In which country is Lyon? => France']],
		[
			'speaker',
			'Anna Bell said the bridge was not safe.',
			['who: Who said that the bridge was not safe? => Anna Bell']
		],
		[
			'tail',
			'Anna Bell was accused of stealing church silver.',
			['what: What was Anna Bell accused of stealing? => church silver']
		]
	])('%s: %s', (rule, text, asked) => {
		expect(askedBy(rule, text)).toEqual(asked);
	});

	it('keeps the source of a claim in the question', () => {
		expect(askedBy('figure', 'Anna Bell said about 70 people were killed.')).toEqual([
			'how-many: According to Anna Bell, how many people were killed? => about 70'
		]);
	});

	it.each([
		['what may be', 'If miners block the road, Peru will send the army.', /block/],
		['what "it" does', 'It destroyed a school.', /destroy/]
	])('does not ask about %s', (_, text, words) => {
		const reading = readOne(text);
		const questions = askSentence(reading).map(({ rule, question }) =>
			rule === 'subject' ? '' : question
		);
		expect(questions.filter((question) => words.test(question))).toEqual([]);
	});
});
