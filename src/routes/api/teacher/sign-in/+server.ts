import { endpoint } from '#lib/server/endpoint.ts';
import { passAddress } from '#lib/server/flood.ts';
import { beginSignIn } from '#lib/server/teachers/sign-in.ts';

export const POST = endpoint({}, async (call) => {
	const passed = passAddress(call, 'sign-in');
	return passed.ok ? beginSignIn(call.context) : passed;
});
