import { describe, expect, test } from 'vitest';
import { checkBank, type CheckOptions } from '#lib/bank/check.ts';
import { problemWords } from '#lib/bank/problem-words.ts';
import type { ProblemCode } from '#lib/bank/problems.ts';
import { addToLock } from '#lib/bank/rules/lock.ts';
import {
	COMPARISONS_FILE,
	NAMES_FILE,
	placeOf,
	REPORT_FILE,
	smallBank,
	type Edit
} from './small-bank.ts';

/** One planted breach: the edit, and the text at whose start the problem must stand. */
interface Breach extends Edit {
	at: string;
	/** What the words must say. */
	says?: string;
	options?: CheckOptions;
	/** Edits that go with it and are no breach. */
	also?: Edit[];
}

const inReport = (from: string, to: string, at: string, more: Partial<Breach> = {}): Breach => ({
	file: REPORT_FILE,
	from,
	to,
	at,
	...more
});
const inNames = (from: string, to: string, at: string, more: Partial<Breach> = {}): Breach => ({
	...inReport(from, to, at, more),
	file: NAMES_FILE
});
const inComparisons = (
	from: string,
	to: string,
	at: string,
	more: Partial<Breach> = {}
): Breach => ({
	...inReport(from, to, at, more),
	file: COMPARISONS_FILE
});

const TEN_WORDS = 'This sentence of the brief has exactly ten short words. ';
const ASK_BRIDGE = 'What did the river Ruse break in 2016?';

/** Codes that cannot be planted by one edit have tests of their own. */
type Apart =
	| 'file-name'
	| 'no-report'
	| 'too-large'
	| 'not-text'
	| 'yaml-too-deep'
	| 'bad-lock-line'
	| 'yaml-empty'
	| 'reserved-id'
	| 'foreign-file'
	| 'wrong-kind'
	| 'wrong-version'
	| 'not-own'
	| 'lost-id';

