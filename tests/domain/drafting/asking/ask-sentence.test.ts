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
			['who: Who opened the new bridge? => Anna Bell']
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
		['object', 'The film showed miners digging tunnels in the hills.', []],
		[
			'subject',
			'The film showed miners digging tunnels in the hills.',
			['what: What showed miners digging tunnels in the hills? => The film']
		],
		[
			'object',
			'Peter Hall called the strikes "a breach of the law" that were "wholly wrong".',
			['what: What did Peter Hall call the strikes? => a breach of the law']
		],
		[
			'subject',
			'Peter Hall called the strikes "a breach of the law" that were "wholly wrong".',
			['who: Who called the strikes a breach of the law? => Peter Hall']
		],
		['complement', 'As the last port, Bonn would be an important win for the army.', []],
		['subject', 'Bonn would be an important win for the army as the last port.', []],
		['tail', 'The talks are due to begin on 4 November.', []],
		['preposition', 'Young slugs are brown with red spots.', []],
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
			['where: Where was Anna Bell arrested? => Bonn']
		],
		[
			'preposition',
			'Anna Bell was charged with tax fraud.',
			['what: What was Anna Bell charged with? => tax fraud']
		],
		['preposition', 'The road was blocked by miners.', []],
		['preposition', 'The army launched a raid on Ulm on Good Friday.', []],
		['preposition', 'Anna Bell paid $300 in inheritance tax.', []],
		['preposition', 'Crowds marched to the palace to meet the king.', []],
		[
			'preposition',
			'Anna Bell specialised in river law.',
			['what: What did Anna Bell specialise in? => river law']
		],
		[
			'object',
			'Anna Bell cancelled a visit to Peru.',
			['what: What did Anna Bell cancel? => a visit to Peru']
		],
		[
			'object',
			'The nobles elected Anna Bell in Ulm.',
			['who: Who did the nobles elect in Ulm? => Anna Bell']
		],
		[
			'complement',
			'The Ilvar is a river in central Carpania.',
			['what: What is the Ilvar? => a river in central Carpania']
		],
		[
			'complement',
			"The bank's first governor was Anna Bell.",
			["who: Who was the bank's first governor? => Anna Bell"]
		],
		['subject', "The bank's first governor was Anna Bell.", []],
		['complement', 'Elders are each a member of their order.', []],
		['place', 'The Ilvar is a river in Peru.', []],
		[
			'place',
			'Anna Bell came back to Bonn in May.',
			['where: Where did Anna Bell come back to in May? => Bonn']
		],
		[
			'place',
			"Printed in Bonn in 1522, Anna Bell's book became popular.",
			["where: Where was Anna Bell's book printed in 1522? => Bonn"]
		],
		[
			'subject',
			'The council passed a bill that bans plastic bags.',
			['who: Who passed a bill that bans plastic bags? => The council']
		],
		[
			'figure',
			'About 70 people were killed in Aden.',
			['how-many: How many people were killed in Aden? => About 70']
		],
		[
			'figure',
			'The army is backed by thousands of troops from Peru.',
			['how-many: By how many troops from Peru is the army backed? => thousands']
		],
		[
			'figure',
			'Anna Bell was sentenced to five years in prison.',
			['how-many: How many years in prison was Anna Bell sentenced to? => five']
		],
		['figure', 'Anna Bell was held on $1 million bond.', []],
		[
			'object',
			'The court rejected an appeal by miners.',
			['what: What did the court reject? => an appeal by miners']
		],
		[
			'object',
			'The page showed a flag displayed on the left.',
			['what: What did the page show? => a flag displayed on the left']
		],
		['object', 'Anna Bell became the first miner ever to win the cup.', []],
		[
			'object',
			'The army uses boats, saving the town.',
			['what: What does the army use? => boats', 'what: What does the army save? => the town']
		],
		[
			'object',
			'Officials reportedly closed the port.',
			['what: What did officials reportedly close? => the port']
		],
		[
			'object',
			'The letters reached France and Italy.',
			['where: Which countries did the letters reach? => France and Italy']
		],
		['place', 'Anna Bell returned to the castle in Bonn.', []],
		[
			'place',
			'The army attacked the rebels near Bonn.',
			['where: Where did the army attack the rebels? => near Bonn']
		],
		[
			'preposition',
			'The report was based on data from two planes.',
			['what: What was the report based on? => data from two planes']
		],
		[
			'subject',
			'Peru does actually trade with France.',
			['where: Which country actually trades with France? => Peru']
		],
		[
			'subject',
			'The prize went to 84-year-old Anna Bell, who was married to a miner.',
			[
				'what: What went to 84-year-old Anna Bell? => The prize',
				'who: Who was married to a miner? => Anna Bell'
			]
		],
		['tail', 'The value has fallen resulting in an increase in exports.', []],
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
			['who: Who was the mayor of Bonn? => Anna Bell']
		],
		[
			'role',
			'British Prime Minister David Cameron visited Bonn.',
			['who: Who was the British Prime Minister? => David Cameron']
		],
		['name', 'Anna Bell, a doctor, left Bonn.', ['who: Who was Anna Bell? => a doctor']],
		[
			'position',
			'French President Jacques Chirac visited Bonn.',
			["what: What was Jacques Chirac's position? => French President"]
		],
		['location', 'The storm hit Lyon, France.', ['where: In which country is Lyon? => France']],
		['location', 'The storm hit Lyon, Spain and Italy.', []],
		[
			'location',
			'The games are at Bonn Beach and Lyon, France.',
			['where: In which country is Lyon? => France']
		],
		['object', 'There is criticism that miners in Peru blocked the road.', []],
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
