import { describe, expect, test } from 'vitest';
import { looseDate } from '#lib/domain/drafting/dates/loose-dates.ts';
import { readDates } from '#lib/domain/drafting/dates/read-dates.ts';
import { readSentences } from '#lib/domain/drafting/words/read-sentences.ts';

/** The words of the sentence's first time that it is whole without. */
function looseIn(text: string): string | undefined {
	const [sentence] = readSentences(text);
	const [date] = sentence ? readDates(sentence, undefined) : [];
	const loose = sentence && date && looseDate(sentence, date);
	return (
		loose &&
		sentence.words
			.slice(loose.first, loose.last + 1)
			.map(({ text: word }) => word)
			.join(' ')
	);
}

describe('looseDate', () => {
	test.each([
		['The council voted on Tuesday to close the port.', 'on Tuesday'],
		['The council voted Tuesday to close the port.', 'Tuesday'],
		['Two men were hurt yesterday.', 'yesterday'],
		['Voters in Ost approved the plan last week.', 'last week'],
		['The team lost to Norland earlier today at the Dome.', 'earlier today'],
		['A fire broke out in the mill on Monday evening, police said.', 'on Monday evening'],
		['The ship left port three days ago.', 'three days ago'],
		['Two men were hurt yesterday and four boats sank.', 'yesterday']
	])('%s', (text, expected) => expect(looseIn(text)).toBe(expected));

	test.each([
		'The town has been cut off since Friday.',
		'Sunday was the warmest day.',
		"Yesterday's storm broke two trees.",
		'The strike began between Monday and Wednesday.',
		'The vote is on Thursday.',
		'They met yesterday and today.',
		'Prices rose by the end of last year.'
	])('keeps the time of: %s', (text) => expect(looseIn(text)).toBeUndefined());
});
