import { describe, expect, test } from 'vitest';
import { figureQuestionsOf } from '../figure-questions.ts';

describe('ask-measure: asks how long, how far, how much more and how often', () => {
	test.each<[string, string[]]>([
		['Peter Hall died a few days after the crash.', []],
		['The Argo is 300 metres long.', ['How many metres long is the Argo? => 300']],
		[
			'The lake in Bern is up to 90 metres deep.',
			['How many metres deep is the lake in Bern? => up to 90']
		],
		['The lake is 40 km north of Ulm.', ['How many km north of Ulm is the lake? => 40']],
		[
			'Bonn lies 30 kilometres south of Cologne.',
			['How many kilometres south of Cologne does Bonn lie? => 30']
		],
		[
			'The village lies 12 miles from Leeds.',
			['How many miles from Leeds does the village lie? => 12']
		],
		[
			'The second ship was 12 metres longer than the Argo.',
			['How many metres longer was the second ship than the Argo? => 12']
		],
		[
			'The tower in Ulm was 20 percent taller than the church.',
			['How much taller was the tower in Ulm than the church? => 20 percent']
		],
		[
			'Peter Hall died two days after the crash.',
			['How many days after the crash did Peter Hall die? => two']
		],
		[
			'Anna Bell has won the Ulm Marathon four times.',
			['How many times has Anna Bell won the Ulm Marathon? => four']
		],
		['The harbour in Ulm is three times as large as the old one.', []],
		['Bonn is an island 35 kilometres south of Cologne.', []]
	])('%s', (text, asked) => {
		expect(figureQuestionsOf(text)).toEqual(asked);
	});
});
