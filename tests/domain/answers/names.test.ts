import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '#lib/domain/answers/grade-answer.ts';
import type { AnswerKey, Verdict } from '#lib/domain/answers/types.ts';
import { keyName, nameKey, namesKey } from './keys.ts';

const syria = keyName('Syria', 'country');
const russia = keyName('Russia', 'country', { aliases: ['Russian Federation'] });
const iran = keyName('Iran', 'country');
const iraq = keyName('Iraq', 'country');
const aleppo = keyName('Aleppo', 'city', { aliases: ['Halab'], partOf: [syria] });
const oldCity = keyName('Old City', 'district', {
	aliases: ['old quarter'],
	partOf: [aleppo, syria]
});
const mosque = keyName('Umayyad Mosque', 'landmark', { partOf: [oldCity, aleppo, syria] });
const nato = keyName('Nato', 'organisation', { aliases: ['North Atlantic Treaty Organization'] });
const stoltenberg = keyName('Jens Stoltenberg', 'person', {
	role: 'head of Nato in 2016',
	actsFor: nato
});
const kerry = keyName('John Kerry', 'person', { role: 'US secretary of state in 2016' });
const assad = keyName('Bashar al-Assad', 'person', {
	role: 'president of Syria in 2016',
	actsFor: syria
});
const rebels = keyName('Rebels', 'group');
const fastaqim = keyName('Fastaqim', 'group', { partOf: [rebels] });

const kimUn = keyName('Kim Jong-un', 'person');
const kimIl = keyName('Kim Jong-il', 'person');

describe('the twelve pairs of the research notes', () => {
	test.each<[string, AnswerKey, string, Verdict]>([
		['Gaddafi', nameKey(keyName('Muammar Gaddafi', 'person')), 'Qaddafi', 'right'],
		['Gaddafi', nameKey(keyName('Gaddafi', 'person')), 'Kadhafi', 'right'],
		['Hezbollah', nameKey(keyName('Hezbollah', 'group')), 'Hizbullah', 'right'],
		['Zelensky', nameKey(keyName('Zelensky', 'person')), 'Zelenskyy', 'right'],
		['Mohammed', nameKey(keyName('Mohammed Abu Rajab', 'person')), 'Muhammad Abu Rajab', 'right'],
		['Assad', nameKey(assad), 'Asad', 'right'],
		['Iran', nameKey(iran, { rivals: [iraq] }), 'Iraq', 'wrong'],
		['Iran, Iraq unknown', nameKey(iran), 'Iraq', 'wrong'],
		['North Korea', nameKey(keyName('North Korea', 'country')), 'South Korea', 'wrong'],
		['Zambia', nameKey(keyName('Zambia', 'country')), 'Gambia', 'wrong'],
		['Kim Jong-un', nameKey(kimUn, { rivals: [kimIl] }), 'Kim Jong-il', 'wrong'],
		['Kim Jong-un, his father unknown', nameKey(kimUn), 'Kim Jong-il', 'wrong'],
		['Hamas', nameKey(keyName('Hamas', 'group')), 'Hama', 'wrong']
	])('%s', (_, key, typed, verdict) => {
		expect(gradeAnswer(key, typed).verdict).toBe(verdict);
	});
});

