import { describe, expect, test } from 'vitest';
import { isPersonWord } from '#lib/domain/drafting/names/person-words.ts';

describe('isPersonWord', () => {
	test.each([
		'mercenary',
		'mercenaries',
		'settlers',
		'deacon',
		'clergy',
		'co-pilot',
		'zoologist',
		'papyrologists',
		'politicians',
		'vegetarians',
		'homeowners',
		'spokeswomen',
		'festival-goers',
		'lighthouse-keeper',
		'son-in-law',
		'sister-in-law'
	])('%s are people', (word) => {
		expect(isPersonWord(word)).toBe(true);
	});

	test.each([
		'list',
		'mist',
		'wrists',
		'checklist',
		'pacemaker',
		'placeholders',
		'tower',
		'computers',
		'committee',
		'median',
		'meridian',
		'human-made',
		'newspaper',
		'record-player'
	])('%s is none', (word) => {
		expect(isPersonWord(word)).toBe(false);
	});
});
