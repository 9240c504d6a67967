import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	newClassCode,
	newSecretCode,
	readClassCode,
	readSecretCode
} from '#lib/server/readable-codes.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTER = `[${LETTERS}]`;

const codes = [
	{
		name: 'a secret code',
		make: newSecretCode,
		read: readSecretCode,
		shape: new RegExp(`^(${LETTER}{5}-){4}${LETTER}{5}$`)
	},
	{
		name: 'a class code',
		make: newClassCode,
		read: readClassCode,
		shape: new RegExp(`^${LETTER}{3}-${LETTER}{4}$`)
	}
];

describe.each(codes)('$name', ({ make, read, shape }) => {
	it('has its shape and is another each time', () => {
		const made = Array.from({ length: 200 }, () => make(crypto));
		expect(new Set(made).size).toBe(200);
		for (const code of made) expect(code).toMatch(shape);
	});

	it.each<[string, (code: string) => string]>([
		['as shown', (code) => code],
		['in small letters', (code) => code.toLowerCase()],
		['without dashes', (code) => code.replaceAll('-', '')],
		['with spaces', (code) => ` ${code.replaceAll('-', ' ')} `],
		['with O for 0 and l for 1', (code) => code.replaceAll('0', 'O').replaceAll('1', 'l')]
	])('is read %s', (_, typed) => {
		for (let i = 0; i < 50; i++) {
			const code = make(crypto);
			expect(read(typed(code))).toBe(code);
		}
	});

	it('tells any one wrong letter and any two neighbours swapped', () => {
		const code = make(crypto).replaceAll('-', '');
		for (let at = 0; at < code.length; at++) {
			for (const letter of LETTERS) {
				if (letter === code[at]) continue;
				expect(read(code.slice(0, at) + letter + code.slice(at + 1))).toBeUndefined();
			}
			const [a = '', b = ''] = [code[at], code[at + 1]];
			if (b === '' || a === b) continue;
			expect(read(code.slice(0, at) + b + a + code.slice(at + 2))).toBeUndefined();
		}
	});

	it('is not read with a letter more or less', () => {
		const code = make(crypto);
		expect(read(code.slice(0, -1))).toBeUndefined();
		expect(read(`${code}0`)).toBeUndefined();
		expect(read('')).toBeUndefined();
	});

	it('never throws, whatever is typed', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff })), (points) => {
				const code = read(String.fromCodePoint(...points));
				expect(code === undefined || shape.test(code)).toBe(true);
			})
		);
	});
});
