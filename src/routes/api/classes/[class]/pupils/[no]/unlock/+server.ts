import { forTeacherOfPupil } from '#lib/server/classes/own-pupil.ts';
import { unlockPupil } from '#lib/server/classes/pupil-access.ts';
import { endpoint } from '#lib/server/endpoint.ts';

export const POST = endpoint(
	{},
	forTeacherOfPupil(({ context }, pupil) => unlockPupil(context, pupil))
);
