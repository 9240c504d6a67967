import * as v from 'valibot';
import { bankPieces } from '#lib/bank/bank-schema.ts';
import { BANK_VERSION, STANDINGS } from '#lib/bank/types.ts';
import { fromBase64Url } from '#lib/domain/classroom/bytes.ts';
import { classKeysSchema } from '#lib/domain/classroom/class-keys-schema.ts';
import { headEntries, quizSchema } from '#lib/domain/classroom/handout-schema.ts';
import { UUID } from '#lib/domain/classroom/uuid.ts';
import type { PupilNo } from '#lib/domain/classroom/types.ts';
import { MOST_SEALED } from './backup-format.ts';
import { count, id, ids, long, ref, text } from './backup-fields.ts';
import { hasNoProto } from './backup-proto.ts';
import { blueprint, confidence, item, rawOf } from './backup-quiz-fields.ts';

/** The rows of classes. What a program's own hand wrote must pass: a backup is read back before it counts. */

/** A row of exactly these fields. */
function row<const E extends v.ObjectEntries>(entries: E) {
	return v.pipe(v.unknown(), v.check(hasNoProto, 'a field of no row'), v.strictObject(entries));
}

const upTo = (most: number) => v.pipe(count, v.minValue(1), v.maxValue(most));
/** The last time a date can hold, epoch ms. */
const time = v.pipe(count, v.maxValue(8.64e15));
const no = upTo(999);
/** Where an id becomes bytes of a code or a key. */
const uuid = v.pipe(v.string(), v.regex(UUID));
const credit = v.picklist([0, 0.5, 1]);
const base64 = (most: number) =>
	v.pipe(
		v.string(),
		v.maxLength(most),
		v.check((given) => fromBase64Url(given) !== undefined, 'not base64url')
	);
const sealed = base64(MOST_SEALED);

const isOnce = (numbers: readonly PupilNo[]) => new Set(numbers).size === numbers.length;
const numbers = v.pipe(
	v.array(no),
	v.check((list) => isOnce(list), 'a number twice')
);

/** A text a pupil, by number. */
const byNo: v.GenericSchema<unknown, Record<PupilNo, string>> = v.record(
	v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/)),
	text
);

const byId = <const S extends v.GenericSchema>(each: S) => v.record(id, each);
/** Whatever is known of a class on a class server. */
const served = v.strictObject({
	code: text,
	retentionDays: upTo(3650),
	pins: byNo,
	put: byId(text),
	rulings: ids,
	fetchedTo: byId(time),
	deletes: ids,
	changedAt: v.optional(time),
	sent: v.optional(v.array(text)),
	syncedAt: v.optional(time)
});

export const classes = row({
	id: uuid,
	name: text,
	pupils: v.pipe(
		v.array(
			v.strictObject({
				no,
				pseudonym: text,
				// As many codes are tried for a result of that number.
				slip: upTo(1000),
				leftAt: v.optional(time)
			})
		),
		v.check((list) => isOnce(list.map((pupil) => pupil.no)), 'a number twice')
	),
	keys: classKeysSchema,
	createdAt: time,
	privateNames: byNo,
	changedAt: time,
	savedAt: v.optional(time),
	served: v.optional(served)
});

export const quizzes = row({
	id,
	title: text,
	blueprint: v.optional(blueprint),
	seed: text,
	items: v.array(item),
	state: v.picklist(['draft', 'published']),
	changedAt: time
});

const pieces = bankPieces({ text, long, id, ref, reportId: id, isWhole: false });
const bank = v.strictObject({
	version: v.literal(BANK_VERSION),
	edition: text,
	reports: v.array(pieces.report),
	names: v.array(pieces.name),
	facts: v.array(pieces.fact),
	questions: v.array(pieces.question),
	comparisons: v.array(pieces.comparison)
});

const frozen = v.strictObject({
	version: upTo(1_000_000),
	hash: text,
	title: text,
	bank,
	items: v.array(item),
	hashes: v.array(v.array(text)),
	publicQuestionIds: ids
});

