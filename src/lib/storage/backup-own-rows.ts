import * as v from 'valibot';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import {
	BANK_VERSION,
	FORMS,
	GRAVES,
	KINDS,
	LEVELS,
	NAME_TYPES,
	RELATIONS,
	SIDES,
	STANDINGS
} from '#lib/bank/types.ts';
import { TAKEN_KINDS } from '#lib/domain/desk/types.ts';
import { count, id, ids, text } from './backup-fields.ts';

/** Room for a whole text as it is pasted, and for whatever was typed beside it. */
const long = v.pipe(v.string(), v.maxLength(4_000_000));
const longs = v.array(long);
/** An id that may still be missing. */
const ref = v.pipe(v.string(), v.maxLength(1000));
const ownId = v.pipe(id, v.check(isOwnReport, 'not the id of an own report'));
/** The id of a part of a desk: minted, or slugs of a file. */
const partId = v.pipe(id, v.regex(/^[a-z0-9][a-z0-9/-]*$/));
const upTo = (most: number) => v.pipe(count, v.minValue(1), v.maxValue(most));

const basis = v.picklist(['stated', 'inferred']);
const kind = v.picklist(KINDS);
const level = v.picklist(LEVELS);
const standing = v.picklist(STANDINGS);
const relation = v.picklist(RELATIONS);
const grave = v.optional(v.picklist(GRAVES));
const forms = v.optional(v.pipe(v.array(v.picklist(FORMS)), v.minLength(1)));
const nearMisses = v.optional(v.array(v.strictObject({ text: long, why: long })));
const sentences = v.array(v.strictObject({ text, facts: ids }));
const brief = v.strictObject({ plain: sentences, full: sentences });
const timeline = v.array(v.strictObject({ when: text, what: text, fact: id }));

/** A name, in the table of names and in a report's bank. */
export const names = v.strictObject({
	id,
	name: long,
	type: v.picklist(NAME_TYPES),
	aliases: longs,
	role: v.optional(long),
	partOf: v.optional(ref),
	actsFor: v.optional(ref),
	side: v.optional(v.picklist(SIDES))
});

const report = v.strictObject({
	id: ownId,
	title: text,
	publisher: v.strictObject({ name: text, basis }),
	date: v.strictObject({ value: text, basis }),
	place: ref,
	paragraphs: upTo(1000),
	notice: v.optional(text),
	brief,
	timeline
});

const fact = v.strictObject({
	id,
	reportId: ownId,
	paragraph: v.union([upTo(1000), v.literal('caption')]),
	source: v.optional(ref),
	standing,
	when: text,
	grave,
	// A fact without words of its own is told by its sentence.
	text: long
});

const also = { accept: v.optional(v.array(text)), not: nearMisses };
const answer = v.variant('form', [
	v.strictObject({ form: v.literal('name'), name: id, ...also }),
	v.strictObject({ form: v.literal('names'), names: v.pipe(ids, v.minLength(2)), ...also }),
	v.strictObject({ form: v.literal('text'), text, ...also }),
	v.strictObject({ form: v.literal('quantity'), quantity: text, ...also })
]);

const question = v.strictObject({
	id,
	kind,
	level,
	ask: text,
	cue: v.optional(text),
	answer,
	distractors: v.array(text),
	forms,
	explain: text,
	later: v.optional(text),
	factIds: v.pipe(ids, v.minLength(1)),
	comparisonId: v.optional(id),
	grave,
	was: v.optional(ids),
	rivals: v.array(v.union([v.strictObject({ name: id }), v.strictObject({ text: long })]))
});

const bank = v.strictObject({
	version: v.literal(BANK_VERSION),
	edition: text,
	reports: v.pipe(v.array(report), v.length(1)),
	names: v.array(names),
	facts: v.array(fact),
	questions: v.array(question),
	comparisons: v.array(
		v.strictObject({ id, factIds: v.pipe(ids, v.minLength(1)), relation, why: text })
	)
});

interface Owned {
	id: string;
	bank: v.InferOutput<typeof bank>;
}

/** Whether a bank speaks for its own report alone, and cannot take the place of another's parts. */
function isItsOwn({ id: own, bank: { reports, facts, questions } }: Owned): boolean {
	const isPart = (part: string) => part.startsWith(`${own}/`);
	return (
		reports.every((each) => each.id === own) &&
		facts.every((each) => each.reportId === own && isPart(each.id)) &&
		questions.every(({ id: each, comparisonId }) =>
			comparisonId === undefined ? isPart(each) : each.startsWith(`compare/${comparisonId}/`)
		)
	);
}

/** A finished report as a backup holds it. */
export const reports = v.pipe(
	v.strictObject({ id: ownId, bank, from: v.picklist(['desk', 'file']), changedAt: count }),
	v.check((row) => isItsOwn(row), 'bank: not of this report alone')
);

const number = v.union([upTo(1_000_000), v.literal('caption')]);
const span = v.strictObject({ paragraph: number, start: count, end: count });

const deskFact = v.strictObject({
	id: partId,
	sentence: span,
	source: v.optional(ref),
	standing,
	when: long,
	grave,
	text: long
});

const deskAnswer = v.variant('form', [
	v.strictObject({ form: v.literal('name'), name: v.optional(ref) }),
	v.strictObject({ form: v.literal('names'), names: v.array(ref) }),
	v.strictObject({ form: v.literal('text'), text: long }),
	v.strictObject({ form: v.literal('quantity'), quantity: long })
]);

const deskQuestion = v.strictObject({
	id: partId,
	factId: ref,
	comparisonId: v.optional(id),
	kind,
	level,
	ask: long,
	answer: deskAnswer,
	span: v.optional(span),
	accept: longs,
	distractors: longs,
	explain: long,
	cue: v.optional(long),
	forms,
	not: nearMisses,
	later: v.optional(long),
	was: v.optional(ids)
});

const deskComparison = v.strictObject({ id: partId, factIds: ids, relation, why: long });

const isObject = (value: unknown) =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts by their ids; they are put under them anew, whatever key they came under. */
function keyed<T extends { id: string }>(part: v.GenericSchema<unknown, T>) {
	return v.pipe(
		v.custom<Record<string, unknown>>(isObject),
		v.transform((parts) => Object.values(parts)),
		v.array(part),
		v.transform((parts): Record<string, T> =>
			Object.fromEntries(parts.map((each) => [each.id, each]))
		)
	);
}

const desk = v.strictObject({
	id: ownId,
	head: v.strictObject({
		title: long,
		publisher: v.strictObject({ name: long, basis }),
		date: v.strictObject({ value: long, basis }),
		place: v.optional(ref),
		notice: v.optional(long)
	}),
	pasted: long,
	taken: v.array(
		v.strictObject({ id, kind: v.picklist(TAKEN_KINDS), text: long, isKept: v.boolean() })
	),
	paragraphs: v.array(v.strictObject({ number, text: long })),
	paragraphCount: v.pipe(count, v.maxValue(1_000_000)),
	facts: keyed(deskFact),
	questions: keyed(deskQuestion),
	comparisons: v.optional(keyed(deskComparison)),
	brief: v.optional(brief),
	timeline: v.optional(timeline)
});

/** A desk as a backup holds it. */
export const desks = v.pipe(
	v.strictObject({ id: ownId, desk, state: v.picklist(['open', 'finished']), changedAt: count }),
	v.check((row) => row.id === row.desk.id, 'desk: of another report')
);
