import { passkeyBody } from '#lib/domain/classroom/api/teacher-api.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { passAddress } from '#lib/server/flood.ts';
import { finishSignIn } from '#lib/server/teachers/sign-in.ts';
import { welcomeTeacher } from '#lib/server/teachers/signed-in.ts';

export const POST = endpoint({ body: passkeyBody }, async (call) => {
	const passed = passAddress(call, 'sign-in');
	return passed.ok ? welcomeTeacher(call, await finishSignIn(call.context, call.body)) : passed;
});
