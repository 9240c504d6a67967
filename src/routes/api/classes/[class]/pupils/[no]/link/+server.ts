import { forTeacherOfPupil } from '#lib/server/classes/own-pupil.ts';
import { renewLink, revokeLink } from '#lib/server/classes/pupil-access.ts';
import { endpoint } from '#lib/server/endpoint.ts';

export const POST = endpoint(
	{},
	forTeacherOfPupil(({ context }, pupil) => renewLink(context, pupil))
);

export const DELETE = endpoint(
	{},
	forTeacherOfPupil(({ context }, pupil) => revokeLink(context, pupil))
);
