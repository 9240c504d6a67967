import { describe, expect, test } from 'vitest';
import { readDates } from '#lib/domain/drafting/dates/read-dates.ts';
import { readSentences } from '#lib/domain/drafting/words/read-sentences.ts';

/** The sentence with its times told by the calendar; what cannot be told stands in brackets. */
function told(text: string, date?: string): string {
	return readSentences(text)
		.flatMap((sentence) => {
			const dates = readDates(sentence, date);
			return sentence.words.map((word, at) => {
				const found = dates.find(({ first, last }) => at >= first && at <= last);
				if (!found) return word.text;
				return at === found.first ? (found.absolute ?? `[${word.text}]`) : '';
			});
		})
		.filter((word) => word !== '')
		.join(' ');
}

/** A Saturday. */
const DATE = '2016-09-24';

describe('readDates', () => {
	test.each([
		['The attack began on Thursday.', 'The attack began on 22 September 2016 .'],
		['It burned for the past five days.', 'It burned for [the] .'],
		['The attack began Thursday.', 'The attack began on 22 September 2016 .'],
		[
			'The attack began last Thursday night.',
			'The attack began on the night of 22 September 2016 .'
		],
		['The attack began on Saturday.', 'The attack began on 24 September 2016 .'],
		['The attack began last Saturday.', 'The attack began on 17 September 2016 .'],
		['The talks will begin on Monday.', 'The talks will begin on 26 September 2016 .'],
		['Two men were hurt yesterday.', 'Two men were hurt on 23 September 2016 .'],
		['Blasts went on all of yesterday.', 'Blasts went on all of 23 September 2016 .'],
		['Yesterday two men were hurt.', 'On 23 September 2016 two men were hurt .'],
		[
			'The town has been cut off since Friday.',
			'The town has been cut off since 23 September 2016 .'
		],
		[
			'The Sunday incident is being looked into.',
			'The 18 September 2016 incident is being looked into .'
		],
		['The bridge closed last month.', 'The bridge closed in August 2016 .'],
		['The bridge closed earlier this year.', 'The bridge closed in 2016 .'],
		['The bridge closed three days ago.', 'The bridge closed on 21 September 2016 .'],
		['The bridge closed two months ago.', 'The bridge closed in July 2016 .'],
		['The bridge closed ten years ago.', 'The bridge closed in 2006 .'],
		['The bridge closed last week.', 'The bridge closed [last] .'],
		['Today, the bridge is a museum.', 'Today , the bridge is a museum .'],
		['The bridge closed in 2012.', 'The bridge closed in 2012 .']
	])('%s', (text, expected) => {
		expect(told(text, DATE)).toBe(expected);
	});

	test.each([[undefined], ['2016'], ['2016-13-40'], ['soon']])(
		'flags without a day: %s',
		(date) => {
			expect(told('Two men were hurt yesterday, and one on Thursday.', date)).toBe(
				'Two men were hurt [yesterday] , and one on [Thursday] .'
			);
		}
	);

	test('crosses the turn of the year', () => {
		expect(told('It began last month.', '2017-01-03')).toBe('It began in December 2016 .');
		expect(told('It began on Friday.', '2017-01-03')).toBe('It began on 30 December 2016 .');
	});
});
