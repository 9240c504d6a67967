import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinRegisters, MOST_PUPILS, readRegister } from '#lib/domain/classroom/register.ts';

const line = (no: number, name = '') => ({ no, name });

describe('a pasted register', () => {
	test.each([
		['1 Anna\n2 Ben', [line(1, 'Anna'), line(2, 'Ben')]],
		['2. Ben  Okri\r\n1) Anna', [line(1, 'Anna'), line(2, 'Ben Okri')]],
		['7\tAnna Schmidt\n\n 9;Ben ', [line(7, 'Anna Schmidt'), line(9, 'Ben')]],
		['Anna\nBen', [line(1, 'Anna'), line(2, 'Ben')]],
		['2 Ben\nAnna\nCem', [line(1, 'Anna'), line(2, 'Ben'), line(3, 'Cem')]],
		['4\n5', [line(4), line(5)]],
		['3rd Anna', [line(1, '3rd Anna')]]
	])('%j', (text, lines) => {
		expect(readRegister(text)).toEqual({ ok: true, value: lines });
	});

	test.each([
		[' \n\n', { code: 'empty' }],
		['1 Anna\n\n1 Ben', { code: 'number-twice', line: 3, no: 1 }],
		['Anna\n1000 Ben', { code: 'number-range', line: 2, no: 1000 }],
		['0 Ben', { code: 'number-range', line: 1, no: 0 }],
		['x\n'.repeat(MOST_PUPILS + 1), { code: 'too-many', count: MOST_PUPILS + 1 }]
	])('%j is refused', (text, problem) => {
		expect(readRegister(text)).toEqual({ ok: false, problem });
	});

	test('never throws, and what is read has numbers of its own in order', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), (lines) => {
				const read = readRegister(lines.join('\n'));
				if (!read.ok) return;
				const numbers = read.value.map(({ no }) => no);
				expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
			})
		);
	});
});

describe('registers of two devices', () => {
	const pupil = (no: number, pseudonym: string, slip = 1) => ({ no, pseudonym, slip });

	test('lose no pupil; the newer word holds, a replaced slip stays replaced', () => {
		const newer = [pupil(3, 'new'), { ...pupil(1, 'one'), leftAt: 5 }];
		const older = [pupil(1, 'old', 4), pupil(2, 'two', 2)];
		expect(joinRegisters(newer, older)).toEqual([
			{ ...pupil(1, 'one', 4), leftAt: 5 },
			pupil(2, 'two', 2),
			pupil(3, 'new')
		]);
	});
});
