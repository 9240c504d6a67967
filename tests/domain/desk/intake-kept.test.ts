import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptAfterEdit } from '#lib/domain/desk/intake-kept.ts';

const BEFORE = 'One two three four.';

describe('what was put back, after an edit', () => {
	it.each([
		['of words behind it', 'One two three four. Five.', ['4-7'], ['4-7']],
		['of words before it', 'Once, one two three four.', ['4-7'], ['10-13']],
		['that takes words before it away', 'two three four.', ['4-7', '8-13'], ['0-3', '4-9']],
		['within it', 'One twenty three four.', ['4-7', '8-13'], ['11-16']],
		['of everything', '', ['4-7'], []],
		['of nothing', BEFORE, ['4-7', '8-13'], ['4-7', '8-13']]
	])('%s', (_, after, kept, expected) => {
		expect(keptAfterEdit(BEFORE, after, kept)).toEqual(expected);
	});

	it('stands on the same words as before', () => {
		const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n') });
		fc.assert(
			fc.property(text, text, text, text, (head, cut, put, tail) => {
				const [before, after] = [head + cut + tail, head + put + tail];
				const ids = Array.from({ length: before.length }, (_, at) => `${at}-${at + 1}`);
				const words = (from: string, id: string) => from.slice(...id.split('-').map(Number));
				const moved = keptAfterEdit(before, after, ids);
				const stay = ids.filter((id) => keptAfterEdit(before, after, [id]).length > 0);
				expect(moved.map((id) => words(after, id))).toEqual(stay.map((id) => words(before, id)));
				expect(moved.length).toBeGreaterThanOrEqual(head.length + tail.length);
			})
		);
	});
});
