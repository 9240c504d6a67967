import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from './chromium.ts';

/** Draws the PNG icons from static/icons/icon.svg; run again when the drawing changes. */
const folder = join(import.meta.dirname, '..', '..', 'static', 'icons');
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');

/** A maskable icon fills its square and keeps the drawing inside the middle four fifths. */
const maskable = drawing
	.replace('rx="112"', '')
	.replace('<g ', '<g transform="translate(51 51) scale(.8)" ')
	.replace('<path d="M262', '<path transform="translate(51 51) scale(.8)" d="M262');

const icons = [
	{ name: 'icon-180.png', size: 180, svg: maskable },
	{ name: 'icon-192.png', size: 192, svg: drawing },
	{ name: 'icon-512.png', size: 512, svg: drawing },
	{ name: 'maskable-512.png', size: 512, svg: maskable }
];

const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
try {
	for (const { name, size, svg } of icons) {
		const page = await browser.newPage({ viewport: { width: size, height: size } });
		await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
		writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
		await page.close();
	}
} finally {
	await browser.close();
}
