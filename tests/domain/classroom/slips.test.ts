import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pupilToken, pupilTokens, readSlipCode, slipCode } from '#lib/domain/classroom/slips.ts';
import { ASSIGNMENT, CLASS, codeOf, valueOf } from './samples.ts';

const secret = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
const owner = { classId: CLASS, no: 17 };
const code = await slipCode(crypto, { ...owner, secret, slip: 1 });
const codesOf = (nos: number[]) =>
	Promise.all(nos.map((no) => slipCode(crypto, { classId: CLASS, no, slip: 1, secret })));

describe('slip codes', () => {
	test('are eight letters that can be told apart', () => {
		expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
	});

	test('are others for another number, slip, class or secret', async () => {
		const others = await Promise.all([
			slipCode(crypto, { ...owner, secret, slip: 2 }),
			slipCode(crypto, { ...owner, no: 18, secret, slip: 1 }),
			slipCode(crypto, { ...owner, classId: ASSIGNMENT, secret, slip: 1 }),
			slipCode(crypto, { ...owner, secret: secret.replace('A', 'B'), slip: 1 })
		]);
		expect(new Set([code, ...others]).size).toBe(5);
	});

	test('are as many as there are numbers', async () => {
		const nos = Array.from({ length: 999 }, (_, i) => i + 1);
		expect(new Set(await codesOf(nos)).size).toBe(999);
	});
});

describe('a typed slip code', () => {
	const bare = code.replace('-', '');
	test.each<[string, string, string]>([
		['as it is shown', code, 'none'],
		['in small letters', code.toLowerCase(), 'none'],
		['without its dash', bare, 'none'],
		['with spaces about', `  ${code.replace('-', ' - ')}\n`, 'none'],
		['with letters for digits', code.replaceAll('0', 'o').replaceAll('1', 'l'), 'none'],
		['nothing', '', 'too-short'],
		['only signs', ' -- ', 'too-short'],
		['a letter short', bare.slice(1), 'too-short'],
		['a letter too many', `${bare}0`, 'mistyped'],
		['letters that no code has', 'UUUU-UUUU', 'mistyped'],
		['two letters swapped', 'swapped', 'mistyped']
	])('%s', (name, typed, problem) => {
		const swapped = (bare[1] ?? '') + (bare[0] ?? '') + bare.slice(2);
		const read = readSlipCode(name === 'two letters swapped' ? swapped : typed, owner);
		expect(codeOf(read)).toBe(problem);
		if (read.ok) expect(read.value).toBe(code);
	});

	test('is told when any one letter is wrong', () => {
		for (let at = 0; at < 8; at++)
			for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
				if (letter === bare[at]) continue;
				const typed = bare.slice(0, at) + letter + bare.slice(at + 1);
				expect(codeOf(readSlipCode(typed, owner))).toBe('mistyped');
			}
	});

	test('is told when any other number was tapped', () => {
		for (let no = 1; no <= 999; no++)
			expect(readSlipCode(code, { ...owner, no }).ok).toBe(no === owner.no);
	});

	test('of any text is an answer, never a fault', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (typed) => {
				expect(typeof readSlipCode(typed, owner).ok).toBe('boolean');
			})
		);
	});
});

describe('tokens', () => {
	test('are ten bytes, others for another code, assignment or number', async () => {
		const source = { code, assignmentId: ASSIGNMENT, no: 17 };
		const token = await pupilToken(crypto, source);
		expect(token).toHaveLength(10);
		expect(await pupilToken(crypto, { ...source, code: code.toLowerCase() })).toEqual(token);
		const others = await Promise.all([
			pupilToken(crypto, { ...source, no: 18 }),
			pupilToken(crypto, { ...source, assignmentId: CLASS }),
			pupilToken(crypto, { ...source, code: 'AAAA-AAAA' })
		]);
		expect(new Set([token, ...others].map(String)).size).toBe(4);
	});

	test('of the present slip come first, then of those it replaced', async () => {
		const tokens = await pupilTokens(crypto, {
			...owner,
			secret,
			slip: 3,
			assignmentId: ASSIGNMENT
		});
		const expected = await Promise.all(
			[3, 2, 1].map(async (slip) => {
				const each = valueOf(
					readSlipCode(await slipCode(crypto, { ...owner, secret, slip }), owner)
				);
				return pupilToken(crypto, { code: each, assignmentId: ASSIGNMENT, no: 17 });
			})
		);
		expect(tokens).toEqual(expected);
	});
});