const minutes = v.optional(upTo(1_000_000));
const rules = v.strictObject({
	mode: v.picklist(['practice', 'test']),
	opensAt: v.optional(time),
	closesAt: v.optional(time),
	minutes,
	attempts: upTo(1_000_000),
	counts: v.picklist(['first', 'best', 'last']),
	order: v.picklist(['fixed', 'per-pupil']),
	feedback: v.picklist(['each', 'handed-in', 'release'])
});

export const assignments = row({
	id: uuid,
	classId: uuid,
	quizId: id,
	title: text,
	rules,
	exceptions: v.array(
		v.strictObject({ no, extraMinutes: v.optional(count), closesAt: v.optional(time) })
	),
	pupils: numbers,
	versions: v.array(frozen),
	releaseCode: v.optional(base64(100)),
	releasedAt: v.optional(time),
	parallelOf: v.optional(id),
	createdAt: time
});

export const submissions = row({
	id: uuid,
	assignmentId: uuid,
	quizHash: text,
	no: count,
	attempt: upTo(1_000_000),
	answers: v.array(
		v.strictObject({
			itemNo: count,
			raw: rawOf(long),
			confidence,
			tookMs: v.pipe(v.number(), v.finite(), v.minValue(0))
		})
	),
	startedAt: time,
	finishedAt: time,
	leftScreen: count,
	arrivedAt: time
});

export const arrivals = row({
	id,
	at: time,
	route: v.picklist(['qr', 'text', 'file', 'server']),
	state: v.picklist([
		...(['counted', 'late', 'extra', 'duplicate', 'unknown-number'] as const),
		...(['wrong-code', 'wrong-version', 'altered', 'other-class', 'unreadable'] as const)
	]),
	assignmentId: v.optional(id),
	no: v.optional(count),
	submissionId: v.optional(id),
	sealed
});

const part = v.strictObject({ questionId: id, hash: text });
const judged = v.union([
	v.strictObject({ text: long }),
	v.strictObject({ option: count }),
	v.strictObject({ says: v.boolean() }),
	v.strictObject({ standing: v.picklist(STANDINGS) })
]);
const ruled = { id, at: time, scope: id };
const ofOne = { ...ruled, assignmentId: id };

export const rulings = v.pipe(
	v.unknown(),
	v.check(hasNoProto, 'a field of no row'),
	v.variant('type', [
		v.strictObject({
			...ruled,
			type: v.literal('judge'),
			assignmentId: v.optional(id),
			part,
			answer: judged,
			credit,
			note: v.optional(long)
		}),
		v.strictObject({ ...ofOne, type: v.literal('drop'), part, note: v.optional(long) }),
		v.strictObject({
			...ofOne,
			type: v.literal('override'),
			submissionId: id,
			itemNo: count,
			part: count,
			credit,
			note: long
		}),
		v.strictObject({
			...ofOne,
			type: v.literal('state'),
			no,
			state: v.picklist(['absent', 'excused', 'none'])
		}),
		v.strictObject({ ...ruled, type: v.literal('undo'), of: id })
	])
);

/** As pupils' devices take it, but that those made of ids keep the hashes of their parts. */
const handout = v.strictObject({
	...headEntries,
	quiz: quizSchema,
	sealedKey: v.optional(base64(1_400_000)),
	closedFacts: v.array(text)
});

export const handouts = v.pipe(
	row({
		id,
		handout,
		receivedAt: time,
		pupil: v.optional(v.strictObject({ no, code: text, closesAt: v.optional(time) })),
		isShared: v.optional(v.boolean()),
		released: v.optional(quizSchema),
		earlier: v.optional(v.array(v.strictObject({ handout, released: v.optional(quizSchema) })))
	}),
	v.check((given) => given.id === given.handout.assignmentId, 'handout: of another assignment')
);

export const handins = row({
	id: uuid,
	assignmentId: uuid,
	no,
	sealed,
	at: time,
	ticked: v.picklist([0, 1])
});
