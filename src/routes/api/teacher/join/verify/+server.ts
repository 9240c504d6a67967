import { passkeyBody } from '#lib/domain/classroom/api/teacher-api.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { passAddress } from '#lib/server/flood.ts';
import { finishJoin } from '#lib/server/teachers/join.ts';
import { welcomeTeacher } from '#lib/server/teachers/signed-in.ts';

export const POST = endpoint({ body: passkeyBody }, async (call) => {
	const passed = passAddress(call, 'code');
	return passed.ok ? welcomeTeacher(call, await finishJoin(call.context, call.body)) : passed;
});
