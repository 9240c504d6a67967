import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { pupilNo } from '#lib/domain/classroom/api/fields.ts';
import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import { refused, type Outcome } from '#lib/domain/classroom/outcome.ts';
import type { Call, Work } from '#lib/server/endpoint.ts';
import type { PupilKey } from '#lib/server/pupils/pupil-session.ts';
import { pupils } from '#lib/server/store/schema.ts';
import type { Database } from '#lib/server/store/types.ts';
import { forTeacher, type OwnClass } from './own-class.ts';
import { absence } from './tombstones.ts';

/** A pupil of one's own class. */
export interface OwnPupil extends OwnClass {
	no: number;
}

/** The condition of one pupil's row. */
export const ofPupil = ({ classId, no }: PupilKey) =>
	and(eq(pupils.classId, classId), eq(pupils.no, no));

/** Why a pupil is not there. */
export function pupilAbsence(database: Database, { classId, no }: PupilKey) {
	return absence(database, classId, { what: 'pupil', id: `${no}` });
}

/** The work of an endpoint on the pupil in its path, for the class's own teacher alone. */
export function forTeacherOfPupil<B>(
	work: (call: Call<B>, pupil: OwnPupil) => Promise<Outcome<unknown, ApiProblem>>
): Work<B> {
	return forTeacher(async (call: Call<B>, own) => {
		const { no: text = '' } = call.event.params;
		const no = /^[1-9]\d*$/.test(text) ? Number(text) : 0;
		if (!v.is(pupilNo, no)) return refused({ code: 'missing' });
		return work(call, { ...own, no });
	});
}
