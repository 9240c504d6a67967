import { describe, expect, test } from 'vitest';
import { findAttribution } from '#lib/domain/drafting/attribution/find-attribution.ts';
import { findMentions } from '#lib/domain/drafting/names/find-mentions.ts';
import { resolveReferences } from '#lib/domain/drafting/references/resolve-references.ts';
import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { readSentences } from '#lib/domain/drafting/words/read-sentences.ts';

/** What stands for what in a text: "He = Ann Miller". */
function resolved(text: string): string[] {
	const plain = readSentences(text);
	const mentions = findMentions(plain);
	const sentences = plain.map((sentence, at): ReadSentence => {
		const attribution = findAttribution(sentence);
		return {
			...sentence,
			mentions: mentions[at] ?? [],
			quantities: [],
			...(attribution && { attribution })
		};
	});
	return resolveReferences(sentences).flatMap((list, at) =>
		list.map(({ first, last, full, isPossessive }) => {
			const words = sentences[at]?.words.slice(first, last + 1).map((word) => word.text) ?? [];
			return `${words.join(' ')} = ${full}${isPossessive ? ' (of)' : ''}`;
		})
	);
}

describe('what has exactly one name', () => {
	test.each<[string, string[]]>([
		['Peter Hall sold the farm. He moved to Norway.', ['He = Peter Hall']],
		['Peter Hall sold the farm. In May he moved to Norway.', ['he = Peter Hall']],
		['Peter Hall sold the farm. His barn burned.', ['His = Peter Hall (of)']],
		['Peter Hall left. He slept. He woke.', ['He = Peter Hall', 'He = Peter Hall']],
		['Peter Hall met Ann Miller. She smiled.', ['She = Ann Miller']],
		['Ann Miller said she was late.', ['she = Ann Miller']],
		['The troops left Milltown. They took the road.', ['They = the troops']],
		['The angry residents met there. Their leader spoke.', ['Their = the angry residents (of)']],
		['The Zorbeck Institute was closed. It opened again later.', ['It = the Zorbeck Institute']],
		['Mayor Ann Miller opened the bridge. The mayor was late.', ['The mayor = Ann Miller']],
		['The Zorbeck Bank was sold. In 1998, the bank closed.', ['the bank = the Zorbeck Bank']],
		['Rebels hold Aleppo. Troops took the city.', ['the city = Aleppo']],
		['The first exchange opened in 1817. It closed again later.', ['It = the first exchange']],
		['Norman settlers came to the south. They built a castle.', ['They = the Norman settlers']],
		['Old bridges are strong. They last for years.', ['They = old bridges']],
		['Zorvath became a member of the club. He left in May.', ['He = Zorvath']],
		['Ann Miller met him in Bonn. She smiled.', ['She = Ann Miller']],
		['Peter Hall was praised by critics in Bonn. He smiled.', ['He = Peter Hall']],
		[
			'The Zorbeck Bank was sold. Its staff and the bank’s debts stayed.',
			['Its = the Zorbeck Bank (of)', 'the bank = the Zorbeck Bank']
		],
		['Hackers have robbed the Zorbeck Bank, the bank said.', ['the bank = the Zorbeck Bank']],
		['Hallsey is a small island near Malta. The island is empty.', ['The island = Hallsey']],
		[
			'Peter Hall, 36, was freed. Police had held the 36-year-old for a day.',
			['the 36-year-old = Peter Hall']
		]
	])('%s', (text, expected) => {
		expect(resolved(text)).toEqual(expected);
	});

	test.each([
		['two men', 'The farm of Peter Hall was sold to John Smith. He moved to Norway.'],
		['somebody without a name', 'Peter Hall called. A farmer came. He was late.'],
		['the wrong gender', 'Peter Hall sold the farm. She moved to Norway.'],
		['the same clause', 'Peter Hall sold his farm.'],
		['nothing at all', 'The Zorbeck Institute was closed. It is said that nobody came.'],
		['too far away', 'Peter Hall left. The sun set. The night was cold. He slept.'],
		['the subject or the object', 'Peter Hall met John Smith. He smiled.'],
		['somebody spoken of before', 'Zorvath rescued her with a boat. She wept.'],
		['any things', 'The mayor saw the buses. Nobody wanted them.'],
		['the company or its house', 'The company’s house stood in Bonn. It was sold.'],
		['a country that may be another', 'Zorvania fought with France. The army left the country.'],
		['two cities', 'The road from Aleppo to Homs is closed. Troops took the city.'],
		['a time before a name', 'During the war Peter Hall sold shoes. The war ended in May.'],
		['a place before a name', 'In the village Ann Miller taught. The village was poor.'],
		['told which', 'Mayor Ann Miller opened the bridge. The mayor of Milltown was late.']
	])('nobody: %s', (_, text) => {
		expect(resolved(text)).toEqual([]);
	});
});
