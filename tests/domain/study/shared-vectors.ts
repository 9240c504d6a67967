import { readFileSync } from 'node:fs';

/** Folder of the reference numbers, where the machine has them. */
export const shared = process.env.RECOUNT_SHARED;

/** Says once why a file's tests were skipped. */
export function sayIfSkipped(file: string): void {
	if (!shared) console.info(`skipped: ${file} needs RECOUNT_SHARED`);
}

/** The text of a reference file. */
export function readShared(path: string): string {
	return readFileSync(`${shared}/${path}`, 'utf8');
}
