import * as v from 'valibot';
import { KINDS } from '#lib/bank/types.ts';
import { SETTING_RANGES } from '#lib/domain/study/settings-check.ts';
import { count, id, ids, text, whole } from './backup-fields.ts';
import type { BackupRows, BackupTable } from './backup-format.ts';
import * as classRows from './backup-class-rows.ts';
import { intake } from './backup-intake.ts';
import { desks, names, reports } from './backup-own-rows.ts';
import { blueprint, confidence, item, rawOf } from './backup-quiz-fields.ts';
import type { LocalSetting, Settings } from './settings.ts';

const rating = v.picklist([1, 2, 3, 4]);
const phase = v.picklist(['new', 'learning', 'review', 'relearning']);

const outcome = v.strictObject({
	phase,
	step: count,
	dueAt: v.optional(count),
	dueDay: v.optional(whole),
	intervalDays: count
});

const head = {
	id,
	device: id,
	seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	at: count,
	offsetMinutes: whole,
	zone: text,
	studyDay: whole,
	cardId: id
};

const events = v.variant('type', [
	v.strictObject({
		...head,
		type: v.literal('review'),
		rating,
		form: v.picklist(['recall', 'type']),
		origin: text,
		tookMs: v.pipe(v.number(), v.finite()),
		weights: text,
		outcome
	}),
	v.strictObject({ ...head, type: v.literal('undo'), of: id }),
	v.strictObject({ ...head, type: v.literal('add') }),
	v.strictObject({ ...head, type: v.literal('suspend') }),
	v.strictObject({ ...head, type: v.literal('unsuspend') }),
	v.strictObject({ ...head, type: v.literal('bury'), untilDay: whole }),
	v.strictObject({ ...head, type: v.literal('reset') })
]);

const cards = v.strictObject({
	id,
	reportId: id,
	kind: v.picklist(KINDS),
	factIds: ids,
	position: v.pipe(v.number(), v.finite()),
	fromMiss: v.boolean(),
	gone: v.optional(v.literal(true))
});

const answers = v.strictObject({
	id,
	sittingId: id,
	itemNo: count,
	seq: count,
	raw: rawOf(text),
	questionIds: ids,
	confidence,
	at: count,
	tookMs: v.pipe(v.number(), v.finite())
});

const paper = v.strictObject({
	edition: text,
	seed: text,
	blueprint,
	items: v.array(item),
	shortfalls: v.array(
		v.strictObject({
			code: v.literal('too-few'),
			kind: v.picklist([...KINDS, 'any']),
			asked: count,
			found: count
		})
	)
});

const sittings = v.strictObject({
	id,
	title: text,
	mode: v.picklist(['practice', 'exam']),
	paper,
	state: v.picklist(['open', 'submitted', 'marked', 'expired', 'abandoned']),
	startedAt: count,
	deadlineAt: v.optional(count),
	endedAt: v.optional(count),
	at: count,
	flags: v.array(count),
	repeats: v.array(v.strictObject({ questionId: id, afterItem: whole })),
	assigned: v.optional(
		v.strictObject({
			assignmentId: id,
			no: count,
			attempt: count,
			token: text,
			leftScreen: count,
			shown: v.strictObject({ items: v.array(count), options: v.array(v.array(count)) })
		})
	)
});

const schemas = { events, cards, answers, sittings, names, reports, desks, ...classRows };

type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
type Same<A, B> =
	(<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;
/** A schema becomes `never` where it and the rows it stands for have drifted apart. */
type Faithful = {
	[T in keyof typeof schemas]: Same<
		v.InferOutput<(typeof schemas)[T]>,
		BackupRows[T][number]
	> extends true
		? (typeof schemas)[T]
		: never;
};
const faithful: Faithful = schemas;

const within = (field: keyof typeof SETTING_RANGES) => {
	const { low, high, whole } = SETTING_RANGES[field];
	return v.pipe(whole ? count : v.number(), v.minValue(low), v.maxValue(high));
};

const values: {
	[K in Exclude<keyof Settings, LocalSetting>]-?: v.GenericSchema<
		unknown,
		NonNullable<Settings[K]>
	>;
} = {
	newPerDay: within('newPerDay'),
	reviewsPerDay: within('reviewsPerDay'),
	learnAheadMinutes: within('learnAheadMinutes'),
	desiredRetention: within('desiredRetention'),
	dayStartHour: within('dayStartHour'),
	buttons: v.picklist([2, 4]),
	reviewForm: v.picklist(['recall', 'type']),
	questionFirst: v.boolean(),
	shortcuts: v.boolean(),
	briefLevel: v.picklist(['plain', 'full']),
	theme: v.picklist(['system', 'light', 'dark']),
	textSize: v.picklist(['normal', 'large', 'largest']),
	teach: v.boolean(),
	firstRunAt: count,
	deckEdition: text
};

const settings = v.variant('key', [
	...Object.entries(values).map(([key, value]) => v.strictObject({ key: v.literal(key), value })),
	intake
]);

/** A setting that another version of the program knows, or knows otherwise. */
const foreign = v.strictObject({
	key: v.pipe(
		id,
		v.check((key) => !Object.hasOwn(values, key))
	),
	value: v.unknown()
});

const rowSchemas: Record<BackupTable, v.GenericSchema> = { ...faithful, settings };

/** A row as it came, nothing where it is to be passed over, or what is wrong with it, for a person to report. */
export type CheckedRow<T> = { ok: true; row: T | undefined } | { ok: false; reason: string };

/** Holds a row of a backup against what its table takes; the row given back is made anew from known fields. */
export function checkRow<T extends BackupTable>(
	table: T,
	row: unknown
): CheckedRow<BackupRows[T][number]> {
	const isForeign = table === 'settings' && v.is(foreign, row) && !v.is(intake, row);
	if (isForeign) return { ok: true, row: undefined };
	const schema: v.GenericSchema = rowSchemas[table];
	const result = v.safeParse(schema, row, { abortEarly: true });
	if (result.success) return { ok: true, row: result.output as BackupRows[T][number] };
	const [issue] = result.issues;
	return { ok: false, reason: `${v.getDotPath(issue) ?? table}: ${issue.message}` };
}
