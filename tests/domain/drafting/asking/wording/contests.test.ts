import { describe, expect, test } from 'vitest';
import { askSentence } from '#lib/domain/drafting/asking/ask-sentence.ts';
import { readOne, textOf } from '../../read-one.ts';

function sidesOf(text: string): string[] {
	const reading = readOne(text);
	return askSentence(reading)
		.filter(({ rule }) => /^(?:subject|object|agent|preposition)$/.test(rule))
		.map(({ kind, question, answer }) => `${kind}: ${question} => ${textOf(reading, answer)}`);
}

describe('contests: whoever plays is asked for by who', () => {
	test.each<[string, string[]]>([
		[
			'Canada defeated Mexico 67 – 33.',
			[
				'who: Who defeated Mexico 67 – 33? => Canada',
				'who: Who did Canada defeat 67 – 33? => Mexico'
			]
		],
		[
			'Norway was beaten by Scotland in the final.',
			[
				'who: Who was beaten by Scotland in the final? => Norway',
				'who: Who beat Norway in the final? => Scotland'
			]
		],
		[
			'Norway lost to Scotland in the final.',
			['who: Who lost to Scotland in the final? => Norway']
		],
		[
			'Norway faced Scotland in the final.',
			[
				'where: Which country faced Scotland in the final? => Norway',
				'where: Which country did Norway face in the final? => Scotland'
			]
		],
		[
			'Sweden won the Golden Lyre in Oslo.',
			[
				'where: Which country won the Golden Lyre in Oslo? => Sweden',
				'what: What did Sweden win in Oslo? => the Golden Lyre'
			]
		],
		[
			'Poland lost Lviv to Ukraine.',
			[
				'where: Which country lost Lviv to Ukraine? => Poland',
				'where: Which city did Poland lose to Ukraine? => Lviv',
				'where: Which country did Poland lose Lviv to? => Ukraine'
			]
		]
	])('%s', (text, asked) => {
		expect(sidesOf(text)).toEqual(asked);
	});
});
