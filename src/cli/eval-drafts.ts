import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printDraftLines, readPassages } from './draft-lines.ts';

const USAGE = `npm run eval:drafts -- <dev.jsonl> <score.mjs>

Drafts questions on the passages of dev.jsonl and prints the scorer's figures: the best five per 100
words for each source, then all drafts.`;

/** The best so many per 100 words, as docs/drafting.md compares them. */
const PER_100 = '5';

/** The arguments of each run of the scorer, behind the two files. */
const RUNS = [
	['--per100', PER_100, '--source', 'wikinews'],
	['--per100', PER_100, '--source', 'xquad'],
	['--per100', PER_100],
	[]
];

function scoreAll(split: string, scorer: string): number {
	const read = readPassages(readFileSync(split, 'utf8'));
	if (!read.ok) {
		console.error(`${split}, line ${read.line}: not {id, text}.`);
		return 1;
	}
	const folder = mkdtempSync(join(tmpdir(), 'recount-drafts-'));
	const drafts = join(folder, 'drafts.jsonl');
	writeFileSync(drafts, printDraftLines(read.passages));
	for (const more of RUNS) {
		console.info(`\n## ${more.join(' ') || 'all drafts'}`);
		spawnSync(process.execPath, [scorer, split, drafts, ...more], { stdio: 'inherit' });
	}
	rmSync(folder, { recursive: true });
	return 0;
}

/** Scores the drafts of a file of passages; gives the exit code. */
function run([split, scorer]: string[]): number {
	const missing = [split, scorer].find((file) => !file || !existsSync(file));
	if (split && scorer && missing === undefined) return scoreAll(split, scorer);
	console.error(USAGE);
	return 1;
}

process.exitCode = run(process.argv.slice(2));