const BREACHES: Record<Exclude<ProblemCode, Apart>, Breach[]> = {
	yaml: [
		inReport('paragraphs: 3', 'paragraphs: 3: 4', '3: 4'),
		inReport('  place: milltown', '\tplace: milltown', '\tplace')
	],
	'yaml-documents': [inNames('  - { id: bell', '---\n  - { id: bell', '---')],
	'yaml-alias': [inReport('notice: Describes', 'notice: &n Describes', 'Describes deaths in')],
	'yaml-tag': [inReport('notice: Describes', 'notice: !!str Describes', 'Describes deaths in')],
	'bad-key': [
		inReport('  notice:', '  __proto__:', '__proto__'),
		inReport('  notice:', '  constructor:', 'constructor'),
		inReport('  notice:', '  ? [a]\n  :', '[a]')
	],
	'duplicate-key': [
		inReport('  paragraphs: 3', '  paragraphs: 3\n  place: ruritania', 'place: ruritania')
	],
	'unknown-key': [
		inReport('        was: [', '        wass: [', 'wass', { says: 'did you mean was?' }),
		inReport('    source: mayor', '    origin: mayor', 'origin', {
			says: 'known are id, paragraph'
		}),
		inReport('{ quantity: 40 houses }', '{ quantity: about 40,000 houses }', '000 houses', {
			says: 'in quotes'
		}),
		inNames('side: neither', 'sides: neither', 'sides', { says: 'did you mean side?' })
	],
	'missing-key': [
		inReport('  title: A flood in Milltown\n', '', 'id: flood', { says: 'title' }),
		inReport('    when: September 2016\n    grave', '    grave', 'id: dead', { says: 'when' }),
		inReport('    text: The river broke the old bridge on the north side.\n', '', 'id: bridge', {
			says: 'text'
		}),
		inReport('    full:\n', '    plain2:\n', '', {
			from: `    full:\n      - { text: "${TEN_WORDS.repeat(13).trim()}", facts: [] }\n`,
			to: '',
			at: 'plain:\n',
			says: 'full'
		})
	],
	'wrong-type': [
		inReport('distractors: [The mill', 'distractors: [12', '12', {
			says: 'bare number needs quotes'
		}),
		inReport('paragraphs: 3', 'paragraphs: 3.5', '3.5', { says: 'a whole number' }),
		inReport('paragraph: 1', 'paragraph: title', 'title', { at: 'title\n    source' }),
		inReport('forms: [choose, type]', 'forms: choose', 'choose', { says: 'a list' })
	],
	'not-listed': [
		inReport('standing: claimed', 'standing: claimd', 'claimd', { says: 'did you mean claimed?' }),
		inReport('level: fine', 'level: x', 'x', { at: 'x\n', says: 'core, detail, fine' }),
		inReport('[choose, type]', '[choose, sing]', 'sing'),
		inNames('type: thing', 'type: clock', 'clock')
	],
	empty: [
		inReport('notice: Describes deaths in a flood.', 'notice:', 'notice:'),
		inReport('title: A flood in Milltown', 'title: " "', '" "'),
		inComparisons('relation: differs', 'relation:', 'relation')
	],
	'too-long': [inReport('A flood in Milltown', 'a'.repeat(301), 'aaa')],
	'too-few': [
		inReport('names: [ann-lee, bob-ray]', 'names: [ann-lee]', '[ann-lee]'),
		inReport('forms: [choose, type]', 'forms: []', '[]', { at: '[]\n        explain' })
	],
	'bad-id': [
		inNames('id: bell', 'id: Great_Bell', 'Great_Bell'),
		inReport('was: [flood/bridge/broken]', 'was: [flood]', '[flood]', { at: 'flood]' })
	],
	'bad-date': [
		inReport('value: 2016-09', 'value: 2016-13', '2016-13'),
		inReport('value: 2016-09', 'value: 2015-02-29', '2015-02-29'),
		inReport('value: 2016-09', 'value: September', 'September')
	],
	'answer-form': [
		inReport('{ name: north-side }', '{ name: north-side, text: north }', '{ name: north-side', {
			says: 'name and text'
		}),
		inReport('{ name: north-side }', '{ accept: [north] }', '{ accept: [north]', { says: 'none' })
	],
	'report-file': [
		inReport('id: flood', 'id: deluge', 'deluge', {
			also: [
				{
					file: COMPARISONS_FILE,
					from: '[flood/dead, flood/bridge]',
					to: '[deluge/dead, deluge/bridge]'
				}
			]
		})
	],
	'duplicate-id': [
		inReport(
			'  - id: bridge',
			'  - id: dead\n    paragraph: 2\n    standing: stated\n    when: 2016-09\n    text: Again.\n  - id: bridge',
			'dead\n    paragraph: 2'
		),
		inReport('        id: houses\n', '', 'kind: how-many\n        level: detail', {
			says: 'flood/dead/how-many'
		}),
		inNames('id: bell', 'id: mayor', 'mayor, name: The Great')
	],
	'was-in-use': [
		inReport('was: [flood/bridge/broken]', 'was: [flood/bridge/where]', 'flood/bridge/where')
	],
	dangling: [
		inReport('source: mayor', 'source: mayer', 'mayer', { says: 'did you mean mayor?' }),
		inReport('place: milltown', 'place: nowhere', 'nowhere'),
		inReport('names: [ann-lee, bob-ray]', 'names: [ann-lee, rob-ray]', 'rob-ray'),
		inReport('{ name: north-side }', '{ name: nord-side }', 'nord-side'),
		inReport('facts: [dead]', 'facts: [deaf]', 'deaf', { says: 'flood/dead' }),
		inReport('fact: bridge', 'fact: ridge', 'ridge }'),
		inNames('partOf: ruritania', 'partOf: atlantis', 'atlantis'),
		inNames('actsFor: milltown', 'actsFor: gilltown', 'gilltown'),
		inComparisons('flood/bridge]', 'flood/bride]', 'flood/bride]')
	],
	'not-a-place': [inReport('place: milltown', 'place: bell', 'bell')],
	'circular-part': [
		inNames('type: country }', 'type: country, partOf: ruritania }', 'ruritania }')
	],
	'ambiguous-name': [
		inNames('name: The Great Bell', 'name: the  MAYOR', 'the  MAYOR', { says: 'mayor' })
	],
	'repeated-fact': [
		inComparisons(
			'[flood/dead, flood/bridge]',
			'[flood/dead, flood/bridge, flood/dead]',
			'flood/dead]'
		)
	],
	'lone-fact': [inComparisons('[flood/dead, flood/bridge]', '[flood/dead]', '[flood/dead]')],
	'paragraph-range': [
		inReport('paragraph: 1', 'paragraph: 4', '4\n'),
		inReport('paragraph: 1', 'paragraph: 0', '0\n')
	],
	'brief-length': [
		inReport(TEN_WORDS.repeat(2), '', 'plain:', { says: '110 words' }),
		inReport(TEN_WORDS, 'one '.repeat(70), 'plain:', { says: '190 words' })
	],
	'bad-quantity': [
		inReport('{ quantity: 40 houses }', '{ quantity: rather some }', 'rather some'),
		inReport('distractors: [about 70 people]', 'distractors: [rather some]', 'rather some')
	],
	'answer-in-question': [
		inReport(ASK_BRIDGE, 'What old thing, the old bridge, broke in 2016?', 'What old thing'),
		inReport('Who gave the count', 'By what title does the mayor give the count', 'By what title'),
		inReport('Who gave the count', "Who, the town's mayor, gave the count", 'Who, the'),
		inReport('How many houses in Milltown', 'Of forty houses in Milltown, how many', 'Of forty')
	],
	'answer-in-cue': [
		inReport('cue: The river broke', 'cue: On the north bank broke', 'On the north')
	],
	'answer-kind': [
		inReport('{ name: mayor, accept', '{ text: somebody, accept', '{ text: somebody'),
		inReport('{ name: mayor, accept', '{ name: bell, accept', 'bell, accept'),
		inReport('{ name: north-side }', '{ name: bob-ray }', 'bob-ray }'),
		inReport('{ name: north-side }', '{ quantity: two }', '{ quantity: two }'),
		inReport('{ text: The old bridge,', '{ quantity: two bridges,', '{ quantity: two'),
		inReport('{ quantity: 40 houses }', '{ text: 40 houses }', '{ text: 40')
	],
	'distractor-right': [
		inReport('[The mill, The church]', '[The mill, an OLD bridge]', 'an OLD bridge'),
		inReport('[Ann Lee, Bob Ray]', "[Ann Lee, The Town's Mayor]", "The Town's Mayor"),
		inReport('[South Side, At the church]', '[South Side, North bank]', 'North bank]'),
		inReport('distractors: [about 70 people]', 'distractors: [forty houses]', 'forty houses')
	],
	'distractor-repeated': [
		inReport('[The mill, The church]', '[The mill, a mill]', 'a mill'),
		inReport(
			'distractors: [about 70 people]',
			'distractors: [about 70 people, seventy people]',
			'seventy'
		)
	],
	'distractor-part': [
		inReport('[South Side, At the church]', '[South Side, Milltown]', 'Milltown]'),
		inReport('[South Side, At the church]', '[South Side, Ruritania]', 'Ruritania'),
		inReport('[Ann Lee, Bob Ray]', '[Ann Lee, Milltown]', 'Milltown]')
	],
	'near-miss-right': [inReport('text: the dam', 'text: Old bridge', 'Old bridge')],
	'time-word': [
		inReport(ASK_BRIDGE, 'What did the river Ruse break yesterday?', 'What did the river'),
		inReport(ASK_BRIDGE, 'What did the river Ruse break last week?', 'What did the river'),
		inReport(ASK_BRIDGE, 'What does the river Ruse now break?', 'What does the river'),
		inReport(ASK_BRIDGE, 'What did the river Ruse break on Thursday?', 'What did the river'),
		inReport('cue: The river broke', 'cue: Today the river broke', 'Today')
	],
	'missing-explain': [
		inReport("        explain: One official's early count.\n", '', 'kind: how-many'),
		inReport('explain: The other side stayed dry.', 'explain: ""', '""', { says: 'choose' }),
		inComparisons('level: core', 'level: fine', '', {
			from: '        explain: The report saw the bridge itself.\n',
			to: '        forms: [type]\n',
			at: 'kind: what'
		})
	],
	'long-explain': [inReport('The other side stayed dry.', 'word '.repeat(41), 'word word')],
	'duplicate-question': [
		inReport(
			'Which two people crossed the bridge last in 2016?',
			'What did the river Ruse break (in 2016)?',
			'What did the river Ruse break (in'
		)
	],
	'duplicate-answer': [
		inReport('{ quantity: 40 houses }', '{ quantity: About 70  people }', '{ quantity: About', {
			also: [{ file: REPORT_FILE, from: '[about 70 people]', to: '[40 houses]' }]
		})
	],
	'grave-open': [
		inReport('        forms: [type]\n        explain: One', '        explain: One', 'how-many'),
		inReport('        distractors: [about 70 people]\n', '', 'how-many\n        id: houses')
	],
	'grave-form': [inReport('forms: [type]', 'forms: [type, match]', 'match]')],
	'invented-figure': [
		inReport('distractors: [about 70 people]', 'distractors: [90 houses]', '90 houses')
	],
	'shared-words': [
		inReport(
			'explain: The other',
			'explain: One two three four five six seven eight. The other',
			'One two',
			{
				options: {
					reports: [{ name: 'f.txt', text: 'zero one two, three four five six seven eight nine' }]
				},
				says: '"One two three four five six seven eight" are words of f.txt'
			}
		),
		inNames('role: baker in', 'role: a b c d e f g h in', 'a b c', {
			options: { reports: [{ name: 'f.txt', text: 'a b c d e f g h' }] }
		})
	]
};

