import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-change: asks what rose or fell, by how much and to what', () => {
	test.each<[string, string[]]>([
		[
			'The treaty reduced the number of warheads from 6,000 to 1,550.',
			['To how many did the treaty reduce the number of warheads from 6,000? => 1,550']
		],
		[
			'The tax was raised from 5 to 10 percent in 2012.',
			['To what share was the tax raised in 2012? => 10 percent']
		],
		[
			'The firm raised its price by 12 percent in 2012.',
			['By how much did the firm raise its price in 2012? => 12 percent']
		],
		['The firm cut 300 jobs in Leeds.', ['How many jobs did the firm cut in Leeds? => 300']],
		[
			'Exports to China fell by 12 percent in 2015.',
			['By how much did exports to China fall in 2015? => 12 percent']
		],
		[
			'Exports to China fell 12 percent in 2015.',
			['By how much did exports to China fall in 2015? => 12 percent']
		],
		[
			'The number of visitors to Delft rose from 4,000 to 9,000 between 1990 and 2000.',
			[
				'To how many did the number of visitors to Delft rise between 1990 and 2000? => 9,000',
				'From how many did the number of visitors to Delft rise between 1990 and 2000? => 4,000'
			]
		],
		[
			'The area of the park rose from 40 to 50 square kilometres.',
			[
				'To how many square kilometres did the area of the park rise? => 50',
				'From how many square kilometres did the area of the park rise? => 40'
			]
		],
		[
			'The death toll from the flood in Kerala rose to 350 in May.',
			['To how many did the death toll from the flood in Kerala rise in May? => 350']
		],
		['Prices in Bonn rose to $4.', ['To how much did prices in Bonn rise? => $4']],
		['The wage of miners rose in 2010, when 40 mines closed.', []],
		['Anna Bell rose to fame.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
