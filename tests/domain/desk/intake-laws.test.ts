import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPasted, type Intake } from '#lib/domain/desk/intake.ts';
import type { TakenOut } from '#lib/domain/desk/types.ts';
import { SHAPES } from './intake-shapes.ts';

const PIECES = [
	'The river rose by two metres in the night.',
	'“It came so fast,” said Ana Pires, a baker. “We had no time.”',
	'The mayor of the old town',
	'Lisbon',
	', and the bridge is closed.',
	'and',
	'strong-',
	'hold of the rebels near the',
	'What comes next',
	'A boy runs. Photo / Getty Images',
	'They left. (Reuters)',
	'© 2016 Daily News',
	'By Ana Pires',
	'By',
	'27 September 2016',
	'Advertisement',
	'Read more: How rivers rise',
	'https://example.org/a',
	'See https://example.org/b now (www.example.org).',
	'# Flood',
	'**bold** and *light* with [a link](https://example.org)',
	'- Boats for the town.',
	'> quoted',
	'---',
	'title: x',
	'```',
	'so\u00ADft\u00AD',
	'\u200B\uFEFF',
	'\uD800',
	'…',
	'"'
];
const BREAKS = ['\n', '\n', '\n\n', ' ', '\n \n', ''];

const piece = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...PIECES) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }
);
const pastedTexts = fc
	.array(fc.tuple(piece, fc.constantFrom(...BREAKS)), { maxLength: 14 })
	.map((parts) => parts.flat().join(''));
const anyText = fc.oneof(
	pastedTexts,
	fc.string({ unit: 'binary', maxLength: 200 }),
	fc
		.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
		.map((units) => String.fromCharCode(...units))
);
const RUNS = { numRuns: 600 };

/** What the intake counts in: one kind of line end, tabs and other spaces as one. */
const sourceOf = (pasted: string) =>
	pasted.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n').replace(/[\t\p{Zs}]/gu, ' ');

/** Without spaces, and without hyphens: those at a line's end may go. */
const bare = (text: string) => text.replace(/[\s‐-]/g, '');

const rangeOf = ({ id }: TakenOut) => id.split('-').map(Number) as [number, number];

/** What should be left in the paragraphs: all but what is listed, kept ones and the caption left in. */
function expectedText(pasted: string, { paragraphs, taken }: Intake): string {
	const units = sourceOf(pasted).split('');
	const hasCaption = paragraphs.some(({ number }) => number === 'caption');
	const caption = hasCaption ? taken.find(({ kind }) => kind === 'caption') : undefined;
	for (const one of taken) {
		if (one.isKept || one === caption) continue;
		const [start, end] = rangeOf(one);
		units.fill('', start, end);
	}
	return bare(units.join(''));
}

const textOf = ({ paragraphs }: Intake) => bare(paragraphs.map(({ text }) => text).join(''));

describe('of any text', () => {
	test('nothing is lost but what is listed, in order', () => {
		fc.assert(
			fc.property(anyText, (pasted) => {
				const read = readPasted(pasted);
				expect(textOf(read)).toBe(expectedText(pasted, read));
				for (const one of read.taken)
					expect(sourceOf(pasted).slice(...rangeOf(one))).toBe(one.text);
			}),
			RUNS
		);
	});

	test('what is put back stands there again, and nothing else moves', () => {
		fc.assert(
			fc.property(anyText, fc.infiniteStream(fc.boolean()), (pasted, flips) => {
				const before = readPasted(pasted).taken;
				const kept = new Set(before.map(({ id }) => id).filter(() => flips.next().value === true));
				const read = readPasted(pasted, kept);
				expect(read.taken).toEqual(before.map((one) => ({ ...one, isKept: kept.has(one.id) })));
				expect(textOf(read)).toBe(expectedText(pasted, read));
			}),
			RUNS
		);
	});

	test('ids differ, takings are in order, paragraphs are numbered and hold words', () => {
		fc.assert(
			fc.property(anyText, (pasted) => {
				const { paragraphs, taken } = readPasted(pasted);
				expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
				const starts = taken.map((one) => rangeOf(one)[0]);
				expect(starts).toEqual(starts.toSorted((a, b) => a - b));
				const numbers = paragraphs.map(({ number }) => number).filter((no) => no !== 'caption');
				expect(numbers).toEqual(numbers.map((_, at) => at + 1));
				expect(paragraphs.length - numbers.length).toBeLessThanOrEqual(1);
				for (const { text } of paragraphs) {
					expect(text).toMatch(/^\S(?:.*\S)?$/su);
					expect(text).not.toMatch(/[\n\t]|\p{Zs}{2}|\p{Cs}/u);
				}
			}),
			RUNS
		);
	});

	test('line ends are line ends', () => {
		fc.assert(
			fc.property(pastedTexts, fc.constantFrom('\r\n', '\r', '\u2028', '\u2029'), (pasted, end) => {
				const text = sourceOf(pasted);
				expect(readPasted(text.replaceAll('\n', end))).toEqual(readPasted(text));
			}),
			RUNS
		);
	});
});

const joinAgain = (paragraphs: Intake['paragraphs']) =>
	paragraphs
		.filter(({ number }) => number !== 'caption')
		.map(({ text }) => text)
		.join('\n\n');

const SENTENCE_PIECES = [
	['The river rose by two metres in the night.'],
	['“It came so fast,” said Ana Pires, a baker. “We had no time.”'],
	['It may rise again if', 'Lisbon', 'and', 'Porto', ', its neighbours, let out more water.'],
	['What comes next', 'The mayor will speak at noon.'],
	['A boy runs. Photo / Getty Images'],
	['They left. (Reuters)'],
	['The tents (www.example.org) stand. https://example.org/a'],
	['By Ana Pires', 'The rain began on the coast.'],
	['Advertisement'],
	['He said they needed more, however', 'the siege', 'made it impossible.'],
	['- Boats for the old town.', '- Tents for three thousand.'],
	['The gov\u00ADernment has\u200B fled to the strong\u00AD', 'hold of the hills.'],
	['© 2016 Daily News Limited'],
	['“Divide it into pieces and empty it.', '“But it would lock in instability.”']
];
const reports = fc
	.tuple(
		fc.array(fc.constantFrom(...SENTENCE_PIECES), { minLength: 1, maxLength: 12 }),
		fc.constantFrom('\n', '\n\n')
	)
	.map(([parts, gap]) => parts.map((lines) => lines.join('\n')).join(gap));

describe('its own paragraphs are read as they are, and nothing more is taken out', () => {
	const expectStable = (pasted: string) => {
		const text = joinAgain(readPasted(pasted).paragraphs);
		const again = readPasted(text);
		expect(joinAgain(again.paragraphs)).toBe(text);
		expect(again.taken).toEqual([]);
	};

	test.each(SHAPES)('$name', ({ pasted }) => {
		expectStable(pasted);
	});

	test('of reports put together from such pieces', () => {
		fc.assert(fc.property(reports, expectStable), RUNS);
	});
});
