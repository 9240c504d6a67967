import { describe, expect, it } from 'vitest';
import { labelled, withoutLabel } from '#lib/domain/drafting/attribution/without-label.ts';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { readSentences } from '#lib/domain/drafting/words/read-sentences.ts';
import { readReport } from '#lib/domain/drafting/read-report.ts';

describe('labelled', () => {
	it.each<[string, string, (string | undefined)[]]>([
		['initials, to the end of the paragraph', 'AB: I left. It rained.', ['AB', 'AB']],
		['the next paragraph is nobody’s', 'AB: I left.\nIt rained.', ['AB', undefined]],
		['a name that speaks again', 'Ann Bell: I left.\nAnn Bell: I ran.', ['Ann Bell', 'Ann Bell']],
		['a heading', 'Breaking News: the bridge fell.', [undefined]],
		['question and answer', 'Q: Who left?\nA: She left.', [undefined, undefined]],
		['a colon in a sentence', 'He said one thing: it rained.', [undefined]]
	])('%s', (_, text, speakers) => {
		expect(labelled(readSentences(text))).toEqual(speakers);
	});
});

describe('withoutLabel', () => {
	it.each([
		['AB: I left.', 'I left .'],
		['Ann Bell: I left.', 'I left .'],
		['He said one thing: it rained.', 'He said one thing : it rained .']
	])('%s', (text, words) => {
		const [sentence] = readSentences(text).map(withoutLabel);
		expect(sentence?.words.map((word) => word.text).join(' ')).toBe(words);
	});
});

describe('an interview', () => {
	const asked = (text: string) => draftQuestions({ text }).drafts.map(({ question }) => question);

	it.each<[string, RegExp]>([
		['AB: We found ice on the comet near Bonn in 2012.', /did AB find ice/],
		['AB: My student Carl Dorn wrote a program in Bonn.', /What did AB['’]s student/],
		['AB: The army of Norway left Bonn in 1950.', /According to AB, who left Bonn in 1950/]
	])('says whose words they are: %s', (text, wanted) => {
		const all = asked(text).join('\n');
		expect(all).toMatch(wanted);
		expect(all).not.toMatch(/\b(?:I|we|my|our)\b/i);
	});

	it('does not make one of many', () => {
		const [reading] = readReport('AB: We have a medal of gold in Bonn.', {});
		expect(reading?.replacements).toEqual([]);
	});
});
