import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE_COLOURS = 256;

/** The PNG with at most 256 colours, the commonest ones: a screen of text takes a third of the bytes so. */
export async function withPalette(page: Page, png: Buffer): Promise<Buffer> {
	const { width, height, pixels } = await decode(page, png);
	const counts = new Map<number, number>();
	for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	const common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, PALETTE_COLOURS);
	const palette = common.map(([colour]) => colour);
	const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
	const rows = Buffer.alloc((width + 1) * height);
	pixels.forEach((colour, i) => {
		const row = Math.floor(i / width);
		rows[row * (width + 1) + 1 + (i % width)] = places.get(colour) ?? 0;
	});
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3], 8);
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flatMap(channels))),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}

/** The pixels as 0xRRGGBB, row by row: a browser reads PNGs anyway. */
async function decode(page: Page, png: Buffer) {
	const read = await page.evaluate(async (base64) => {
		const image = new Image();
		image.src = `data:image/png;base64,${base64}`;
		await image.decode();
		const canvas = document.createElement('canvas');
		Object.assign(canvas, { width: image.width, height: image.height });
		const context = canvas.getContext('2d');
		context?.drawImage(image, 0, 0);
		const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
		let bytes = '';
		for (const byte of data) bytes += String.fromCharCode(byte);
		return { width: image.width, height: image.height, bytes: btoa(bytes) };
	}, png.toString('base64'));
	const bytes = Buffer.from(read.bytes, 'base64');
	const pixels = Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUIntBE(i * 4, 3));
	return { width: read.width, height: read.height, pixels };
}

function channels(colour: number): [number, number, number] {
	return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function nearest(palette: number[], colour: number): number {
	const [red, green, blue] = channels(colour);
	let best = { place: 0, distance: Infinity };
	palette.forEach((known, place) => {
		const [r, g, b] = channels(known);
		const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
		if (distance < best.distance) best = { place, distance };
	});
	return best.place;
}

/** @see PNG specification, third edition, section 5.3 */
function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}
