import * as v from 'valibot';
import { KINDS } from '#lib/bank/types.ts';
import { from0, line, pupilNo, time, upTo, uuid } from './fields.ts';
import type { ClassAggregates, KeptCounts, ServedClass } from './class-api.ts';

/**
 * What a teacher's device holds the class server's answers against before it keeps or shows them. Fields that
 * a newer server adds are passed over.
 */

const servedClass: v.GenericSchema<unknown, ServedClass> = v.object({
	id: uuid,
	name: line,
	code: line,
	retentionDays: upTo(3650),
	createdAt: time,
	changedAt: time,
	pupils: v.array(
		v.object({
			no: pupilNo,
			pseudonym: line,
			leftAt: v.optional(time),
			lockedAt: v.optional(time),
			seenAt: v.optional(time),
			hasLink: v.boolean()
		})
	),
	gone: v.optional(v.array(pupilNo)),
	assignmentIds: v.array(uuid),
	deletesAt: v.optional(time),
	sweptAt: v.optional(time)
});

/** Reads a class as the server has it; nothing where it is no such answer. */
export function readServedClass(answer: unknown): ServedClass | undefined {
	const read = v.safeParse(servedClass, answer);
	return read.success ? read.output : undefined;
}

const count = from0(1_000_000);
const keptCounts: v.GenericSchema<unknown, KeptCounts> = v.object({
	assignmentId: uuid,
	title: line,
	pupils: count,
	madeAt: time,
	questions: v.array(
		v.object({
			itemNo: from0(300),
			part: from0(20),
			ask: v.string(),
			kind: v.picklist(KINDS),
			...{ seen: count, right: count, partly: count, wrong: count, open: count },
			undecided: count,
			dropped: v.boolean()
		})
	)
});
const classAggregates = v.object({ assignments: v.array(keptCounts) });

/** Reads what stays of a class's assignments; nothing where it is no such answer. */
export function readAggregates(answer: unknown): ClassAggregates | undefined {
	const read = v.safeParse(classAggregates, answer);
	return read.success ? read.output : undefined;
}
