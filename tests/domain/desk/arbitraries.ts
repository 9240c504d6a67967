import fc from 'fast-check';
import { GRAVES, KINDS, LEVELS, NAME_TYPES, STANDINGS, type Name } from '#lib/bank/types.ts';
import type {
	Desk,
	DeskAnswer,
	DeskFact,
	DeskPatch,
	DeskQuestion
} from '#lib/domain/desk/types.ts';
import { REPORT_ID } from './small-desk.ts';

/** Texts that break files, pages and prototypes. */
const HOSTILE = [
	'"quoted" and \'quoted\'',
	'key: value',
	'# no comment',
	'- not a list',
	'? not a key',
	'two\nlines\r\nand\ttabs',
	'__proto__',
	'constructor',
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'{ flow: [map] }',
	'*alias &anchor !tag',
	'| block',
	'> folded',
	'%directive',
	'@at `tick`',
	'true',
	'null',
	'~',
	'0x1F',
	'2016-09-24',
	'1e3',
	'---',
	'...',
	'٣٠٠ قتيل',
	'naïve café',
	'👩‍👩‍👧 family',
	'\u202Ertl\u202C',
	'\u0000nul\u0007bell',
	'\ud800 half',
	'\ufffd broken',
	'a \\ backslash \\n',
	'trailing: ',
	' leading'
] as const;

/** Any text an author may type, hostile ones often; never empty once tidy. */
const someText = fc
	.oneof(
		fc.constantFrom(...HOSTILE),
		fc.string({ unit: 'binary', maxLength: 40 }),
		fc.string({ unit: 'grapheme', maxLength: 40 })
	)
	.map((text) => `x${text}`);

const ids = (prefix: string) => ['1', '2', '3'].map((end) => `${prefix}-${end}`);
const FACTS = ids('f');
const QUESTIONS = ids('q');
const NAMES = ids('n');

const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

function named(id: string): fc.Arbitrary<Name> {
	return fc
		.record({
			name: someText,
			type: oneOf(NAME_TYPES),
			aliases: fc.array(someText, { maxLength: 2 }),
			role: maybe(someText)
		})
		.map(({ role, ...name }) => ({ id, ...name, ...(role !== undefined && { role }) }));
}

function fact(id: string): fc.Arbitrary<DeskFact> {
	return fc
		.record({
			paragraph: fc.oneof(fc.constant('caption' as const), fc.integer({ min: 1, max: 3 })),
			source: maybe(oneOf(NAMES)),
			standing: oneOf(STANDINGS),
			when: fc.oneof(fc.constant(''), someText),
			grave: maybe(oneOf(GRAVES)),
			text: fc.oneof(fc.constant(''), someText)
		})
		.map(({ paragraph, source, grave, ...rest }) => ({
			id,
			sentence: { paragraph, start: 0, end: 0 },
			...rest,
			...(source !== undefined && { source }),
			...(grave !== undefined && { grave })
		}));
}

const answer: fc.Arbitrary<DeskAnswer> = fc.oneof(
	oneOf(NAMES).map((name) => ({ form: 'name', name }) as const),
	fc.constant({ form: 'names', names: ['n-1', 'n-3'] } as const).map((each) => ({
		...each,
		names: [...each.names]
	})),
	someText.map((text) => ({ form: 'text', text }) as const),
	someText.map((quantity) => ({ form: 'quantity', quantity }) as const)
);

function question(id: string): fc.Arbitrary<DeskQuestion> {
	return fc.record({
		id: fc.constant(id),
		factId: oneOf(FACTS),
		kind: oneOf(KINDS),
		level: oneOf(LEVELS),
		ask: someText,
		answer,
		accept: fc.array(someText, { maxLength: 2 }),
		distractors: fc.array(someText, { maxLength: 3 }),
		explain: fc.oneof(fc.constant(''), someText)
	});
}

const keyed = <T extends { id: string }>(list: T[]) =>
	Object.fromEntries(list.map((each) => [each.id, each]));

const questions = fc
	.subarray(QUESTIONS)
	.chain((chosen) => fc.tuple(...chosen.map(question)))
	.map(keyed);

/** Any names of three ids. */
export const someNames: fc.Arbitrary<Name[]> = fc.tuple(...NAMES.map(named));

/** Any desk, whatever its author has written; it may break the checker's rules, not its shape. */
export const someDesk: fc.Arbitrary<Desk> = fc
	.record({
		title: someText,
		publisher: someText,
		notice: maybe(someText),
		facts: fc.tuple(...FACTS.map(fact)).map(keyed),
		questions
	})
	.map(({ title, publisher, notice, facts, questions: asked }) => ({
		id: REPORT_ID,
		head: {
			title,
			publisher: { name: publisher, basis: 'stated' as const },
			date: { value: '2016', basis: 'inferred' as const },
			place: 'n-1',
			...(notice !== undefined && { notice })
		},
		pasted: '',
		taken: [],
		paragraphs: [],
		paragraphCount: 3,
		facts,
		questions: asked
	}));

const change = <T>(part: (id: string) => fc.Arbitrary<T>, all: string[]) =>
	fc
		.subarray(all)
		.chain((chosen) =>
			fc.tuple(
				...chosen.map((id) => fc.tuple(fc.constant(id), fc.oneof(fc.constant(null), part(id))))
			)
		)
		.map((entries) => Object.fromEntries(entries) as Record<string, T | null>);

/** Any patch of any desk. */
export const somePatch: fc.Arbitrary<DeskPatch> = fc.record(
	{
		head: someDesk.map(({ head }) => head),
		facts: change(fact, FACTS),
		questions: change(question, QUESTIONS),
		names: change(named, NAMES)
	},
	{ requiredKeys: [] }
);
