import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { expectSound, textOf } from './expect-sound.ts';

const REPORT = `Anna Bell, the mayor of Bonn, opened the new bridge on Monday.
About 70 people were hurt in Lyon, France, said Carl Dorn, a doctor at the city hospital.`;

const PIECES = [
	'Anna Bell',
	'said',
	'that',
	'the',
	'bridge',
	'in Bonn',
	',',
	'.',
	'“',
	'”',
	'"',
	'who',
	'and',
	'were',
	'killed',
	'70',
	'people',
	"'s",
	'(',
	')',
	'Monday',
	'to',
	'by',
	'making',
	'\n',
	'–',
	';',
	'had been',
	'of',
	'France'
];

describe('draftQuestions', () => {
	it('drafts on who, what, where and how many', () => {
		const { drafts, problems } = draftQuestions({ text: REPORT });
		expect(problems).toEqual([]);
		expect(drafts.map((draft) => `${draft.question} ${textOf(draft)}`)).toEqual(
			expect.arrayContaining([
				'What did Anna Bell open? the new bridge',
				'In which country is Lyon? France'
			])
		);
		expectSound(REPORT, drafts);
	});

	it('keeps source and standing of what is only claimed', () => {
		const drafts = draftQuestions({ text: REPORT }).drafts.filter(
			({ kind }) => kind === 'how-many'
		);
		expect(
			drafts.map(({ source, standing, question }) => ({ source, standing, question }))
		).toEqual([
			{
				source: 'Carl Dorn',
				standing: 'claimed',
				question: expect.stringMatching(/^According to Carl Dorn, how many people were hurt/)
			}
		]);
	});

	it.each([
		['nothing', '', 'empty'],
		['white space', ' \n\t ', 'empty'],
		['one word', 'Bonn', 'too-short'],
		['digits', '1'.repeat(1_000_000), 'too-long'],
		['Hebrew', 'ראש העיר פתח את הגשר החדש ביום שני בבוקר', 'not-english'],
		['Russian', 'Мэр города открыла новый мост в понедельник утром', 'not-english']
	])('says why %s gives no drafts', (_, text, code) => {
		expect(draftQuestions({ text })).toEqual({ drafts: [], problems: [{ code }] });
	});

	it('is told how far it is, to the end', () => {
		const told: string[] = [];
		draftQuestions({ text: REPORT }, {}, (done, of) => told.push(`${done}/${of}`));
		expect(told).toEqual(['0/2', '1/2', '2/2']);
	});

	it('gives the same drafts for the same text, spans for answers, and throws on nothing', () => {
		const words = fc
			.array(fc.constantFrom(...PIECES), { maxLength: 40 })
			.map((list) => list.join(' '));
		fc.assert(
			fc.property(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 120 })), (text) => {
				const { drafts } = draftQuestions({ text });
				expectSound(text, drafts);
				expect(draftQuestions({ text }).drafts).toEqual(drafts);
			}),
			{ numRuns: 40 }
		);
	}, 30_000);

	it('gives the same drafts of a paragraph whatever length of text stands behind it', () => {
		const filler = 'The weather was good. '.repeat(40);
		const own = (text: string) =>
			draftQuestions({ text })
				.drafts.filter(({ paragraph }) => paragraph < 2)
				.map(({ question }) => question)
				.sort();
		expect(own(`${REPORT}\n${filler}`)).toEqual(own(REPORT));
	});
});
