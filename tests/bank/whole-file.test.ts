import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkBank, type CheckOptions } from '#lib/bank/check.ts';
import { compileBank, compileContent, editionText, withEdition } from '#lib/bank/compile.ts';
import { joinBanks } from '#lib/bank/join.ts';
import { lookUp } from '#lib/bank/look-up.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import { problemText } from '#lib/bank/problem-words.ts';
import type { Bank, Name } from '#lib/bank/types.ts';
import { smallBank } from './small-bank.ts';

const ID = 'r-0190a1b2-0000-7000-8000-000000000001';

/** A bank file with no more than a person's own report needs. */
const FILE = `kind: recount-bank
version: 1
report:
  id: ${ID}
  title: A fire in Milltown
  publisher: { name: The Courier, basis: stated }
  date: { value: 2016-10, basis: stated }
  place: milltown
  paragraphs: 2
facts:
  - id: f-1
    paragraph: 1
    source: n-chief
    standing: claimed
    grave: deaths
    questions:
      - kind: how-many
        id: q-1
        level: core
        ask: How many people did the fire chief of Milltown count as dead in 2016?
        answer: { quantity: 12 people }
        distractors: [31 people]
      - { kind: where, id: q-2, level: core, ask: Which town burned in 2016?, answer: { name: milltown } }
names:
  - { id: ruritania, name: Ruritania, type: country }
  - { id: milltown, name: Milltown, type: city, partOf: ruritania }
  - { id: n-chief, name: the fire chief, type: role }
`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function shipped(): Bank {
	const { bank } = checkBank(smallBank());
	if (!bank) throw new Error('The small bank has problems.');
	return compileBank(bank, sha256);
}

interface Change {
	from: string;
	to: string;
	options?: CheckOptions;
	path?: string;
}

function check({ from, to, options, path = 'mine.yaml' }: Change) {
	if (!FILE.includes(from)) throw new Error(`"${from}" does not stand in the file`);
	return checkBank([{ path, text: FILE.replace(from, () => to) }], {
		isBankFile: true,
		...options
	});
}

const codes = (change: Change) =>
	check(change).problems.map(({ code, line, column }) => `${line}:${column} ${code}`);
const same = { from: '', to: '' };

describe('a whole bank in one file', () => {
	test.each(['mine.yaml', 'names.yaml', 'comparisons.yaml', 'a/b/My file (2).yaml'])(
		'is read as one whatever the file is called: %s',
		(path) => expect(codes({ ...same, path })).toEqual([])
	);
	test('is known by its kind among other files too', () => {
		expect(codes({ ...same, options: { isBankFile: false } })).toEqual([]);
	});
	test('does without brief, texts and explanations, and takes the time of its date', () => {
		const { bank } = check(same);
		const content = bank && compileContent(bank);
		expect(content?.reports[0]?.brief).toEqual({ plain: [], full: [] });
		expect(content?.facts[0]).toMatchObject({ text: '', when: '2016-10', grave: 'deaths' });
		expect(content?.questions.map(({ id, explain }) => [id, explain])).toEqual([
			[`${ID}/f-1/q-1`, ''],
			[`${ID}/f-1/q-2`, '']
		]);
	});
	test.each<[string, Change, string[]]>([
		['no kind', { from: 'kind: recount-bank\n', to: '' }, ['1:1 wrong-kind']],
		['another kind', { from: 'recount-bank', to: 'recount-class' }, ['1:7 wrong-kind']],
		['a newer version', { from: 'version: 1', to: 'version: 2' }, ['2:10 wrong-version']],
		['no version', { from: 'version: 1\n', to: '' }, ['1:1 wrong-version']],
		["a shipped report's id", { from: `id: ${ID}`, to: 'id: flood' }, ['4:7 not-own']],
		['an unknown key', { from: 'version: 1', to: 'version: 1\nextra: 1' }, ['3:1 unknown-key']],
		['a name it does not know', { from: 'source: n-chief', to: 'source: n-x' }, ['13:13 dangling']],
		['an unreadable figure', { from: '12 people', to: 'a lot' }, ['21:29 bad-quantity']],
		[
			'an answer given away',
			{ from: 'Which town', to: 'Where in Milltown' },
			['23:51 answer-in-question']
		],
		['a list instead of an object', { from: FILE, to: '- 1\n' }, ['1:1 wrong-kind']],
		['a plain text', { from: FILE, to: 'Warplanes flew over the town' }, ['1:1 wrong-kind']]
	])('refused: %s', (_, change, expected) => {
		expect(codes(change)).toEqual(expected);
	});
	test.each([
		['wrong-kind', { from: 'kind: recount-bank', to: 'kind: x' }, 'kind "x"'],
		['wrong-version', { from: 'version: 1', to: 'version: 9' }, 'newer Recount'],
		['wrong-version', { from: 'version: 1', to: 'version: old' }, 'write 1']
	])('%s says what to do', (code, change, words) => {
		const [first] = check(change).problems;
		expect(first?.code).toBe(code);
		expect(first && problemText(first)).toContain(words);
	});
});

