import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LONGEST_PASTED, readPasted } from '#lib/domain/desk/intake.ts';
import type { Paragraph } from '#lib/domain/desk/types.ts';
import { SHAPES } from './intake-shapes.ts';

const shared = process.env.RECOUNT_SHARED;
if (!shared) console.info('RECOUNT_SHARED is not set: the two reports are not read in.');

const running = (paragraphs: Paragraph[]) =>
	paragraphs.filter(({ number }) => number !== 'caption').map(({ text }) => text);
const captions = (paragraphs: Paragraph[]) =>
	paragraphs.filter(({ number }) => number === 'caption').map(({ text }) => text);

describe.each(SHAPES)('$name', ({ pasted, paragraphs, caption, taken }) => {
	const read = readPasted(pasted);

	test('its paragraphs, numbered', () => {
		expect(running(read.paragraphs)).toEqual(paragraphs);
		expect(captions(read.paragraphs)).toEqual(caption === undefined ? [] : [caption]);
		const numbers = read.paragraphs.map(({ number }) => number).filter((no) => no !== 'caption');
		expect(numbers).toEqual(paragraphs.map((_, at) => at + 1));
	});

	test('what was taken out of it', () => {
		expect(read.taken.map(({ kind, text }) => [kind, text])).toEqual(taken);
	});
});

describe('what is put back', () => {
	const pasted =
		'The river rose.\nWhat comes next\nThe mayor spoke. (Reuters)\nAdvertisement\nThe rest.';

	test.each([
		['What comes next', ['The river rose.', 'What comes next', 'The mayor spoke.', 'The rest.']],
		['(Reuters)', ['The river rose.', 'The mayor spoke. (Reuters)', 'The rest.']],
		['Advertisement', ['The river rose.', 'The mayor spoke.', 'Advertisement', 'The rest.']]
	])('%s', (text, expected) => {
		const before = readPasted(pasted).taken;
		const id = before.find((taken) => taken.text === text)?.id ?? '';
		const { paragraphs, taken } = readPasted(pasted, new Set([id]));
		expect(running(paragraphs)).toEqual(expected);
		expect(taken).toEqual(before.map((one) => ({ ...one, isKept: one.id === id })));
	});

	test('inside a sentence it stands in the sentence', () => {
		const text = 'The mayor, spoke and\nAdvertisement\nthen left.';
		const [taken] = readPasted(text).taken;
		expect(running(readPasted(text).paragraphs)).toEqual(['The mayor, spoke and then left.']);
		expect(running(readPasted(text, new Set([taken?.id ?? ''])).paragraphs)).toEqual([
			'The mayor, spoke and Advertisement then left.'
		]);
	});

	test('a caption becomes a paragraph of its own', () => {
		const text = 'A boy runs. Photo / AFP\nThe river rose.';
		const id = readPasted(text).taken.find(({ kind }) => kind === 'caption')?.id ?? '';
		expect(captions(readPasted(text).paragraphs)).toEqual(['A boy runs.']);
		expect(readPasted(text, new Set([id])).paragraphs).toEqual([
			{ number: 1, text: 'A boy runs.' },
			{ number: 2, text: 'The river rose.' }
		]);
	});
});

test('a text beyond the limit is a problem, one at the limit is not', () => {
	const longest = 'word '.repeat(LONGEST_PASTED / 5);
	expect(readPasted(longest).problem).toBeUndefined();
	expect(readPasted(`${longest}x`)).toEqual({
		paragraphs: [],
		taken: [],
		problem: { code: 'too-long', length: LONGEST_PASTED + 1, limit: LONGEST_PASTED }
	});
});

describe.skipIf(!shared)('the two reports', () => {
	const read = (name: string) =>
		readPasted(readFileSync(`${String(shared)}/reports/${name}`, 'utf8'));

	test('the bombardment: 17 paragraphs, its heading and its owner taken out', () => {
		const { paragraphs, taken } = read('aleppo-bombardment.txt');
		expect(paragraphs.map(({ number }) => number)).toEqual(
			[...Array(17).keys()].map((at) => at + 1)
		);
		expect(paragraphs[7]?.text).toMatch(/backers, Russia and Iran, pump in enough/);
		expect(paragraphs[13]?.text).toMatch(/White Helmets said about 70 people/);
		expect(taken.map(({ kind, text }) => [kind, text])).toEqual([
			['heading', 'Watershed moment'],
			['credit', '– (Copyright The Financial Times Limited 2016)']
		]);
	});

	test('the ground assault: a caption and 20 paragraphs', () => {
		const { paragraphs, taken } = read('aleppo-ground-assault.txt');
		const numbers = [...Array(20).keys()].map((at) => at + 1);
		expect(paragraphs.map(({ number }) => number)).toEqual(['caption', ...numbers]);
		expect(paragraphs[10]?.text).toMatch(/^A ceasefire brokered/);
		expect(taken.map(({ kind, text }) => [kind, text.slice(-20)])).toEqual([
			['caption', 'edicine and supplies.'.slice(-20)],
			['credit', 'Photo / Getty Images']
		]);
	});
});
