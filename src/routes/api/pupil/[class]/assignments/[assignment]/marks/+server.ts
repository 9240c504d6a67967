import { refused } from '#lib/domain/classroom/outcome.ts';
import { UUID } from '#lib/domain/classroom/uuid.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { pupilMarks } from '#lib/server/marks/pupil-marks.ts';
import { pupilOf } from '#lib/server/pupils/pupil-session.ts';

export const GET = endpoint({}, async (call) => {
	const pupil = await pupilOf(call);
	if (!pupil.ok) return pupil;
	const { assignment: id = '' } = call.event.params;
	return UUID.test(id) ? pupilMarks(call.context, pupil.value, id) : refused({ code: 'missing' });
});
