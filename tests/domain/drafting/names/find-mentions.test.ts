import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions } from '#lib/domain/drafting/names/find-mentions.ts';
import { readSentences } from '#lib/domain/drafting/words/read-sentences.ts';

/** The names of a text with their sorts: "Ann Miller: person". */
function named(text: string): string[] {
	const sentences = readSentences(text);
	return findMentions(sentences).flatMap((mentions, at) =>
		mentions.map(({ first, last, sort }) => {
			const words = sentences[at]?.words;
			return `${text.slice(words?.[first]?.start, words?.[last]?.end)}: ${sort}`;
		})
	);
}

const fulls = (text: string) =>
	findMentions(readSentences(text)).flatMap((mentions) => mentions.map(({ full }) => full));

describe('sorts of names', () => {
	test.each<[string, string[]]>([
		['The mayor, Ann Miller, opened the bridge.', ['Ann Miller: person']],
		['Dr Zorvath was not hurt.', ['Dr Zorvath: person']],
		['“It is late,” said Pelto Grishnak.', ['Pelto Grishnak: person']],
		['Pelto Grishnak, 61, won the race.', ['Pelto Grishnak: person']],
		['Grishnak sold the farm. He moved to Norway.', ['Grishnak: person', 'Norway: place']],
		['British Prime Minister Harold Wilson resigned.', ['Prime Minister Harold Wilson: person']],
		['The Prime Minister resigned.', ['Prime Minister: person']],
		['The Palestinians agreed.', ['Palestinians: person']],
		['They live in Zorbeck.', ['Zorbeck: place']],
		['The fire began near the town of Zorbeck.', ['Zorbeck: place']],
		['Zorbeck, Germany, was flooded.', ['Zorbeck: place', 'Germany: place']],
		['The Zorbeck River rose.', ['Zorbeck River: place']],
		['She was born in Georgia.', ['Georgia: place']],
		['Georgia Miller was born there.', ['Georgia Miller: person']],
		['The Zorbeck Institute closed.', ['Zorbeck Institute: organisation']],
		['The University of Zorbeck closed.', ['University of Zorbeck: organisation']],
		['The relief group known as the Blue Vests left.', ['Blue Vests: organisation']],
		['A spokesman for Zorbeck & Sons said no.', ['Zorbeck & Sons: organisation']],
		['The Ministry of Health and Sport closed.', ['Ministry of Health and Sport: organisation']],
		['The Treaty of Zorbeck was signed on Monday.', ['Treaty of Zorbeck: other', 'Monday: other']],
		['It was the Second World War.', ['Second World War: other']],
		['The band plays Zorbeck.', ['Zorbeck: unsure']],
		['It told of the reign of Zorvath.', ['Zorvath: person']],
		['In May Zorvath was assassinated.', ['May: other', 'Zorvath: person']],
		["They read of Zorvath's descendants.", ['Zorvath: person']],
		['A farmer named Zorvath sold it.', ['Zorvath: person']],
		[
			'They went by Paris, Zorbeck and Berlin.',
			['Paris: place', 'Zorbeck: place', 'Berlin: place']
		],
		['In 2013 Zorbeck was relegated.', ['Zorbeck: organisation']],
		['They kept Yom Kippur.', ['Yom Kippur: other']],
		[
			'It went to Ryld Bottrak. Then Bottrak was there.',
			['Ryld Bottrak: person', 'Bottrak: person']
		],
		['The Zorbar is a long river in Germany.', ['Zorbar: place', 'Germany: place']],
		['Zorbar was a poet from Bonn.', ['Zorbar: person', 'Bonn: place']],
		['The shooting in Zorbar is an army matter.', ['Zorbar: place']],
		['The capital, Zorbeck, was flooded.', ['Zorbeck: place']],
		['The parliament of Zorbeck met.', ['Zorbeck: place']],
		['Police in Zorbeck said nothing.', ['Zorbeck: place']],
		['They sued the record label Zorbar.', ['Zorbar: organisation']],
		[
			'They were taken to Saint Anne Hospital, Zorbeck.',
			['Saint Anne Hospital: place', 'Zorbeck: place']
		],
		['The Dockers’ Union agreed.', ['Dockers’ Union: organisation']],
		['Teenager Dele Abiodun scored.', ['Dele Abiodun: person']],
		['Many Sunni Arabs left.', ['Sunni Arabs: person']],
		['The New Zealanders won.', ['New Zealanders: person']],
		['They received Holy Communion.', ['Holy Communion: unsure']],
		['The Republic of Zorbeck fell.', ['Republic of Zorbeck: place']],
		['They sailed to Paris and Zorbeck.', ['Paris: place', 'Zorbeck: place']],
		['Residents of Paris left.', ['Paris: place']],
		['Russian warplanes came back.', []],
		['Doctors say beds are running out.', []],
		['However, nobody came.', []]
	])('%s', (text, expected) => {
		expect(named(text)).toEqual(expected);
	});
});

describe('the memory of a text', () => {
	test.each<[string, string[]]>([
		[
			'John Kerry left. Mr Kerry was tired. Kerry slept.',
			['John Kerry', 'John Kerry', 'John Kerry']
		],
		['Bashar al-Assad spoke. Mr Assad smiled.', ['Bashar al-Assad', 'Bashar al-Assad']],
		[
			'The Zorbeck Fire Institute closed. The ZFI was old.',
			['Zorbeck Fire Institute', 'Zorbeck Fire Institute']
		],
		['John Kerry met Ann Kerry. Kerry smiled.', ['John Kerry', 'Ann Kerry', 'Kerry']],
		['George Washington rode to Washington.', ['George Washington', 'Washington']]
	])('%s', (text, expected) => {
		expect(fulls(text)).toEqual(expected);
	});
});

describe('laws', () => {
	const pieces = fc.constantFrom(
		...'The,Ann,Miller,of,and,van,der,said,“,”,.,Paris,in,Mr,J.,UN,&,the,Zorbeck,River,He,1999,al-Assad,May,’s'.split(
			','
		)
	);

	test('names stand in order, apart, on words of their sentence, and are found again alike', () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
				const sentences = readSentences(list.join(' '));
				const found = findMentions(sentences);
				expect(findMentions(sentences)).toEqual(found);
				for (const [at, mentions] of found.entries()) {
					let done = -1;
					for (const { first, last, full, margin } of mentions) {
						expect(first).toBeGreaterThan(done);
						expect(last).toBeGreaterThanOrEqual(first);
						expect(last).toBeLessThan(sentences[at]?.words.length ?? 0);
						expect(full).not.toBe('');
						expect(margin).toBeGreaterThanOrEqual(0);
						expect(margin).toBeLessThanOrEqual(1);
						done = last;
					}
				}
			})
		);
	});

	test('any text is read without an error', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(() => findMentions(readSentences(text))).not.toThrow();
			})
		);
	});
});