test('a small good bank has no problems', () => {
	expect(checkBank(smallBank()).problems).toEqual([]);
});

describe('planted breaches', () => {
	const rows = Object.entries(BREACHES).flatMap(([code, breaches]) =>
		breaches.map((breach) => ({
			code,
			breach,
			name: breach.to.slice(0, 50) || breach.from.slice(0, 50)
		}))
	);
	test.each(rows)('$code: $name', ({ code, breach }) => {
		const files = smallBank([breach, ...(breach.also ?? [])]);
		const { bank, problems } = checkBank(files, breach.options);
		const { file, line, column } = placeOf(files, breach.file, breach.at);
		expect(bank).toBeUndefined();
		expect(
			problems.map((each) => ({ code: each.code, at: `${each.line}:${each.column}` }))
		).toEqual([{ code, at: `${line}:${column}` }]);
		const [words] = problems.map(problemWords);
		expect(words).toMatch(/^small\/[a-z]+\.yaml:\d+:\d+: .+; .+$/);
		expect(words?.startsWith(`${file}:${line}:${column}: `)).toBe(true);
		expect(words).toContain(breach.says ?? '');
	});
});

const codesOf = (files: { path: string; text: string }[], options?: CheckOptions) =>
	checkBank(files, options).problems.map(({ code, file, line }) => `${file}:${line} ${code}`);

