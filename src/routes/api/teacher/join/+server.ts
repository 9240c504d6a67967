import { joinBody } from '#lib/domain/classroom/api/teacher-api.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { passAddress } from '#lib/server/flood.ts';
import { beginJoin } from '#lib/server/teachers/join.ts';

export const POST = endpoint({ body: joinBody }, async (call) => {
	const passed = passAddress(call, 'code');
	return passed.ok ? beginJoin(call.context, call.body) : passed;
});
