import type { TakenKind } from '#lib/domain/desk/types.ts';

/** A text as people paste it, and what the intake makes of it. */
export interface PastedShape {
	name: string;
	pasted: string;
	/** The running text; the caption goes by itself. */
	paragraphs: string[];
	caption?: string;
	taken: [TakenKind, string][];
}

/** The shapes pasting gives to texts, each as short as it can be. */
export const SHAPES: PastedShape[] = [
	{
		name: 'nothing but words',
		pasted: 'Hello world',
		paragraphs: ['Hello world'],
		taken: []
	},
	{
		name: 'one line a paragraph, a link cut out on lines of its own',
		pasted: `The river rose in the night.
What comes next
It may rise again if the mayor’s neighbours,
Lisbon
and
Porto
, let out more water.
The bridge is closed.`,
		paragraphs: [
			'The river rose in the night.',
			'It may rise again if the mayor’s neighbours, Lisbon and Porto, let out more water.',
			'The bridge is closed.'
		],
		taken: [['heading', 'What comes next']]
	},
	{
		name: 'links cut out with blank lines',
		pasted: `President

Ana Pires

has told

The Daily News

that the river fell.

“It was,” she said, “like the storm of 1983

.”`,
		paragraphs: [
			'Ana Pires has told The Daily News that the river fell.',
			'“It was,” she said, “like the storm of 1983.”'
		],
		taken: [['heading', 'President']]
	},
	{
		name: 'a link that begins the paragraph',
		pasted: `The water fell again.
President
Ana Pires
's party has said nothing of the old
bridge
(built in 1901)
.`,
		paragraphs: [
			'The water fell again.',
			"President Ana Pires's party has said nothing of the old bridge (built in 1901)."
		],
		taken: []
	},
	{
		name: 'lines broken at a width, paragraphs apart',
		pasted: `The river rose by two metres in the night, and the mayor said that some
three thousand people had been told to leave their homes near the old
bridge. Fire-fighters brought 40 of them out by boat.

"It came so fast," said Ana Pires, a baker. "We had no time to save any-
thing at all."`,
		paragraphs: [
			'The river rose by two metres in the night, and the mayor said that some three thousand people had been told to leave their homes near the old bridge. Fire-fighters brought 40 of them out by boat.',
			'"It came so fast," said Ana Pires, a baker. "We had no time to save anything at all."'
		],
		taken: []
	},
	{
		name: 'lines broken at a width, no blank lines',
		pasted: `The river rose by two metres in the night, and the mayor said that some
three thousand people had been told to leave their homes near the rebel-
held bridge.
Fire-fighters brought 40 of them out by boat, and the army sent six heli-
copters from the coast to help them.
What comes next
The mayor will speak again today. The government in the capital has pro-
mised money for those who lost their homes.`,
		paragraphs: [
			'The river rose by two metres in the night, and the mayor said that some three thousand people had been told to leave their homes near the rebel-held bridge.',
			'Fire-fighters brought 40 of them out by boat, and the army sent six helicopters from the coast to help them.',
			'The mayor will speak again today. The government in the capital has promised money for those who lost their homes.'
		],
		taken: [['heading', 'What comes next']]
	},
	{
		name: 'a page with all its furniture',
		pasted: `Skip to content
Flood drives thousands from homes
By Ana Pires
The Daily News, Lisbon

27 September 2016

Image source, Getty Images
Image caption, The old bridge is under water.

Share this article

The river rose by two metres in the night.

Related: How rivers rise

The mayor said three thousand people had left.
Advertisement
They sleep in schools.

Read more
We use cookies to make this site better.
Sign up for our daily newsletter`,
		paragraphs: [
			'The river rose by two metres in the night.',
			'The mayor said three thousand people had left.',
			'They sleep in schools.'
		],
		caption: 'The old bridge is under water.',
		taken: [
			['rest', 'Skip to content'],
			['heading', 'Flood drives thousands from homes'],
			['credit', 'By Ana Pires'],
			['heading', 'The Daily News, Lisbon'],
			['credit', '27 September 2016'],
			['credit', 'Image source, Getty Images'],
			['markup', 'Image caption,'],
			['caption', 'The old bridge is under water.'],
			['rest', 'Share this article'],
			['rest', 'Related: How rivers rise'],
			['rest', 'Advertisement'],
			['rest', 'Read more'],
			['rest', 'We use cookies to make this site better.'],
			['rest', 'Sign up for our daily newsletter']
		]
	},
	{
		name: 'captions, credits and a line of the owner glued to the text',
		pasted: `A boy runs. He is nine. Photo / Getty Images
The river rose in the night.
The tents. Photograph: Ana Pires/Reuters
The mayor spoke again. (Reuters)
They sleep in schools. – (Copyright The Daily News Limited 2016)`,
		paragraphs: [
			'The river rose in the night.',
			'The mayor spoke again.',
			'They sleep in schools.'
		],
		caption: 'A boy runs. He is nine.',
		taken: [
			['caption', 'A boy runs. He is nine.'],
			['credit', 'Photo / Getty Images'],
			['caption', 'The tents.'],
			['credit', 'Photograph: Ana Pires/Reuters'],
			['credit', '(Reuters)'],
			['credit', '– (Copyright The Daily News Limited 2016)']
		]
	},
	{
		name: 'bylines and dates on lines of their own, some of them cut',
		pasted: `By
Ana Pires
and
João Reis
Tuesday 27 September 2016 18.30 BST
Sept 27, 2016, 3:15 pm
The rain began on
September 27, 2016
, when all were asleep.
Additional reporting by Tom Brown
A writer in Porto contributed to this report.
Rui Costa, Lisbon correspondent
© 2016 Daily News Group. All rights reserved.`,
		paragraphs: ['The rain began on September 27, 2016, when all were asleep.'],
		taken: [
			['credit', 'By'],
			['credit', 'Ana Pires'],
			['credit', 'and'],
			['credit', 'João Reis'],
			['credit', 'Tuesday 27 September 2016 18.30 BST'],
			['credit', 'Sept 27, 2016, 3:15 pm'],
			['credit', 'Additional reporting by Tom Brown'],
			['credit', 'A writer in Porto contributed to this report.'],
			['credit', 'Rui Costa, Lisbon correspondent'],
			['credit', '© 2016 Daily News Group. All rights reserved.']
		]
	},
	{
		name: 'Markdown',
		pasted: `---
title: Flood
---

# Who is at risk?

The *river* rose by __two metres__, [the mayor said](https://example.org/a_(b)).

> "It came so fast," said a_baker.

What is needed
==============

- Boats for the old town.
* Tents for **three** thousand people.

1. First, the bridge is closed.
2. Then the \`school\` opens.

\`\`\`
The code stays.
\`\`\`
***
See [the map][1] first.

[1]: https://example.org/map`,
		paragraphs: [
			'The river rose by two metres, the mayor said.',
			'"It came so fast," said a_baker.',
			'Boats for the old town.',
			'Tents for three thousand people.',
			'First, the bridge is closed.',
			'Then the school opens.',
			'The code stays.',
			'See the map first.'
		],
		taken: [
			['markup', '---\ntitle: Flood\n---'],
			['markup', '# '],
			['heading', 'Who is at risk?'],
			['markup', '*'],
			['markup', '*'],
			['markup', '__'],
			['markup', '__'],
			['markup', '['],
			['link', '](https://example.org/a_(b))'],
			['markup', '> '],
			['heading', 'What is needed'],
			['markup', '=============='],
			['markup', '- '],
			['markup', '* '],
			['markup', '**'],
			['markup', '**'],
			['markup', '1. '],
			['markup', '2. '],
			['markup', '`'],
			['markup', '`'],
			['markup', '```'],
			['markup', '```'],
			['markup', '***'],
			['markup', '['],
			['link', '][1]'],
			['link', '[1]: https://example.org/map']
		]
	},
	{
		name: 'links as they stand in texts',
		pasted: `https://example.org/flood?x=1
The river rose (https://example.org/a) in the night. More: www.example.org.
The site https://example.org/b was down, <https://example.org/c>.`,
		paragraphs: [
			'The river rose in the night. More: www.example.org.',
			'The site https://example.org/b was down,.'
		],
		taken: [
			['link', 'https://example.org/flood?x=1'],
			['link', '(https://example.org/a)'],
			['link', '<https://example.org/c>']
		]
	},
	{
		name: 'characters nobody sees',
		pasted:
			'\uFEFFThe gov\u00ADern\u00ADment has\u200B fled\u00A0the strong\u00AD\nhold.\n\nThe 👩‍🚀 and می‌خواهم stay\u0007.',
		paragraphs: ['The government has fled the stronghold.', 'The 👩‍🚀 and می‌خواهم stay.'],
		taken: [
			['rest', '\uFEFF'],
			['rest', '\u00AD'],
			['rest', '\u00AD'],
			['rest', '\u200B'],
			['rest', '\u00AD'],
			['rest', '\u0007']
		]
	},
	{
		name: 'short lines that are text: a list, a quotation, what is said last',
		pasted: `They brought:
- bread
- water
- ten tents
“We are tired,” said one
of them.
Share prices fell.
By Friday the river had fallen.
The end is near`,
		paragraphs: [
			'They brought:',
			'- bread',
			'- water',
			'- ten tents',
			'“We are tired,” said one of them.',
			'Share prices fell.',
			'By Friday the river had fallen.',
			'The end is near'
		],
		taken: []
	}
];
