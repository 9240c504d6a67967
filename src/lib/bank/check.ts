import type { Book } from './book.ts';
import { lookUp } from './look-up.ts';
import { problem, sortProblems, type Problem } from './problems.ts';
import { readFiles, type BankFile } from './read-files.ts';
import { checkAnswers } from './rules/answers.ts';
import { checkComparisons } from './rules/comparisons.ts';
import { checkDistractors } from './rules/distractors.ts';
import { checkDuplicates } from './rules/duplicates.ts';
import { checkGrave } from './rules/grave.ts';
import { checkIds } from './rules/ids.ts';
import { checkFormerIds, checkLock, publishedIds } from './rules/lock.ts';
import { checkNames } from './rules/names.ts';
import { checkReferences } from './rules/references.ts';
import { checkRequired } from './rules/required.ts';
import { checkReports } from './rules/reports.ts';
import { checkSharedWords, type ReportText } from './rules/shared-words.ts';
import { checkWording } from './rules/wording.ts';
import { sourceBank, type SourceBank } from './source.ts';
import type { Bank } from './types.ts';

/** Finds everything in a book that breaks a rule. */
type Rule = (book: Book) => Problem[];

const RULES: Rule[] = [
	checkIds,
	checkFormerIds,
	checkReferences,
	checkNames,
	checkRequired,
	checkReports,
	checkComparisons,
	checkAnswers,
	checkDistractors,
	checkWording,
	checkDuplicates,
	checkGrave
];

/** What a bank is checked against, besides its own files. */
export interface CheckOptions {
	/** Every id ever published, one a line. */
	lock?: string;
	/** The reports the bank is drawn from; no eight words in a row may be theirs. */
	reports?: ReportText[];
	/** What else a device has, without the report that is checked: its names and facts are known. */
	around?: Bank;
	/** Whether nothing but a bank file will do: one file that is a whole bank. */
	isBankFile?: boolean;
}

/** A checked bank unless there are problems, its ids, and the problems in order. */
export interface CheckedBank {
	bank?: SourceBank;
	/** Ids of its facts and questions, sorted. */
	ids: string[];
	problems: Problem[];
}

/** Everything in a book that breaks a rule, in no order. */
export function checkBook(book: Book): Problem[] {
	return RULES.flatMap((rule) => rule(book));
}

/** Reads and checks the files of a bank; all problems are found in one run. */
export function checkBank(files: BankFile[], options: CheckOptions = {}): CheckedBank {
	const { book, problems } = readFiles(files, options.isBankFile);
	if (options.around) book.around = lookUp(options.around);
	const all = [
		...problems,
		...checkBook(book),
		...checkLock(book, options.lock ?? ''),
		...checkSharedWords(book, options.reports ?? [])
	];
	if (book.reports.length === 0 && problems.length === 0)
		all.push(problem({ file: '.', line: 1, column: 1 }, 'no-report', {}));
	const ids = publishedIds(book);
	return all.length === 0
		? { bank: sourceBank(book), ids, problems: [] }
		: { ids, problems: sortProblems(all) };
}
