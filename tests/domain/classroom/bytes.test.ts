import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitReader, BitWriter } from '#lib/domain/classroom/bit-columns.ts';
import { ByteReader } from '#lib/domain/classroom/byte-reader.ts';
import { ByteWriter } from '#lib/domain/classroom/byte-writer.ts';
import { fromBase64Url, fromUtf8, knownBytes, toBase64Url } from '#lib/domain/classroom/bytes.ts';
import { fromLean, toLean, type Shape } from '#lib/domain/classroom/lean.ts';
import { uuidBytes, uuidText } from '#lib/domain/classroom/uuid.ts';
import { anyBytes, ASSIGNMENT } from './samples.ts';

describe('base64url', () => {
	test.each([
		['', []],
		['AA', [0]],
		['-_-_', [0xfb, 0xff, 0xbf]],
		['Zm9vYg', [102, 111, 111, 98]]
	])('%j', (text, bytes) => {
		expect(toBase64Url(Uint8Array.from(bytes))).toBe(text);
		expect([...(fromBase64Url(text) ?? [])]).toEqual(bytes);
	});

	test.each(['A', 'AB', 'AA==', 'A A', 'A+', 'é', 'AAAAA'])('%j is none', (text) => {
		expect(fromBase64Url(text)).toBeUndefined();
		expect(() => knownBytes(text)).toThrow();
	});

	test('bytes come back', () => {
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				const text = toBase64Url(bytes);
				expect(text).toBe(Buffer.from(bytes).toString('base64url'));
				expect(fromBase64Url(text)).toEqual(bytes);
			})
		);
	});
});

test('a uuid comes back from its bytes; what is none throws', () => {
	expect(uuidText(uuidBytes(ASSIGNMENT))).toBe(ASSIGNMENT);
	expect(() => uuidBytes('no-uuid')).toThrow();
});

test('bytes that are no text are told', () => {
	expect(fromUtf8(Uint8Array.of(0xc3, 0x28))).toBeUndefined();
});

describe('bytes written and read', () => {
	test('numbers, texts and bytes come back in their order', () => {
		const steps = fc.record({
			byte: fc.nat({ max: 255 }),
			word: fc.nat({ max: 65_535 }),
			count: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
			signed: fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
			text: fc.string({ unit: 'grapheme' }),
			block: anyBytes
		});
		fc.assert(
			fc.property(steps, ({ byte, word, count, signed, text, block }) => {
				const writer = new ByteWriter().byte(byte).uint16(word).count(count);
				const reader = new ByteReader(writer.signed(signed).text(text).block(block).done());
				expect(reader.byte()).toBe(byte);
				expect(reader.uint16()).toBe(word);
				expect(reader.count()).toBe(count);
				expect(reader.signed()).toBe(signed);
				expect(reader.text()).toBe(text);
				expect(reader.block()).toEqual(block);
				expect(reader.isWhole).toBe(true);
			})
		);
	});

	test.each<[string, number[], (reader: ByteReader) => unknown]>([
		['a byte past the end', [], (reader) => reader.byte()],
		['a block longer than there is', [9, 1], (reader) => reader.block()],
		['a block longer than allowed', [2, 1, 1], (reader) => reader.block(1)],
		['a number above its most', [200, 1], (reader) => reader.count(100)],
		['a number without end', [255, 255, 255, 255, 255, 255, 255, 255], (reader) => reader.count()],
		['a text that is none', [1, 0xff], (reader) => reader.text()]
	])('%s breaks the reader', (_, bytes, read) => {
		const reader = new ByteReader(Uint8Array.from(bytes));
		read(reader);
		expect(reader.isBroken).toBe(true);
		expect(reader.isWhole).toBe(false);
		expect([reader.byte(), reader.count(), reader.text()]).toEqual([0, 0, '']);
	});

	test('what is left over is not whole', () => {
		expect(new ByteReader(Uint8Array.of(1)).isWhole).toBe(false);
	});
});

describe('bits', () => {
	test('columns come back', () => {
		const columns = fc.array(fc.array(fc.nat({ max: 2 ** 31 - 1 }), { maxLength: 20 }));
		fc.assert(
			fc.property(columns, (lists) => {
				const writer = new BitWriter();
				for (const list of lists) writer.column(list);
				const reader = new BitReader(writer.done());
				for (const list of lists) {
					const next = reader.column();
					expect(list.map(() => next())).toEqual(list);
				}
				expect(reader.isBroken).toBe(false);
			})
		);
	});

	test.each([
		['zeros', [0, 0, 0, 0], 1],
		['twenty options', Array.from({ length: 20 }, (_, i) => i % 4), 6],
		['none', [], 1]
	])('%s take few bytes', (_, values, length) => {
		expect(new BitWriter().column(values).done()).toHaveLength(length);
	});

	test('past the end is told', () => {
		const reader = new BitReader(Uint8Array.of(0b01000_000));
		const next = reader.column();
		next();
		expect(reader.isBroken).toBe(true);
	});
});

describe('lists without keys', () => {
	const shape = { id: 0, parts: [{ name: 0, size: 0 }], note: 0 } as const satisfies Shape;
	test.each([
		[{ id: 'a', parts: [{ name: 'b', size: 0 }], note: '' }, ['a', [['b', 0]], '']],
		[{ id: 'a', parts: [{ size: 1 }] }, ['a', [[null, 1]]]],
		[{ id: 'a', parts: [] }, ['a', []]]
	])('%j', (value, lean) => {
		expect(toLean(shape, value)).toEqual(lean);
		expect(fromLean(shape, lean)).toEqual(value);
	});

	test.each([['x'], [7], [null], [['a', [], '', 'one too many']]])('%j stays', (lean) => {
		expect(fromLean(shape, lean)).toEqual(lean);
	});
});
