import * as v from 'valibot';
import { FORMS, LEVELS, STANDINGS } from '#lib/bank/types.ts';
import { count, id, ids, text, whole } from './backup-fields.ts';

/** What quizzes look like, in sittings and in what a class was given. */

const standing = v.picklist(STANDINGS);

/** How sure somebody said to be. */
export const confidence = v.optional(v.picklist(['guess', 'fairly', 'sure']));

/** An answer as it came, with room for so much typed text. */
export const rawOf = (typed: v.GenericSchema<unknown, string>) =>
	v.variant('form', [
		v.strictObject({ form: v.literal('type'), text: typed }),
		v.strictObject({ form: v.literal('choose'), option: whole }),
		v.strictObject({ form: v.literal('true-false'), says: v.boolean() }),
		v.strictObject({ form: v.literal('match'), options: v.array(v.nullable(whole)) }),
		v.strictObject({ form: v.literal('sort'), standings: v.array(v.nullable(standing)) }),
		v.strictObject({ form: v.literal('skipped') })
	]);

/** What a quiz was drawn by. */
export const blueprint = v.strictObject({
	reports: ids,
	length: v.union([
		count,
		v.strictObject({
			who: v.optional(count),
			what: v.optional(count),
			where: v.optional(count),
			'how-many': v.optional(count)
		})
	]),
	levels: v.array(v.picklist(LEVELS)),
	forms: v.array(v.picklist(FORMS)),
	grave: v.boolean(),
	about: v.optional(v.picklist(['all', 'comparisons', 'claims'])),
	only: v.optional(ids),
	minutes: v.optional(v.pipe(v.number(), v.finite()))
});

const part = v.strictObject({ questionId: id, cue: v.optional(text), factId: v.optional(id) });
const options = v.array(v.strictObject({ text, answers: v.optional(id) }));
const one = v.tuple([part]);
const several = v.array(part);

/** A screen of a paper. */
export const item = v.variant('form', [
	v.strictObject({ form: v.literal('type'), parts: one }),
	v.strictObject({ form: v.literal('choose'), parts: one, options, right: v.optional(count) }),
	v.strictObject({
		form: v.literal('true-false'),
		parts: one,
		proposed: text,
		right: v.optional(v.boolean())
	}),
	v.strictObject({
		form: v.literal('match'),
		parts: several,
		options,
		right: v.optional(v.array(count))
	}),
	v.strictObject({
		form: v.literal('sort'),
		parts: several,
		right: v.optional(v.array(standing))
	})
]);
