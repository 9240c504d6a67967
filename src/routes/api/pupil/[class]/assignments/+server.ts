import { done } from '#lib/domain/classroom/outcome.ts';
import { pupilWork } from '#lib/server/assignments/pupil-work.ts';
import { workAnswer } from '#lib/server/assignments/work-answer.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { pupilOf } from '#lib/server/pupils/pupil-session.ts';

export const GET = endpoint({}, async (call) => {
	const pupil = await pupilOf(call);
	if (!pupil.ok) return pupil;
	const work = await pupilWork(call.context, pupil.value);
	if (!work.ok) return work;
	return done(workAnswer(pupil.value, work.value, call.event.request.headers.get('if-none-match')));
});
