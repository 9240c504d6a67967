import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-toll: asks how many an event harmed', () => {
	test.each<[string, string[]]>([
		[
			'At least 12 people were killed and 40 wounded when a bus crashed into a wall in Lyon.',
			[
				'How many people were killed when a bus crashed into a wall in Lyon? => At least 12',
				'How many people were wounded when a bus crashed into a wall in Lyon? => 40'
			]
		],
		[
			'At least 12 people died and a dozen are missing after a ferry sank on Lake Tumba.',
			[
				'How many people died after a ferry sank on Lake Tumba? => At least 12',
				'How many people were missing after a ferry sank on Lake Tumba? => a dozen'
			]
		],
		[
			'A car bomb exploded near a market in Basra in May, killing 14 people and injuring dozens.',
			[
				'How many people were killed when a car bomb exploded near a market in Basra in May? => 14',
				'How many people were injured when a car bomb exploded near a market in Basra in May? => dozens'
			]
		],
		[
			'A gas leak caused an explosion in Lyon in May, leaving three people dead.',
			['How many people were killed when a gas leak caused an explosion in Lyon in May? => three']
		],
		[
			'A bomb was thrown at the embassy in Lima, injuring six guards.',
			['How many guards were injured when a bomb was thrown at the embassy in Lima? => six']
		],
		[
			'The storm struck Haiti in May, destroying 3,000 homes.',
			['How many homes were destroyed when the storm struck Haiti in May? => 3,000']
		],
		['The virus is spreading in Peru, infecting 40 people a day.', []],
		['The ferry left Samoa, carrying 70 people.', ['How many people did the ferry carry? => 70']]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
