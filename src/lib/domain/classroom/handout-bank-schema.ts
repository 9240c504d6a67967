import * as v from 'valibot';
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

/** What a bank that came from elsewhere is held against: its shape, and sizes that no device stumbles over. */

const text = v.pipe(v.string(), v.maxLength(10_000));
/** An id, of whatever form the bank's maker gives them. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));

/** A list of at most so many. */
export function some<const S extends v.GenericSchema>(each: S, most: number) {
	return v.pipe(v.array(each), v.maxLength(most));
}

const texts = some(text, 200);
const ids = some(id, 200);
const basis = v.picklist(['stated', 'inferred']);
const standing = v.picklist(STANDINGS);
const grave = v.optional(v.picklist(GRAVES));
const paragraph = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));

const name = v.strictObject({
	id,
	name: text,
	type: v.picklist(NAME_TYPES),
	aliases: texts,
	role: v.optional(text),
	partOf: v.optional(id),
	actsFor: v.optional(id),
	side: v.optional(v.picklist(SIDES))
});

const sentences = some(v.strictObject({ text, facts: ids }), 200);

const report = v.strictObject({
	id,
	title: text,
	publisher: v.strictObject({ name: text, basis }),
	date: v.strictObject({ value: text, basis }),
	place: v.string(),
	paragraphs: paragraph,
	notice: v.optional(text),
	brief: v.strictObject({ plain: sentences, full: sentences }),
	timeline: some(v.strictObject({ when: text, what: text, fact: id }), 200)
});

const fact = v.strictObject({
	id,
	reportId: id,
	paragraph: v.union([paragraph, v.literal('caption')]),
	source: v.optional(id),
	standing,
	when: text,
	grave,
	text
});

const also = {
	accept: v.optional(texts),
	not: v.optional(some(v.strictObject({ text, why: text }), 200))
};
const answer = v.variant('form', [
	v.strictObject({ form: v.literal('name'), name: id, ...also }),
	v.strictObject({ form: v.literal('names'), names: ids, ...also }),
	v.strictObject({ form: v.literal('text'), text, ...also }),
	v.strictObject({ form: v.literal('quantity'), quantity: text, ...also })
]);

const question = v.strictObject({
	id,
	kind: v.picklist(KINDS),
	level: v.picklist(LEVELS),
	ask: text,
	cue: v.optional(text),
	answer,
	distractors: texts,
	forms: v.optional(some(v.picklist(FORMS), FORMS.length)),
	explain: text,
	later: v.optional(text),
	factIds: ids,
	comparisonId: v.optional(id),
	grave,
	was: v.optional(ids),
	rivals: some(v.union([v.strictObject({ name: id }), v.strictObject({ text })]), 200)
});

const comparison = v.strictObject({
	id,
	factIds: ids,
	relation: v.picklist(RELATIONS),
	why: text
});

const MOST = 2000;

/** A bank that came with a quiz. */
export const bankSchema = v.strictObject({
	version: v.literal(BANK_VERSION),
	edition: v.pipe(v.string(), v.maxLength(100)),
	reports: some(report, MOST),
	names: some(name, MOST),
	facts: some(fact, MOST),
	questions: some(question, MOST),
	comparisons: some(comparison, MOST)
});
