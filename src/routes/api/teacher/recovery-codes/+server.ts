import { endpoint } from '#lib/server/endpoint.ts';
import { renewRecoveryCodes } from '#lib/server/teachers/signed-in.ts';
import { teacherOf } from '#lib/server/teachers/teacher-session.ts';

export const POST = endpoint({}, async (call) => {
	const teacher = await teacherOf(call);
	return teacher.ok ? renewRecoveryCodes(call.context, teacher.value) : teacher;
});
