import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldKey } from '#lib/text/fold.ts';

describe('fold', () => {
	test.each([
		['case', 'RuSSia', 'russia'],
		['Latin diacritics', 'Médecins Sans Frontières', 'medecins sans frontieres'],
		[
			'Latin letters of their own',
			'Łódź, Straße, Ærø, Đorđe, Þór, Malħa',
			'lodz, strasse, aero, dorde, thor, malha'
		],
		['the Turkish capital with a dot', 'İstanbul, Diyarbakır', 'istanbul, diyarbakir'],
		['Cyrillic keeps its letters', 'Київ, край', 'київ, край'],
		['harakat, tatweel, alef and ya', 'بَشَّار الأسـد مصطفى', 'بشار الاسد مصطفي'],
		['Farsi letters', 'علی کرمان', 'علي كرمان'],
		['quotes', '‘a’ “b” ʿAli', "'a' \"b\" 'ali"],
		['a Greek accent that becomes a quote', '\u1fef', "'"],
		['hyphens', 'a‐b–c—d−e', 'a-b-c-d-e'],
		['spaces', '\u00a0 a\u2009\tb\n ', 'a b'],
		['format characters', 'a\u200bb\u00adc\ufeff', 'abc'],
		['width and ligatures', 'ＵＮ ﬁre', 'un fire'],
		['digits of other scripts', '٢٥٠ ۱۲ ५', '250 12 5']
	])('%s', (_, text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	test('changes nothing the second time', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
			{ numRuns: 300 }
		);
	});
});

describe('foldKey', () => {
	test.each([
		['a leading article', 'The White Helmets', 'white helmets'],
		['an article alone', 'The', 'the'],
		['points of an abbreviation', 'U.N.', 'un'],
		['a possessive', "Syria's and Russia's", 'syria and russia'],
		['an apostrophe inside', "Shi'ite", 'shiite'],
		['punctuation', 'Bashar al-Assad!', 'bashar al assad'],
		['an ampersand', 'Russia & Iran', 'russia and iran'],
		['per cent and currency stay', '$5, 50%', '$5 50%']
	])('%s', (_, text, key) => {
		expect(foldKey(text)).toBe(key);
	});
});
