import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/bank/canonical-json.ts';
import { checkBank } from '#lib/bank/check.ts';
import { compileBank } from '#lib/bank/compile.ts';
import type { BankFile } from '#lib/bank/read-files.ts';
import type { Bank } from '#lib/bank/types.ts';
import { COMPARISONS_FILE, NAMES_FILE, REPORT_FILE, smallBank } from './small-bank.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function compiled(files: BankFile[] = smallBank()): Bank {
	const { bank, problems } = checkBank(files);
	if (!bank) throw new Error(`The test's bank has problems: ${JSON.stringify(problems)}`);
	return compileBank(bank, sha256);
}

const questionOf = (bank: Bank, id: string) => bank.questions.find((each) => each.id === id);

describe('what it holds', () => {
	const bank = compiled();

	test('ids in full', () => {
		expect(bank.questions.map(({ id }) => id)).toEqual([
			'compare/counts/what',
			'flood/dead/how-many',
			'flood/dead/houses',
			'flood/dead/who',
			'flood/bridge/where',
			'flood/bridge/what',
			'flood/bridge/who'
		]);
		expect(bank.facts.map(({ id }) => id)).toEqual(['flood/dead', 'flood/bridge']);
		expect(bank.reports[0]?.brief.plain[0]?.facts).toEqual(['flood/dead']);
		expect(bank.reports[0]?.timeline[0]?.fact).toBe('flood/bridge');
	});

	test('a question whole', () => {
		expect(questionOf(bank, 'flood/bridge/what')).toEqual({
			id: 'flood/bridge/what',
			kind: 'what',
			level: 'fine',
			ask: 'What did the river Ruse break in 2016?',
			answer: { form: 'text', text: 'The old bridge', not: [{ text: 'the dam', why: 'It held.' }] },
			distractors: ['The mill', 'The church'],
			forms: ['choose', 'type'],
			explain: 'The mill stood higher up.',
			was: ['flood/bridge/broken'],
			factIds: ['flood/bridge'],
			rivals: [{ text: 'The mill' }, { text: 'The church' }]
		});
	});

	test('gravity is lifted from facts to their questions, comparisons too', () => {
		const graves = bank.questions.filter(({ grave }) => grave).map(({ id }) => id);
		expect(graves).toEqual([
			'compare/counts/what',
			'flood/dead/how-many',
			'flood/dead/houses',
			'flood/dead/who'
		]);
	});

	test('a comparison and its question', () => {
		expect(bank.comparisons).toEqual([
			{
				id: 'counts',
				factIds: ['flood/dead', 'flood/bridge'],
				relation: 'differs',
				why: 'One is counted by a person, the other seen by all.'
			}
		]);
		expect(questionOf(bank, 'compare/counts/what')).toMatchObject({
			comparisonId: 'counts',
			factIds: ['flood/dead', 'flood/bridge']
		});
	});

	test('a date written as a number is a text', () => {
		const edit = { file: REPORT_FILE, from: 'value: 2016-09', to: 'value: 2016' };
		expect(compiled(smallBank([edit])).reports[0]?.date.value).toBe('2016');
	});

	test('it survives JSON unchanged', () => {
		expect(JSON.parse(JSON.stringify(bank))).toEqual(bank);
	});
});

describe('the edition', () => {
	const bank = compiled();

	test('is the hash of everything else', () => {
		const { edition, ...rest } = bank;
		expect(edition).toBe(sha256(canonicalJson(rest)).slice(0, 12));
	});
	test('is the same for the same source, in whatever order its files come', () => {
		expect(compiled([...smallBank()].reverse())).toEqual(bank);
	});
	test('does not see layout and comments', () => {
		const edit = { file: NAMES_FILE, from: 'names:\n', to: '# people\nnames:\n\n' };
		expect(compiled(smallBank([edit])).edition).toBe(bank.edition);
	});
	test('sees every word', () => {
		const edit = { file: COMPARISONS_FILE, from: 'seen by all', to: 'seen by everyone' };
		expect(compiled(smallBank([edit])).edition).not.toBe(bank.edition);
	});
});

describe('rivals', () => {
	const rivals = (id: string, bank = compiled()) => questionOf(bank, id)?.rivals;

	test('of a name: the author’s, then others of its type; never its parts and wholes', () => {
		expect(rivals('flood/bridge/where')).toEqual([
			{ name: 'south-side' },
			{ text: 'At the church' }
		]);
	});
	test('of a role: people, but not the person who holds it', () => {
		expect(rivals('flood/dead/who')).toEqual([{ name: 'ann-lee' }, { name: 'bob-ray' }]);
		const holds = {
			file: NAMES_FILE,
			from: 'name: Bob Ray, type: person',
			to: 'name: Bob Ray, type: person, role: mayor of Milltown in 2016'
		};
		const unlisted = { file: REPORT_FILE, from: '[Ann Lee, Bob Ray]', to: '[Ann Lee]' };
		expect(rivals('flood/dead/who', compiled(smallBank([holds, unlisted])))).toEqual([
			{ name: 'ann-lee' }
		]);
	});
	test('of a figure: figures of other questions, unless they might pass for it', () => {
		expect(rivals('flood/dead/how-many')).toEqual([{ text: '40 houses' }]);
		const near = [
			{ file: REPORT_FILE, from: '{ quantity: 40 houses }', to: '{ quantity: 75 houses }' },
			{ file: REPORT_FILE, from: 'and 40 houses', to: 'and 75 houses' }
		];
		expect(rivals('flood/dead/how-many', compiled(smallBank(near)))).toEqual([]);
	});
	test('of a text: not what shares most of its words', () => {
		const edit = { file: COMPARISONS_FILE, from: 'The number of dead', to: 'A bridge count' };
		const alike = compiled(smallBank([edit]));
		expect(rivals('flood/bridge/what', alike)).toEqual([
			{ text: 'The mill' },
			{ text: 'The church' }
		]);
	});
	test('of two names: neither', () => {
		expect(rivals('flood/bridge/who')).toEqual([{ name: 'mayor' }]);
	});
});
