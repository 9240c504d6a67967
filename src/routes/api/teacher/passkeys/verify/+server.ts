import { passkeyBody } from '#lib/domain/classroom/api/teacher-api.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { finishAddPasskey } from '#lib/server/teachers/add-passkey.ts';
import { teacherOf } from '#lib/server/teachers/teacher-session.ts';

export const POST = endpoint({ body: passkeyBody }, async (call) => {
	const teacher = await teacherOf(call);
	return teacher.ok ? finishAddPasskey(call.context, teacher.value, call.body) : teacher;
});
