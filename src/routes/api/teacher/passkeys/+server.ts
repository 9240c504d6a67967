import { endpoint } from '#lib/server/endpoint.ts';
import { beginAddPasskey } from '#lib/server/teachers/add-passkey.ts';
import { teacherOf } from '#lib/server/teachers/teacher-session.ts';

export const POST = endpoint({}, async (call) => {
	const teacher = await teacherOf(call);
	return teacher.ok ? beginAddPasskey(call.context, teacher.value) : teacher;
});
