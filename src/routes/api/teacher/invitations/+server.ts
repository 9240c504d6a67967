import { done } from '#lib/domain/classroom/outcome.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { invite } from '#lib/server/teachers/server-codes.ts';
import { teacherOf } from '#lib/server/teachers/teacher-session.ts';

export const POST = endpoint({}, async (call) => {
	const teacher = await teacherOf(call);
	return teacher.ok ? done(await invite(call.context, teacher.value.id)) : teacher;
});
