import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBank } from '#lib/bank/check.ts';
import { compileBank } from '#lib/bank/compile.ts';
import type { Problem } from '#lib/bank/problems.ts';
import type { BankFile } from '#lib/bank/read-files.ts';
import type { ReportText } from '#lib/bank/rules/shared-words.ts';
import type { Bank } from '#lib/bank/types.ts';

/** Folder of the shipped bank, seen from the project's own. */
export const SHIPPED = 'questions';

/** The YAML files of a bank's folder. */
export function readBankFiles(folder: string): BankFile[] {
	return readdirSync(folder)
		.filter((name) => /\.ya?ml$/.test(name))
		.map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
}

/** The ids ever published of a bank's folder, one a line; nothing where there is no lock yet. */
export function readLock(folder: string): string {
	const path = join(folder, 'ids.lock');
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The report texts (`*.txt`) of a folder. */
export function readReportTexts(folder: string): ReportText[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.txt'))
		.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** The compiled bank of a folder, or the words of every problem it has. */
export type DiskBank = { ok: true; value: Bank } | { ok: false; problems: Problem[] };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Reads, checks and compiles the bank of a folder. */
export function loadBankFromDisk(folder: string = SHIPPED): DiskBank {
	const { bank, problems } = checkBank(readBankFiles(folder), { lock: readLock(folder) });
	return bank ? { ok: true, value: compileBank(bank, sha256) } : { ok: false, problems };
}
