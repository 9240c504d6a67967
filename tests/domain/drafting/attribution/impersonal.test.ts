import { describe, expect, it } from 'vitest';
import { impersonalFrom } from '#lib/domain/drafting/attribution/impersonal.ts';
import { readOne } from '../read-one.ts';

describe('impersonalFrom', () => {
	it.each<[string, string | undefined]>([
		['It is widely believed that the miners left Bonn.', 'believed'],
		['There is criticism that the council ignored Bonn.', 'criticism'],
		['The bank closed amid fears that prices would rise.', 'fears'],
		['There were claims that Anna Bell sold the boat.', 'claims'],
		['Anna Bell believed that the miners left Bonn.', undefined],
		['The miners left Bonn.', undefined],
		['The claim of Anna Bell was rejected.', undefined]
	])('%s', (text, word) => {
		const { sentence } = readOne(text);
		expect(sentence.words[impersonalFrom(sentence)]?.text).toBe(word);
	});
});
