import { pupilWork } from '#lib/server/assignments/pupil-work.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { pupilOf } from '#lib/server/pupils/pupil-session.ts';

export const GET = endpoint({}, async (call) => {
	const pupil = await pupilOf(call);
	return pupil.ok ? pupilWork(call.context, pupil.value) : pupil;
});
