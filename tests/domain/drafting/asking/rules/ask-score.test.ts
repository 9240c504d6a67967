import { describe, expect, test } from 'vitest';
import { askSentence } from '#lib/domain/drafting/asking/ask-sentence.ts';
import { readOne, textOf } from '../../read-one.ts';

function scoresOf(text: string): string[] {
	const reading = readOne(text);
	return askSentence(reading)
		.filter(({ rule }) => rule === 'score')
		.map(({ kind, question, answer }) => `${kind}: ${question} => ${textOf(reading, answer)}`);
}

describe('ask-score: asks how two sides came out', () => {
	test.each<[string, string]>([
		[
			'Canada defeated Mexico 67 – 33 in Toronto.',
			'By what score did Canada defeat Mexico in Toronto? => 67 – 33'
		],
		[
			'The Ulm Falcons beat the Bonn Rovers 31–24 in the divisional round.',
			'By what score did the Ulm Falcons beat the Bonn Rovers in the divisional round? => 31–24'
		],
		[
			'Ulm Athletic defeated Bonn Rovers in the cup final, 20-18.',
			'By what score did Ulm Athletic defeat Bonn Rovers in the cup final? => 20-18'
		],
		['Norway lost 3–2 to Scotland.', 'By what score did Norway lose to Scotland? => 3–2'],
		[
			'Norway won 28–10 against Scotland.',
			'By what score did Norway win against Scotland? => 28–10'
		],
		[
			'Norway was beaten 4–0 by Scotland in Oslo.',
			'By what score was Norway beaten by Scotland in Oslo? => 4–0'
		],
		[
			'Anna Bell beat Mary Hill 6–4, 7–5 in the final.',
			'By what score did Anna Bell beat Mary Hill? => 6–4, 7–5'
		],
		[
			'Anna Bell beat Mary Hill 25-9, 25-15 and 25-20.',
			'By what score did Anna Bell beat Mary Hill? => 25-9, 25-15 and 25-20'
		],
		[
			'Ulm Athletic beat Bonn Rovers by a score of 24–10 in the final.',
			'By what score did Ulm Athletic beat Bonn Rovers in the final? => 24–10'
		],
		[
			'Canada trailed Mexico 10–7 in the third quarter.',
			'By what score did Canada trail Mexico in the third quarter? => 10–7'
		],
		[
			'Scotland drew 1–1 with Norway in Oslo.',
			'What was the score when Scotland drew with Norway in Oslo? => 1–1'
		]
	])('%s', (text, asked) => {
		expect(scoresOf(text)).toEqual([`what: ${asked}`]);
	});

	test.each([
		'Canada won the match 3–1.',
		'The team beat Mexico 3–1.',
		'Canada beat them 3–1.',
		'Norway led 2–0 at half-time.',
		'Canada defeated Mexico in 1846–48.',
		'Norway lost 27–29 tanks to Scotland.',
		'The senate passed the bill 67–33.',
		'Anna Bell visited Mary Hill in rooms 23–16.',
		'Anna Bell said Ulm Athletic had visited Bonn Rovers 3–1.'
	])('not of %s', (text) => {
		expect(scoresOf(text)).toEqual([]);
	});
});
