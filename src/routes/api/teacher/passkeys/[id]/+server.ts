import { endpoint } from '#lib/server/endpoint.ts';
import { removePasskey } from '#lib/server/teachers/passkeys.ts';
import { teacherOf } from '#lib/server/teachers/teacher-session.ts';

export const DELETE = endpoint({}, async (call) => {
	const teacher = await teacherOf(call);
	const id = call.event.params.id ?? '';
	return teacher.ok ? removePasskey(call.context, teacher.value.id, id) : teacher;
});
