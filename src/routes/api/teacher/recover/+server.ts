import { recoverBody } from '#lib/domain/classroom/api/teacher-api.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { passAddress } from '#lib/server/flood.ts';
import { recover } from '#lib/server/teachers/sign-in.ts';
import { welcomeTeacher } from '#lib/server/teachers/signed-in.ts';

export const POST = endpoint({ body: recoverBody }, async (call) => {
	const passed = passAddress(call, 'code');
	return passed.ok ? welcomeTeacher(call, await recover(call.context, call.body.code)) : passed;
});