describe('one name', () => {
	const who = nameKey(stoltenberg, {
		rivals: [kerry],
		ask: 'Who called the strikes a breach of law?'
	});
	const land = nameKey(russia, { rivals: [iran, syria] });
	const city = nameKey(aleppo, { rivals: [oldCity, keyName('Homs', 'city')], kind: 'where' });
	const accepted = nameKey(russia, { accept: ['the Kremlin'] });
	const diplomat = nameKey(keyName('Western diplomat', 'role', { aliases: ['diplomat'] }), {
		ask: 'Who said eastern Aleppo could only be taken by an atrocity?'
	});
	const arabic = namesKey([
		keyName('Russia', 'country', { aliases: ['روسيا'] }),
		keyName('Syria', 'country', { aliases: ['سوريا'] })
	]);

	test.each<[string, AnswerKey, Verdict, string]>([
		['Jens Stoltenberg', who, 'right', 'exact'],
		['jens stoltenberg.', who, 'right', 'exact'],
		['Stoltenberg', who, 'right', 'surname'],
		['Mr Stoltenberg', who, 'right', 'surname'],
		['J. Stoltenberg', who, 'right', 'particles'],
		['Jens Stoltenberg, head of Nato', who, 'right', 'carrier'],
		['It was Jens Stoltenberg', who, 'right', 'carrier'],
		['Stoltenburg', who, 'right', 'skeleton'],
		['Stoltemberg', who, 'spelling', 'typo'],
		['Jens', who, 'partly', 'given-name'],
		['Nato', who, 'partly', 'acts-for'],
		['head of Nato', who, 'partly', 'acts-for'],
		['Kerry', who, 'wrong', 'rival'],
		['Stoltenberg or Kerry', who, 'wrong', 'several'],
		['not Stoltenberg', who, 'review', 'negated'],
		['Stoltenberg on the telephone', who, 'review', 'contains'],
		['the secretary of state', nameKey(kerry), 'review', 'role'],
		['the secretary of the bank', nameKey(kerry), 'wrong', 'no-rule'],
		['Barack Obama', who, 'wrong', 'no-rule'],
		['who called the strikes', who, 'wrong', 'no-rule'],
		['Assad', nameKey(assad), 'right', 'surname'],
		['al-Assad', nameKey(assad), 'right', 'surname'],
		['AlAssad', nameKey(assad), 'right', 'surname'],
		['Bashar Assad', nameKey(assad), 'right', 'particles'],
		['President Bashar el-Asad', nameKey(assad), 'right', 'skeleton'],
		['President Assad of Syria', nameKey(assad), 'right', 'surname'],
		['the president', nameKey(assad), 'review', 'role'],
		['the president', nameKey(assad, { ask: 'Which president?' }), 'wrong', 'no-rule'],
		['Russia', land, 'right', 'exact'],
		['RUSSIAN FEDERATION', land, 'right', 'alias'],
		['Rusia', land, 'right', 'skeleton'],
		['Rossia', land, 'right', 'skeleton'],
		['Russai', land, 'right', 'skeleton'],
		['Russsla', land, 'wrong', 'no-rule'],
		['Prussia', land, 'wrong', 'no-rule'],
		['Urssia', land, 'spelling', 'typo'],
		['ussia', land, 'wrong', 'no-rule'],
		['Sudan', nameKey(keyName('Sudan', 'country')), 'right', 'exact'],
		['South Sudan', nameKey(keyName('Sudan', 'country')), 'wrong', 'rival'],
		['Austria', nameKey(keyName('Australia', 'country')), 'wrong', 'rival'],
		['Austria', nameKey(keyName('Austria', 'country')), 'right', 'exact'],
		['syra', nameKey(syria, { rivals: [iran, iraq] }), 'spelling', 'typo'],
		['Syira', nameKey(syria, { rivals: [iran, iraq] }), 'spelling', 'typo'],
		['Styria', nameKey(syria), 'wrong', 'no-rule'],
		['Iarn', nameKey(iran, { rivals: [iraq] }), 'spelling', 'typo'],
		['Irn', nameKey(iran, { rivals: [iraq] }), 'wrong', 'no-rule'],
		['Mail', nameKey(keyName('Mali', 'country')), 'wrong', 'no-rule'],
		['Rajub', nameKey(keyName('Mohammed Abu Rajab', 'person')), 'wrong', 'no-rule'],
		['Rajoub', nameKey(keyName('Mohammed Abu Rajab', 'person')), 'wrong', 'no-rule'],
		['Ragab', nameKey(keyName('Mohammed Abu Rajab', 'person')), 'wrong', 'no-rule'],
		['Iran', land, 'wrong', 'rival'],
		['Russia and Iran', land, 'wrong', 'several'],
		['the Kremlin', accepted, 'right', 'alias'],
		['Halab', city, 'right', 'alias'],
		['in Aleppo', city, 'right', 'particles'],
		['Alepo', city, 'right', 'skeleton'],
		['Alepoo', city, 'right', 'skeleton'],
		['Alleppo', city, 'right', 'skeleton'],
		['Aleppp', city, 'spelling', 'typo'],
		['Syria', city, 'wrong', 'too-wide'],
		['Aleppo, Syria', city, 'right', 'exact'],
		['the Old City', city, 'partly', 'part-of'],
		['the old quarter of Aleppo', city, 'partly', 'part-of'],
		['Homs', city, 'wrong', 'rival'],
		['a Western diplomat', diplomat, 'right', 'exact'],
		['the eastern diplomat', diplomat, 'wrong', 'veto'],
		['diplomat', diplomat, 'right', 'alias'],
		['Hamdu', nameKey(keyName('Abdulkafi al-Hamdo', 'person')), 'right', 'skeleton'],
		['Hamdi', nameKey(keyName('Abdulkafi al-Hamdo', 'person')), 'wrong', 'no-rule'],
		['روسيا وسوريا', arabic, 'right', 'names'],
		['روسيا', arabic, 'partly', 'names']
	])('%s', (typed, key, verdict, rule) => {
		expect(gradeAnswer(key, typed)).toMatchObject({ verdict, rule });
	});
});

describe('what is told', () => {
	test('who a wrong name is', () => {
		expect(gradeAnswer(nameKey(stoltenberg, { rivals: [kerry] }), 'Kerry').tell).toEqual({
			code: 'is-someone',
			name: 'John Kerry',
			role: 'US secretary of state in 2016'
		});
	});

	test('that a place is right but wide, unless the question names it', () => {
		const wide = { code: 'wider-place', typed: 'Aleppo', within: 'Aleppo' };
		expect(gradeAnswer(nameKey(mosque, { kind: 'where' }), 'Aleppo')).toMatchObject({
			verdict: 'partly',
			tell: wide
		});
		const asked = nameKey(mosque, { kind: 'where', ask: 'Which landmark of Aleppo was near?' });
		expect(gradeAnswer(asked, 'Aleppo')).toMatchObject({ verdict: 'wrong', tell: wide });
		expect(gradeAnswer(asked, 'old quarter')).toMatchObject({ verdict: 'partly' });
	});

	test('whom somebody acts for, both ways, and of which group a group is', () => {
		const putin = keyName('Vladimir Putin', 'person', { actsFor: russia });
		const partly = (name: string) => ({ verdict: 'partly', tell: { code: 'acts-for', name } });
		expect(gradeAnswer(nameKey(putin), 'Russia')).toMatchObject(partly('Russia'));
		const state = nameKey(russia, { rivals: [putin] });
		expect(gradeAnswer(state, 'Putin')).toMatchObject(partly('Vladimir Putin'));
		expect(gradeAnswer(nameKey(fastaqim), 'rebels')).toMatchObject(partly('Rebels'));
	});
});

