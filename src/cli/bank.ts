import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBank, type CheckedBank } from '#lib/bank/check.ts';
import { problemWords } from '#lib/bank/problem-words.ts';
import { addToLock } from '#lib/bank/rules/lock.ts';
import type { SourceBank } from '#lib/bank/source.ts';
import { KINDS, LEVELS } from '#lib/bank/types.ts';
import { readBankFiles, readLock, readReportTexts, SHIPPED } from './read-bank.ts';

const USAGE = `npm run bank [-- folder] [--lock] [--reports folder]

Checks the bank in a folder (${SHIPPED} without one) and prints every problem.
  --lock            adds new ids to ids.lock
  --reports folder  also looks for eight words in a row of the reports (*.txt) in a folder;
                    RECOUNT_REPORTS names the folder too`;

function counts<T extends string>(words: readonly T[], of: (word: T) => number): string {
	return words.map((word) => `${of(word)} ${word}`).join(', ');
}

function summary({ reports, facts, questions, comparisons, names }: SourceBank): string {
	const kinds = counts(KINDS, (kind) => questions.filter((each) => each.kind === kind).length);
	const levels = counts(LEVELS, (level) => questions.filter((each) => each.level === level).length);
	return [
		`${reports.length} reports, ${facts.length} facts, ${names.length} names, ${comparisons.length} comparisons`,
		`${questions.length} questions: ${kinds}; ${levels}`
	].join('\n');
}

function lockIds(folder: string, lock: string, ids: string[]): void {
	const locked = addToLock(lock, ids);
	if (locked === lock) return;
	writeFileSync(join(folder, 'ids.lock'), locked);
	console.info(`ids.lock now holds ${locked.split('\n').length - 1} ids.`);
}

function printProblems({ problems }: CheckedBank): void {
	for (const problem of problems) console.error(problemWords(problem));
	const files = new Set(problems.map(({ file }) => file)).size;
	console.error(`\n${problems.length} problems in ${files} files.`);
}

interface Request {
	folder: string;
	reports?: string;
	lock: boolean;
}

/** What the arguments ask for, or the words to print instead. */
function requestOf(args: string[]): Request | { code: number; words: string } {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				lock: { type: 'boolean', default: false },
				reports: { type: 'string', default: process.env.RECOUNT_REPORTS },
				help: { type: 'boolean', short: 'h', default: false }
			}
		});
		if (values.help) return { code: 0, words: USAGE };
		return { folder: positionals[0] ?? SHIPPED, reports: values.reports, lock: values.lock };
	} catch (cause) {
		return { code: 1, words: `${cause instanceof Error ? cause.message : cause}\n\n${USAGE}` };
	}
}

function checkFolder({ folder, reports, lock: isLocking }: Request): number {
	const missing = [folder, reports].find((each) => each && !existsSync(each));
	if (missing) {
		console.error(`There is no folder ${missing}.\n\n${USAGE}`);
		return 1;
	}
	const lock = readLock(folder);
	const texts = reports ? readReportTexts(reports) : [];
	const checked = checkBank(readBankFiles(folder), { lock, reports: texts });
	if (!checked.bank) {
		printProblems(checked);
		return 1;
	}
	console.info(summary(checked.bank));
	if (isLocking) lockIds(folder, lock, checked.ids);
	return 0;
}

/** Checks the bank the arguments name; gives the exit code. */
function run(args: string[]): number {
	const request = requestOf(args);
	if ('folder' in request) return checkFolder(request);
	(request.code === 0 ? console.info : console.error)(request.words);
	return request.code;
}

process.exitCode = run(process.argv.slice(2));
