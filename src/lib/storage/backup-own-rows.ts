import * as v from 'valibot';
import { bankPieces } from '#lib/bank/bank-schema.ts';
import { isOwnReport } from '#lib/bank/own-reports.ts';
import {
	BANK_VERSION,
	FORMS,
	GRAVES,
	KINDS,
	LEVELS,
	RELATIONS,
	STANDINGS
} from '#lib/bank/types.ts';
import { DROP_REASONS, TAKEN_KINDS } from '#lib/domain/desk/types.ts';
import { count, id, ids, long, ref, text } from './backup-fields.ts';

const longs = v.array(long);
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

const pieces = bankPieces({ text, long, id, ref, reportId: ownId, isWhole: true });

/** A name, in the table of names and in a report's bank. */
export const names = pieces.name;

const bank = v.strictObject({
	version: v.literal(BANK_VERSION),
	edition: text,
	reports: v.pipe(v.array(pieces.report), v.length(1)),
	names: v.array(names),
	facts: v.array(pieces.fact),
	questions: v.array(pieces.question),
	comparisons: v.array(pieces.comparison)
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
	was: v.optional(ids),
	draft: v.optional(v.strictObject({ id: partId, rule: id, isEdited: v.optional(v.literal(true)) }))
});

const draftDrop = v.strictObject({ id: partId, rule: id, kind, reason: v.picklist(DROP_REASONS) });

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
	drops: v.optional(keyed(draftDrop)),
	brief: v.optional(brief),
	timeline: v.optional(timeline)
});

/** A desk as a backup holds it. */
export const desks = v.pipe(
	v.strictObject({ id: ownId, desk, state: v.picklist(['open', 'finished']), changedAt: count }),
	v.check((row) => row.id === row.desk.id, 'desk: of another report')
);
