import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deflate, inflate } from '#lib/domain/classroom/deflate.ts';
import { anyBytes } from './samples.ts';

test('bytes come back', async () => {
	await fc.assert(
		fc.asyncProperty(anyBytes, async (bytes) => {
			expect(await inflate(await deflate(bytes), 1000)).toEqual(bytes);
		})
	);
});

test('more than is safe to hold is not unpacked', async () => {
	const bomb = Uint8Array.from(deflateRawSync(Buffer.alloc(50_000_000)));
	expect(bomb.length).toBeLessThan(60_000);
	expect(await inflate(bomb, 1_000_000)).toBeUndefined();
	expect(await inflate(await deflate(new Uint8Array(1000)), 1000)).toHaveLength(1000);
	expect(await inflate(await deflate(new Uint8Array(1001)), 1000)).toBeUndefined();
});

test('what is cut off or damaged is told', async () => {
	const packed = await deflate(new TextEncoder().encode('the same again and again and again'));
	for (let length = 0; length < packed.length; length++)
		expect(await inflate(packed.slice(0, length), 1000)).toBeUndefined();
	expect(await inflate(Uint8Array.of(7, 7, 7), 1000)).toBeUndefined();
});
