import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'passages');

/** The practice passages: the name of each and its text. */
export function readPassages(): [name: string, text: string][] {
	return readdirSync(FOLDER)
		.filter((file) => file.endsWith('.txt'))
		.sort()
		.map((file) => [file.slice(0, -4), readFileSync(join(FOLDER, file), 'utf8').trim()]);
}
