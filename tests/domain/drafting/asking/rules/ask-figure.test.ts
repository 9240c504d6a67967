import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-figure: asks for a figure where it stands', () => {
	test.each<[string, string[]]>([
		[
			'For the past five days, warplanes have been bombing Ulm.',
			['For how many days have warplanes been bombing Ulm? => five']
		],
		['Queen Anna reigned for 63 years and seven months.', []],
		['In Kent 61 percent of farmers speak Welsh at home and about a quarter speak Dutch.', []],
		['The Reds scored in the final three minutes in Ulm.', []],
		[
			'The film about Ulm was watched by three million viewers.',
			['By how many viewers was the film about Ulm watched? => three million']
		],
		[
			'The Argo was sold to Peter Hall for $2 million.',
			['For how much was the Argo sold to Peter Hall? => $2 million']
		],
		[
			'The flood in Ulm caused damage of $3 million.',
			['How much damage did the flood in Ulm cause? => $3 million']
		],
		[
			'The flood in Ulm caused $3 million of damage.',
			['How much damage did the flood in Ulm cause? => $3 million']
		],
		[
			'From 1920 to 1930 Peter Hall wrote 12 plays.',
			['How many plays did Peter Hall write from 1920 to 1930? => 12']
		],
		[
			'Between 1920 and 1930 Peter Hall wrote 12 plays.',
			['How many plays did Peter Hall write between 1920 and 1930? => 12']
		],
		[
			'Anna Bell gave up just 308 points in May.',
			['How many points did Anna Bell give up in May? => 308']
		],
		[
			'Three of the bridges over the Rhine were closed in 2011.',
			['How many of the bridges over the Rhine were closed in 2011? => Three']
		],
		[
			"About 40 percent of the town's residents voted for Anna Bell.",
			["What share of the town's residents voted for Anna Bell? => About 40 percent"]
		],
		[
			"Nearly half of the village's 340 houses were sold to Peter Hall.",
			["What share of the village's 340 houses were sold to Peter Hall? => Nearly half"]
		],
		[
			'Some 20% of the wells in Mali were dry.',
			['What percentage of the wells in Mali were dry? => Some 20%']
		],
		[
			'Anna Bell wrote 12 novels and more than 100 poems.',
			[
				'How many novels did Anna Bell write? => 12',
				'How many poems did Anna Bell write? => more than 100'
			]
		],
		[
			'The ship carried 400 passengers and 30 sailors from Genoa.',
			[
				'How many passengers did the ship carry from Genoa? => 400',
				'How many sailors did the ship carry from Genoa? => 30'
			]
		],
		[
			'An additional 20 soldiers were sent to Mali in 2013.',
			['How many additional soldiers were sent to Mali in 2013? => 20']
		],
		[
			'The army sent a further 20 soldiers to Mali in 2013.',
			['How many more soldiers did the army send to Mali in 2013? => 20']
		],
		[
			'A crowd of 200 people gathered outside the court in Perth.',
			['How many people gathered outside the court in Perth? => 200']
		],
		['Anna Bell won a record 12 medals in Bonn.', []],
		[
			'Women in Mali have an average of 5.8 children.',
			['How many children on average do women in Mali have? => 5.8']
		],
		[
			'Troops attacked Mosul from three sides.',
			['From how many sides did troops attack Mosul? => three']
		],
		[
			'The firm sells its cars in 40 countries.',
			['In how many countries does the firm sell its cars? => 40']
		],
		[
			'The crew of the Argo consisted of 14 men and two women.',
			[
				'Of how many men did the crew of the Argo consist? => 14',
				'Of how many women did the crew of the Argo consist? => two'
			]
		],
		[
			'The Reds beat the champion with 71 votes.',
			['With how many votes did the Reds beat the champion? => 71']
		],
		['Anna Bell bought a house with five rooms.', []],
		[
			'Anna Bell was released after five hours of questioning.',
			['After how many hours of questioning was Anna Bell released? => five']
		],
		[
			'Issawi agreed to stay in Bonn for an additional eight months.',
			['For how many additional months did Issawi agree to stay in Bonn? => eight']
		],
		[
			'Peter Hall ruled Ulm for ten years, from 1321 to 1331.',
			['For how many years did Peter Hall rule Ulm? => ten']
		],
		[
			'Rescuers needed more than four hours to reach Kaprun.',
			['How many hours did rescuers need to reach Kaprun? => more than four']
		],
		[
			'The trial of Anna Bell lasted six weeks.',
			['How many weeks did the trial of Anna Bell last? => six']
		],
		[
			'The school in Ulm will cost £6.2 million a year.',
			['How much will the school in Ulm cost a year? => £6.2 million']
		],
		[
			'The airline made a loss of €310 million in 2011.',
			['How much of a loss did the airline make in 2011? => €310 million']
		],
		[
			'Thieves stole five paintings worth £18 million from the Ashcombe Gallery.',
			['How many paintings worth £18 million did thieves steal from the Ashcombe Gallery? => five']
		],
		[
			'The plague killed between 15,000 and 20,000 people in Candia.',
			['How many people did the plague kill in Candia? => between 15,000 and 20,000']
		],
		[
			'Melting snow raises the level of the Ilvar by up to five metres.',
			['By how many metres does melting snow raise the level of the Ilvar? => up to five']
		],
		[
			'France was third with one gold and two bronze medals.',
			['With how many bronze medals was France third? => two']
		],
		[
			'Peter Hall was charged with one count of murder.',
			['How many counts of murder was Peter Hall charged with? => one']
		],
		['One player led the team in Ulm.', []],
		['The court in Ulm has one woman among its judges.', []],
		['Several ships sank off Samoa.', []],
		['Just two days after the vote was a holiday in Ulm.', []],
		['Bonn is a city 30 kilometres off the coast.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