describe('files', () => {
	test('a folder without a report says so', () => {
		expect(codesOf([])).toEqual(['.:1 no-report']);
	});
	test('another ending is not passed over in silence', () => {
		expect(codesOf([...smallBank(), { path: 'small/more.yml', text: 'a: 1' }])).toEqual([
			'small/more.yml:1 file-name'
		]);
	});
	test('an empty file', () => {
		expect(codesOf([...smallBank(), { path: 'small/more.yaml', text: '# soon\n' }])).toEqual([
			'small/more.yaml:1 yaml-empty'
		]);
	});
	test('a root that is a list', () => {
		expect(codesOf([...smallBank(), { path: 'small/more.yaml', text: '- a\n' }])).toEqual([
			'small/more.yaml:1 wrong-type'
		]);
	});
	test('a report may not take the name of a kind of ids', () => {
		const files = smallBank([
			{ file: REPORT_FILE, from: 'id: flood', to: 'id: compare' },
			{ file: COMPARISONS_FILE, from: 'flood/dead, flood/', to: 'compare/dead, compare/' }
		]).map((file) => ({ ...file, path: file.path.replace('flood', 'compare') }));
		expect(codesOf(files)).toEqual(['small/compare.yaml:2 reserved-id']);
	});
	test("a person's own report may be in any file", () => {
		const files = smallBank([
			{ file: REPORT_FILE, from: 'id: flood', to: 'id: r-0190a1b2' },
			{ file: COMPARISONS_FILE, from: 'flood/dead, flood/', to: 'r-0190a1b2/dead, r-0190a1b2/' }
		]);
		expect(codesOf(files)).toEqual([]);
	});
});