describe('what is known around it', () => {
	const around = shipped();
	const bare = FILE.slice(0, FILE.indexOf('names:\n'));
	const comparison = (fact: string, id = 'c-1') =>
		`${FILE}comparisons:\n  - id: ${id}\n    facts: [${ID}/f-1, ${fact}]\n    relation: differs\n    why: Two counts.\n    questions:\n      - { kind: what, level: fine, ask: What do the counts of 2016 differ in?, answer: { text: Who counted } }\n`;

	test('a comparison points at a fact of another bank, and takes its gravity', () => {
		const change = { from: FILE, to: comparison('flood/dead').replace('    grave: deaths\n', '') };
		expect(codes(change)).toEqual([expect.stringContaining('dangling')]);
		const { bank, problems } = check({ ...change, options: { around } });
		expect(problems).toEqual([]);
		const asked = bank && compileContent(bank, around).questions.find((each) => each.comparisonId);
		expect(asked).toMatchObject({ grave: 'deaths', factIds: [`${ID}/f-1`, 'flood/dead'] });
	});
	test('names around are known, and the bank then holds those it uses with all they are part of', () => {
		const names = 'names:\n  - { id: n-chief, name: the fire chief, type: role }\n';
		const { bank, problems } = check({ from: FILE, to: bare + names, options: { around } });
		expect(problems).toEqual([]);
		expect(bank?.names.map(({ id }) => id)).toEqual(['n-chief', 'milltown', 'ruritania']);
	});
	test('a name around it is a rival, and then is held too, with all it is part of', () => {
		const { bank } = check({ ...same, options: { around } });
		const names: Name[] = [
			{ id: 'freedonia', name: 'Freedonia', type: 'country', aliases: [] },
			{ id: 'milton', name: 'Milton', type: 'city', aliases: [], partOf: 'freedonia' },
			{ id: 'unlike', name: 'Some Thing', type: 'thing', aliases: [] }
		];
		const content = bank && compileContent(bank, { ...around, names });
		const where = content?.questions.find(({ kind }) => kind === 'where');
		expect(where?.rivals).toEqual([{ name: 'milton' }]);
		expect(content?.names.slice(3)).toEqual([names[1], names[0]]);
	});
	test('an id of another bank cannot be taken over', () => {
		const taken = comparison('flood/dead', 'counts');
		const found = check({ from: FILE, to: taken, options: { around } }).problems;
		expect(found.map(({ code }) => code)).toEqual(['duplicate-id']);
		const was = {
			from: 'answer: { name: milltown }',
			to: 'answer: { name: milltown }, was: [flood/dead/who]'
		};
		expect(codes({ ...was, options: { around } })).toEqual([expect.stringContaining('was-in-use')]);
	});
});

describe('joining', () => {
	const part = (text = FILE) => {
		const { bank } = checkBank([{ path: 'x.yaml', text }], { isBankFile: true });
		if (!bank) throw new Error('The file has problems.');
		return compileBank(bank, sha256);
	};
	const base = shipped();

	test('nothing to join is the shipped bank itself', () => {
		expect(joinBanks(base, [])).toBe(base);
	});
	test('reports, facts and questions stand behind each other, names once', () => {
		const joined = joinBanks(base, [part()]);
		expect(joined.reports.map(({ id }) => id)).toEqual(['flood', ID]);
		expect(joined.questions).toHaveLength(base.questions.length + 2);
		expect(joined.names.map(({ id }) => id)).toEqual([
			...base.names.map(({ id }) => id),
			'n-chief'
		]);
		expect(lookUp(joined).fact(`${ID}/f-1`)?.standing).toBe('claimed');
	});
	test('the shipped name stands, then the device’s own, then a bank’s copy', () => {
		const other = part(FILE.replace('name: Milltown', 'name: Elsewhere'));
		const [chief] = other.names.filter(({ id }) => id === 'n-chief');
		if (!chief) throw new Error('no chief');
		const joined = joinBanks(base, [other], [{ ...chief, name: 'Chief Ray' }]);
		expect(lookUp(joined).name('milltown')?.name).toBe('Milltown');
		expect(lookUp(joined).name('n-chief')?.name).toBe('Chief Ray');
	});
	test('the edition tells the parts apart', () => {
		const [one, other] = [part(), part(FILE.replace('A fire', 'The fire'))];
		const editions = [[one], [other], [one, other], []].map((own) => joinBanks(base, own).edition);
		expect(new Set(editions).size).toBe(4);
		expect(joinBanks(base, [part()]).edition).toBe(editions[0]);
		expect(editions[0]).toMatch(/^[0-9a-f]{12}$/);
	});
	test('a hash made elsewhere gives the same edition', () => {
		const { bank } = check(same);
		const content = bank && compileContent(bank);
		expect(content && withEdition(content, sha256(editionText(content)))).toEqual(part());
	});
});

test.each([
	['r-0190a1b2-0000-7000-8000-000000000001', true],
	['aleppo-bombardment', false],
	['r-evolution', false],
	['r-', false],
	['compare', false]
])('isOwnReport(%s) is %s', (id, expected) => expect(isOwnReport(id)).toBe(expected));
