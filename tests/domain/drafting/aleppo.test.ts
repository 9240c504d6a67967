import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { expectOwnNames, expectSound, textOf } from './expect-sound.ts';

const shared = process.env.RECOUNT_SHARED;
if (!shared) console.info('RECOUNT_SHARED is not set: no drafts are made of the two reports.');

/** What a good draft asks, by words that its question has, and its answer. */
type Wanted = [asks: string, answer: string];

const WANTED: [string, Wanted[]][] = [
	[
		'aleppo-bombardment',
		[
			['who secretary of state', 'John Kerry'],
			['position John Kerry', 'US secretary of state'],
			['White Helmets how many buildings destroyed Aleppo', '40'],
			['who only way to take eastern Aleppo', 'a western diplomat'],
			['which city split between rebels regime forces', 'Aleppo'],
			['battered Aleppo fiercest bombardment', 'Warplanes'],
			['rebel-held eastern districts of Aleppo under siege', 'Government forces']
		]
	],
	[
		'aleppo-ground-assault',
		[
			['who head of Nato', 'Jens Stoltenberg'],
			['who Jens Stoltenberg', 'the head of Nato'],
			['who spokesman Fastaqim rebel group', 'Ammar al-Sakka'],
			['which country military might behind Syrian regime recapture Aleppo', 'Russia'],
			['what would a defeat for the rebels in Aleppo deal to the opposition', 'a knockout blow'],
			['who all-out ground assault rebel-held east Aleppo', 'Syrian government forces'],
			['who regime cowardly in battle', 'Abdulkafi al-Hamdo'],
			['Russia throw behind Syrian regime recapture Aleppo', 'its military might'],
			['who thought to number 15,000-20,000 Aleppo', 'The Syrian army'],
			['how many troops Russia Iran Iraq Syrian army bolstered', 'tens of thousands']
		]
	]
];

describe.skipIf(!shared)('draftQuestions on the two reports', () => {
	const read = (name: string) => readFileSync(join(shared ?? '', 'reports', `${name}.txt`), 'utf8');

	it.each(WANTED)('%s: sound drafts, more than three a hundred words', (name) => {
		const text = read(name);
		const { drafts, problems } = draftQuestions({ text });
		expect(problems).toEqual([]);
		expectSound(text, drafts);
		expectOwnNames(text, drafts);
		expect((100 * drafts.length) / text.split(/\s+/u).length).toBeGreaterThan(3);
		expect(new Set(drafts.map(({ question }) => question)).size).toBe(drafts.length);
	});

	it.each(WANTED)('%s: what a reader found good', (name, wanted) => {
		const { drafts } = draftQuestions({ text: read(name) });
		const missing = wanted.filter(([asks, answer]) => {
			const words = asks.toLowerCase().split(' ');
			return !drafts.some(
				(draft) =>
					textOf(draft) === answer &&
					words.every((word) => draft.question.toLowerCase().includes(word))
			);
		});
		expect(missing).toEqual([]);
	});

	it.each(WANTED)('%s: the source of a claim is named or asked for', (name) => {
		const { drafts } = draftQuestions({ text: read(name) });
		const claimed = drafts.filter(({ standing, source }) => standing === 'claimed' && source);
		expect(claimed.length).toBeGreaterThan(0);
		for (const { question, source = '', rule } of claimed) {
			expect(question.includes(source) || rule === 'speaker', question).toBe(true);
		}
	});
});
