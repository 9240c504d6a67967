import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-included: asks for those among many', () => {
	test.each<[string, string[]]>([
		[
			'Police arrested 12 men, including three teachers, in Turin in 2009.',
			[
				'How many men did police arrest in Turin in 2009? => 12',
				'How many teachers did police arrest in Turin in 2009? => three'
			]
		],
		[
			'Twelve people died in the fire in Turin, including three children.',
			[
				'How many people died in the fire in Turin? => Twelve',
				'How many children died in the fire in Turin? => three'
			]
		],
		[
			'The blast in Lima killed 40 people, including at least six nurses.',
			[
				'How many people did the blast in Lima kill? => 40',
				'How many nurses did the blast in Lima kill? => at least six'
			]
		],
		[
			'Police arrested 12 men, including Peter Hall, in Turin.',
			['How many men did police arrest? => 12']
		],
		['The bank in Turin failed, including two branches.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
