import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSentences } from '#lib/domain/drafting/words/read-sentences.ts';

const wordsOf = (text: string) =>
	readSentences(text).map(({ words }) => words.map((word) => word.text));
const tagOf = (text: string, wanted: string) =>
	readSentences(text)
		.flatMap(({ words }) => words)
		.find((word) => word.text === wanted)?.tag;

describe('readSentences', () => {
	it.each([
		[
			'a hyphened word is one',
			'The rebel-held town fell.',
			[['The', 'rebel-held', 'town', 'fell', '.']]
		],
		['a score is one', 'Norway won 63 – 24.', [['Norway', 'won', '63 – 24', '.']]],
		[
			'an initial ends no sentence',
			'J. K. Bell left. He ran.',
			[
				['J.', 'K.', 'Bell', 'left', '.'],
				['He', 'ran', '.']
			]
		],
		['a decade is one', 'They left in the 880s.', [['They', 'left', 'in', 'the', '880s', '.']]],
		['"U.S." ends no sentence', 'The U.S. army left.', [['The', 'U.S.', 'army', 'left', '.']]],
		['a letter that the tagger cuts at', 'Mr Quảng left.', [['Mr', 'Quảng', 'left', '.']]],
		[
			'paragraphs part sentences',
			'One left\nTwo came',
			[
				['One', 'left'],
				['Two', 'came']
			]
		]
	])('%s', (_, text, words) => {
		expect(wordsOf(text)).toEqual(words);
	});

	it.each([
		['The police chief plans to leave Bonn on May 4.', '4', 'NUM'],
		['The town gave the rebels the lead in May.', 'lead', 'NOUN'],
		['Planes have been bombing east Bonn.', 'bombing', 'VERB'],
		['She went to Bonn.', 'to', 'ADP'],
		['She went to help Bonn.', 'to', 'PART'],
		['The rebels are leaving.', 'rebels', 'NOUN'],
		['It threw its military might behind them.', 'might', 'NOUN'],
		['They met the Bonn Repair Cafe yesterday.', 'yesterday', 'ADV'],
		['The pumps work by turning a wheel.', 'work', 'VERB'],
		['The visitors chased them right out of Bonn.', 'right', 'ADV'],
		['He sold the prior patents of Bell.', 'patents', 'NOUN'],
		['A series of steals gave Ulm the lead.', 'steals', 'NOUN'],
		['Boards hold tests for school leaving certificates.', 'leaving', 'NOUN'],
		["The troops' camp burned.", "'", 'PART']
	])('%s: %s is %s', (text, word, tag) => {
		expect(tagOf(text, word)).toBe(tag);
	});

	it('counts paragraphs without the empty lines', () => {
		expect(readSentences('One left.\n\nTwo came.').map(({ paragraph }) => paragraph)).toEqual([
			0, 1
		]);
	});

	it('gives every word as it stands in the text, in order', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
				let end = 0;
				for (const word of readSentences(text).flatMap(({ words }) => words)) {
					expect(text.slice(word.start, word.end)).toBe(word.text);
					expect(word.start).toBeGreaterThanOrEqual(end);
					end = word.end;
				}
			})
		);
	});
});
