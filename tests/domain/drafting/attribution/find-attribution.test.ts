import { describe, expect, test } from 'vitest';
import { findAttribution } from '#lib/domain/drafting/attribution/find-attribution.ts';
import type { WordRange } from '#lib/domain/drafting/types.ts';
import { readSentences } from '#lib/domain/drafting/words/read-sentences.ts';

/** Who says it and what is said: "source | claim". */
function attributed(text: string): string {
	const [sentence] = readSentences(text);
	const found = sentence && findAttribution(sentence);
	if (!sentence || !found) return '';
	const cut = ({ first, last }: WordRange) =>
		text.slice(sentence.words[first]?.start, sentence.words[last]?.end);
	return `${cut(found.source)} | ${cut(found.claim)}`;
}

/** A sentence, its source, its claim. */
const KEPT: [string, string, string][] = [
	['The mayor said the bridge was closed.', 'The mayor', 'the bridge was closed'],
	['The mayor said that the bridge was closed.', 'The mayor', 'the bridge was closed'],
	['Police say two men were arrested on Friday.', 'Police', 'two men were arrested on Friday'],
	[
		'Officials said about 40 houses had burned down.',
		'Officials',
		'about 40 houses had burned down'
	],
	['“The bridge is closed,” the mayor said.', 'the mayor', 'The bridge is closed'],
	['“The bridge is closed,” said the mayor.', 'the mayor', 'The bridge is closed'],
	[
		'"The bridge is closed," said Ann Miller, a farmer from the valley.',
		'Ann Miller',
		'The bridge is closed'
	],
	['"We lost everything," Ann Miller told reporters.', 'Ann Miller', 'We lost everything'],
	['"We lost everything," she added.', 'she', 'We lost everything'],
	[
		'"Where will they go?" asked nobody, but "They have no home," said the priest.',
		'the priest',
		'They have no home'
	],
	['The bridge was closed, the mayor said.', 'the mayor', 'The bridge was closed'],
	['The bridge was closed, said the mayor.', 'the mayor', 'The bridge was closed'],
	[
		'The bridge was closed on Monday, officials said.',
		'officials',
		'The bridge was closed on Monday'
	],
	['According to the mayor, the bridge was closed.', 'the mayor', 'the bridge was closed'],
	['The bridge was closed, according to the mayor.', 'the mayor', 'The bridge was closed'],
	[
		'The fire destroyed 40 houses, according to the Red Cross.',
		'the Red Cross',
		'The fire destroyed 40 houses'
	],
	[
		'According to a report by the bank, prices rose last year.',
		'a report',
		'prices rose last year'
	],
	['In the words of the coach, the match was lost early.', 'the coach', 'the match was lost early'],
	[
		'The minister told parliament that the road would be built.',
		'The minister',
		'the road would be built'
	],
	[
		'The minister told the Daily Mirror that the road would be built.',
		'The minister',
		'the road would be built'
	],
	[
		'The minister told reporters the road would be built.',
		'The minister',
		'the road would be built'
	],
	[
		'Ann Miller, the mayor of Milltown, said the bridge was closed.',
		'Ann Miller',
		'the bridge was closed'
	],
	[
		'Doctors, who have worked all week, say beds are running out.',
		'Doctors',
		'beds are running out'
	],
	['In Milltown, the mayor said the bridge was closed.', 'the mayor', 'the bridge was closed'],
	[
		'On Tuesday, a spokesman for the army said three soldiers had died.',
		'a spokesman for the army',
		'three soldiers had died'
	],
	[
		'A spokeswoman for the airline said that no one was hurt.',
		'A spokeswoman for the airline',
		'no one was hurt'
	],
	[
		'The relief group known as the Blue Vests said six people were missing.',
		'The relief group known as the Blue Vests',
		'six people were missing'
	],
	[
		'The company said in a statement that it would close two factories.',
		'The company',
		'it would close two factories'
	],
	[
		'The company said on Monday that it would close two factories.',
		'The company',
		'it would close two factories'
	],
	[
		'The company said on Monday it would close two factories.',
		'The company',
		'it would close two factories'
	],
	['The president has said that the law must change.', 'The president', 'the law must change'],
	['The president also said taxes would rise.', 'The president', 'taxes would rise'],
	[
		'Scientists believe the lake was formed by a meteorite.',
		'Scientists',
		'the lake was formed by a meteorite'
	],
	['Experts think that the painting is a copy.', 'Experts', 'the painting is a copy'],
	[
		'The bank estimates that prices will rise by 3 per cent.',
		'The bank',
		'prices will rise by 3 per cent'
	],
	['The charity estimated that 2,000 people had fled.', 'The charity', '2,000 people had fled'],
	[
		'Forecasters predict that the storm will reach the coast by noon.',
		'Forecasters',
		'the storm will reach the coast by noon'
	],
	['The army claimed it had taken the airport.', 'The army', 'it had taken the airport'],
	[
		'The rebels claimed that they had shot down a helicopter.',
		'The rebels',
		'they had shot down a helicopter'
	],
	[
		'Her lawyer argued that the police had broken the law.',
		'Her lawyer',
		'the police had broken the law'
	],
	[
		'The study found that children sleep less than they did.',
		'The study',
		'children sleep less than they did'
	],
	[
		'The report shows that the dam was never inspected.',
		'The report',
		'the dam was never inspected'
	],
	[
		'State television reported that the plane had landed safely.',
		'State television',
		'the plane had landed safely'
	],
	[
		'The newspaper reported there were four survivors.',
		'The newspaper',
		'there were four survivors'
	],
	['Peter Hall warned that the ice was thin.', 'Peter Hall', 'the ice was thin'],
	['The union announced that the strike was over.', 'The union', 'the strike was over'],
	['Mr Hall denied that he had taken the money.', 'Mr Hall', 'he had taken the money'],
	['The club confirmed that its manager had left.', 'The club', 'its manager had left'],
	['Witnesses said they heard two loud bangs.', 'Witnesses', 'they heard two loud bangs'],
	['The pilot said: "I saw the lights too late."', 'The pilot', 'I saw the lights too late'],
	['Maria Lopez tweeted: "The team is safe."', 'Maria Lopez', 'The team is safe'],
	['The pilot said, "I saw the lights too late."', 'The pilot', 'I saw the lights too late'],
	['“I saw the lights,” said the pilot, “but it was too late.”', 'the pilot', 'I saw the lights'],
	['“I saw the lights,” the pilot told the court on Friday.', 'the pilot', 'I saw the lights'],
	[
		'The minister was quoted as saying that the talks had failed.',
		'The minister',
		'the talks had failed'
	],
	['He said the talks had failed.', 'He', 'the talks had failed'],
	[
		'But the minister insisted that the talks would go on.',
		'the minister',
		'the talks would go on'
	],
	['The village was empty, residents told the BBC.', 'residents', 'The village was empty'],
	[
		'Activists in the city say the hospital was hit twice.',
		'Activists in the city',
		'the hospital was hit twice'
	],
	[
		'The head of the fire brigade, John Hall, said the cause was not known.',
		'The head of the fire brigade, John Hall',
		'the cause was not known'
	]
];