describe('ids.lock', () => {
	const { ids } = checkBank(smallBank());
	test('the ids of facts and questions are published', () => {
		expect(ids).toEqual([
			'compare/counts/what',
			'flood/bridge',
			'flood/bridge/what',
			'flood/bridge/where',
			'flood/bridge/who',
			'flood/dead',
			'flood/dead/houses',
			'flood/dead/how-many',
			'flood/dead/who'
		]);
	});
	test('a lock of just these ids holds', () => {
		expect(codesOf(smallBank(), { lock: addToLock('', ids) })).toEqual([]);
	});
	test('an id that is gone is an error, unless a question lists it as its old one', () => {
		const lock = 'flood/bridge/broken\nflood/lost\nflood/dead/where\n';
		expect(codesOf(smallBank(), { lock })).toEqual(['ids.lock:2 lost-id', 'ids.lock:3 lost-id']);
	});
	test('a line that is no id', () => {
		expect(codesOf(smallBank(), { lock: 'flood/dead\n<<<<<<< HEAD\n' })).toEqual([
			'ids.lock:2 bad-lock-line'
		]);
	});
	test('new ids are sorted in, old ones stay', () => {
		expect(addToLock('b/c\na/b\n', ['a/a', 'b/c'])).toBe('a/a\na/b\nb/c\n');
	});
});

test('all problems of all files come in one run, in the order of files and lines', () => {
	const files = smallBank([
		{ file: REPORT_FILE, from: 'level: core', to: 'levl: core' },
		{ file: REPORT_FILE, from: 'source: mayor', to: 'source: mayr' },
		{ file: NAMES_FILE, from: 'type: thing', to: 'type: bell' },
		{ file: COMPARISONS_FILE, from: 'relation: differs', to: 'relation: differ' }
	]);
	expect(codesOf(files)).toEqual([
		'small/comparisons.yaml:4 not-listed',
		'small/flood.yaml:19 dangling',
		'small/flood.yaml:25 missing-key',
		'small/flood.yaml:26 unknown-key',
		'small/names.yaml:9 not-listed'
	]);
	expect(codesOf([...files].reverse())).toEqual(codesOf(files));
});

test('a weekday tied to an event or a date may be asked about', () => {
	const asks = [
		'What broke since the Friday of the flood in 2016?',
		'What broke on Friday, 23 September 2016?'
	];
	for (const to of asks)
		expect(codesOf(smallBank([{ file: REPORT_FILE, from: ASK_BRIDGE, to }]))).toEqual([]);
});
