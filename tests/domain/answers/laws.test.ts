import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '#lib/domain/answers/grade-answer.ts';
import { LONGEST_ANSWER, readTyped } from '#lib/domain/answers/grading.ts';
import type { AnswerKey } from '#lib/domain/answers/types.ts';
import { keyName, nameKey, namesKey, quantityKey, textKey } from './keys.ts';

const russia = keyName('Russia', 'country', { aliases: ['Russian Federation', 'the Russians'] });
const iran = keyName('Iran', 'country', { aliases: ['Islamic Republic of Iran'] });
const kerry = keyName('John Kerry', 'person', { role: 'US secretary of state' });
const keys: AnswerKey[] = [
	nameKey(kerry, { rivals: [russia, iran, 'a diplomat'] }),
	namesKey([russia, iran], { rivals: [kerry] }),
	textKey('To the south', { accept: ['southwards'], rivals: ['To the north'] }),
	quantityKey('about 70 people', { accept: ['three score and ten'], rivals: ['40 buildings'] })
];
const CREDITS = { right: 1, spelling: 1, partly: 0.5, review: 'undecided', wrong: 0 };

const fragments = fc.constantFrom(
	...'russia,iran,kerry,john,not,and,the,south,north,about,70,people,-,to,15,000,%,half,of,a,million,buildings,was'.split(
		','
	)
);
const typedTexts = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string(),
	fc.array(fragments, { maxLength: 30 }).map((list) => list.join(' '))
);

describe('gradeAnswer', () => {
	test('is total and deterministic, and its credit follows from its verdict', () => {
		fc.assert(
			fc.property(fc.constantFrom(...keys), typedTexts, (key, typed) => {
				const mark = gradeAnswer(key, typed);
				expect(mark.credit).toBe(CREDITS[mark.verdict]);
				expect(mark.rule).not.toBe('');
				expect(gradeAnswer(structuredClone(key), typed)).toEqual(mark);
			}),
			{ numRuns: 200 }
		);
	});

	test('every name, alias and accepted wording is right, in any case and with any punctuation around', () => {
		const word = fc.stringMatching(/^[a-zé]{2,9}$/);
		const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
		fc.assert(
			fc.property(phrase, fc.array(phrase, { maxLength: 4 }), (text, aliases) => {
				const all = [
					nameKey(keyName(text, 'person', { aliases })),
					nameKey(keyName(text, 'organisation'), { accept: aliases }),
					textKey(text, { accept: aliases })
				];
				for (const key of all) {
					for (const typed of [text, ...aliases]) {
						expect(gradeAnswer(key, ` ${typed.toUpperCase()}. `).verdict).toBe('right');
					}
				}
			})
		);
	});

	test.each([
		['10 kB of one letter', 'a'.repeat(10_000)],
		['10 kB of digits', '9'.repeat(10_000)],
		['10 kB of separators', '1,'.repeat(5000)],
		['10 kB of number words', 'hundred '.repeat(1250)],
		['10 kB of names', 'russia iran '.repeat(850)],
		['10 kB of near names', 'russla kery '.repeat(850)],
		['marks on marks', 'e\u0301\u0301'.repeat(4000)],
		['letters that unfold', 'ﷺ'.repeat(4000)],
		['half a surrogate', '\ud800'.repeat(4000)],
		['signs that unfold to words', '&'.repeat(10_000)],
		['hedges', 'about more than '.repeat(600)]
	])('looks at no more than the start of %s', (_, typed) => {
		const { raw, text, key, bare, words } = readTyped(typed);
		const lengths = [raw, text, key, bare].map(({ length }) => length);
		expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_ANSWER);
		expect(words.length).toBeLessThanOrEqual(LONGEST_ANSWER / 2);
		for (const one of keys) {
			expect(gradeAnswer(one, typed)).toEqual(gradeAnswer(one, typed.slice(0, LONGEST_ANSWER)));
		}
	});
});
