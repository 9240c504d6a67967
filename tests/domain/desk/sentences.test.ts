import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceAround, sentences } from '#lib/domain/desk/sentences.ts';

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

test.each([
	['plain', ['The river rose.', 'It fell again.', 'Why?']],
	['titles', ['Mr. Assad met Gen. Mattis and Dr. A. B. Smith on Sept. 27.', 'They left.']],
	['short forms within', ['The U.S. President spoke to Acme Inc. Friday.', 'He left.']],
	['short forms at the end', ['They fled to the U.S.', 'The army stayed until 5 a.m.', 'It left.']],
	['no full stop after Nato', ['The head of Nato spoke.', 'Nato left.']],
	['figures', ['It cost $3.5m, or 2.1 per cent.', 'No. 5 was 15.000.']],
	[
		'a pause in a quotation',
		['"It was a storm for two days . . . I saw nothing like it," said he.', 'He left.']
	],
	['an ellipsis that ends', ['They waited...', 'Then it rained.']],
	[
		'quotations that go on',
		[
			'“We have one message.',
			'Leave us.”',
			'"So they burn everything," he said.',
			'"Then they come."'
		]
	],
	['who said it', ['"What now?" he asked.', '“Stop!” said the mayor.', 'All stopped.']],
	['closing marks', ['It is "morally unacceptable."', 'He said so (twice).', 'Good.']]
])('%s', (_, expected) => {
	expect(split(expected.join(' '))).toEqual(expected);
});

describe('of any text', () => {
	const texts = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 80 }),
		fc
			.array(fc.constantFrom('He', 'left.', 'Mr.', '"', '.', ' ', '. . .', 'U.S.', '“', '”', '\n'))
			.map((parts) => parts.join(' '))
	);

	test('sentences are in order, apart, trimmed, and leave out nothing but spaces', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const found = sentences(text);
				expect(
					found
						.map(({ start, end }) => text.slice(start, end))
						.join('')
						.replace(/\s/g, '')
				).toBe(text.replace(/\s/g, ''));
				for (const [at, { start, end }] of found.entries()) {
					expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
					expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
					expect(end).toBeGreaterThan(start);
				}
			})
		);
	});
});

describe('the sentence around', () => {
	const text = 'The river rose. It fell again. All left.';
	test.each([
		['a word', 16, 18, 'It fell again.'],
		['a caret', 20, 20, 'It fell again.'],
		['words of two', 10, 20, 'The river rose. It fell again.'],
		['everything', 0, 40, text],
		['the space between', 15, 15, undefined],
		['beyond the end', 60, 70, undefined]
	])('%s', (_, start, end, expected) => {
		const around = sentenceAround(text, start, end);
		expect(around && text.slice(around.start, around.end)).toBe(expected);
	});
});
