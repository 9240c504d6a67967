import * as v from 'valibot';
import { isReportDate } from './report-date.ts';
import { tidy } from './tidy.ts';
import { FORMS, GRAVES, KINDS, LEVELS, NAME_TYPES, RELATIONS, SIDES, STANDINGS } from './types.ts';

/**
 * The YAML shapes that authors write, piece by piece: lists of pieces are read as `unknown` and
 * each piece on its own, so that one wrong piece leaves the others to the rules.
 */

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const QUESTION_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){2}$/;
const FACT_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Messages by which `schema-problems.ts` tells what was wanted. */
export const WANTED = { id: 'id', date: 'date', answer: 'answer' } as const;

const loose = (most: number) => v.pipe(v.string(), v.transform(tidy), v.maxLength(most));
const words = (most: number) =>
	v.pipe(v.string(), v.transform(tidy), v.nonEmpty(), v.maxLength(most));
const id = (pattern: RegExp) => v.pipe(v.string(), v.maxLength(200), v.regex(pattern, WANTED.id));
const slug = id(SLUG);
const line = words(300);
const sentences = words(1000);
const list = v.array(v.unknown());

const isObject = (value: unknown) =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with these keys and no others; the message of an unknown key lists the known ones. */
function closed<const E extends v.ObjectEntries>(entries: E) {
	const known = Object.keys(entries).join(' ');
	return v.pipe(
		v.custom<Record<string, unknown>>(isObject),
		v.strictObject(entries, (wrong) => (wrong.expected === 'never' ? known : wrong.message))
	);
}

const basis = v.picklist(['stated', 'inferred']);

const date = v.pipe(
	v.union([v.string(), v.number()]),
	v.transform(String),
	v.check(isReportDate, WANTED.date)
);

const told = v.optional(v.array(slug), []);
const brief = v.array(closed({ text: sentences, facts: told }));

/** The head of `questions/<report-id>.yaml`; `rules/required.ts` says who may leave the brief out. */
export const ReportSchema = closed({
	id: slug,
	title: line,
	publisher: closed({ name: line, basis }),
	date: closed({ value: date, basis }),
	place: slug,
	paragraphs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
	notice: v.optional(sentences),
	brief: v.optional(closed({ plain: v.optional(brief, []), full: v.optional(brief, []) }), {}),
	timeline: v.optional(v.array(closed({ when: line, what: sentences, fact: slug })), [])
});
export type ReportHead = v.InferOutput<typeof ReportSchema>;

/** `questions/<report-id>.yaml`, its facts still unread. */
export const ReportFileSchema = closed({ report: v.unknown(), facts: list });

/** The kind that a bank file gives itself, and the newest version of it. */
export const BANK_FILE = { kind: 'recount-bank', version: 1 } as const;

/** A whole bank in one file, its pieces still unread. */
export const BankFileSchema = closed({
	kind: v.unknown(),
	version: v.unknown(),
	report: v.unknown(),
	facts: v.optional(list, []),
	names: v.optional(list, []),
	comparisons: v.optional(list, [])
});

/** One fact, its questions still unread; `rules/required.ts` says who may leave out what. */
export const FactSchema = closed({
	id: slug,
	paragraph: v.union([v.pipe(v.number(), v.integer()), v.literal('caption')]),
	source: v.optional(slug),
	standing: v.picklist(STANDINGS),
	when: v.optional(loose(300), ''),
	grave: v.optional(v.picklist(GRAVES)),
	text: v.optional(loose(1000), ''),
	questions: v.optional(list, [])
});
export type FactPiece = v.InferOutput<typeof FactSchema>;

const ANSWER_FORMS = ['name', 'names', 'text', 'quantity'] as const;

const answer = v.pipe(
	closed({
		name: v.optional(slug),
		names: v.optional(v.pipe(v.array(slug), v.minLength(2))),
		text: v.optional(line),
		quantity: v.optional(line),
		accept: v.optional(v.array(line), []),
		not: v.optional(v.array(closed({ text: line, why: sentences })), [])
	}),
	v.check(
		(value) => ANSWER_FORMS.filter((form) => value[form] !== undefined).length === 1,
		WANTED.answer
	)
);

/** One question of a fact or of a comparison. */
export const QuestionSchema = closed({
	kind: v.picklist(KINDS),
	id: v.optional(slug),
	level: v.picklist(LEVELS),
	ask: sentences,
	cue: v.optional(line),
	answer,
	distractors: v.optional(v.array(line), []),
	forms: v.optional(v.pipe(v.array(v.picklist(FORMS)), v.minLength(1))),
	explain: v.optional(loose(1000), ''),
	later: v.optional(sentences),
	was: v.optional(v.array(v.union([id(QUESTION_ID), id(FACT_ID)])), [])
});
export type QuestionPiece = v.InferOutput<typeof QuestionSchema>;

/** `questions/names.yaml`, its names still unread. */
export const NamesFileSchema = closed({ names: list });

/** One name. */
export const NameSchema = closed({
	id: slug,
	name: line,
	type: v.picklist(NAME_TYPES),
	aliases: v.optional(v.array(line), []),
	role: v.optional(line),
	partOf: v.optional(slug),
	actsFor: v.optional(slug),
	side: v.optional(v.picklist(SIDES))
});
export type NamePiece = v.InferOutput<typeof NameSchema>;

/** `questions/comparisons.yaml`, its comparisons still unread. */
export const ComparisonsFileSchema = closed({ comparisons: list });

/** One comparison, its questions still unread. */
export const ComparisonSchema = closed({
	id: slug,
	facts: v.pipe(v.array(id(FACT_ID)), v.minLength(1)),
	relation: v.picklist(RELATIONS),
	why: sentences,
	questions: v.optional(list, [])
});
export type ComparisonPiece = v.InferOutput<typeof ComparisonSchema>;