describe('rivals', () => {
	const hafez = keyName('Hafez al-Assad', 'person');
	const homs = keyName('Homs', 'city');

	test('a surname that two share is partly right, the whole name right or wrong', () => {
		const key = nameKey(assad, { rivals: [hafez] });
		expect(gradeAnswer(key, 'Assad')).toMatchObject({ verdict: 'partly', rule: 'shared-surname' });
		expect(gradeAnswer(key, 'Bashar Assad').verdict).toBe('right');
		expect(gradeAnswer(key, 'Hafez Assad').verdict).toBe('wrong');
	});

	test('a slip that is as near to a rival is vetoed', () => {
		const key = nameKey(keyName('Slovakia', 'country'), {
			rivals: [keyName('Slovenia', 'country')]
		});
		expect(gradeAnswer(key, 'Slovakja').verdict).toBe('spelling');
		const near = nameKey(keyName('Marawia', 'city'), { rivals: [keyName('Marewia', 'city')] });
		expect(gradeAnswer(near, 'Marwia')).toMatchObject({ verdict: 'wrong', rule: 'veto' });
	});

	test('a sound that two share goes to the nearer one', () => {
		const key = nameKey(keyName('Hims', 'city'), { rivals: [homs] });
		expect(gradeAnswer(key, 'Homs').verdict).toBe('wrong');
		expect(gradeAnswer(key, 'Hums')).toMatchObject({ verdict: 'wrong', rule: 'rival' });
		const salim = nameKey(keyName('Salim', 'person'), { rivals: [keyName('Selim', 'person')] });
		expect(gradeAnswer(salim, 'Salem').verdict).toBe('right');
		expect(gradeAnswer(salim, 'Silem')).toMatchObject({ verdict: 'wrong', rule: 'veto' });
	});

	test('a near miss the author foresaw is told first', () => {
		const key = nameKey(iran, {
			not: [{ text: 'Iraq', why: 'Iraq sends troops.' }],
			rivals: [iraq]
		});
		expect(gradeAnswer(key, 'iraq')).toMatchObject({
			verdict: 'wrong',
			tell: { code: 'near-miss', why: 'Iraq sends troops.' }
		});
	});
});

describe('countries', () => {
	const shown = new Intl.DisplayNames(['en'], { type: 'region' });
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	const codes = letters.flatMap((one) => letters.map((other) => one + other));
	const countries = codes.map((code) => shown.of(code) ?? code).filter((name) => name.length > 2);

	test('there are some two hundred', () => {
		expect(countries.length).toBeGreaterThan(200);
	});

	test('none passes for another', () => {
		const passed = countries.flatMap((country) => {
			const key = nameKey(keyName(country, 'country'));
			return countries
				.filter((other) => other !== country && gradeAnswer(key, other).credit === 1)
				.map((other) => `${other} for ${country}`);
		});
		expect(passed).toEqual([]);
	});
});

describe('several names', () => {
	const key = namesKey([russia, iran], {
		rivals: [iraq, syria],
		accept: ['both allies', 'Russian and Iranian']
	});
	test.each<[string, Verdict, number | undefined]>([
		['Russia and Iran', 'right', undefined],
		['Iran, Russia', 'right', undefined],
		['Iran & Russia', 'right', undefined],
		['russia iran', 'right', undefined],
		['It was Russia and also Iran?', 'review', undefined],
		['both Russia and Iran', 'review', undefined],
		['both allies', 'right', undefined],
		['both alies', 'spelling', undefined],
		['Russian and Irainan', 'spelling', undefined],
		['Russian and Iraqi', 'partly', 1],
		["Russia's and Iran's", 'right', undefined],
		['Rusia and Iran', 'right', undefined],
		['the Russian Federation; Iran', 'right', undefined],
		['Russia', 'partly', 1],
		['Iran', 'partly', 1],
		['Russia and Iraq', 'partly', 1],
		['Russia, Iran and Iraq', 'partly', 2],
		['Russia and something else', 'partly', 1],
		['Iraq', 'wrong', undefined],
		['Iraq and Syria', 'wrong', undefined],
		['nobody', 'wrong', undefined]
	])('%s: %s', (typed, verdict, count) => {
		const mark = gradeAnswer(key, typed);
		expect(mark.verdict).toBe(verdict);
		if (count) expect(mark.tell).toEqual({ code: 'one-of', right: count, of: 2 });
	});
});
