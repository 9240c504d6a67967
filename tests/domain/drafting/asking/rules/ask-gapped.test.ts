import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-gapped: asks for what is left out the second time', () => {
	test.each<[string, string[]]>([
		[
			'Twelve people died in Ulm and two in Bonn.',
			['How many people died in Ulm? => Twelve', 'How many people died in Bonn? => two']
		],
		[
			'The firm employs 300 people in Ulm and 200 in Bonn.',
			[
				'How many people does the firm employ in Ulm? => 300',
				'How many people does the firm employ in Bonn? => 200'
			]
		],
		[
			'The Mongols killed more than 70,000 people in Merv and more than 190,000 in Nishapur.',
			[
				'How many people did the Mongols kill in Merv? => more than 70,000',
				'How many people did the Mongols kill in Nishapur? => more than 190,000'
			]
		],
		[
			'The firm employs 300 people in Ulm and 200 of its clerks.',
			['How many people does the firm employ in Ulm? => 300']
		],
		[
			'The firm employs 300 people in Ulm and 200 on Malta.',
			['How many people does the firm employ in Ulm? => 300']
		]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
