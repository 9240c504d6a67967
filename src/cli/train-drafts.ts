import { existsSync, readFileSync } from 'node:fs';
import { trainOn } from './trained-weights.ts';

const USAGE = `npm run train:drafts -- passages.jsonl verdicts.jsonl

Fits the weights of the drafts' traits to verdicts and prints src/lib/domain/drafting/ranking/weights.ts
on standard output, and how well they do on passages that they were not fitted to on standard error.
A passage is a line {id, text}, a verdict a line {id, question, answer, verdict}, "acceptable" or another.`;

/** Does what the arguments ask for; gives the exit code. */
function run([passages, verdicts]: string[]): number {
	if (!passages || !verdicts || !existsSync(passages) || !existsSync(verdicts)) {
		console.error(USAGE);
		return 1;
	}
	const trained = trainOn(readFileSync(passages, 'utf8'), readFileSync(verdicts, 'utf8'));
	console.error(trained.ok ? trained.report : trained.problem);
	if (trained.ok) process.stdout.write(trained.file);
	return trained.ok ? 0 : 1;
}

process.exitCode = run(process.argv.slice(2));
