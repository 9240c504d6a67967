import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { smallBank } from '../bank/small-bank.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'recount-bank-'));
	for (const { path, text } of smallBank()) writeFileSync(join(folder, basename(path)), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function bank(...args: string[]) {
	const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/bank.ts', ...args], {
		encoding: 'utf8',
		env: { ...process.env, RECOUNT_REPORTS: '' }
	});
	return { code: run.status, out: run.stdout.trim(), errors: run.stderr.trim() };
}

function edit(name: string, from: string, to: string) {
	const path = join(folder, name);
	writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

describe('npm run bank', () => {
	test('a good bank: what it holds, and exit 0', () => {
		expect(bank(folder)).toEqual({
			code: 0,
			out: [
				'1 reports, 2 facts, 8 names, 1 comparisons',
				'7 questions: 2 who, 2 what, 1 where, 2 how-many; 2 core, 3 detail, 2 fine'
			].join('\n'),
			errors: ''
		});
	});

	test('problems: each in one line, then their number, and exit 1', () => {
		edit('flood.yaml', 'level: core', 'levl: core');
		edit('names.yaml', 'type: thing', 'type: clock');
		expect(bank(folder)).toEqual({
			code: 1,
			out: '',
			errors: [
				`${join(folder, 'flood.yaml')}:25:9: the key level is missing; add it`,
				`${join(folder, 'flood.yaml')}:26:9: unknown key "levl"; did you mean level?`,
				`${join(folder, 'names.yaml')}:9:45: "clock" is not possible here; choose one of person, role, group, organisation, country, city, district, landmark, work, thing`,
				'',
				'3 problems in 2 files.'
			].join('\n')
		});
	});

	test('--lock adds ids once; a question that goes is then missed', () => {
		expect(bank(folder, '--lock').out).toContain('ids.lock now holds 9 ids.');
		const lock = readFileSync(join(folder, 'ids.lock'), 'utf8');
		expect(lock.split('\n').slice(0, 2)).toEqual(['compare/counts/what', 'flood/bridge']);
		edit('flood.yaml', 'id: houses', 'id: homes');
		const { code, errors } = bank(folder, '--lock');
		expect(code).toBe(1);
		expect(errors).toContain('ids.lock:7:1: flood/dead/houses was published and is gone;');
		expect(readFileSync(join(folder, 'ids.lock'), 'utf8')).toBe(lock);
	});

	test('--reports looks for words of the reports', () => {
		writeFileSync(join(folder, 'report.txt'), 'So one is counted by a person, the other seen.');
		const { code, errors } = bank(folder, '--reports', folder);
		expect(code).toBe(1);
		expect(errors).toContain('are words of report.txt; say it in your own');
	});

	test.each([
		['a folder that is not there', ['nowhere'], 'There is no folder nowhere.'],
		['an unknown option', ['--locks'], "Unknown option '--locks'"]
	])('%s: what is wrong, the usage, and exit 1', (_, args, words) => {
		const { code, out, errors } = bank(...args);
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(errors).toContain(words);
		expect(errors).toContain('npm run bank [-- folder]');
	});
});
