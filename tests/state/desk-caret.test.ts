import { describe, expect, it } from 'vitest';
import type { Paragraph } from '#lib/domain/desk/types.ts';
import { caretSpan, moveCaret, type Caret, type CaretStep } from '#lib/state/desk-caret.ts';
import { markedPieces } from '#lib/state/desk-marks.ts';

const paragraphs: Paragraph[] = [
	{ number: 'caption', text: 'A bridge.' },
	{ number: 1, text: 'The river rose. It broke a bridge!' },
	{ number: 2, text: '…' },
	{ number: 3, text: '"Two houses fell," said Ann.' }
];

const START: Caret = { paragraph: 1, anchor: 0, head: 0 };

/** `w>` goes a word on, `S<` back by a sentence while choosing more. */
function step(code: string): CaretStep {
	const by = { w: 'word', s: 'sentence', p: 'paragraph' } as const;
	const letter = code[0] ?? '';
	return {
		by: by[letter.toLowerCase() as keyof typeof by],
		forward: code[1] === '>',
		extend: letter !== letter.toLowerCase()
	};
}

function chosen(codes: string, from: Caret = START): string {
	const caret = codes
		.split(' ')
		.filter(Boolean)
		.reduce((at, code) => moveCaret(paragraphs, at, step(code)), from);
	const span = caretSpan(paragraphs, caret);
	const text = paragraphs.find(({ number }) => number === span?.paragraph)?.text ?? '';
	return span ? text.slice(span.start, span.end) : '';
}

describe('choosing words by keyboard', () => {
	it.each([
		['', 'The'],
		['w>', 'river'],
		['w> W>', 'river rose'],
		['w> W> w>', 'It'],
		['w> w> W< W<', 'The river rose'],
		['S>', 'The river rose'],
		['S> S>', 'The river rose. It broke a bridge'],
		['s>', 'It'],
		['s> S<', 'The river rose. It'],
		['s> s<', 'The'],
		['P>', 'The river rose. It broke a bridge'],
		['w<', 'bridge'],
		['s<', 'A'],
		['p<', 'A'],
		['p< p<', 'A'],
		['p< w<', 'A'],
		['p> p> w>', 'houses'],
		['p> p> p> p>', 'Two'],
		['p> p> S> W>', 'Two houses fell," said Ann'],
		['p> p> w> w<', 'Two']
	])('%j → %j', (codes, expected) => {
		expect(chosen(codes)).toBe(expected);
	});

	it('passes a paragraph without words', () => {
		expect(chosen('p>')).toBe('');
		expect(chosen('p> w>')).toBe('Two');
		expect(chosen('p> p> w<')).toBe('');
		expect(chosen('p> p> w< w<')).toBe('bridge');
	});
});

describe('marks', () => {
	it('cut a text into pieces that are the text again', () => {
		const text = 'The river rose.';
		const pieces = markedPieces(text, [
			{ start: 0, end: 15, look: 'sentence' },
			{ start: 4, end: 9, look: 'answer' },
			{ start: 6, end: 14, look: 'asked' }
		]);
		expect(pieces.map((piece) => piece.text).join('')).toBe(text);
		expect(pieces.map(({ text: words, looks }) => `${words}:${looks.join('+')}`)).toEqual([
			'The :sentence',
			'ri:sentence+answer',
			'ver:sentence+answer+asked',
			' rose:sentence+asked',
			'.:sentence'
		]);
	});
});
