import type { ServedClasses } from '#lib/domain/classroom/api/class-api.ts';
import { done } from '#lib/domain/classroom/outcome.ts';
import { readServedClasses } from '#lib/server/classes/served-class.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { teacherOf } from '#lib/server/teachers/teacher-session.ts';

export const GET = endpoint({}, async (call) => {
	const teacher = await teacherOf(call);
	if (!teacher.ok) return teacher;
	const { database } = call.context.store;
	const classes = await readServedClasses(database, teacher.value.id);
	return done<ServedClasses>({ classes });
});
