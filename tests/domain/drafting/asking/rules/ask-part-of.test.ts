import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-part-of: asks of how many something is', () => {
	test.each<[string, string[]]>([
		[
			'The Argo reached a speed of 30 knots.',
			['A speed of how many knots did the Argo reach? => 30']
		],
		['Anna Bell gave a speech of 30 minutes.', []],
		[
			'The rebels in Osmara want the release of 450 prisoners.',
			['The release of how many prisoners do the rebels in Osmara want? => 450']
		],
		[
			'Hackers have stolen the personal data of 1.3 million customers of Banco Aurora.',
			[
				'The personal data of how many customers of Banco Aurora have hackers stolen? => 1.3 million'
			]
		],
		[
			'Anna Bell was a member of eleven academies.',
			['Of how many academies was Anna Bell a member? => eleven']
		],
		['Anna Bell was a friend of eleven miners.', []],
		['Anna Bell will play a match of twelve games in Ulm.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