/** The report's own voice. */
const NONE = [
	'The bridge was closed on Monday.',
	'The mayor closed the bridge.',
	'The army told its soldiers to leave.',
	'He is said to be in Paris.',
	'The mayor did not say when it would open.',
	'The claims were rejected by the court.',
	'She added two eggs to the bowl.',
	'The report was published on Friday.',
	'The group claimed responsibility for the attack.',
	'Workers found a coin that was made in Rome.'
];

describe('findAttribution', () => {
	test('keeps source and claim of sixty sentences in nine of ten', () => {
		expect(KEPT).toHaveLength(60);
		const lost = KEPT.filter(
			([text, source, claim]) => attributed(text) !== `${source} | ${claim}`
		).map(([text]) => `${text} → ${attributed(text)}`);
		console.info(`attribution: ${String(60 - lost.length)} of 60 kept`, lost);
		expect(lost.length).toBeLessThanOrEqual(6);
	});

	test.each(NONE)('finds nobody: %s', (text) => {
		expect(attributed(text)).toBe('');
	});

	test.each([
		[
			'The mine was closed in May; according to the owner, it had flooded.',
			'the owner | it had flooded'
		],
		[
			'According to the mayor, Ann Miller, the bridge fell in 1950.',
			'the mayor | the bridge fell in 1950'
		]
	])('a source holds for what follows it: %s', (text, expected) => {
		expect(attributed(text)).toBe(expected);
	});

	test('keeps a source whose noun looks like a verb', () => {
		expect(
			attributed('According to the works of the historian Ann Miller, the bridge fell in 1950.')
		).toContain('the works of the historian Ann Miller | the bridge fell in 1950');
	});
});
