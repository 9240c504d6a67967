import { done } from '#lib/domain/classroom/outcome.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { signedInTeacher } from '#lib/server/teachers/signed-in.ts';
import { teacherOf } from '#lib/server/teachers/teacher-session.ts';

export const GET = endpoint({}, async (call) => {
	const teacher = await teacherOf(call);
	const { database } = call.context.store;
	return teacher.ok ? done(await signedInTeacher(database, teacher.value)) : teacher;
});
