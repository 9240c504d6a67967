import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { printBankFile } from '#lib/domain/exchange/bank-file.ts';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { draftBank } from './draft-bank.ts';
import { printDraftLines, readPassages } from './draft-lines.ts';
import { readReportFile } from './read-report-file.ts';

const USAGE = `npm run draft -- report.txt [--date 2016-09-24]
npm run draft -- --jsonl in.jsonl --out out.jsonl

Drafts questions on a report and prints a bank file to edit. With --jsonl it reads lines {id, text}
and writes lines {id, drafts: [{kind, question, answer, score, cloze?}]}, the best first.`;

interface Request {
	report?: string;
	date?: string;
	jsonl?: string;
	out?: string;
}

/** What the arguments ask for, or the words to print instead. */
function requestOf(args: string[]): Request | { code: number; words: string } {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				jsonl: { type: 'string' },
				out: { type: 'string' },
				date: { type: 'string' },
				help: { type: 'boolean', short: 'h', default: false }
			}
		});
		if (values.help) return { code: 0, words: USAGE };
		const { jsonl, out, date } = values;
		const [report] = positionals;
		const isWhole = jsonl ? out !== undefined : report !== undefined;
		return isWhole ? { report, date, jsonl, out } : { code: 1, words: USAGE };
	} catch (cause) {
		return { code: 1, words: `${cause instanceof Error ? cause.message : cause}\n\n${USAGE}` };
	}
}

function draftLinesTo(jsonl: string, out: string): number {
	const read = readPassages(readFileSync(jsonl, 'utf8'));
	if (!read.ok) {
		console.error(`${jsonl}, line ${read.line}: not {id, text}.`);
		return 1;
	}
	writeFileSync(out, printDraftLines(read.passages));
	return 0;
}

function draftBankOf(report: string, date: string | undefined): number {
	const text = readReportFile(readFileSync(report, 'utf8'));
	const { drafts, problems } = draftQuestions({ text }, { date });
	const [problem] = problems;
	if (problem) {
		console.error(`${report} gives no drafts: ${problem.code}.`);
		return 1;
	}
	process.stdout.write(printBankFile(draftBank(text, drafts)));
	return 0;
}

/** Does what the arguments ask for; gives the exit code. */
function run(args: string[]): number {
	const request = requestOf(args);
	if ('words' in request) {
		(request.code === 0 ? console.info : console.error)(request.words);
		return request.code;
	}
	const { report, date, jsonl, out } = request;
	const file = jsonl ?? report ?? '';
	if (!existsSync(file)) {
		console.error(`There is no file ${file}.\n\n${USAGE}`);
		return 1;
	}
	return jsonl && out ? draftLinesTo(jsonl, out) : draftBankOf(file, date);
}

process.exitCode = run(process.argv.slice(2));
