import * as v from 'valibot';
import { FORMS, GRAVES, KINDS, LEVELS, NAME_TYPES, RELATIONS, SIDES, STANDINGS } from './types.ts';

type Texts = v.GenericSchema<unknown, string>;

/** What whoever takes a bank in allows of sizes and ids. */
interface BankLimits {
	/** A line or a few sentences. */
	text: Texts;
	/** What a person wrote without any limit: names, and the text of a fact. */
	long: Texts;
	id: Texts;
	/** An id that may be empty. */
	ref: Texts;
	reportId: Texts;
	/** The most pieces of a list inside a piece; no limit unless given. */
	most?: number;
	/** Whether questions and comparisons must rest on facts. */
	isWhole: boolean;
}

const basis = v.picklist(['stated', 'inferred']);
const grave = v.optional(v.picklist(GRAVES));
const paragraph = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1000));

/** How the pieces of a compiled bank look that did not come with the program. */
export function bankPieces({ text, long, id, ref, reportId, most, isWhole }: BankLimits) {
	const some = <const S extends v.GenericSchema>(each: S) =>
		v.pipe(v.array(each), v.maxLength(most ?? Infinity));
	const least = (count: number) => v.pipe(some(id), v.minLength(isWhole ? count : 0));
	const sentences = some(v.strictObject({ text, facts: some(id) }));
	const nearMisses = v.optional(some(v.strictObject({ text: long, why: long })));
	const also = { accept: v.optional(some(text)), not: nearMisses };
	return {
		name: v.strictObject({
			id,
			name: long,
			type: v.picklist(NAME_TYPES),
			aliases: some(long),
			role: v.optional(long),
			partOf: v.optional(ref),
			actsFor: v.optional(ref),
			side: v.optional(v.picklist(SIDES))
		}),
		report: v.strictObject({
			id: reportId,
			title: text,
			publisher: v.strictObject({ name: text, basis }),
			date: v.strictObject({ value: text, basis }),
			place: ref,
			paragraphs: paragraph,
			notice: v.optional(text),
			brief: v.strictObject({ plain: sentences, full: sentences }),
			timeline: some(v.strictObject({ when: text, what: text, fact: id }))
		}),
		fact: v.strictObject({
			id,
			reportId,
			paragraph: v.union([paragraph, v.literal('caption')]),
			source: v.optional(ref),
			standing: v.picklist(STANDINGS),
			when: text,
			grave,
			text: long
		}),
		question: v.strictObject({
			id,
			kind: v.picklist(KINDS),
			level: v.picklist(LEVELS),
			ask: text,
			cue: v.optional(text),
			answer: v.variant('form', [
				v.strictObject({ form: v.literal('name'), name: id, ...also }),
				v.strictObject({ form: v.literal('names'), names: least(2), ...also }),
				v.strictObject({ form: v.literal('text'), text, ...also }),
				v.strictObject({ form: v.literal('quantity'), quantity: text, ...also })
			]),
			distractors: some(text),
			forms: v.optional(v.pipe(some(v.picklist(FORMS)), v.minLength(isWhole ? 1 : 0))),
			explain: text,
			later: v.optional(text),
			factIds: least(1),
			comparisonId: v.optional(id),
			grave,
			was: v.optional(some(id)),
			rivals: some(v.union([v.strictObject({ name: id }), v.strictObject({ text: long })]))
		}),
		comparison: v.strictObject({
			id,
			factIds: least(1),
			relation: v.picklist(RELATIONS),
			why: text
		})
	};
}
